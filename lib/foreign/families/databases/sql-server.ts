/** Errors of SQL Server through tedious, mssql, Knex and TypeORM: numbers of the server. Their messages name tables and quote values. */

import type { Family, ForeignError, Mark } from '../../family.js'
import { coded, passing, row, said } from '../rows.js'
import { collision, databaseDetails } from './details.js'

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
    row(numbered(2601, 2627), 409, databaseDetails.unique),
    row((error) => isConstraint(error) && saysCheck(error), 422, databaseDetails.check),
    row(isConstraint, 409, databaseDetails.reference),
    row(numbered(515), 422, databaseDetails.missing),
    row(numbered(220, 2628, 8115, 8152), 422, databaseDetails.value),
    row(numbered(241, 242, 245, 8114), 400, databaseDetails.form),
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
