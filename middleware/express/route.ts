/** Makes a route handler safe: everything that it throws or rejects with reaches the error handlers. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { isThenable } from '../../lib/guard/call.js'
import { nameValue } from '../../lib/guard/name.js'
import { misuse } from '../../lib/guard/refuse.js'
import { keepMark } from '../../lib/routes/mark.js'
import { unsentStatus } from '../node/facts.js'
import { notedOf } from './noted.js'

/** Passes a request or an error on. */
export type Next = (error?: unknown) => void

/** A route handler, asynchronous or not. The type of a method, so that handlers of Express's own `req` and `res` fit. */
export type RouteHandler = { handle(req: IncomingMessage, res: ServerResponse, next: Next): unknown }['handle']

/**
 * Wraps a route handler: a rejected promise (which Express 4 ignores) and a falsy throw (which both versions take for success) become errors.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where the handler is no function
 * @example
 * const app = express()
 * app.get('/', route(async () => {
 *   throw null // answered with 500
 * }))
 * app.use(problemHandler())
 */
export function route<Handler extends RouteHandler>(handler: Handler): Handler {
  return guardedRoute(handler, (thrown, _req, res, next) => next(asError(thrown, res)))
}

/** Wraps a route handler and hands what it throws to a function. */
export function guardedRoute<Handler extends RouteHandler>(
  handler: Handler,
  failed: (thrown: unknown, req: IncomingMessage, res: ServerResponse, next: Next) => void,
): Handler {
  // Express refuses an undefined handler when the route is added, and cannot see this one.
  if (typeof handler !== 'function')
    throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'route', expected: 'a route handler', got: nameValue(handler) })
  const fail: typeof failed = (thrown, req, res, next) => {
    const take = notedOf(res)?.takeLate ?? failed
    take(thrown, req, res, next)
  }

  function guardedRoute(req: IncomingMessage, res: ServerResponse, next: Next): void {
    try {
      const result = handler(req, res, next)
      if (isThenable(result)) result.then(undefined, (thrown: unknown) => fail(thrown, req, res, next))
    } catch (thrown) {
      fail(thrown, req, res, next)
    }
  }
  // Same parameters; Express ignores what a handler returns. One type for both is what lets TypeScript infer `req` and `res` from `app.get`.
  return keepMark(guardedRoute, handler) as Handler
}

/** Gives what `next` takes for an error: to Express `next(null)` goes on and `next('route')` skips. */
export function asError(thrown: unknown, res: ServerResponse): unknown {
  if (thrown && thrown !== 'route' && thrown !== 'router') return thrown
  return toProblem(thrown, { facts: { responseStatus: unsentStatus(res) } })
}
