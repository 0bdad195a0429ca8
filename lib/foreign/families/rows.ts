/** Makes rows and marks for the families of every kind. */

import { has, isRecord, prototypeOf, read } from '../../guard/read.js'
import type { FamilyRow, ForeignError, Mark } from '../family.js'

/** Makes a row with a fixed detail, or without one where nothing may be said. */
export function row(when: FamilyRow['when'], status: number, detail?: string): FamilyRow {
  return detail === undefined ? { when, status } : { when, status, options: () => ({ detail }) }
}

// Long enough for a pool, a lock or a restart, short enough for whoever waits.
const SOON_SECONDS = 5

/** Makes a row for what passes: a 503, or another status, that says when to try again. */
export function passing(when: FamilyRow['when'], status = 503): FamilyRow {
  // Not the option `retryAfter`, which a 502 does not have.
  return { when, status, options: () => ({ headers: { 'Retry-After': String(SOON_SECONDS) } }) }
}

/** Matches errors by their code. */
export function coded(...codes: readonly unknown[]): Mark {
  return ({ code }) => codes.includes(code)
}

/** Matches errors by their name. */
export function named(...names: readonly string[]): Mark {
  return ({ name }) => name !== undefined && names.includes(name)
}

/** Matches errors by their message, where a library gives nothing else. */
export function said(pattern: RegExp): Mark {
  return (error) => error.isError && pattern.test(String(error.message))
}

/** Tells whether an error has a property, its own or inherited, whatever the value. */
export function hasProperty({ thrown }: ForeignError, key: string): boolean {
  return isRecord(thrown) && has(thrown, key)
}

/** Tells whether an error has no enumerable property but some: one of the app's own has more to say. */
export function hasOnly(error: ForeignError, ...keys: readonly string[]): boolean {
  return error.keys.every((key) => keys.includes(key))
}

// The names that bundlers give to classes.
const BUNDLED = /^[\w$]{1,3}$/

/**
 * Tells whether an error is of a class with one of these names, as far as that can still be told in a bundle. Its text has to say the rest:
 * for libraries that give their errors a class and no name.
 */
export function isOfClass({ thrown }: ForeignError, ...names: readonly string[]): boolean {
  const made = String(read(read(prototypeOf(thrown), 'constructor'), 'name'))
  return names.includes(made) || BUNDLED.test(made)
}

/** Tells whether an error has a status: an answer that the app chose, where a library writes none. */
export function hasStatus(error: ForeignError): boolean {
  return error.get('status') !== undefined || error.get('statusCode') !== undefined
}

/** Tells whether an error has one of some properties, its own and listed. That costs an unknown error least: nothing is read. */
export function hasKey({ keys }: ForeignError, ...wanted: readonly string[]): boolean {
  for (const key of keys) if (wanted.includes(key)) return true
  return false
}
