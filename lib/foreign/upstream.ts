/**
 * Errors of HTTP clients. They carry the status and the fields of another server: what it refused us is no refusal of ours, so none of
 * that passes. Asked first, before any `status` is believed.
 */
import { read } from '../problem/read.js'
import { isErrorStatus, registeredStatus } from '../problem/status.js'
import { coded, type Family, type FamilyRow, type ForeignError, type Mark, named, row } from './family.js'
import { relayedRetryAfter } from './retry-after.js'

const TIMEOUT = /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|UND_ERR_[A-Z_]*TIMEOUT)$/
// Mistakes in the call: the other server was never asked.
const MISUSE = /^(?:ERR_INVALID_URL|ERR_INVALID_ARG_\w+|UND_ERR_INVALID_ARG|ERR_BAD_OPTION\w*|ERR_UNSUPPORTED_PROTOCOL)$/

/** Gives our status for a failure without a response, by its code. */
export function failureStatus(code: unknown): number {
  const text = typeof code === 'string' ? code : ''
  if (MISUSE.test(text)) return 500
  return TIMEOUT.test(text) || text === 'ERR_CANCELED' ? 504 : 502
}

/**
 * Gives our status for a response of another server: 503 where it asks us to wait, 504 where it waited in vain, else 502. Codes of nginx,
 * Cloudflare, AWS and others count as their registered equivalents.
 */
export function upstreamStatus(status: unknown): number {
  const meant = typeof status === 'number' ? registeredStatus(status) : undefined
  if (meant === 429 || meant === 503) return 503
  return meant === 504 || meant === 408 ? 504 : 502
}

/** Makes a row for errors that carry a response: our status, and its Retry-After where that is ours to repeat. */
export function responseRow(
  when: FamilyRow['when'],
  status: (error: ForeignError) => unknown,
  headers: (error: ForeignError) => unknown,
): FamilyRow {
  return {
    when,
    status: (error) => upstreamStatus(status(error)),
    options: (error) => (upstreamStatus(status(error)) === 503 ? { retryAfter: relayedRetryAfter(headers(error)) } : {}),
  }
}

function responseOf(error: ForeignError): unknown {
  return error.get('response')
}

function causeCode(error: ForeignError): unknown {
  return read(error.get('cause'), 'code')
}

const isAxios: Mark = (error) => error.get('isAxiosError') === true
const isFetch: Mark = (error) =>
  error.name === 'TypeError' && (isFailedFetch(error) || (error.text('message') === 'terminated' && isUndici(causeCode(error))))

/** The family. */
export const upstream: Family = {
  name: 'HTTP clients',
  rows: [
    responseRow(
      (error) => isAxios(error) && isErrorStatus(read(responseOf(error), 'status')),
      (error) => read(responseOf(error), 'status'),
      (error) => read(responseOf(error), 'headers'),
    ),
    { when: isAxios, status: ({ code }) => failureStatus(code) },
    // fetch, and so undici inside of Node: the reason is in the cause, for a host with two addresses in an aggregate there.
    { when: isFetch, status: (error) => failureStatus(causeCode(error)) },
    responseRow(
      coded('UND_ERR_RESPONSE', 'UND_ERR_RESPONSE_STATUS_CODE'),
      (error) => error.get('statusCode'),
      (error) => error.get('headers'),
    ),
    { when: ({ code }) => isUndici(code), status: ({ code }) => failureStatus(code) },
    // got
    responseRow(
      coded('ERR_NON_2XX_3XX_RESPONSE'),
      (error) => read(responseOf(error), 'statusCode'),
      (error) => read(responseOf(error), 'headers'),
    ),
    { when: isGot, status: (error) => (error.name === 'TimeoutError' ? 504 : failureStatus(error.code)) },
    // ky, wretch, superagent and whatever else keeps the response. With another status it is an answer that the app chose: no more passes.
    { when: (error) => keepsResponse(error) && isErrorStatus(ownStatus(error)) && !isItsStatus(error), status: ownStatus },
    responseRow(
      keepsResponse,
      (error) => read(responseOf(error), 'status'),
      (error) => read(responseOf(error), 'headers'),
    ),
    responseRow(
      isFetchedResponse,
      (error) => error.get('status'),
      (error) => error.get('headers'),
    ),
    row((error) => error.name === 'TimeoutError' && isFetchRequest(error), 504),
    row((error) => error.name === 'NetworkError' && isFetchRequest(error), 502),
  ],
}

function isFailedFetch(error: ForeignError): boolean {
  return error.text('message') === 'fetch failed' && error.get('cause') !== undefined
}

function isUndici(code: unknown): boolean {
  return typeof code === 'string' && code.startsWith('UND_ERR_')
}

function isFetchRequest(error: ForeignError): boolean {
  return read(error.get('request'), Symbol.toStringTag) === 'Request'
}

// `if (!response.ok) throw response`. One that was made here has no address, and its status is the app's.
function isFetchedResponse(error: ForeignError): boolean {
  const { thrown } = error
  return read(thrown, Symbol.toStringTag) === 'Response' && Boolean(error.text('url')) && isErrorStatus(error.get('status'))
}

function keepsResponse(error: ForeignError): boolean {
  return error.isError && isErrorStatus(read(responseOf(error), 'status')) && isOfClient(error)
}

// The row asks whether it is one.
function ownStatus(error: ForeignError): number {
  return (error.get('status') ?? error.get('statusCode')) as number
}

function isItsStatus(error: ForeignError): boolean {
  return ownStatus(error) === read(responseOf(error), 'status')
}

const isGotName = named(
  'RequestError',
  'ReadError',
  'TimeoutError',
  'ParseError',
  'MaxRedirectsError',
  'UploadError',
  'CacheError',
)

// Each has a code and the options of the request.
function isGot(error: ForeignError): boolean {
  return isGotName(error) && typeof error.code === 'string' && typeof read(error.get('options'), 'method') === 'string'
}

function isOfClient(error: ForeignError): boolean {
  const request = error.get('request')
  if (typeof request === 'object' && request !== null) return true
  const response = responseOf(error)
  return typeof read(response, 'text') === 'string' || read(response, Symbol.toStringTag) === 'Response'
}
