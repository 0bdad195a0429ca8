/** Hands the errors of the server to a tracker such as Sentry. */
import { describeError } from '../../guard/describe.js'
import { isError, read } from '../../guard/read.js'
import { isFunction, needOption, wrongArgument } from '../../guard/refuse.js'
import type { ProblemEvent } from '../../handler/event.js'
import { isServerError } from '../../handler/server-error.js'
import { needOptions } from '../need-options.js'
import { activeTrace, inboundTrace, type TracePlace } from '../trace/trace-of.js'
import { noteDecision } from './decisions.js'

/** What a tracker is told beside the error, in the form of Sentry's second argument. */
export interface CaptureHint {
  readonly mechanism: { readonly type: string; readonly handled: boolean }
  readonly captureContext: {
    readonly tags: Readonly<Record<string, string>>
    readonly contexts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly fingerprint?: string[]
  }
}

/** `Sentry.captureException`, or any function that takes an error. */
export type Capture = (error: unknown, hint: CaptureHint) => unknown

/** Options of `captureProblems`. */
export interface CaptureOptions {
  /**
   * Picks the problems that are captured.
   * @default the errors of the server: a 5xx, but for a client that has gone and for a method that nobody knows
   */
  readonly when?: (event: ProblemEvent) => boolean
}

/** How our events say where they come from, in the words of Sentry. */
export const MECHANISM = 'http-problems'

const optionNames: { readonly [Name in keyof Required<CaptureOptions>]: true } = { when: true }

/**
 * Makes a listener that hands each error of the server to a tracker, for the option `onProblem`: the error itself with its causes, and beside it route,
 * method, status, type and trace. What was thrown and is no Error goes as the problem that it became. Nothing of the request but these is passed on.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where `capture` is no function, and ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const captured: unknown[] = []
 * const app = express()
 * app.get('/orders/7', () => {
 *   throw new Error('db-17 is down')
 * })
 * app.use(problemHandler({ onProblem: captureProblems((error) => captured.push(error)) }))
 */
export function captureProblems(capture: Capture, options: CaptureOptions = {}): (event: ProblemEvent) => unknown {
  if (typeof capture !== 'function') throw wrongArgument('captureProblems', 'a function such as Sentry.captureException', capture)
  needOptions(optionNames, options, 'captureProblems')
  const when = read(options, 'when') as CaptureOptions['when']
  needOption(when, 'when', 'a function', isFunction)

  return function captureProblem(event) {
    const { thrown, problem } = event
    const isCaptured = Boolean((when ?? isServerError)(event))
    // Before the call: a tracker may ask at once.
    noteDecision(isCaptured, thrown, problem)
    // The problem is what Koa's `error` event has as well, so that a tracker which listens there knows it again.
    const error = isError(thrown) ? thrown : problem
    return isCaptured ? capture(error, hintOf(error, event)) : undefined
  }
}

function hintOf(error: Error, event: ProblemEvent): CaptureHint {
  const { thrown, document, status, outcome, mappedBy, route, method } = event
  const trace = traceOf(event)
  return {
    mechanism: { type: MECHANISM, handled: false },
    captureContext: {
      tags: {
        'problem.type': document.type,
        'http.response.status_code': String(status),
        'http.request.method': method,
        ...(route !== undefined && { 'http.route': route }),
      },
      contexts: {
        problem: { type: document.type, status, outcome, mappedBy, ...(error !== thrown && { thrown: said(thrown) }) },
        ...(trace !== undefined && { trace: { trace_id: trace.traceId, span_id: trace.spanId } }),
      },
      // Errors without a stack, made of a `null` or a text that was thrown, are alike to a tracker, wherever that was.
      ...(!hasFrames(error) && { fingerprint: ['{{ default }}', `${method} ${route}`] }),
    },
  }
}

function hasFrames(error: Error): boolean {
  // Within a line: over many empty ones, each start would look through all the others.
  return /^[ \t]+at /m.test(String(read(error, 'stack')))
}

function said(thrown: unknown): string {
  const { name, message } = describeError(thrown)
  return message === '' ? name : `${name}: ${message}`
}

// The trace that the body names. A body that names none says nothing against the one that is active.
function traceOf({ document, facts }: ProblemEvent): TracePlace | undefined {
  const named = read(document, 'traceId')
  const active = activeTrace()
  if (named === undefined) return active
  return [active, inboundTrace(facts)].find((trace) => trace?.traceId === named)
}
