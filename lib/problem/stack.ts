/**
 * Decides whether a problem captures a stack trace: the largest cost of an error that a library controls.
 *
 * A 5xx always does. A 4xx does unless NODE_ENV is `production`. HTTP_PROBLEMS_STACKS overrides both:
 * `always`, `server-errors` or `never`. Read once, when the module is loaded.
 */
import { read } from '../guard/read.js'

/** The part of Error that V8 adds. */
export type StackLimit = { stackTraceLimit?: number }

const environment = read(read(globalThis, 'process'), 'env')
const mode = read(environment, 'HTTP_PROBLEMS_STACKS')
const serverErrorsCapture = mode !== 'never'
const clientErrorsCapture =
  mode === 'always' || (mode !== 'never' && mode !== 'server-errors' && read(environment, 'NODE_ENV') !== 'production')

/** Tells whether an error with this status captures its stack; a declared type may ask for one or do without. */
export function capturesStack(status: number, declared?: boolean): boolean {
  if (declared !== undefined) return declared && mode !== 'never'
  return status < 500 ? clientErrorsCapture : serverErrorsCapture
}

/** Sets the limit for the next Error; where the limit is read-only (frozen intrinsics) the stack is captured as usual. */
export function setStackLimit(limit: number | undefined): void {
  try {
    ;(Error as StackLimit).stackTraceLimit = limit as number
  } catch {
    // Nothing to restore: a limit that cannot be set was not changed.
  }
}

/** Reads the limit that is in force. */
export function stackLimit(): number | undefined {
  // V8 takes only numbers; whatever it is, it is put back.
  return read(Error, 'stackTraceLimit') as number | undefined
}

/** Makes an error without a stack: what it stands for has one of its own, and a second would only say where the handler is. */
export function withoutStack<Made>(make: () => Made): Made {
  const limit = stackLimit()
  let made: Made
  try {
    setStackLimit(0)
    made = make()
  } finally {
    // Without a call: where the call stack is full, a call would fail and leave the whole process without stacks.
    try {
      ;(Error as StackLimit).stackTraceLimit = limit as number
    } catch {
      // A read-only limit was not changed.
    }
  }
  return made
}
