/** Makes the rows of errors that the app made itself with the words of another framework. */

import { usableStatus } from '../../../problem/status.js'
import { ownMessage } from '../../exposed.js'
import type { FamilyRow, ForeignError, Mark } from '../../family.js'

/** Makes a row for an error whose message is meant for the client of a 4xx. */
export function appMessageRow(when: Mark, statusOf: (error: ForeignError) => unknown, options?: FamilyRow['options']): FamilyRow {
  const status = (error: ForeignError): number => usableStatus(statusOf(error), () => undefined)
  return {
    when,
    status,
    options: (error, facts, report, detailOf) => ({
      ...options?.(error, facts, report, detailOf),
      detail: ownMessage(error, status(error)),
    }),
  }
}
