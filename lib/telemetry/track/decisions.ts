/** Remembers what became of an error, for those who ask later: a tracker may look at an event when the answer has long gone out. */
import { defineHidden } from '../../guard/bare.js'
import { read } from '../../guard/read.js'

// A protocol version: what starts a tracker is often an ES module, and the app a CommonJS one, each with a copy of this package.
const DECISIONS = Symbol.for('http-problems/1/decisions')

/** Notes whether errors are of the server; what is no object is not remembered. */
export function noteDecision(isOfServer: boolean, ...errors: readonly unknown[]): void {
  for (const error of errors)
    if ((typeof error === 'object' && error !== null) || typeof error === 'function') decisions().set(error, isOfServer)
}

/** Tells what was noted of an error. */
export function decisionOn(error: unknown): boolean | undefined {
  return decisions().get(error as object)
}

function decisions(): WeakMap<object, boolean> {
  const noted = read(globalThis, DECISIONS) as WeakMap<object, boolean> | undefined
  if (noted !== undefined) return noted
  const made = new WeakMap<object, boolean>()
  defineHidden(globalThis, DECISIONS, made)
  return made
}
