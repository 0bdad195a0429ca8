/** Errors of TypeORM, Kysely and LoopBack where they answer themselves; what a driver says is read by its own family. */

import type { Family, ForeignError } from '../../family.js'
import { said } from '../rows.js'
import { databaseRow } from './database-row.js'

/** The family. */
export const typeormKysely: Family = {
  name: 'TypeORM and Kysely',
  rows: [
    // TypeORM's EntityNotFoundError has the name of its class, which a bundler may change.
    databaseRow((error) => error.get('entityClass') !== undefined && error.get('criteria') !== undefined, 'absent'),
    databaseRow(said(/^The optimistic lock on entity .{1,200} failed, version /), 'changed'),
    databaseRow(isEmptyResult, 'absent'),
    databaseRow((error) => error.code === 'ENTITY_NOT_FOUND' && error.text('entityName') !== undefined, 'absent'),
  ],
}

function isEmptyResult(error: ForeignError): boolean {
  return error.isError && error.message === 'no result' && error.get('node') !== undefined
}
