/** Express 5 as it comes out of the box: ETag and X-Powered-By are on. */
import { type RequestListener, STATUS_CODES } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import createError, { type HttpError } from 'http-errors'
import { Conflict } from 'http-problems'
import { problemHandler } from 'http-problems/express'
import { type Contenders, DETAIL, jsonExpected, order, orderExpected, problem, problemExpected } from './contender.js'
import { bare } from './node.js'

const handlers = {
  byHand: (_req, res) => {
    res.status(409).json({ type: problem.type, title: problem.title, status: problem.status, detail: DETAIL })
  },
  httpErrors: () => {
    throw createError(409, DETAIL)
  },
  ours: () => {
    throw new Conflict(DETAIL)
  },
  success: (_req, res) => {
    res.json(order)
  },
} satisfies Record<string, RequestHandler>

// The four lines that teams write behind http-errors.
const fourLines: ErrorRequestHandler = (error: HttpError, _req, res, _next) => {
  const { status, message } = error
  res.status(status).json({ type: problem.type, title: STATUS_CODES[status], status, detail: message })
}

function app(...parts: ((app: Express) => unknown)[]): RequestListener {
  const made = express()
  for (const part of parts) part(made)
  return made
}

const get =
  (handler: RequestHandler) =>
  (app: Express): unknown =>
    app.get('/orders/:id', handler)

/** The contenders. */
export const expressContenders: Contenders = {
  bare: bare({ 'X-Powered-By': 'Express' }),
  'by-hand': {
    title: 'res.status(409).json(), no throw',
    expected: jsonExpected,
    listener: () => app(get(handlers.byHand)),
  },
  'http-errors': {
    title: 'http-errors + 4-line handler',
    expected: jsonExpected,
    listener: () => app(get(handlers.httpErrors), (app) => app.use(fourLines)),
  },
  ours: {
    title: 'throw new Conflict() + problemHandler()',
    expected: problemExpected,
    listener: () => app(get(handlers.ours), (app) => app.use(problemHandler())),
  },
  'ours-route': {
    title: 'the same with problemHandler().route()',
    expected: problemExpected,
    listener: () => app(get(problemHandler().route(handlers.ours))),
  },
  success: {
    title: '200, no handler installed',
    expected: orderExpected,
    listener: () => app(get(handlers.success)),
  },
  'success-again': {
    title: '200, the same once more (shows the noise)',
    expected: orderExpected,
    listener: () => app(get(handlers.success)),
  },
  'success-ours': {
    title: '200, problemHandler() installed',
    expected: orderExpected,
    listener: () => app(get(handlers.success), (app) => app.use(problemHandler())),
  },
}
