/**
 * Errors of a library on which the app has written a status: `createError(404, error)` of http-errors, `boomify(error, { statusCode: 404 })`.
 * The status is what the app says. The text, the fields and everything else are still the library's, and stay inside.
 */

import { bare } from '../problem/root.js'
import { isErrorStatus } from '../problem/status.js'
import type { FamilyRow, ForeignError } from './family.js'
import { boomStatus } from './frameworks.js'

/** Gives the row for such an error in the place of the library's row. */
export function decoratedRow(error: ForeignError, { when }: FamilyRow): FamilyRow | undefined {
  const status = decoratedStatus(error)
  return status === undefined ? undefined : bare({ when, status })
}

function decoratedStatus(error: ForeignError): number | undefined {
  if (!error.isError) return undefined
  const status = error.get('isBoom') === true ? boomStatus(error) : httpErrorsStatus(error)
  return isErrorStatus(status) ? status : undefined
}

// It writes all three.
function httpErrorsStatus(error: ForeignError): unknown {
  const status = error.get('status')
  return typeof error.get('expose') === 'boolean' && error.get('statusCode') === status ? status : undefined
}
