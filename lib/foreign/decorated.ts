/**
 * Errors of a library on which the app has written a status: `createError(404, error)` of http-errors, `boomify(error, { statusCode: 404 })`.
 * The status is what the app says. The text, the fields and everything else are still the library's, and stay inside.
 */

import { bare } from '../guard/bare.js'
import { read } from '../guard/read.js'
import { isErrorStatus } from '../problem/status.js'
import type { ForeignFacts } from './facts.js'
import type { Family, FamilyRow, ForeignError } from './family.js'

// A 400 and a 422 both say that values of a request are wrong: an app prefers one of them, and koa-joi-router writes 400 on errors of joi.
const REFUSALS: readonly number[] = [400, 422]

/** Gives the row for a decorated error in the place of the library's row. What our row tells of wrong values, it tells with either status. */
export function decoratedRow(
  error: ForeignError,
  row: FamilyRow,
  { mayBeOwnData }: Family,
  facts: ForeignFacts,
): FamilyRow | undefined {
  const status = decoratedStatus(error) ?? (mayBeOwnData === true ? ownFault(error) : undefined)
  if (status === undefined) return undefined
  const own = typeof row.status === 'number' ? row.status : row.status(error, facts)
  return REFUSALS.includes(status) && REFUSALS.includes(own) ? bare({ ...row, status }) : bare({ when: row.when, status })
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

// http-errors sets status, statusCode and expose on errors that it decorates.
function httpErrorsStatus(error: ForeignError): unknown {
  const status = error.get('status')
  return typeof error.get('expose') === 'boolean' && error.get('statusCode') === status ? status : undefined
}

/** Reads the status that Boom gives an error. */
export function boomStatus(error: ForeignError): unknown {
  return read(error.get('output'), 'statusCode')
}
