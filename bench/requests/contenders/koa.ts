/** Koa 3 as it comes out of the box. */
import { type RequestListener, STATUS_CODES } from 'node:http'
import createError, { type HttpError } from 'http-errors'
import { Conflict } from 'http-problems'
import { problemHandler } from 'http-problems/koa'
import Koa, { type Middleware } from 'koa'
import { type Contenders, DETAIL, jsonExpected, order, orderExpected, problem, problemExpected } from './contender.js'
import { bare } from './node.js'

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

function app(...middleware: Middleware[]): RequestListener {
  const made = new Koa()
  for (const part of middleware) made.use(part)
  return made.callback()
}

/** The contenders. */
export const koaContenders: Contenders = {
  bare: bare(),
  'by-hand': {
    title: 'ctx.status = 409, ctx.body = {}, no throw',
    expected: jsonExpected,
    listener: () => app(handlers.byHand),
  },
  'http-errors': {
    title: 'http-errors + 4-line middleware',
    expected: jsonExpected,
    listener: () => app(fourLines, handlers.httpErrors),
  },
  ours: {
    title: 'throw new Conflict() + problemHandler()',
    expected: problemExpected,
    listener: () => app(problemHandler(), handlers.ours),
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
  'success-ours': {
    title: '200, problemHandler() installed',
    expected: orderExpected,
    listener: () => app(problemHandler(), handlers.success),
  },
}
