/** Pools of database connections: Knex and pg. Nobody gave a connection back in time. */
import { type Family, type ForeignError, named, passing } from './family.js'

/** The family. */
export const pools: Family = {
  name: 'database pools',
  concerns: (error) => error.isError && (error.isPlain || error.name === 'KnexTimeoutError'),
  rows: [passing(named('KnexTimeoutError')), passing(isPoolTimeout)],
}

// pg has no code and no name for it.
const POOL_TIMEOUT = /^(?:timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/

function isPoolTimeout(error: ForeignError): boolean {
  return POOL_TIMEOUT.test(error.text('message') ?? '')
}
