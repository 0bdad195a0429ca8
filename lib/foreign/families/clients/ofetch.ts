/** Errors of ofetch, the `$fetch` of Nuxt and Nitro. Their status, and their message with the URL, are those of another server. */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { hasProperty } from '../rows.js'
import { responseFields, responseRow, responseStatus } from './response-row.js'

/** The family. */
export const ofetch: Family = {
  name: 'ofetch',
  names: ['FetchError'],
  concerns: (error) => error.isError && hasProperty(error, 'options'),
  rows: [
    responseRow((error) => isErrorStatus(responseStatus(error)), responseStatus, responseFields),
    { when: (error) => hasProperty(error, 'request'), status: failure },
  ],
}

// The error of fetch is the cause, and has one itself.
function failure(error: ForeignError): number {
  const cause = error.get('cause')
  return failureStatus(read(read(cause, 'cause'), 'code'), read(cause, 'name'))
}
