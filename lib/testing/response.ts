/** Reads what came: the response of supertest, of fetch, of light-my-request, or a plain object of that shape. */

import { responseField } from '../client/field.js'
import { isThenable } from '../guard/call.js'
import { nameError, nameValue } from '../guard/name.js'
import { isRecord, read } from '../guard/read.js'
import { type Body, bodyOf, isStream, readBody } from './body.js'

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
export interface Received extends Body {
  readonly status: number
  /** Gives the value of a header field. */
  readonly field: (name: string) => string | undefined
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
  if (isThenable(response)) return { expected: 'a response', got: 'a promise; await it, and assert with what it gives' }
  const status = read(response, 'status') ?? read(response, 'statusCode')
  if (typeof status !== 'number')
    return { expected: 'a response with a number as `status` or `statusCode`', got: nameValue(status) }
  const field = fieldReader(read(response, 'headers'))
  if (isFetched(response)) return receiveFetched(response, status, field)
  const body = bodyOf(response)
  if (isStream(body))
    return { expected: 'a response whose body is at hand', got: 'a stream; read it, and pass { status, headers, body }' }
  return { status, field, ...readBody(body) }
}

// A number where the fields were written by hand.
function fieldReader(headers: unknown): Received['field'] {
  return (name) => {
    const value = responseField(headers, name)
    return typeof value === 'number' ? String(value) : value
  }
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
    return { status, field, ...readBody(new Uint8Array(await response.clone().arrayBuffer())) }
  } catch (error) {
    return { expected: 'a body that can be read', got: `one that fails with ${nameError(error)}` }
  }
}

/** Tells whether a response could not be read. */
export function isUnjudged(received: Received | Unjudged): received is Unjudged {
  return Object.hasOwn(received, 'got')
}
