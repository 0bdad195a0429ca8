/** Errors of OpenAI, Anthropic and the clients that are generated like theirs. They have classes, but no names before version 5. */
import { isRecord } from '../problem/read.js'
import { isErrorStatus } from '../problem/status.js'
import { type Family, type ForeignError, hasProperty, passing, row } from './family.js'
import { responseRow } from './upstream-status.js'

/** The family. */
export const openai: Family = {
  name: 'OpenAI',
  concerns: (error) => error.isError && isItsError(error),
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
function isItsError(error: ForeignError): boolean {
  const hasRequest = hasProperty(error, 'requestID') || hasProperty(error, 'request_id')
  return hasRequest && hasProperty(error, 'error') && hasProperty(error, 'headers')
}

function hasNoAnswer(error: ForeignError): boolean {
  return hasProperty(error, 'status') && error.get('status') === undefined && error.get('headers') === undefined
}
