/** Errors of ioredis and node-redis: a cache that is not there. They quote commands with their values. */
import { isRecord } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { isOfClass, named, passing, row, said } from '../rows.js'

// ioredis has no name and no code for a connection that is not there.
const CLOSED = /^(?:Connection is closed\.|Stream isn't writeable and enableOfflineQueue options is false)$/

// What Redis says while it is full, starts, or changes its part. Any other reply is about the command.
const UNREADY =
  /^(?:OOM command not allowed|LOADING Redis is loading|BUSY Redis is busy|READONLY You can't write|MASTERDOWN Link |CLUSTERDOWN |TRYAGAIN |NOREPLICAS |MISCONF )/

const isClosed = said(CLOSED)

/** The family. */
export const redis: Family = {
  name: 'caches',
  knowsPlain: true,
  concerns: (error) => (error.isPlain ? isClosed(error) : error.isError),
  rows: [
    passing(named('MaxRetriesPerRequestError', 'ClusterAllFailedError')),
    passing(said(UNREADY)),
    row((error) => error.name === 'ReplyError' && isRecord(error.get('command')), 500),
    passing((error) => error.name === 'Error' && (error.isPlain || isNodeRedis(error))),
  ],
}

// node-redis has no names either: a class and its only text.
const NODE_REDIS: ReadonlyMap<unknown, string> = new Map([
  ['Connection timeout', 'ConnectionTimeoutError'],
  ['The client is closed', 'ClientClosedError'],
  ['The client is offline', 'ClientOfflineError'],
  ['Disconnects client', 'DisconnectsClientError'],
  ['Socket closed unexpectedly', 'SocketClosedUnexpectedlyError'],
])

function isNodeRedis(error: ForeignError): boolean {
  const known = NODE_REDIS.get(error.message)
  return known !== undefined && isOfClass(error, known)
}
