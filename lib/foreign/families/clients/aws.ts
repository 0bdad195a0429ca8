/** Errors of the AWS SDK, versions 2 and 3. Their messages name buckets, accounts and roles. */

import { timeOf } from '../../../guard/kind.js'
import { read } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { passing, row } from '../rows.js'

const THROTTLING =
  /^(?:SlowDown|Throttl\w*|TooManyRequests\w*|ProvisionedThroughputExceeded\w*|RequestLimitExceeded|ServiceUnavailable)$/

/** The family. */
export const aws: Family = {
  name: 'AWS SDK',
  concerns: (error) => typeof error.get('$fault') === 'string' || isVersion2(error),
  rows: [
    passing(({ name }) => THROTTLING.test(name ?? '')),
    row(isItsFault, 502),
    row((error) => isUnanswered(error) && error.name === 'TimeoutError', 504),
    row(isUnanswered, 502),
    // What is missing there, or refused to us, is a fault of this server until the app says otherwise.
    row(() => true, 500),
  ],
}

function isItsFault(error: ForeignError): boolean {
  return error.get('$fault') === 'server' || Number(statusOf(error)) >= 500
}

function statusOf(error: ForeignError): unknown {
  return read(error.get('$metadata'), 'httpStatusCode') ?? error.get('statusCode')
}

// An error of version 2 has no class and no mark, but a name that is its code, the time, and whether to try again.
function isVersion2(error: ForeignError): boolean {
  return timeOf(error.get('time')) !== undefined && typeof error.get('retryable') === 'boolean' && error.code === error.name
}

function isUnanswered(error: ForeignError): boolean {
  return isVersion2(error) && error.get('statusCode') === undefined
}
