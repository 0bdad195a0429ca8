/** The table of the registered codes with the class of each: what holds for every status is one loop over it. */
import { problemClasses } from '../../lib/problem/classes.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { type ErrorStatusFacts, errorCodes } from '../../lib/status/codes.js'

/** A class that takes whatever a JavaScript caller gives it. */
export type AnyProblemClass = (new (...args: unknown[]) => HttpProblem) & { readonly type: string; readonly title: string }

/** One row. */
export interface ClassRow {
  readonly status: number
  readonly facts: ErrorStatusFacts
  readonly Class: AnyProblemClass
}

// Every class takes any arguments at run time; the types forbid it, which is what these tests go around.
const classes = problemClasses as unknown as Readonly<Record<string, AnyProblemClass>>

/** Every registered 4xx and 5xx code. */
export const rows: readonly ClassRow[] = Object.entries<ErrorStatusFacts>(errorCodes).map(([status, facts]) => {
  const Class = classes[status]
  if (Class === undefined) throw new Error(`problemClasses has no class for ${status}`)
  return { status: Number(status), facts, Class }
})

/** Makes a problem as a JavaScript caller may: with any arguments. */
export function make(Class: unknown, ...args: unknown[]): HttpProblem {
  return new (Class as AnyProblemClass)(...args)
}

/** The class of a status. */
export function classOf(status: number): AnyProblemClass {
  const row = rows.find((candidate) => candidate.status === status)
  if (row === undefined) throw new Error(`no class for ${status}`)
  return row.Class
}
