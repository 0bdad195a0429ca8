/** Refuses a wrong option at start-up. */
import { misuse, type ProblemFault } from '../guard/fault.js'
import { nameValue } from '../guard/read.js'

/** Makes the TypeError for a wrong option. */
export function wrongOption(place: string, expected: string, got: unknown): TypeError & ProblemFault {
  return misuse({ code: 'ERR_PROBLEM_OPTION', place, expected, got: nameValue(got) })
}
