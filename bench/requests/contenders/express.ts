/** Express 5 as it comes out of the box: ETag and X-Powered-By are on. */
import { type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import createError, { type HttpError } from 'http-errors'
import { Conflict } from 'http-problems'
import { problemHandler } from 'http-problems/express'
import { uncheckedConflict } from '../../errors/floor.js'
import {
  type Contenders,
  charsetExpected,
  DETAIL,
  emptyExpected,
  jsonExpected,
  order,
  orderExpected,
  problem,
  problemExpected,
} from './contender.js'
import { bare, thrown, writeBytes, writeUnchecked } from './node.js'
import { API_PROBLEM_TYPE, apiProblem, errorIqForExpress, expressHttpProblemDetails, type Peer } from './peers.js'

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
  constant: () => {
    throw thrown
  },
  unchecked: () => {
    throw uncheckedConflict(DETAIL)
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

const answerNothing: ErrorRequestHandler = (_error, _req, res, _next) => {
  res.end()
}

const answerBytes: ErrorRequestHandler = (_error, _req, res, _next) => writeBytes(res)

const answerUnchecked: ErrorRequestHandler = (error, _req, res, _next) => writeUnchecked(res, error)

// What `route()` does at least: a handler inside of another that catches.
function catching(handler: () => void, answer: (error: unknown, res: ServerResponse) => void): RequestHandler {
  return (_req, res) => {
    try {
      handler()
    } catch (error) {
      answer(error, res)
    }
  }
}

function appOf({ makeError, handler }: Peer<ErrorRequestHandler>): RequestListener {
  const fail: RequestHandler = () => {
    throw makeError()
  }
  return app(get(fail), (app) => app.use(handler))
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
    title: 'by hand: res.status(409).json(), no throw',
    expected: jsonExpected,
    listener: () => app(get(handlers.byHand)),
  },
  'http-errors': {
    title: 'http-errors and a 4-line handler',
    expected: jsonExpected,
    listener: () => app(get(handlers.httpErrors), (app) => app.use(fourLines)),
  },
  'express-http-problem-details': {
    title: 'express-http-problem-details',
    expected: {
      ...charsetExpected,
      body: JSON.stringify({ type: problem.type, title: problem.title, detail: DETAIL, status: problem.status }),
    },
    listener: () => appOf(expressHttpProblemDetails()),
  },
  'error-iq': {
    title: '@common-sense/error-iq',
    expected: charsetExpected,
    listener: () => appOf(errorIqForExpress()),
  },
  'api-problem': {
    title: 'api-problem',
    expected: { ...problemExpected, body: JSON.stringify({ ...problem, type: API_PROBLEM_TYPE }) },
    listener: () => appOf(apiProblem()),
  },
  ours: {
    title: 'app.use(problemHandler())',
    expected: problemExpected,
    listener: () => app(get(handlers.ours), (app) => app.use(problemHandler())),
  },
  'ours-route': {
    title: 'problemHandler().route()',
    expected: problemExpected,
    listener: () => app(get(problemHandler().route(handlers.ours))),
  },
  'floor-empty': {
    title: 'floor: an empty answer behind the error route',
    expected: emptyExpected,
    listener: () => app(get(handlers.constant), (app) => app.use(answerNothing)),
  },
  'floor-bytes': {
    title: 'floor: our bytes, known beforehand, behind the error route',
    expected: problemExpected,
    listener: () => app(get(handlers.constant), (app) => app.use(answerBytes)),
  },
  'floor-unchecked': {
    title: 'floor: the same answer, nothing checked, behind the error route',
    expected: problemExpected,
    listener: () => app(get(handlers.unchecked), (app) => app.use(answerUnchecked)),
  },
  'floor-route-empty': {
    title: 'floor: an empty answer by a handler that catches',
    expected: emptyExpected,
    listener: () => app(get(catching(handlers.constant, (_error, res) => res.end()))),
  },
  'floor-route-unchecked': {
    title: 'floor: the same answer, nothing checked, by a handler that catches',
    expected: problemExpected,
    listener: () => app(get(catching(handlers.unchecked, (error, res) => writeUnchecked(res, error)))),
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
