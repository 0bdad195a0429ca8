/** Turns whatever was thrown into a problem. */
import { InternalServerError } from '../problem/classes.js'
import { createProblem } from '../problem/create.js'
import { addFault, collectFaults } from '../problem/fault.js'
import { type HttpProblem, isHttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { DEEPEST_AGGREGATE, isAggregate, reduceAggregate } from './aggregate.js'
import { families, plainFamilies } from './families.js'
import { type FamilyRow, type ForeignError, type ForeignFacts, foreignError } from './family.js'

/** Options of `toProblem`. */
export interface ToProblemOptions {
  /** What of the request helps to describe an error. */
  readonly facts?: ForeignFacts
}

/**
 * Turns any thrown value into a problem: a problem as it is, a known library's error by its table, anything else into a 500 without detail.
 * Total: never throws and never changes what was thrown. The value is the `cause` of the problem.
 *
 * @example
 * console.log(toProblem(new Error('db-17 is down')).toJSON())
 * // { type: 'about:blank', title: 'Internal Server Error', status: 500 }
 */
export function toProblem(thrown: unknown, { facts = {} }: ToProblemOptions = {}): HttpProblem {
  try {
    return convert(thrown, facts, 0)
  } catch {
    // A value that changes while it is read can surprise every family.
    return withoutStack(() => new InternalServerError({ cause: thrown }))
  }
}

function convert(thrown: unknown, facts: ForeignFacts, depth: number): HttpProblem {
  if (isHttpProblem(thrown)) return thrown
  if (isAggregate(thrown) && depth < DEEPEST_AGGREGATE)
    return reduceAggregate(thrown, (error) => convert(error, facts, depth + 1))
  const error = foreignError(thrown)
  // A primitive has no properties that any row could ask for.
  const row = typeof thrown === 'object' || typeof thrown === 'function' ? findRow(error, facts) : undefined
  if (row === undefined) return withoutStack(() => new InternalServerError({ cause: thrown }))
  const status = typeof row.status === 'number' ? row.status : row.status(error)
  const { faults, report } = collectFaults()
  const options = row.options?.(error, facts, report)
  const problem = withoutStack(() => createProblem(status, { ...options, cause: thrown }))
  for (const fault of faults) addFault(problem, fault)
  return problem
}

function findRow(error: ForeignError, facts: ForeignFacts): FamilyRow | undefined {
  for (const { concerns, rows } of error.isPlain ? plainFamilies : families) {
    if (concerns?.(error) === false) continue
    const row = rows.find(({ when }) => when(error, facts))
    if (row !== undefined) return row
  }
  return undefined
}
