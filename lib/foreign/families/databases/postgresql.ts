/** Errors of PostgreSQL by SQLSTATE, through pg, PGlite, postgres.js, Knex and TypeORM. Messages and details quote SQL and values, and name tables. */
import { has, isRecord, ownKeys, read } from '../../../guard/read.js'
import type { Family, ForeignError, Mark } from '../../family.js'
import { passing, row } from '../rows.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

const SQLSTATE = /^[0-9A-Z]{5}$/
const POSTGREST: readonly string[] = ['name', 'message', 'code', 'details', 'hint']
const SEVERITY = /^(?:ERROR|FATAL|PANIC)$/

/** Gives the SQLSTATE of an error, or of the driver's error that TypeORM or Sequelize keeps in it. */
function sqlState(error: ForeignError): string | undefined {
  for (const found of [error.thrown, error.get('driverError'), error.get('original')]) {
    const code = read(found, 'code')
    if (typeof code === 'string' && SQLSTATE.test(code) && isServerError(found)) return code
  }
  return undefined
}

// An error without a severity came through PostgREST, and so Supabase. On servers that speak another language the severity is translated and
// the routine is not, but a pooler in between has none.
function isServerError(found: unknown): boolean {
  const severity = read(found, 'severity')
  if (typeof severity !== 'string') return isOfPostgrest(found)
  return SEVERITY.test(severity) || (isRecord(found) && has(found, 'routine'))
}

// An error of PostgREST has four texts, in an object or an Error.
function isOfPostgrest(found: unknown): boolean {
  const keys = ownKeys(found)
  return keys.includes('hint') && keys.includes('details') && keys.every((key) => POSTGREST.includes(key))
}

const state =
  (...states: readonly string[]): Mark =>
  (error) =>
    states.includes(String(sqlState(error)))

const stateClass =
  (...classes: readonly string[]): Mark =>
  (error) =>
    classes.includes(String(sqlState(error)).slice(0, 2))

/** The family. */
export const postgresql: Family = {
  name: 'PostgreSQL',
  isSeenThrough: true,
  concerns: (error) => sqlState(error) !== undefined,
  rows: [
    constraintRow(state('23505', '23P01'), 'unique'),
    constraintRow(state('23503', '23001'), 'reference'),
    constraintRow(state('23502'), 'required'),
    constraintRow(state('23514'), 'check'),
    // The last two: a character that no text of PostgreSQL can have, U+0000, which JSON lets every client send.
    databaseRow(state('22P02', '22007', '22008', '22021', '22P05'), 'form'),
    // The last two: a negative LIMIT or OFFSET, as paging makes it of `?page=0`.
    databaseRow(state('22001', '22003', '2201W', '2201X'), 'value'),
    collision(state('40001', '40P01')),
    // Limits of time and resources, connections, a server that stops.
    passing(state('57014', '55P03', '25P03', '57P05')),
    passing(stateClass('08', '53', '57')),
    row(() => true, 500),
  ],
}
