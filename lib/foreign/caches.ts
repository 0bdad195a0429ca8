/** Errors of ioredis and of stores that rate limiters keep their counts in. */
import { type Family, type ForeignError, named, passing } from './family.js'

/** The family. */
export const caches: Family = {
  name: 'caches',
  concerns: (error) => !error.isPlain || isClosed(error),
  rows: [
    passing(isClosed),
    passing(
      named('MaxRetriesPerRequestError', 'ClusterAllFailedError', 'ConnectionTimeoutError', 'SocketClosedUnexpectedlyError'),
    ),
    passing((error) => error.name === 'ReplyError' && error.get('command') !== undefined),
  ],
}

// ioredis has no name and no code for a connection that is not there.
const CLOSED = /^(?:Connection is closed\.|Stream isn't writeable and enableOfflineQueue options is false)$/

function isClosed(error: ForeignError): boolean {
  return error.isError && CLOSED.test(error.text('message') ?? '')
}
