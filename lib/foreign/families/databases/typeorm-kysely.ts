/** Errors of TypeORM, Kysely and LoopBack where they answer themselves; what a driver says is read by its own family. */

import type { Family, ForeignError } from '../../family.js'
import { row, said } from '../rows.js'
import { databaseDetails } from './details.js'

/** The family. */
export const finders: Family = {
  name: 'TypeORM and Kysely',
  rows: [
    // Its name is that of its class, which a bundler may change.
    row((error) => error.get('entityClass') !== undefined && error.get('criteria') !== undefined, 404, databaseDetails.absent),
    row(said(/^The optimistic lock on entity .{1,200} failed, version /), 409, databaseDetails.changed),
    row(isEmptyResult, 404, databaseDetails.absent),
    row((error) => error.code === 'ENTITY_NOT_FOUND' && error.text('entityName') !== undefined, 404, databaseDetails.absent),
  ],
}

function isEmptyResult(error: ForeignError): boolean {
  return error.isError && error.text('message') === 'no result' && error.get('node') !== undefined
}
