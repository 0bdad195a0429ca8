/** Rows for errors that the app made itself with the words of another framework: its message is meant for the client of a 4xx. */
import { usableStatus } from '../problem/status.js'
import { messageDetail } from './exposed.js'
import type { FamilyRow, ForeignError, Mark } from './family.js'

/** Makes such a row. */
export function appMessageRow(when: Mark, statusOf: (error: ForeignError) => unknown, options?: FamilyRow['options']): FamilyRow {
  const status = (error: ForeignError): number => usableStatus(statusOf(error), () => undefined)
  return {
    when,
    status,
    options: (error, facts, report) => ({
      ...options?.(error, facts, report),
      detail: status(error) < 500 ? messageDetail(error, status(error)) : undefined,
    }),
  }
}
