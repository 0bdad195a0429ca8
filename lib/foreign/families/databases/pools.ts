/** Errors of connections to databases: pools of Knex, pg and mysql2 that have none left, connections that are gone, and those of nano. */
import type { Family, ForeignError } from '../../family.js'
import { passing, row, said } from '../rows.js'

// The pools have no code and no name for a connection that they could not give.
const POOL_TIMEOUT =
  /^(?:timeout exceeded when trying to connect|Connection terminated due to connection timeout|Queue limit reached\.|No connections available\.)$/
const GONE =
  /^(?:Connection terminated unexpectedly|Client has encountered a connection error and is not queryable|Can't add new command when connection is in closed state|error happened in your connection\. Reason: .{0,1000})$/
const WAITED = 'Query read timeout'

const isPoolTimeout = said(POOL_TIMEOUT)
const isGone = said(GONE)

function isWaiting(error: ForeignError): boolean {
  return error.message === WAITED
}

/** The family. */
export const pools: Family = {
  name: 'database pools',
  knowsPlain: true,
  concerns: (error) =>
    error.isPlain ? isPoolTimeout(error) || isGone(error) || isWaiting(error) : error.name === 'KnexTimeoutError',
  rows: [row((error) => error.isPlain && isWaiting(error), 504), passing(({ isError }) => isError)],
}
