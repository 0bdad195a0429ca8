/** Errors of clients of one service that carry its status as their own: GitHub, Google, Azure. */
import { isRecord, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { hasProperty, named } from '../rows.js'
import { responseFields, responseRow, responseStatus } from './response-row.js'

/** The family. */
export const cloudApis: Family = {
  name: 'clients of services',
  concerns: (error) => isServiceName(error) || error.get('config') !== undefined,
  rows: [
    responseRow(isGitHub, statusOf, headersOf),
    responseRow(isGoogle, statusOf, headersOf),
    { when: isGoogleWithoutResponse, status: ({ code }) => failureStatus(code) },
    responseRow(isAzure, statusOf, headersOf),
    // @azure/identity: this server could not authenticate itself, whoever the client is.
    responseRow((error) => error.name === 'AuthenticationError' && hasProperty(error, 'errorResponse'), statusOf, headersOf),
  ],
}

const isServiceName = named('HttpError', 'RestError', 'AuthenticationError')

function isGitHub(error: ForeignError): boolean {
  return error.name === 'HttpError' && isErrorStatus(error.get('status')) && typeof read(error.get('request'), 'url') === 'string'
}

function isGoogle(error: ForeignError): boolean {
  return isRecord(error.get('config')) && isErrorStatus(responseStatus(error)) && error.isError
}

function isGoogleWithoutResponse(error: ForeignError): boolean {
  return (
    error.isError &&
    hasProperty(error, 'response') &&
    error.get('response') === undefined &&
    hasProperty(error, 'error') &&
    read(error.get('config'), 'url') !== undefined
  )
}

// An error of Azure without a response has the property, but no status.
function isAzure(error: ForeignError): boolean {
  return error.isError && error.name === 'RestError' && hasProperty(error, 'statusCode')
}

function statusOf(error: ForeignError): unknown {
  return error.get('status') ?? error.get('statusCode')
}

function headersOf(error: ForeignError): unknown {
  return error.get('headers') ?? responseFields(error)
}
