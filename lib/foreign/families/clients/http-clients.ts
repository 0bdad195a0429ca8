/**
 * Errors of HTTP clients. They carry the status and the fields of another server: what it refused us is no refusal of ours, so none of
 * that passes. The family is asked before any `status` is believed.
 */
import { isRecord, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { type Family, type ForeignError, foreignError, type Mark } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { coded, named, row } from '../rows.js'
import { responseFields, responseRow, responseStatus } from './response-row.js'
import { isResponse } from './response-shape.js'

function causeCode(error: ForeignError): unknown {
  return read(error.get('cause'), 'code')
}

const isAxios: Mark = (error) => error.get('isAxiosError') === true
const isFetch: Mark = (error) =>
  error.name === 'TypeError' && (isFailedFetch(error) || (error.message === 'terminated' && isUndici(causeCode(error))))

/** The family. */
export const httpClients: Family = {
  name: 'HTTP clients',
  concerns: (error) =>
    !error.isError || isUndici(error.code) || isNameOfClient(error) || isAxios(error) || hasPartOfExchange(error),
  rows: [
    responseRow((error) => isAxios(error) && isErrorStatus(responseStatus(error)), responseStatus, responseFields),
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
    responseRow(coded('ERR_NON_2XX_3XX_RESPONSE'), (error) => read(error.get('response'), 'statusCode'), responseFields),
    { when: isGot, status: ({ code, name }) => failureStatus(code, name) },
    // ky, wretch, superagent and whatever else keeps the response. With another status it is an answer that the app chose: no more passes.
    { when: (error) => keepsResponse(error) && isErrorStatus(ownStatus(error)) && !isItsStatus(error), status: ownStatus },
    responseRow(keepsResponse, responseStatus, responseFields),
    row((error) => error.name === 'TimeoutError' && isFetchRequest(error), 504),
    row((error) => error.name === 'NetworkError' && isFetchRequest(error), 502),
  ],
}

function isNameOfClient(error: ForeignError): boolean {
  return error.name === 'TypeError' || isGotName(error)
}

function hasPartOfExchange(error: ForeignError): boolean {
  return error.get('response') !== undefined || error.get('request') !== undefined
}

function isFailedFetch(error: ForeignError): boolean {
  return error.message === 'fetch failed' && error.get('cause') !== undefined
}

function isUndici(code: unknown): boolean {
  return typeof code === 'string' && code.startsWith('UND_ERR_')
}

function isFetchRequest(error: ForeignError): boolean {
  return read(error.get('request'), Symbol.toStringTag) === 'Request'
}

function keepsResponse(error: ForeignError): boolean {
  return isErrorStatus(responseStatus(error)) && isOfClient(error)
}

// The row has asked whether the status is that of an error.
function ownStatus(error: ForeignError): number {
  return (error.get('status') ?? error.get('statusCode')) as number
}

function isItsStatus(error: ForeignError): boolean {
  return ownStatus(error) === responseStatus(error)
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

// Each error of got has a code and the options of the request.
function isGot(error: ForeignError): boolean {
  return isGotName(error) && typeof error.code === 'string' && typeof read(error.get('options'), 'method') === 'string'
}

function isOfClient(error: ForeignError): boolean {
  const request = error.get('request')
  if (typeof request === 'object' && request !== null) return true
  const response = error.get('response')
  if (typeof read(response, 'text') === 'string' || read(response, Symbol.toStringTag) === 'Response') return true
  return isRecord(response) && isResponse(foreignError(response))
}
