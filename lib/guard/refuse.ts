/**
 * Refuses a wrong declaration, option or argument where a developer sees it at once: with a TypeError that says what was expected where. What
 * `need` begins throws; what `wrong` begins makes the error.
 */

import { assignOwn } from './bare.js'
import { type FaultCode, faultMessage, type ProblemFault } from './fault.js'
import { nameOwn, nameValue, oneOf } from './name.js'

/** The TypeError for a misuse of this package, with the fault as its properties. */
export type Misuse = TypeError & ProblemFault

/** Makes the TypeError of a fault. */
export function misuse(fault: ProblemFault): Misuse {
  return assignOwn(new TypeError(faultMessage(fault)), fault)
}

/** Makes the TypeError for a wrong argument of a function. */
export function wrongArgument(place: string, expected: string, got: unknown): Misuse {
  return misuse({ code: 'ERR_PROBLEM_ARGUMENT', place, expected, got: nameValue(got) })
}

/** Makes the TypeError for a wrong option. */
export function wrongOption(place: string, expected: string, got: unknown): Misuse {
  return misuse({ code: 'ERR_PROBLEM_OPTION', place, expected, got: nameValue(got) })
}

/** Makes the TypeError for a schema that cannot be used. */
export function wrongSchema(place: string, expected: string, got: unknown): Misuse {
  return misuse({ code: 'ERR_PROBLEM_SCHEMA', place, expected, got: nameValue(got) })
}

/** Throws unless a condition holds of a declaration. */
export function need(
  holds: boolean,
  place: string,
  expected: string,
  got: unknown,
  code: FaultCode = 'ERR_PROBLEM_DEFINITION',
): void {
  if (!holds) throw misuse({ code, place, expected, got: nameOwn(got) })
}

/** Throws unless an option is absent or accepted. */
export function needOption(value: unknown, name: string, expected: string, accepts: (value: unknown) => boolean): void {
  needRules({ [name]: value }, { [name]: { expected, accepts } }, 'options.')
}

/** What an option must be. */
export interface OptionRule {
  readonly isRequired?: true
  readonly expected: string
  readonly accepts: (value: unknown) => boolean
}

/** Throws where one of the options breaks its rule; one that is absent and not required breaks none. `place` is what stands before their names. */
export function needRules(given: object, rules: Readonly<Record<string, OptionRule>>, place: string): void {
  for (const [name, rule] of Object.entries(rules)) {
    const value = (given as Readonly<Record<string, unknown>>)[name]
    const isAsked = value !== undefined || Object.hasOwn(rule, 'isRequired')
    if (isAsked && !rule.accepts(value)) throw wrongOption(`${place}${name}`, rule.expected, value)
  }
}

/** Throws where an object has a key that is none of the known ones. */
export function needKnownKeys(known: object, given: object, place: string, code: FaultCode = 'ERR_PROBLEM_OPTION'): void {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(known, key))
  need(unknown === undefined, place, oneOf(Object.keys(known)), unknown, code)
}

/** Tells whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.isWellFormed()
}

/** Tells whether a value is a function. */
export function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}
