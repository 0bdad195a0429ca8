/** Tells whether a request has a body, and whether anybody has read it: body parsers leave the same nothing in both cases. */
import { isPlain } from './copy.js'

/** What is known of a request body. */
export interface BodyFacts {
  /** What a body parser left. */
  readonly value: unknown
  /** Whether a body parser ran at all, even if the body was none for it. */
  readonly sawParser: boolean
  /** Whether the stream was read; unknown where there is no real stream. */
  readonly wasRead: boolean | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

/** What a body is: parsed; not sent; of a media type that no parser takes; or never looked at, which is the server's fault. */
export type BodyState = { readonly is: 'parsed'; readonly value: unknown } | { readonly is: 'missing' | 'unread' | 'unparsed' }

/** Gives the state of a body. */
export function bodyState({ value, sawParser, wasRead, headers }: BodyFacts): BodyState {
  if (!isEmpty(value)) return { is: 'parsed', value }
  if (!hasContent(headers)) return { is: 'missing' }
  if (wasRead === false) return { is: sawParser ? 'unread' : 'unparsed' }
  return value === undefined ? { is: 'missing' } : { is: 'parsed', value }
}

// Express 4 and Koa's parsers leave `{}` where there was nothing for them.
function isEmpty(value: unknown): boolean {
  return value === undefined || (isPlain(value) && Object.keys(value).length === 0)
}

// RFC 9112 6.3: a request has content where one of these says so.
function hasContent(headers: Readonly<Record<string, unknown>>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
