/**
 * Errors of a library on which the app has written a status: `createError(404, error)` of http-errors, `boomify(error, { statusCode: 404 })`.
 * The status is what the app says. The text, the fields and everything else are still the library's, and stay inside.
 */
import { isErrorStatus } from '../problem/status.js'
import type { Family, FamilyRow, ForeignError } from './family.js'
import { boomStatus } from './frameworks.js'

/** Gives the row for such an error in the place of the library's row. */
export function decoratedRow(error: ForeignError, { when }: FamilyRow, { mayBeOwnData }: Family): FamilyRow | undefined {
  const status = decoratedStatus(error) ?? (mayBeOwnData === true ? ownFault(error) : undefined)
  return status === undefined ? undefined : { when, status }
}

/** Gives the status that stands on an error, whoever wrote it. */
export function writtenStatus(error: ForeignError): number | undefined {
  return [error.get('status'), error.get('statusCode')].find(isErrorStatus)
}

// `error.status = 500`: no validator writes one, so the app says that its own data were wrong.
function ownFault(error: ForeignError): number | undefined {
  const status = writtenStatus(error)
  return status !== undefined && status >= 500 ? status : undefined
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
