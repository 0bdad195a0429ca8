/** Tells whether a request has a body, and whether anybody has read it: body parsers leave the same nothing in both cases. */
import { isJsonObject } from '../../schemas/json.js'
import { read } from '../guard/read.js'

/** What is known of a request body. */
export interface BodyFacts {
  /** What a body parser left. */
  readonly value: unknown
  /** Whether a body parser ran at all, even if the body was none for it. */
  readonly sawParser: boolean
  /** The request, whose stream tells whether anybody has read it; a platform may have none. */
  readonly stream: RequestStream
  readonly headers: Readonly<Record<string, unknown>>
}

/** What the stream of a request tells of itself, on Node.js and on what imitates it. */
export interface RequestStream {
  readonly readableDidRead?: boolean
  readonly readableLength?: number
  /** Whether all of the request has come. */
  readonly complete?: boolean
  /** The stream of HTTP/2, where a body needs no length. */
  readonly stream?: { readonly endAfterHeaders?: boolean }
}

/** What a body is: parsed, of which a form has nothing but text; not sent; of a media type that no parser takes; or left by whatever ran, which may be the server's fault. */
export type BodyState =
  | { readonly is: 'parsed' | 'form'; readonly value: unknown }
  | { readonly is: 'missing' | 'unread' | 'unparsed' }

/** Gives the state of a body. */
export function bodyState({ value, sawParser, stream, headers }: BodyFacts): BodyState {
  const parsed: BodyState = { is: isForm(headers) ? 'form' : 'parsed', value }
  if (!isEmpty(value)) return parsed
  if (!(hasContent(headers) || read(read(stream, 'stream'), 'endAfterHeaders') === false) || cameEmpty(stream))
    return { is: 'missing' }
  if (stream.readableDidRead === false) return { is: sawParser ? 'unread' : 'unparsed' }
  return value === undefined ? { is: 'missing' } : parsed
}

function isForm(headers: Readonly<Record<string, unknown>>): boolean {
  const mediaType = read(headers, 'content-type')
  return (
    typeof mediaType === 'string' && /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(mediaType)
  )
}

// Express 4 and Koa's parsers leave `{}` where there was nothing for them.
function isEmpty(value: unknown): boolean {
  return value === undefined || (isJsonObject(value) && Object.keys(value).length === 0)
}

// A body in chunks may end with its first one. Nothing of it is ever read, whatever its media type.
function cameEmpty({ readableDidRead, readableLength, complete }: RequestStream): boolean {
  return readableDidRead === false && readableLength === 0 && complete === true
}

/** Tells whether a request over HTTP/1.1 has content (RFC 9112 6.3). */
export function hasContent(headers: Readonly<Record<string, unknown>>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
