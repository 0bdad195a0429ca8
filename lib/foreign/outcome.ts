/** What the user's code makes of an error: a problem class to instantiate, or a function to call. */

import type { ProblemClass } from '../define/problem-class.js'
import { nameResult } from '../guard/call.js'
import { isError, read } from '../guard/read.js'
import type { AnyClass } from '../problem/brand.js'
import { type HttpProblem, isHttpProblem } from '../problem/problem.js'

/** A problem class that can be made without an argument. */
export type SimpleProblemClass = new () => HttpProblem

/** Tells a class from a plain function: its `prototype` cannot be replaced, or it makes errors in the old style. */
export function isClass(value: object): value is AnyClass {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false || isError(read(value, 'prototype'))
}

/** Makes a problem of a class, with the error as its cause. */
export function problemOfClass(
  Class: Pick<ProblemClass, 'prototype'>,
  cause: unknown,
  headers?: Readonly<Record<string, string>>,
): HttpProblem {
  // Every class takes options second, behind a text or its members.
  const Made = Class as unknown as new (first: undefined, options: object) => HttpProblem
  return new Made(undefined, { cause, ...(headers !== undefined && { headers }) })
}

/** Keeps what a function returned where it is a problem; anything else but `undefined` is a fault. */
export function problemOrNothing(made: unknown, fault: (expected: string, got: string) => void): HttpProblem | undefined {
  if (made === undefined || isHttpProblem(made)) return made
  fault('a function that returns a problem or undefined', nameResult(made))
  return undefined
}
