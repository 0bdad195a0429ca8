/** Recognises problems of every copy of the package, whether ES module or CommonJS. */

import { bare, defineHidden } from '../guard/bare.js'
import { given } from '../guard/given.js'
import { read } from '../guard/read.js'

/** The property with the marks. A protocol version: copies of the package that write the same one understand each other. */
export const BRAND = Symbol.for('http-problems/1')

/** The property by which a problem is known that a client has read from another server's response. A symbol: no member has its name. */
export const RECEIVED = Symbol.for('http-problems/1/received')

// HttpProblem, a status, a declared type, and room; a longer list is not ours.
const MOST_BRANDS = 20

/** A class of problems, seen from `instanceof`. */
export type AnyClass<Instance = unknown> = abstract new (...args: never) => Instance

/** Marks a class as one of the package: its instances are recognised by every copy. */
export function brand(Class: AnyClass, mark: string): void {
  const parents = (read(Class.prototype, BRAND) as readonly string[] | undefined) ?? []
  defineHidden(Class, BRAND, mark)
  defineHidden(Class.prototype, BRAND, Object.freeze(parents.concat(mark)))
}

/** Marks instances by what they are at the time they are asked, for errors that can be changed into something else. */
export function brandBy(prototype: object, marks: (instance: object) => readonly string[]): void {
  Object.defineProperty(
    prototype,
    BRAND,
    bare({
      get(this: object) {
        return marks(this)
      },
    }),
  )
}

/** Tells whether a value is a problem, or the prototype of some, of any copy of the package. Never throws. */
export function isBranded(value: unknown): boolean {
  return Array.isArray(given(value, BRAND))
}

/** Decides `instanceof`: a class with a brand of its own compares brands, a class of a user follows the ordinary rule. Never throws. */
export function isInstance(Class: AnyClass, value: unknown): boolean {
  try {
    if (!Object.hasOwn(Class, BRAND)) return Function.prototype[Symbol.hasInstance].call(Class, value)
    const brands = read(value, BRAND)
    // The method of the prototype: an array of others may have one of its own.
    return Array.isArray(brands) && brands.length < MOST_BRANDS && Array.prototype.includes.call(brands, read(Class, BRAND))
  } catch {
    return false
  }
}
