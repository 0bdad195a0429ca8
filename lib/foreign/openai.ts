/** Errors of OpenAI, Anthropic and the clients that are generated like theirs. They have classes, but no names before version 5. */
import { has, isRecord } from '../problem/read.js'
import { isErrorStatus } from '../problem/status.js'
import { type Family, type ForeignError, passing, row } from './family.js'
import { responseRow } from './upstream.js'

/** The family. */
export const openai: Family = {
  name: 'OpenAI',
  concerns: (error) => error.isError && isItsError(error.thrown as object),
  rows: [
    responseRow(
      (error) => isErrorStatus(error.get('status')) && isRecord(error.get('headers')),
      (error) => error.get('status'),
      (error) => error.get('headers'),
    ),
    row((error) => hasNoAnswer(error) && error.text('message') === 'Request timed out.', 504),
    passing((error) => hasNoAnswer(error) && error.text('message') === 'Request was aborted.'),
    row(hasNoAnswer, 502),
  ],
}

// The older ones write request_id.
function isItsError(error: object): boolean {
  return (has(error, 'requestID') || has(error, 'request_id')) && has(error, 'error') && has(error, 'headers')
}

function hasNoAnswer(error: ForeignError): boolean {
  return has(error.thrown as object, 'status') && error.get('status') === undefined && error.get('headers') === undefined
}
