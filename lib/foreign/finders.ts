/** Errors of TypeORM and Kysely where they answer themselves; what a driver says is read by its own family. */
import { databaseDetails } from './database-details.js'
import { type Family, type ForeignError, row } from './family.js'

/** The family. */
export const finders: Family = {
  name: 'TypeORM and Kysely',
  rows: [
    row((error) => error.name === 'EntityNotFoundError' && error.get('criteria') !== undefined, 404, databaseDetails.absent),
    row((error) => error.name === 'OptimisticLockVersionMismatchError', 409, databaseDetails.changed),
    row(isEmptyResult, 404, databaseDetails.absent),
  ],
}

function isEmptyResult(error: ForeignError): boolean {
  return error.isError && error.text('message') === 'no result' && error.get('node') !== undefined
}
