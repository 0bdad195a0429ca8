/** Any object with a `status` or `statusCode` of 400-599: the convention of Express and Koa. */
import { isErrorStatus } from '../../../problem/status.js'
import { allowedHeaders, messageDetail } from '../../exposed.js'
import type { Family, ForeignError } from '../../family.js'

/** The family. */
export const statusProperty: Family = {
  name: 'status property',
  isSeenThrough: false,
  yields: false,
  rows: [
    {
      when: (error) => typeof error.thrown === 'object' && statusOf(error) !== undefined,
      status: (error) => statusOf(error) as number,
      options: (error, _, report) => {
        const status = statusOf(error) as number
        const exposed = error.get('expose') === true && status < 500
        return { detail: exposed ? messageDetail(error, status) : undefined, headers: allowedHeaders(error, report) }
      },
    },
  ],
}

function statusOf(error: ForeignError): number | undefined {
  return [error.get('status'), error.get('statusCode')].find(isErrorStatus)
}
