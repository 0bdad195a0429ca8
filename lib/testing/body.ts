/** Reads the body of a response that is at hand: text, bytes, or what its JSON stands for. */

import { jsonText } from '../../schemas/json-text.js'
import { bytesOf, utf8Text } from '../guard/bytes.js'
import { has, isRecord, ownKeys, read } from '../guard/read.js'
import { plainMember } from '../respond/document/plain.js'

/** A body as plain, bounded data. */
export interface Body {
  /** The text; of a body that came parsed, its JSON. */
  readonly text: string
  /** What the JSON stands for; `undefined` where it is no JSON. */
  readonly body: unknown
}

/** Finds the body of a response; the text comes first, as it is nearest to what was sent. */
export function bodyOf(response: object): unknown {
  for (const name of ['text', 'payload', 'body', 'data']) {
    const body = read(response, name)
    if (body === undefined || body === null || typeof body === 'function') continue
    // superagent gives an empty object where there was no body, as in an answer to HEAD; what it parsed has a text too.
    return name === 'body' && has(response, 'text') && isRecord(body) && ownKeys(body).length === 0 ? '' : body
  }
  return isStream(response) ? response : ''
}

/** Tells whether a body has to be read first. */
export function isStream(value: unknown): boolean {
  return typeof read(value, 'pipe') === 'function' || typeof read(value, 'getReader') === 'function'
}

/** Reads a body. */
export function readBody(body: unknown): Body {
  if (typeof body === 'string') return { text: body, body: parsed(body) }
  const bytes = isRecord(body) ? bytesOf(body) : undefined
  if (bytes !== undefined) {
    // RFC 8259 8.1: JSON is UTF-8 without a byte order mark.
    const text = utf8Text(bytes)
    return { text: text ?? `${bytes.length} bytes that are no UTF-8`, body: parsed(text ?? '') }
  }
  const plain = bounded(body)
  return { text: jsonText(plain) ?? '', body: plain }
}

function parsed(text: string): unknown {
  try {
    return bounded(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Copies a value as JSON would carry it, in bounded time and depth. */
export function bounded(value: unknown): unknown {
  return plainMember(value, 'body', { values: 20_000_000, objects: 200_000 }, () => undefined)
}
