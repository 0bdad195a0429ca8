/**
 * Responses of other servers that were thrown as they are, or copied into what was thrown: `throw error.response`, the response of `node:http`,
 * what `undici.request()` gave. They have a status like the app's own `throw { status: 404 }`, so they are told by what only a response has.
 */

import { isRecord, read } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { said } from '../rows.js'
import { responseRow } from './response-row.js'
import { fieldsOf, hasWireFields, isResponse, isXhr } from './response-shape.js'

/** The family. */
export const thrownResponse: Family = {
  name: 'responses of other servers',
  concerns: (error) => statusOf(error) !== undefined || isXhr(error),
  rows: [
    responseRow(isInSuperagent, statusOf, () => undefined),
    responseRow((error) => (error.isError ? hasWireFields(error) : isResponse(error)), statusOf, fieldsOf),
    // The JSON of an error of axios, or a copy of it.
    responseRow((error) => !error.isError && isConfig(error.get('config')), statusOf, fieldsOf),
  ],
}

function statusOf(error: ForeignError): number | undefined {
  return [error.get('status'), error.get('statusCode')].find((status) => Number.isInteger(status)) as number | undefined
}

// The `error` of a response of superagent, which apps throw.
function isInSuperagent(error: ForeignError): boolean {
  return error.text('text') !== undefined && error.text('method') !== undefined && saysCannot(error)
}

const saysCannot = said(/^cannot [A-Z]+ .* \(\d{3}\)$/)

function isConfig(config: unknown): boolean {
  return isRecord(config) && (typeof read(config, 'url') === 'string' || typeof read(config, 'method') === 'string')
}
