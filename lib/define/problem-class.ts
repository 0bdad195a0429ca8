/** A class of problems, as far as documents and routes need to know it. */
import { nameValue } from '../guard/name.js'
import { misuse, wrongArgument } from '../guard/refuse.js'
import { stored } from '../guard/stored.js'
import { type HttpProblem, isHttpProblem } from '../problem/problem.js'
import { errorFacts } from '../status/codes.js'

/** A class of problems: a declared type, `Conflict` and its siblings, a subclass of one, or `HttpProblem` for problems of any type. */
export interface ProblemClass {
  readonly prototype: HttpProblem
  readonly name: string
  readonly type: string
  readonly title: string | undefined
  readonly status: number | undefined
}

/** Tells whether a value is a class of problems, of any copy of the package. */
export function isProblemClass(value: unknown): value is ProblemClass {
  return typeof value === 'function' && isHttpProblem(stored(value, 'prototype'))
}

/** Gives a class whose problems documents and routes can tell by their status; what is none is a TypeError with the place. */
export function needProblemClass(value: unknown, place: string): ProblemClass {
  if (!isProblemClass(value)) throw wrongArgument(place, 'a problem class', value)
  const { status } = value
  if (status === undefined ? isRootClass(value) : errorFacts[status] !== undefined) return value
  const expected = 'a class with a registered 4xx or 5xx status, or HttpProblem itself for all others'
  throw misuse({
    code: 'ERR_PROBLEM_ARGUMENT',
    place: `${place}.status`,
    expected,
    got: `${nameValue(status)} in ${classNameOf(value)}`,
  })
}

/** Names a class. The prototypes of our own classes have their name even where a bundler has renamed the classes. */
export function classNameOf({ prototype, name }: ProblemClass): string {
  const own = stored(prototype, 'name')
  return typeof own === 'string' ? own : name
}

// HttpProblem of any copy, and no class that extends it under its name.
function isRootClass({ prototype }: ProblemClass): boolean {
  return stored(prototype, 'name') === 'HttpProblem'
}
