/** Errors of clients of one service that carry its status as their own: OpenAI, Anthropic, GitHub, Google, Azure. */
import { has, isRecord, read } from '../problem/read.js'
import { isErrorStatus } from '../problem/status.js'
import { type Family, type ForeignError, passing, row } from './family.js'
import { failureStatus, responseRow } from './upstream.js'

/** The family. */
export const services: Family = {
  name: 'clients of services',
  rows: [
    responseRow((error) => isOpenAi(error) && isErrorStatus(error.get('status')), statusOf, headersOf),
    // Without a response. They have classes and no names.
    row((error) => isOpenAi(error) && hasNoStatus(error) && error.text('message') === 'Request timed out.', 504),
    passing((error) => isOpenAi(error) && hasNoStatus(error) && error.text('message') === 'Request was aborted.'),
    row((error) => isOpenAi(error) && hasNoStatus(error), 502),
    responseRow(isGitHub, statusOf, headersOf),
    responseRow(isGoogle, statusOf, headersOf),
    { when: isGoogleWithoutResponse, status: ({ code }) => failureStatus(code) },
    responseRow(isAzure, statusOf, headersOf),
  ],
}

// And the clients that are generated like it. The older ones write request_id.
function isOpenAi(error: ForeignError): boolean {
  const isAsked = owns(error, 'requestID') || owns(error, 'request_id')
  return isAsked && owns(error, 'error') && owns(error, 'headers') && (hasNoStatus(error) || isRecord(error.get('headers')))
}

function hasNoStatus(error: ForeignError): boolean {
  return owns(error, 'status') && error.get('status') === undefined && error.get('headers') === undefined
}

function isGitHub(error: ForeignError): boolean {
  return error.name === 'HttpError' && isErrorStatus(error.get('status')) && typeof read(error.get('request'), 'url') === 'string'
}

function isGoogle(error: ForeignError): boolean {
  return isRecord(error.get('config')) && isErrorStatus(read(error.get('response'), 'status')) && error.isError
}

function isGoogleWithoutResponse(error: ForeignError): boolean {
  return (
    owns(error, 'response') &&
    error.get('response') === undefined &&
    owns(error, 'error') &&
    read(error.get('config'), 'url') !== undefined
  )
}

// Without a response it has the property, but no status.
function isAzure(error: ForeignError): boolean {
  return error.name === 'RestError' && owns(error, 'statusCode')
}

function owns({ thrown, isError }: ForeignError, key: string): boolean {
  return isError && has(thrown as object, key)
}

function statusOf(error: ForeignError): unknown {
  return error.get('status') ?? error.get('statusCode')
}

function headersOf(error: ForeignError): unknown {
  return error.get('headers') ?? read(error.get('response'), 'headers')
}
