/** Fires the `error` event of a Koa app, which is Koa's log. */

import { bare } from '../../lib/guard/bare.js'
import { describeError, errorLines } from '../../lib/guard/describe.js'
import { isError, prototypeOf, read } from '../../lib/guard/read.js'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { isServerError } from '../../lib/handler/server-error.js'
import { createProblem } from '../../lib/problem/create.js'
import { ability } from '../node/ability.js'
import type { ProblemContext } from './context.js'

/** Fires the event for what was thrown. Its listeners get an Error, whatever that was; for a 4xx one that Koa's own listener does not print. */
export function emitError<Context extends ProblemContext>(event: ProblemEvent<Context>): void {
  const { thrown, problem, status, outcome, facts } = event
  const isOurs = isServerError(event)
  if (outcome === 'client-gone' || (status >= 500 && !isOurs)) return
  const { request: ctx } = facts
  const app = read(ctx, 'app')
  const fits = (error: unknown): boolean => isError(error) && (isOurs || read(error, 'expose') === true)
  const fitting = fits(thrown) ? thrown : fits(problem) ? problem : createProblem(status, { cause: thrown })
  ability(app, 'emit')?.('error', isOurs && isPrintedOnly(app) ? printable(thrown, status) : fitting, ctx)
}

// Where an app has no listener, Koa adds its own, which prints the stack as it is. One of the app may do more with the error.
function isPrintedOnly(app: unknown): boolean {
  const listeners = ability(app, 'listeners')?.('error')
  return Array.isArray(listeners) && listeners.length === 1 && listeners[0] === listenerOfKoa(app)
}

function listenerOfKoa(app: unknown): unknown {
  let prototype = prototypeOf(app)
  // A class of the app's may stand in between, with a listener of its own.
  while (prototype !== null && !Object.hasOwn(prototype, 'createContext')) prototype = prototypeOf(prototype)
  return read(prototype, 'onerror')
}

// An error's text may hold orders for a terminal, or lines that look like the log's.
function printable(thrown: unknown, status: number): Error {
  const stack = errorLines(describeError(thrown)).join('\n')
  return Object.defineProperty(createProblem(status, { cause: thrown }), 'stack', bare({ value: stack }))
}
