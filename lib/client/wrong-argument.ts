/** Refuses wrong arguments in few words, as every byte is sent to browsers. */
import type { FaultCode, ProblemFault } from '../guard/fault.js'

/** Makes the TypeError for a wrong argument of a function. */
export function wrongArgument(
  place: string,
  expected: string,
  value: unknown,
  code: FaultCode = 'ERR_PROBLEM_ARGUMENT',
): TypeError & ProblemFault {
  const got = value === null ? 'null' : typeof value
  return Object.assign(new TypeError(`${place}: expected ${expected}, got ${got} (${code})`), { code, place, expected, got })
}

/** Makes the TypeError for a wrong option. */
export function wrongOption(name: string, expected: string, value: unknown): TypeError & ProblemFault {
  return wrongArgument(`options.${name}`, expected, value, 'ERR_PROBLEM_OPTION')
}
