/** Refuses wrong arguments in few words, as every byte is sent to browsers. */
import type { FaultCode, ProblemFault } from '../guard/fault.js'

function misuse(code: FaultCode, place: string, expected: string, value: unknown): TypeError & ProblemFault {
  const got = value === null ? 'null' : typeof value
  return Object.assign(new TypeError(`${place}: expected ${expected}, got ${got} (${code})`), { code, place, expected, got })
}

/** Makes the TypeError for a wrong argument of a function. */
export function wrongArgument(place: string, expected: string, value: unknown): TypeError & ProblemFault {
  return misuse('ERR_PROBLEM_ARGUMENT', place, expected, value)
}

/** Makes the TypeError for a wrong option. */
export function wrongOption(name: string, expected: string, value: unknown): TypeError & ProblemFault {
  return misuse('ERR_PROBLEM_OPTION', `options.${name}`, expected, value)
}
