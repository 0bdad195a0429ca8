/** Refuses what is wrong with a declaration. */
import { type FaultCode, misuse } from './fault.js'
import { nameValue } from './read.js'

/** Throws a TypeError unless the condition holds. */
export function need(
  holds: boolean,
  place: string,
  expected: string,
  got: unknown,
  code: FaultCode = 'ERR_PROBLEM_DEFINITION',
): void {
  if (!holds) throw misuse({ code, place, expected, got: nameValue(got) })
}

/** Tells whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.isWellFormed()
}
