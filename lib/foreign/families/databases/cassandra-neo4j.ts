/** Errors of the drivers of Cassandra and Neo4j. They name hosts and quote values. */

import type { Family, ForeignError } from '../../family.js'
import { named, passing, row } from '../rows.js'
import { collision, constraintRow } from './database-row.js'

// What the coordinator says of its nodes: not enough of them, too much to do, starting, or too slow.
const PASSING: readonly unknown[] = [0x1000, 0x1001, 0x1002, 0x1100, 0x1200]

/** Cassandra, whose errors explain themselves in `info`. */
export const cassandra: Family = {
  name: 'Cassandra',
  isSeenThrough: true,
  keys: ['info'],
  concerns: (error) => error.isError && error.text('info')?.startsWith('Represents a') === true,
  rows: [
    passing(named('NoHostAvailableError', 'BusyConnectionError')),
    row(named('OperationTimedOutError'), 504),
    passing((error) => error.name === 'ResponseError' && PASSING.includes(error.code)),
    row(() => true, 500),
  ],
}

/** Neo4j, whose codes say what may be tried again. */
export const neo4j: Family = {
  name: 'Neo4j',
  isSeenThrough: true,
  names: ['Neo4jError'],
  concerns: ({ code }) => typeof code === 'string',
  rows: [
    constraintRow(({ code }) => code === 'Neo.ClientError.Schema.ConstraintValidationFailed', 'unique'),
    collision((error) => startsWith(error, 'Neo.TransientError.Transaction.')),
    passing((error) => startsWith(error, 'Neo.TransientError.')),
    passing(({ code }) => code === 'ServiceUnavailable' || code === 'SessionExpired'),
    row(() => true, 500),
  ],
}

function startsWith({ code }: ForeignError, beginning: string): boolean {
  return String(code).startsWith(beginning)
}
