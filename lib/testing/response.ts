/** Reads what came: the response of supertest, of fetch, of light-my-request, or a plain object of that shape. */
import { isRecord, itemsOf, nameValue, read } from '../problem/read.js'
import { plainMember } from '../respond/plain.js'

/** A response whose body is at hand: of supertest and superagent, of light-my-request, of axios, or made by hand. */
export interface PlainResponse {
  readonly status?: number
  /** Same as `status`: the name that light-my-request uses. */
  readonly statusCode?: number
  /** A record of header fields, or an object with `get(name)`. */
  readonly headers: object
  /** The body as text; it comes before the others. */
  readonly text?: unknown
  /** The body as light-my-request names it. */
  readonly payload?: unknown
  /** The body as text, as bytes, or as what its JSON stands for. */
  readonly body?: unknown
  /** The body as axios names it. */
  readonly data?: unknown
}

/** A response of fetch, whose body is read later. */
export interface FetchResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly bodyUsed: boolean
  clone(): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** What an assertion looks at: plain, bounded data. */
export interface Received {
  readonly status: number
  /** Gives the value of a header field. */
  readonly field: (name: string) => string | undefined
  /** The text of the body; of a body that came parsed, its JSON. */
  readonly text: string
  /** What the JSON of the body stands for; `undefined` where it is no JSON. */
  readonly body: unknown
}

/** Why a value cannot be judged: neither an assertion nor its negation holds for it. */
export interface Unjudged {
  readonly expected: string
  readonly got: string
}

/** Reads a response. Whatever the value is, this does not throw. */
export function receive(response: unknown): Received | Unjudged | Promise<Received | Unjudged> {
  try {
    return readResponse(response)
  } catch {
    return { expected: 'a response', got: 'a value that throws when it is read' }
  }
}

function readResponse(response: unknown): Received | Unjudged | Promise<Received | Unjudged> {
  if (!isRecord(response)) return { expected: 'a response', got: nameValue(response) }
  if (typeof read(response, 'then') === 'function')
    return { expected: 'a response', got: 'a promise; await it, and assert with what it gives' }
  const status = read(response, 'status') ?? read(response, 'statusCode')
  if (typeof status !== 'number')
    return { expected: 'a response with a number as `status` or `statusCode`', got: nameValue(status) }
  const field = fieldReader(read(response, 'headers'))
  if (isFetched(response)) return receiveFetched(response, status, field)
  return withBody(status, field, bodyOf(response))
}

function isFetched(response: object): response is FetchResponse {
  return typeof read(response, 'clone') === 'function' && typeof read(response, 'arrayBuffer') === 'function'
}

function receiveFetched(
  response: FetchResponse,
  status: number,
  field: Received['field'],
): Unjudged | Promise<Received | Unjudged> {
  if (read(response, 'bodyUsed') === true)
    return {
      expected: 'a response of fetch whose body was not read',
      got: 'one that was; assert first and read then, or pass { status, headers, body }',
    }
  return readClone(response, status, field)
}

// The clone is made before the first await: the caller may read the body of the response at once.
async function readClone(response: FetchResponse, status: number, field: Received['field']): Promise<Received | Unjudged> {
  try {
    return withBody(status, field, new Uint8Array(await response.clone().arrayBuffer()))
  } catch (error) {
    return { expected: 'a body that can be read', got: `one that fails with ${nameError(error)}` }
  }
}

/** Names an error with its message; it may be any value. */
export function nameError(error: unknown): string {
  const message = read(error, 'message')
  return typeof message === 'string' ? JSON.stringify(message.slice(0, 200)) : nameValue(error)
}

/** Makes the function that reads a header field, of a `Headers` or of a record with names in any case. */
function fieldReader(headers: unknown): Received['field'] {
  const get = read(headers, 'get')
  if (typeof get === 'function')
    return (name) => {
      try {
        return fieldText(Reflect.apply(get, headers, [name.toLowerCase()]))
      } catch {
        return undefined
      }
    }
  return (name) => fieldText(read(headers, nameIn(headers, name.toLowerCase())))
}

function nameIn(headers: unknown, lowered: string): string {
  try {
    return Object.keys(headers as object).find((key) => key.toLowerCase() === lowered) ?? lowered
  } catch {
    return lowered
  }
}

function fieldText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const lines = itemsOf(value)
  return lines === undefined ? undefined : lines.filter((line) => typeof line === 'string').join(', ')
}

// The text first: superagent parses what says that it is JSON and gives `{}` for the rest.
function bodyOf(response: object): unknown {
  for (const name of ['text', 'payload', 'body', 'data']) {
    const body = read(response, name)
    if (body !== undefined && body !== null && typeof body !== 'function') return body
  }
  return isStream(response) ? response : ''
}

function isStream(value: object): boolean {
  return typeof read(value, 'pipe') === 'function' || typeof read(value, 'getReader') === 'function'
}

function withBody(status: number, field: Received['field'], body: unknown): Received | Unjudged {
  if (typeof body === 'string') return { status, field, text: body, body: parsed(body) }
  if (body instanceof Uint8Array) {
    const text = decoded(body)
    return { status, field, text: text ?? `${body.length} bytes that are no UTF-8`, body: parsed(text ?? '') }
  }
  if (typeof body === 'object' && isStream(body as object))
    return { expected: 'a response whose body is at hand', got: 'a stream; read it, and pass { status, headers, body }' }
  const plain = bounded(body)
  return { status, field, text: JSON.stringify(plain) ?? '', body: plain }
}

// RFC 8259 8.1: JSON is UTF-8 without a byte order mark.
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
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

/** Tells whether a response could not be read. */
export function isUnjudged(received: Received | Unjudged): received is Unjudged {
  return 'got' in received
}
