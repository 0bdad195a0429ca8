/** Asserts with a problem. */

import { wrongArgument } from '../guard/refuse.js'
import type { HttpProblem } from './problem.js'

/**
 * Throws a problem of the class unless the value is truthy.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where the second argument is no class, whatever the value
 * @example
 * const users: Record<string, { name: string } | undefined> = {}
 * const user = users['7']
 * try {
 *   assertProblem(user, NotFound, 'No user 7')
 *   console.log(user.name)
 * } catch (error) {
 *   console.log(String(error)) // NotFound: No user 7
 * }
 */
export function assertProblem<Arguments extends readonly unknown[]>(
  value: unknown,
  Class: new (...args: Arguments) => HttpProblem,
  ...args: Arguments
): asserts value {
  // Whoever knows http-assert passes a status; told at the first call, and not first at the first failure.
  if (typeof Class !== 'function') throw wrongArgument('assertProblem', 'a problem class second, such as NotFound', Class)
  if (!value) throw new Class(...args)
}
