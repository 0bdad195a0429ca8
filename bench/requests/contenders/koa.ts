/** Koa 3 as it comes out of the box. */
import { type RequestListener, type ServerResponse, STATUS_CODES } from 'node:http'
import createError, { type HttpError } from 'http-errors'
import { Conflict, type ProblemDocument } from 'http-problems'
import { problemHandler } from 'http-problems/koa'
import Koa, { type Middleware } from 'koa'
import { uncheckedConflict } from '../../errors/floor.js'
import {
  type Contenders,
  DETAIL,
  emptyExpected,
  jsonExpected,
  order,
  orderExpected,
  problem,
  problemExpected,
} from './contender.js'
import { bare, thrown, writeBytes } from './node.js'
import { errorIqForKoa, type Peer } from './peers.js'

const handlers = {
  byHand: (ctx) => {
    ctx.status = 409
    ctx.body = { type: problem.type, title: problem.title, status: problem.status, detail: DETAIL }
  },
  httpErrors: () => {
    throw createError(409, DETAIL)
  },
  ours: () => {
    throw new Conflict(DETAIL)
  },
  ctxThrow: (ctx) => {
    ctx.throw(409, DETAIL)
  },
  constant: () => {
    throw thrown
  },
  unchecked: () => {
    throw uncheckedConflict(DETAIL)
  },
  success: (ctx) => {
    ctx.body = order
  },
} satisfies Record<string, Middleware>

// The lines that teams write in front of http-errors.
const fourLines: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    const { status, message } = error as HttpError
    ctx.status = status
    ctx.body = { type: problem.type, title: STATUS_CODES[status], status, detail: message }
  }
}

const answerNothing = catching((res) => res.end())
const answerBytes = catching((res) => writeBytes(res))

// Through the context, as middleware in front may look at it.
const answerUnchecked: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    const { type, title, status, detail } = error as ProblemDocument
    ctx.status = status
    ctx.type = problemExpected.contentType
    ctx.set('Cache-Control', 'no-store')
    ctx.set('X-Content-Type-Options', 'nosniff')
    ctx.body = JSON.stringify({ type, title, status, detail })
  }
}

const passOn: Middleware = async (_ctx, next) => {
  await next()
}

/** Answers whatever was thrown, and keeps Koa from doing so. */
function catching(answer: (res: ServerResponse) => unknown): Middleware {
  return async (ctx, next) => {
    try {
      await next()
    } catch {
      ctx.respond = false
      ctx.res.statusCode = 200
      answer(ctx.res)
    }
  }
}

function appOf({ makeError, handler }: Peer<Middleware>): RequestListener {
  return app(handler, () => {
    throw makeError()
  })
}

function app(...middleware: Middleware[]): RequestListener {
  const made = new Koa()
  for (const part of middleware) made.use(part)
  return made.callback()
}

/** The contenders. */
export const koaContenders: Contenders = {
  bare: bare(),
  'by-hand': {
    title: 'by hand: ctx.status, ctx.body, no throw',
    expected: jsonExpected,
    listener: () => app(handlers.byHand),
  },
  'http-errors': {
    title: 'http-errors and a 4-line middleware',
    expected: jsonExpected,
    listener: () => app(fourLines, handlers.httpErrors),
  },
  'ctx-throw': {
    title: 'ctx.throw() and the handler of Koa (text)',
    expected: { status: 409, contentType: 'text/plain; charset=utf-8', body: DETAIL },
    listener: () => app(handlers.ctxThrow),
  },
  'error-iq': {
    title: '@common-sense/error-iq',
    expected: problemExpected,
    listener: () => appOf(errorIqForKoa()),
  },
  ours: {
    title: 'app.use(problemHandler())',
    expected: problemExpected,
    listener: () => app(problemHandler(), handlers.ours),
  },
  'floor-empty': {
    title: 'floor: an empty answer to a throw',
    expected: emptyExpected,
    listener: () => app(answerNothing, handlers.constant),
  },
  'floor-bytes': {
    title: 'floor: our bytes, known beforehand, to a throw',
    expected: problemExpected,
    listener: () => app(answerBytes, handlers.constant),
  },
  'floor-unchecked': {
    title: 'floor: the same answer, nothing checked, to a throw',
    expected: problemExpected,
    listener: () => app(answerUnchecked, handlers.unchecked),
  },
  success: {
    title: '200, no handler installed',
    expected: orderExpected,
    listener: () => app(handlers.success),
  },
  'success-again': {
    title: '200, the same once more (shows the noise)',
    expected: orderExpected,
    listener: () => app(handlers.success),
  },
  'success-pass': {
    title: '200, a middleware that only waits for the next',
    expected: orderExpected,
    listener: () => app(passOn, handlers.success),
  },
  'success-ours': {
    title: '200, problemHandler() installed',
    expected: orderExpected,
    listener: () => app(problemHandler(), handlers.success),
  },
}
