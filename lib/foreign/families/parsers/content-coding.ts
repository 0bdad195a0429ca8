/** What may be said of a body whose content coding a body parser does not know, or could not undo (RFC 9110 8.4). */

import type { CreateOptions } from '../../../problem/create.js'
import type { ForeignError } from '../../family.js'

/** Tells whether zlib refused its input. */
export function isZlibError({ code }: ForeignError): boolean {
  return typeof code === 'string' && /^Z_[A-Z]+_ERROR$/.test(code)
}

/** Says that a body does not have the content coding that it announces. */
export function undecompressed(): CreateOptions {
  return { detail: 'The request body could not be decompressed.' }
}

/** Says that a content coding is not supported, and names those that every version of the parsers reads. */
export function unsupportedCoding(): CreateOptions {
  return { detail: 'The content coding of the request body is not supported.', acceptEncoding: ['gzip', 'deflate'] }
}
