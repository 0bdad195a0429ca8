/** Writes the fields that take one value: Retry-After (RFC 9110 10.2.3), Content-Range (14.4), and the Link of a 451 (RFC 7725 4). */

import { timeOf } from '../../guard/kind.js'
import { nameValue } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import { FieldError } from './field-value.js'

/** Writes seconds rounded up, never negative; or a Date. */
export function retryAfter(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER)
    return String(Math.max(0, Math.ceil(value)))
  const time = timeOf(value)
  if (time !== undefined) {
    // IMF-fixdate has a year of four digits (RFC 9110 5.6.7).
    if (time >= 0 && time < Date.UTC(10000, 0)) return new Date(time).toUTCString()
  }
  throw new FieldError('seconds or a Date', nameValue(value))
}

/** Gives the text of a URI reference that can be the target of a link (RFC 8288 3.1); `undefined` for what is none. */
export function linkTarget(uri: unknown): string | undefined {
  // A URL of whatever realm has an href.
  const text = typeof uri === 'string' ? uri : read(uri, 'href')
  // RFC 3986: none of these may stand in a URI, and '>' would end the link target.
  return typeof text === 'string' && /^[\x21-\x7e]+$/.test(text) && !/[<>"{}|\\^`]/.test(text) ? text : undefined
}

/** Writes a link with the relation `blocked-by` to a URI. */
export function blockedByLink(uri: unknown): string {
  const target = linkTarget(uri)
  if (target === undefined) throw new FieldError('a URI', nameValue(uri))
  return `<${target}>; rel="blocked-by"`
}

/** Writes an unsatisfied range for a size in bytes. */
export function unsatisfiedRange(size: unknown): string {
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw new FieldError('a size in bytes', nameValue(size))
  return `bytes */${size}`
}
