/** Makes a route handler safe: everything that it throws or rejects with reaches the error handlers. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { toProblem } from '../../lib/foreign/to-problem.js'

/** Passes a request or an error on. */
export type Next = (error?: unknown) => void

// Our types name no framework's, and TypeScript cannot take the request's type from the place of use where Express infers it too, as in
// `app.get(path, route(...))`. With this default the parameters need no annotation there; `unknown` would refuse `req.params`.
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type AnyRequest = any
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type AnyResponse = any

/** A route handler, asynchronous or not. */
export type RouteHandler<Req extends IncomingMessage, Res extends ServerResponse> = (req: Req, res: Res, next: Next) => unknown

/**
 * Wraps a route handler: a rejected promise (which Express 4 ignores) and a falsy throw (which both versions take for success) become errors.
 *
 * @example
 * const app = express()
 * app.get('/', route(async () => {
 *   throw null // answered with 500
 * }))
 * app.use(problemHandler())
 */
export function route<Req extends IncomingMessage = AnyRequest, Res extends ServerResponse = AnyResponse>(
  handler: RouteHandler<Req, Res>,
): (req: Req, res: Res, next: Next) => void {
  return guardedRoute(handler, (thrown, _req, _res, next) => next(asError(thrown)))
}

/** Wraps a route handler and hands what it throws to a function. */
export function guardedRoute<Req extends IncomingMessage, Res extends ServerResponse>(
  handler: RouteHandler<Req, Res>,
  failed: (thrown: unknown, req: Req, res: Res, next: Next) => void,
): (req: Req, res: Res, next: Next) => void {
  return function guardedRoute(req, res, next) {
    try {
      const result = handler(req, res, next)
      if (isThenable(result)) result.then(undefined, (thrown: unknown) => failed(thrown, req, res, next))
    } catch (thrown) {
      failed(thrown, req, res, next)
    }
  }
}

/** Gives what `next` takes for an error: to Express `next(null)` goes on and `next('route')` skips. */
export function asError(thrown: unknown): unknown {
  return !thrown || thrown === 'route' || thrown === 'router' ? toProblem(thrown) : thrown
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function'
}
