/** Writes the Link of a 451 (RFC 7725 4): who implements the blocking. */
import { nameValue, read } from '../../guard/read.js'
import { FieldError } from './field-error.js'

/** Writes a link with the relation `blocked-by` to a URI. */
export function blockedByLink(uri: unknown): string {
  // A URL of whatever realm has an href.
  const text = typeof uri === 'string' ? uri : read(uri, 'href')
  // RFC 3986: none of these may stand in a URI, and '>' would end the link target.
  if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text) || /[<>"{}|\\^`]/.test(text)) {
    throw new FieldError('a URI', nameValue(uri))
  }
  return `<${text}>; rel="blocked-by"`
}
