/** Errors of clients that are generated for one service: by Fern and Speakeasy (Square, Cohere, Mistral) and OpenAPI Generator (HubSpot, Svix, Kubernetes). */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty, row, said } from '../rows.js'
import { responseRow } from './response-row.js'

/** The family. */
export const generatedClients: Family = {
  name: 'generated clients',
  keys: ['rawResponse', 'body'],
  concerns: ({ isError }) => isError,
  rows: [
    responseRow(
      (error) => keepsRaw(error) && isErrorStatus(error.get('statusCode')),
      (error) => error.get('statusCode'),
      (error) => read(error.get('rawResponse'), 'headers'),
    ),
    row((error) => keepsRaw(error) && isTimeout(error), 504),
    row(keepsRaw, 502),
    // The status stands in the first line of the text, and the body, of another server, in the rest.
    responseRow(
      (error) =>
        isErrorStatus(error.code) && hasProperty(error, 'body') && hasProperty(error, 'headers') && startsWithCode(error),
      ({ code }) => code,
      (error) => error.get('headers'),
    ),
  ],
}

const startsWithCode = said(/^HTTP-Code: \d{3}\n/)

function keepsRaw(error: ForeignError): boolean {
  return hasProperty(error, 'rawResponse') && hasProperty(error, 'body') && hasProperty(error, 'statusCode')
}

function isTimeout(error: ForeignError): boolean {
  return error.get('cause') === 'timeout' || error.name?.endsWith('TimeoutError') === true
}
