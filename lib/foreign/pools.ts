/** Pools of database connections: Knex and pg. Nobody gave a connection back in time. */
import { type Family, named, passing, said } from './family.js'

// pg has no code and no name for it.
const POOL_TIMEOUT = /^(?:timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/

const isPoolTimeout = said(POOL_TIMEOUT)

/** The family. */
export const pools: Family = {
  name: 'database pools',
  knowsPlain: true,
  concerns: (error) => (error.isPlain ? isPoolTimeout(error) : error.isError),
  rows: [passing((error) => error.isPlain), passing(named('KnexTimeoutError'))],
}
