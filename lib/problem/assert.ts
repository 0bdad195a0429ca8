/** Asserts with a problem. */
import type { HttpProblem } from './problem.js'

/**
 * Throws a problem of the class unless the value is truthy.
 *
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
  if (!value) throw new Class(...args)
}
