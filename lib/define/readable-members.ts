/** The members of a declared type as properties of its instances, beside those that every problem has. */

import { bare, defineOwn } from '../guard/bare.js'
import { has, read } from '../guard/read.js'
import { HttpProblem } from '../problem/problem.js'

/** The members that are properties too. Not `Omit`, which loses the names of an object that has others as well. */
export type ReadableMembers<Members> = {
  readonly [Name in keyof Members as Name extends TakenName ? never : Name]: Members[Name]
}
type TakenName = keyof HttpProblem | keyof typeof Object.prototype

// What every problem has; the type makes sure that nothing is forgotten.
const taken: { readonly [Name in keyof HttpProblem]-?: true } = {
  type: true,
  title: true,
  status: true,
  statusCode: true,
  detail: true,
  instance: true,
  extensions: true,
  headers: true,
  expose: true,
  toJSON: true,
  name: true,
  message: true,
  cause: true,
  stack: true,
}

/** Makes a member a property of the instances of a class; names that errors have keep their meaning. */
export function defineMember(prototype: object, name: string): void {
  if (has(HttpProblem.prototype, name) || Object.hasOwn(taken, name)) return
  // A property of the prototype, for which an instance pays nothing.
  Object.defineProperty(
    prototype,
    name,
    bare({
      configurable: true,
      get(this: HttpProblem) {
        return read(read(this, 'extensions'), name)
      },
      // Loggers and frameworks write to errors, `code` for example.
      set(this: object, value: unknown) {
        defineOwn(this, name, value)
      },
    }),
  )
}
