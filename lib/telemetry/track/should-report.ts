/** Tells which of the events that a tracker made by itself are to be sent. */
import { toProblem } from '../../foreign/to-problem.js'
import { read } from '../../guard/read.js'
import { decisionOn } from './decisions.js'

/**
 * Tells whether an error is one of the server here, for the `beforeSend` of a tracker that captures by itself. An error that a handler with
 * `captureProblems()` has answered is judged as it was answered, by its `map` and its scopes; one that no handler has seen as `toProblem()` does.
 * With the hint of Sentry as second argument, what was not captured on the way through a framework is always reported: in a job or a script nobody
 * answers an error.
 *
 * @example
 * console.log(shouldReport(new Error('db-17 is down')), shouldReport(new NotFound('No user 7.'))) // true false
 */
export function shouldReport(error: unknown, hint?: unknown): boolean {
  const decided = decisionOn(error)
  if (decided !== undefined) return decided
  return (hint !== undefined && !isOfFramework(hint)) || toProblem(error).status >= 500
}

// What the integrations of Sentry for Express and Koa write: `auto.http.express`, `auto.middleware.koa`, up to version 9 `middleware`.
function isOfFramework(hint: unknown): boolean {
  const type = read(read(hint, 'mechanism'), 'type')
  return typeof type === 'string' && /(?:^|\.)(?:middleware|express|koa)(?:\.|$)/.test(type)
}
