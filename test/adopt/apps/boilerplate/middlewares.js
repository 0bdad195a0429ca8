import Joi from 'joi'
import { ApiError } from './api-error.js'
import { httpStatus } from './http-status.js'
import { findByToken } from './store.js'

export const catchAsync = (fn) => (req, res, next) => {
  Promise.resolve(fn(req, res, next)).catch((err) => next(err))
}

export const validate = (schema) => (req, _res, next) => {
  const given = { params: req.params, body: req.body ?? {} }
  const { error } = Joi.object(schema).unknown(true).validate(given, { abortEarly: false })
  if (error) return next(new ApiError(httpStatus.BAD_REQUEST, error.details.map(({ message }) => message).join(', ')))
  next()
}

export const auth = (role) => (req, _res, next) => {
  const user = findByToken(req.headers.authorization)
  if (!user) return next(new ApiError(httpStatus.UNAUTHORIZED, 'Please authenticate'))
  if (role && user.role !== role) return next(new ApiError(httpStatus.FORBIDDEN, 'Forbidden'))
  req.user = user
  next()
}

let attempts = 0
export const authLimiter = (_req, res, next) => {
  attempts += 1
  if (attempts <= 20) return next()
  res.set('Retry-After', '900').status(httpStatus.TOO_MANY_REQUESTS).send({ message: 'Too many requests' })
}

export const errorConverter = (err, _req, _res, next) => {
  if (err instanceof ApiError) return next(err)
  const statusCode = err.statusCode ?? httpStatus.INTERNAL_SERVER_ERROR
  next(new ApiError(statusCode, err.message || httpStatus[statusCode], false))
}

export const errorHandler = (err, _req, res, _next) => {
  let { statusCode, message } = err
  if (!err.isOperational && statusCode >= 500) message = httpStatus[500]
  res.locals.errorMessage = err.message
  res.status(statusCode).send({ code: statusCode, message })
}
