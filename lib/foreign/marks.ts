/** Marks of errors that have little to tell them by: the name of a class, and that nobody has written a status on them. */
import { prototypeOf, read } from '../guard/read.js'
import type { ForeignError } from './family.js'

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
