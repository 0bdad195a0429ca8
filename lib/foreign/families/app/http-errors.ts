/** Errors of http-errors: `createError(...)`, `ctx.throw(...)`, `ctx.assert(...)`. The app made them, so `expose` and `headers` mean what they say. */

import { prototypeOf, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { messageDetail, ownHeaders } from '../../exposed.js'
import type { Family, ForeignError } from '../../family.js'

// HttpError, ClientError, NotFoundError, and room for the app's own subclasses.
const DEEPEST_CLASS = 6

/** The family. */
export const httpErrors: Family = {
  name: 'http-errors',
  isSeenThrough: false,
  yields: false,
  rows: [
    {
      when: isMadeByHttpErrors,
      status: statusOf,
      options: (error, _, report) => ({
        detail: error.get('expose') === true ? messageDetail(error, statusOf(error)) : undefined,
        headers: ownHeaders(error, report),
      }),
    },
  ],
}

function statusOf(error: ForeignError): number {
  return error.get('status') as number
}

// The classes of http-errors have status, statusCode and expose on their prototype, whatever a bundler made of their names. An error that
// http-errors only decorates has them itself, is foreign and may quote anything.
function isMadeByHttpErrors(error: ForeignError): boolean {
  if (!error.isError || typeof error.get('expose') !== 'boolean') return false
  if (!isErrorStatus(error.get('status')) || error.get('status') !== error.get('statusCode')) return false
  let prototype = prototypeOf(error.thrown)
  for (let depth = 0; depth < DEEPEST_CLASS && prototype !== null; depth++) {
    if (isOfHttpErrors(prototype)) return true
    prototype = prototypeOf(prototype)
  }
  return false
}

function isOfHttpErrors(prototype: object): boolean {
  const status = read(prototype, 'status')
  return isErrorStatus(status) && read(prototype, 'statusCode') === status && typeof read(prototype, 'expose') === 'boolean'
}
