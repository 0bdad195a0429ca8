/** Writes the Content-Range of a 416 (RFC 9110 15.5.17): the current length of the representation. */
import { nameValue } from '../../guard/read.js'
import { FieldError } from './field-error.js'

/** Writes an unsatisfied range for a size in bytes. */
export function unsatisfiedRange(size: unknown): string {
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw new FieldError('a size in bytes', nameValue(size))
  return `bytes */${size}`
}
