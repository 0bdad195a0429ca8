/** Errors of the AWS SDK. Their messages name buckets, accounts and roles. */
import { read } from '../problem/read.js'
import { type Family, type ForeignError, passing, row } from './family.js'

const THROTTLING =
  /^(?:SlowDown|Throttl\w*|TooManyRequests\w*|ProvisionedThroughputExceeded\w*|RequestLimitExceeded|ServiceUnavailable)$/

/** The family. */
export const aws: Family = {
  name: 'AWS SDK',
  concerns: (error) => typeof error.get('$fault') === 'string',
  rows: [
    passing(({ name }) => THROTTLING.test(name ?? '')),
    row(isItsFault, 502),
    // What is missing there, or refused to us, is a fault of this server until the app says otherwise.
    row(() => true, 500),
  ],
}

function isItsFault(error: ForeignError): boolean {
  return error.get('$fault') === 'server' || Number(read(error.get('$metadata'), 'httpStatusCode')) >= 500
}
