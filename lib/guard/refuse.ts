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
  if (!holds) throw misuse({ code, place, expected, got: nameOwn(got) })
}

/** Refuses a key that an object does not have. */
export function needOnly(keys: object, given: object, place: string): void {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(keys, key))
  need(unknown === undefined, place, `only ${Object.keys(keys).join(', ')}`, unknown)
}

// What a developer wrote in a declaration is no secret; type URIs are longer than what is quoted of a thrown value.
const LONGEST = 200

/** Names a part of a declaration in a message. */
export function nameOwn(value: unknown): string {
  if (typeof value !== 'string') return nameValue(value)
  return value.length <= LONGEST ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, LONGEST))}…`
}

/** Tells whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.isWellFormed()
}
