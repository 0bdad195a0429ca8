/** Remembers which errors were captured, for those who ask later: a tracker may look at an event when the answer has long gone out. */
import { defineHidden } from '../../guard/bare.js'
import { read } from '../../guard/read.js'

/** What is remembered, as long as somebody holds the error. */
interface Decisions {
  readonly ofObjects: WeakMap<object, boolean>
  /** Texts, numbers and the like that were answered a moment ago. */
  readonly values: unknown[]
}

// A protocol version: what starts a tracker is often an ES module, and the app a CommonJS one, each with a copy of this package.
const DECISIONS = Symbol.for('http-problems/1/decisions')

// Far more than what is answered while a tracker prepares an event.
const MOST_VALUES = 50

/** Notes whether what was thrown was captured, and the problem that it became. */
export function noteDecision(isCaptured: boolean, thrown: unknown, problem: object): void {
  const { ofObjects, values } = decisions()
  ofObjects.set(problem, isCaptured)
  if (isObject(thrown)) ofObjects.set(thrown, isCaptured)
  else if (values.push(thrown) > MOST_VALUES) values.shift()
}

/** Tells whether an error was captured; `undefined` where no handler that captures has answered it. */
export function decisionOn(error: unknown): boolean | undefined {
  return isObject(error) ? decisions().ofObjects.get(error) : undefined
}

/** Tells whether a value that is no object was answered a moment ago, once for each answer. */
export function takeValue(value: unknown): boolean {
  const { values } = decisions()
  const index = values.findIndex((noted) => Object.is(noted, value))
  if (index >= 0) values.splice(index, 1)
  return index >= 0
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function decisions(): Decisions {
  const noted = read(globalThis, DECISIONS) as Decisions | undefined
  if (noted !== undefined) return noted
  const made = { ofObjects: new WeakMap<object, boolean>(), values: [] }
  defineHidden(globalThis, DECISIONS, made)
  return made
}
