/** Errors of SQL Server through tedious, mssql, Knex and TypeORM: numbers of the server. Their messages name tables and quote values. */

import type { Family, ForeignError, Mark } from '../../family.js'
import { coded, passing, row, said } from '../rows.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

const numbered =
  (...numbers: readonly number[]): Mark =>
  (error) =>
    isServerError(error) && numbers.includes(error.get('number') as number)

// Every kind of constraint but uniqueness has this number.
const isConstraint = numbered(547)
const saysCheck = said(/\bCHECK constraint\b/)

const isConnectionError = coded('ESOCKET', 'ETIMEOUT', 'ELOGIN', 'EINSTLOOKUP')
const saysUnreached = said(/^(?:Failed to connect to |Could not connect |Failed to lookup instance |Login failed for user )/)

/** The family. */
export const sqlServer: Family = {
  name: 'SQL Server',
  isSeenThrough: true,
  concerns: ({ isError, code }) => isError && typeof code === 'string' && code.startsWith('E'),
  rows: [
    constraintRow(numbered(2601, 2627), 'unique'),
    constraintRow((error) => isConstraint(error) && saysCheck(error), 'check'),
    constraintRow(isConstraint, 'reference'),
    constraintRow(numbered(515), 'required'),
    databaseRow(numbered(220, 2628, 8115, 8152), 'value'),
    databaseRow(numbered(241, 242, 245, 8114), 'form'),
    collision(numbered(1205, 1222, 3960)),
    row(isServerError, 500),
    passing((error) => isConnectionError(error) && saysUnreached(error)),
  ],
}

function isServerError(error: ForeignError): boolean {
  return (
    typeof error.get('number') === 'number' && typeof error.get('class') === 'number' && typeof error.get('state') === 'number'
  )
}
