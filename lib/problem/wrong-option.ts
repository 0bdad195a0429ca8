/** Refuses a wrong option at start-up. */
import { misuse, type ProblemFault } from './fault.js'
import { nameValue } from './read.js'

/** Makes the TypeError for a wrong option. */
export function wrongOption(place: string, expected: string, got: unknown): TypeError & ProblemFault {
  return misuse({ code: 'ERR_PROBLEM_OPTION', place, expected, got: nameValue(got) })
}
