/** What of a request helps to tell what an error means. */
import { read } from '../problem/read.js'

/** What of a request helps to tell what an error means, such as that of a body parser. */
export interface ForeignFacts {
  /** The media type of the request without parameters, where it has one. */
  readonly mediaType?: string | undefined
  /** Whether the request body came in a content coding. */
  readonly isEncoded?: boolean | undefined
}

// RFC 9110 8.3.1: two tokens.
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+/i

/** Reads the facts from the fields of a request, names in lower case. */
export function foreignFacts(headers: Readonly<Record<string, unknown>>): ForeignFacts {
  const given = read(headers, 'content-type')
  const mediaType = typeof given === 'string' ? MEDIA_TYPE.exec(given)?.[0].toLowerCase() : undefined
  return { mediaType, isEncoded: (read(headers, 'content-encoding') ?? 'identity') !== 'identity' }
}
