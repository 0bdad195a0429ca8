/** Tells which of the events that a tracker made by itself are to be sent. */
import { toProblem } from '../../foreign/to-problem.js'
import { isError, read } from '../../guard/read.js'
import { MECHANISM } from './capture-problems.js'
import { decisionOn, takeValue } from './decisions.js'

/**
 * Tells whether an error is one of the server here, for the `beforeSend` of a tracker that captures by itself. An error that a handler with
 * `captureProblems()` has answered is judged as it was answered, by its `map` and its scopes; one that no handler has seen as `toProblem()` does.
 *
 * With the hint of Sentry as second argument, what was not captured on the way through a framework is always reported, since nobody answers the error of
 * a job; and what `captureProblems()` has handed over as another object is reported once.
 *
 * @example
 * console.log(shouldReport(new Error('db-17 is down')), shouldReport(new NotFound('No user 7.'))) // true false
 */
export function shouldReport(error: unknown, hint?: unknown): boolean {
  const decided = decisionOn(error)
  if (hint === undefined) return decided ?? isOfServer(error)
  const mechanism = read(read(hint, 'mechanism'), 'type')
  if (mechanism !== MECHANISM && isHandedOver(error, decided)) return false
  return decided ?? (!isOfFramework(mechanism) || isOfServer(error))
}

function isOfServer(error: unknown): boolean {
  return toProblem(error).status >= 500
}

// A tracker marks an Error that it has captured, and passes over it the next time. Of other values captureProblems() captures the problem.
function isHandedOver(error: unknown, decided: boolean | undefined): boolean {
  if (decided === undefined) return takeValue(error)
  return decided && !isError(error)
}

// What the integrations of Sentry for Express and Koa write: `auto.http.express`, `auto.middleware.koa`, up to version 9 `middleware`.
function isOfFramework(mechanism: unknown): boolean {
  return typeof mechanism === 'string' && /(?:^|\.)(?:middleware|express|koa)(?:\.|$)/.test(mechanism)
}
