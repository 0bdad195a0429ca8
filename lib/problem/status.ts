/** Decides which status a problem may have. */

import type { ReportFault } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { equivalents, errorCodes, errorFacts } from '../status/codes.js'

/** Tells whether a value is an integer that the error classes of HTTP cover. */
export function isErrorStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599
}

/** Gives the registered equivalent of a vendor's code, such as 504 for Cloudflare's 522; every other code as it is. */
export function registeredStatus(status: number): number {
  return equivalents[status] ?? status
}

/**
 * Gives the status that is sent for a wished one. RFC 9110 15: other numbers than 400-599 are no errors, so they become 500.
 * RFC 9205 4.6: a vendor's code becomes its registered equivalent. An unassigned code stays as it is, and is reported.
 */
export function usableStatus(value: unknown, report: ReportFault): number {
  if (typeof value === 'number' && errorFacts[value] !== undefined) return value
  const status = isErrorStatus(value) ? registeredStatus(value) : 500
  report(
    'ERR_PROBLEM_STATUS',
    'status',
    status === value ? 'a registered 4xx or 5xx code' : `a registered 4xx or 5xx code, such as ${status}`,
    nameValue(value),
  )
  return status
}

/** Gives the phrase of a status; an unassigned code counts as the x00 of its class (RFC 9110 15). */
export function titleOf(status: number): string {
  return (errorFacts[status] ?? errorCodes[status < 500 ? 400 : 500]).phrase
}
