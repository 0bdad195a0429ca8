/** Makes the rows of errors that the app made itself with the words of another framework. */

import { isError, read } from '../../../guard/read.js'
import { usableStatus } from '../../../problem/status.js'
import { messageDetail } from '../../exposed.js'
import type { FamilyRow, ForeignError, Mark } from '../../family.js'

/** Makes a row for an error whose message is meant for the client of a 4xx. */
export function appMessageRow(when: Mark, statusOf: (error: ForeignError) => unknown, options?: FamilyRow['options']): FamilyRow {
  const status = (error: ForeignError): number => usableStatus(statusOf(error), () => undefined)
  return {
    when,
    status,
    options: (error, facts, report) => ({
      ...options?.(error, facts, report),
      detail: status(error) < 500 && !isBorrowed(error) ? messageDetail(error, status(error)) : undefined,
    }),
  }
}

// tRPC takes over the message of its cause, which may be that of a validator or a database, and Nest that of an Error in the place of a
// response. Nobody wrote these for a client.
function isBorrowed(error: ForeignError): boolean {
  return ['cause', 'response'].some((key) => {
    const source = error.get(key)
    return isError(source) && read(source, 'message') === error.message
  })
}
