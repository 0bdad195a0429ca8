/** Refuses what is wrong with a declaration. */

import { assignOwn } from './bare.js'
import { type FaultCode, faultMessage, type ProblemFault } from './fault.js'
import { nameOwn, nameValue } from './name.js'

/** Throws a TypeError unless the condition holds. */
export function need(
  holds: boolean,
  place: string,
  expected: string,
  got: unknown,
  code: FaultCode = 'ERR_PROBLEM_DEFINITION',
): void {
  if (!holds) throw misuse({ code, place, expected, got: nameOwn(got) })
}

/** Refuses a key that an object does not have. */
export function needOnly(keys: object, given: object, place: string): void {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(keys, key))
  need(unknown === undefined, place, `only ${Object.keys(keys).join(', ')}`, unknown)
}

/** Tells whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.isWellFormed()
}

/** Makes the TypeError for a wrong declaration or handler option. */
export function misuse(fault: ProblemFault): TypeError & ProblemFault {
  return assignOwn(new TypeError(faultMessage(fault)), fault)
}

/** Makes the TypeError for a wrong option. */
export function wrongOption(place: string, expected: string, got: unknown): TypeError & ProblemFault {
  return misuse({ code: 'ERR_PROBLEM_OPTION', place, expected, got: nameValue(got) })
}

/** Throws unless an option is absent or accepted. */
export function check(value: unknown, name: string, expected: string, accepts: (value: unknown) => boolean): void {
  if (value !== undefined && !accepts(value)) throw wrongOption(`options.${name}`, expected, value)
}

/** Tells whether a value is a function. */
export function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}
