/**
 * Looks up what a request or a response can do. A test double, a framework's mock or a small platform has a part of what Node's objects have,
 * and an answer is written with that part.
 */

import { assignOwn } from '../../lib/guard/bare.js'
import { read } from '../../lib/guard/read.js'

/** Something that an object can do. */
export type Ability = (...args: readonly unknown[]) => unknown

/**
 * Finds the first of some methods that an object has.
 *
 * @returns the method, bound to the object; `undefined` where there is none
 */
export function ability(target: unknown, ...names: readonly string[]): Ability | undefined {
  for (const name of names) {
    const method = read(target, name)
    if (typeof method === 'function') return (...args) => method.apply(target, args)
  }
  return undefined
}

/** Sets properties that others look for; an object that refuses goes without. */
export function note(target: object, properties: Readonly<Record<PropertyKey, unknown>>): void {
  try {
    assignOwn(target, properties)
  } catch {
    // A frozen double. Nobody who freezes it looks for them.
  }
}
