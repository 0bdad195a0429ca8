/** Makes the rows of clients of other servers, whose errors carry a response. */

import { relayedRetryAfter } from '../../../client/retry-after.js'
import { read } from '../../../guard/read.js'
import type { FamilyRow, ForeignError } from '../../family.js'
import { upstreamStatus } from '../../upstream-status.js'

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

/** Gives the status of the response that an error keeps. */
export function responseStatus(error: ForeignError): unknown {
  const response = error.get('response')
  return read(response, 'status') ?? read(response, 'statusCode')
}

/** Gives the fields of the response that an error keeps. */
export function responseFields(error: ForeignError): unknown {
  return read(error.get('response'), 'headers')
}
