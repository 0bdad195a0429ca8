/** Chooses what to do by the class of a problem. */

import type { ProblemClass } from '../define/problem-class.js'
import { given } from '../guard/given.js'
import { isBranded } from '../problem/brand.js'
import type { NoOtherCases, ProblemCases, ResultOf } from './match-cases.js'
import { wrongArgument } from './wrong-argument.js'

/**
 * Calls the case that is named after the class of a problem, or after the nearest class above it, and gives what it gives.
 *
 * The case `default` takes all else, errors that are no problems included. Without it the compiler asks for a case for each of the given
 * `types`, and an error that no case takes is thrown again.
 *
 * @param types the classes that the error may be of: the compiler then knows their names and members
 * @throws the error, where no case takes it; TypeError with the code `ERR_PROBLEM_ARGUMENT` where a case is no function
 * @example
 * const { QuotaExceeded } = registeredTypes
 * const told = matchProblem(
 *   new QuotaExceeded({ 'violated-policies': ['daily'] }),
 *   {
 *     QuotaExceeded: ({ extensions }) => `over the limit: ${extensions['violated-policies']}`,
 *     Conflict: ({ detail }) => detail,
 *     default: () => 'something went wrong',
 *   },
 *   [QuotaExceeded],
 * )
 * console.log(told) // over the limit: daily
 */
export function matchProblem<Cases extends ProblemCases<Types[number]>, Types extends readonly ProblemClass[] = []>(
  error: unknown,
  cases: Cases & NoOtherCases<Types[number], Cases>,
  types?: Types,
): ResultOf<Cases> {
  // The names are those of classes, so only the compiler needs the list.
  void types
  const name = namesOf(error).find((one) => Object.hasOwn(Object(cases), one))
  if (name === undefined) throw error
  const chosen = given(cases, name)
  if (typeof chosen !== 'function') throw wrongArgument(`cases.${name}`, 'a function', chosen)
  // A case takes problems of the class that it is named after.
  return chosen(error) as ResultOf<Cases>
}

// Two of each class. Deeper than the classes of any app; also the end of a Proxy without end.
const MOST_NAMES = 40

function namesOf(error: unknown): readonly string[] {
  const names: unknown[] = []
  try {
    for (let holder = error; isBranded(holder) && names.length < MOST_NAMES; holder = Object.getPrototypeOf(holder))
      // A bundler may have renamed a class; the prototypes of ours keep their names.
      names.push(given(given(holder, 'constructor'), 'name'), given(holder, 'name'))
  } catch {
    // The names that came before count.
  }
  // A class that a module exports without a name is called `default`. What was received without its class is made by one of that name, and has the
  // name of its status.
  const ofClasses = names.filter((name): name is string => typeof name === 'string' && !/^(HttpProblem|default)$/.test(name))
  return [...ofClasses, ...(names.length > 0 ? ['HttpProblem'] : []), 'default']
}
