/** Finds the response in what HTTP clients give and throw, and describes it for logs: fetch, undici, axios, got, ky, superagent and plain ones. */

import { isRecord, read } from '../guard/read.js'
import { createProblem } from '../problem/create.js'
import type { HttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { isErrorStatus, registeredStatus, titleOf } from '../problem/status.js'
import { otherCodes } from '../status/codes.js'
import { vendorFacts } from '../status/vendor-codes.js'

/** A response of another server, in the words of no client. */
export interface UpstreamResponse {
  readonly status: number
  readonly headers: unknown
  /** A text, bytes, a stream, or what a client has parsed already. */
  readonly body: unknown
}

/** The members of problem details that another server sent, as far as they are what they must be. */
export interface UpstreamDocument {
  readonly type?: string
  readonly title?: string
  readonly detail?: string
  readonly instance?: string
  readonly extensions: Readonly<Record<string, unknown>>
}

/** Finds the response: the value itself, or that of an error. */
export function responseIn(value: unknown): UpstreamResponse | undefined {
  return responseOf(read(value, 'response')) ?? responseOf(value)
}

function responseOf(value: unknown): UpstreamResponse | undefined {
  const status = [read(value, 'status'), read(value, 'statusCode')].find((one) => Number.isInteger(one))
  if (!isRecord(value) || typeof status !== 'number' || !(status >= 100 && status <= 599)) return undefined
  const body = [read(value, 'data'), read(value, 'body'), read(value, 'text')].find(
    (one) => one !== undefined && typeof one !== 'function',
  )
  // A response of `node:http` is its own body.
  const stream = typeof read(value, Symbol.asyncIterator) === 'function' ? value : undefined
  return { status, headers: read(value, 'headers'), body: body ?? stream }
}

/** Makes the problem that is the cause of ours: what the other server said, with its own status in the message. */
export function describeUpstream(
  { status }: UpstreamResponse,
  { type = '', title, detail, instance, extensions }: UpstreamDocument,
  headers: Readonly<Record<string, string>>,
  responseOrError: unknown,
): HttpProblem {
  const vendor = vendorFacts(status)
  const phrase = vendor?.phrase ?? otherCodes[status]?.phrase ?? titleOf(status)
  const text = `The other server answered ${status} ${phrase}${vendor === undefined ? '' : ` (${vendor.vendor})`}`
  return withoutStack(() =>
    createProblem(isErrorStatus(status) ? registeredStatus(status) : 502, text, {
      ...(type !== '' && { type, title }),
      detail,
      instance,
      extensions,
      headers,
      expose: false,
      cause: responseOrError,
    }),
  )
}
