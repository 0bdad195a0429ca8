/** Any object with a `status` or `statusCode` of 400-599: the convention of Express and Koa. */
import { writtenStatus } from '../../decorated.js'
import { allowedHeaders, messageDetail } from '../../exposed.js'
import type { Family } from '../../family.js'

/** The family. */
export const statusProperty: Family = {
  name: 'status property',
  isSeenThrough: false,
  yields: false,
  rows: [
    {
      when: (error) => typeof error.thrown === 'object' && writtenStatus(error) !== undefined,
      status: (error) => writtenStatus(error) as number,
      options: (error, _, report) => {
        const status = writtenStatus(error) as number
        const exposed = error.get('expose') === true && status < 500
        return { detail: exposed ? messageDetail(error, status) : undefined, headers: allowedHeaders(error, report) }
      },
    },
  ],
}
