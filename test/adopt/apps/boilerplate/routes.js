import express from 'express'
import Joi from 'joi'
import { ApiError } from './api-error.js'
import { httpStatus } from './http-status.js'
import { auth, authLimiter, catchAsync, validate } from './middlewares.js'
import * as store from './store.js'

const id = { params: Joi.object({ id: Joi.number().integer().required() }) }
const credentials = { email: Joi.string().required().email(), password: Joi.string().required().min(8) }
const register = { body: Joi.object({ name: Joi.string().required(), ...credentials }) }
const note = { body: Joi.object({ text: Joi.string().required().max(200) }) }

const login = async (req, res) => {
  const user = store.findByEmail(req.body.email)
  if (user?.password !== req.body.password) throw new ApiError(httpStatus.UNAUTHORIZED, 'Incorrect email or password')
  res.send({ user: store.shown(user), token: user.token })
}

export const routes = express.Router()

routes.get('/health', (_req, res) => res.send({ ok: true }))
routes.get('/ready', (_req, res) => res.status(httpStatus.SERVICE_UNAVAILABLE).send({ ok: false }))

routes.post(
  '/auth/register',
  authLimiter,
  validate(register),
  catchAsync(async (req, res) => {
    res.status(httpStatus.CREATED).send(store.shown(await store.addUser(req.body)))
  }),
)
routes.post('/auth/login', authLimiter, validate({ body: Joi.object(credentials) }), catchAsync(login))
routes.post('/auth/logout', auth(), (_req, res) => res.status(httpStatus.NO_CONTENT).send())
routes.post('/auth/refresh', (_req, _res, next) => next(new ApiError(httpStatus.UNAUTHORIZED, 'Please authenticate')))

routes.get('/users', auth('admin'), (_req, res) => res.send(store.allUsers()))
routes.post(
  '/users',
  auth('admin'),
  validate(register),
  catchAsync(async (req, res) => {
    res.status(httpStatus.CREATED).send(store.shown(await store.addUser(req.body)))
  }),
)
routes.get('/users/me', auth(), (req, res) => res.send(store.shown(req.user)))
routes.get(
  '/users/:id',
  auth('admin'),
  validate(id),
  catchAsync(async (req, res) => {
    res.send(store.shown(await store.getUser(req.params.id)))
  }),
)
routes.delete(
  '/users/:id',
  auth('admin'),
  validate(id),
  catchAsync(async (req, res) => {
    await store.removeUser(req.params.id)
    res.status(httpStatus.NO_CONTENT).send()
  }),
)

routes.get('/notes', auth(), (req, res) => res.send(store.notesOf(req.user)))
routes.post(
  '/notes',
  auth(),
  validate(note),
  catchAsync(async (req, res) => {
    res.status(httpStatus.CREATED).send(await store.addNote(req.body.text, req.user))
  }),
)
routes.get(
  '/notes/:id',
  auth(),
  validate(id),
  catchAsync(async (req, res) => {
    res.send(await store.getNote(req.params.id, req.user))
  }),
)
routes.delete(
  '/notes/:id',
  auth(),
  validate(id),
  catchAsync(async (req, res) => {
    await store.removeNote(req.params.id, req.user)
    res.status(httpStatus.NO_CONTENT).send()
  }),
)
routes.get('/export', auth('admin'), catchAsync(store.exportAll))
