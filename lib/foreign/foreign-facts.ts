/** What of a request helps to tell what an error means. */
import { read } from '../problem/read.js'

/** What of a request helps to tell what an error means, such as that of a body parser. */
export interface ForeignFacts {
  /** The media type of the request without parameters, where it has one. */
  readonly mediaType?: string | undefined
  /** Whether the request body came in a content coding. */
  readonly isEncoded?: boolean | undefined
  /** Reads a part of the request by its name, such as `body` or `params`: it helps to tell which part an error is about. */
  readonly part?: ((name: string) => unknown) | undefined
}

// RFC 9110 8.3.1: two tokens.
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+/i

/** Reads the facts from the fields of a request, names in lower case, and from the request of Express or the context of Koa. */
export function foreignFacts(headers: Readonly<Record<string, unknown>>, request?: unknown): ForeignFacts {
  const given = headers['content-type']
  const mediaType = typeof given === 'string' ? MEDIA_TYPE.exec(given)?.[0].toLowerCase() : undefined
  const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity'
  // Koa's body parsers leave the body at `ctx.request`.
  const part = (name: string): unknown => read(request, name) ?? read(read(request, 'request'), name)
  return { mediaType, isEncoded, ...(request !== undefined && { part }) }
}
