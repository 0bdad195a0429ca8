/** Errors of PostgreSQL by SQLSTATE, through pg, PGlite, Knex, TypeORM and Drizzle. Messages and details quote SQL and values, and name tables. */
import { read } from '../problem/read.js'
import { type Family, type ForeignError, type Mark, passing, row } from './family.js'

/** What a database says of a conflict, whatever its kind: the texts of all families of databases. */
export const databaseDetails = {
  unique: 'A value is already in use.',
  reference: 'The request refers to something that does not exist, or removes something that is still in use.',
  missing: 'A required value is missing.',
  check: 'A value is not allowed.',
  form: 'A value does not have the form that is needed.',
  value: 'A value has a size that is not allowed.',
  retry: 'The request collided with another one. Please retry.',
} as const

const SQLSTATE = /^[0-9A-Z]{5}$/

/** Gives the SQLSTATE of an error, its driver's error or its cause. */
function sqlState(error: ForeignError): string | undefined {
  for (const found of [error.thrown, error.get('driverError'), error.get('cause'), error.get('original')]) {
    const code = read(found, 'code')
    if (typeof code === 'string' && SQLSTATE.test(code) && typeof read(found, 'severity') === 'string') return code
  }
  return undefined
}

const state =
  (...states: readonly string[]): Mark =>
  (error) =>
    states.includes(sqlState(error) ?? '')

const stateClass =
  (...classes: readonly string[]): Mark =>
  (error) =>
    classes.includes(sqlState(error)?.slice(0, 2) ?? '')

/** The family. */
export const postgresql: Family = {
  name: 'PostgreSQL',
  concerns: (error) => sqlState(error) !== undefined || isPoolTimeout(error),
  rows: [
    row(state('23505', '23P01'), 409, databaseDetails.unique),
    row(state('23503', '23001'), 409, databaseDetails.reference),
    row(state('23502'), 422, databaseDetails.missing),
    row(state('23514'), 422, databaseDetails.check),
    row(state('22P02', '22007', '22008'), 400, databaseDetails.form),
    row(state('22001', '22003'), 422, databaseDetails.value),
    { when: state('40001', '40P01'), status: 503, options: () => ({ detail: databaseDetails.retry, retryAfter: 1 }) },
    // Limits of time and resources, connections, a server that stops.
    passing(state('57014', '55P03', '25P03', '57P05')),
    passing(stateClass('08', '53', '57')),
    passing(isPoolTimeout),
    row((error) => sqlState(error) !== undefined, 500),
  ],
}

// pg has no code for its pool.
function isPoolTimeout(error: ForeignError): boolean {
  return (
    error.isError &&
    /^(?:timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/.test(
      error.text('message') ?? '',
    )
  )
}
