/** Errors of SQLite through better-sqlite3. Their messages name tables and columns. */
import { databaseDetails } from './database-details.js'
import { coded, type Family, passing, row } from './family.js'

/** The family. */
export const sqlite: Family = {
  name: 'SQLite',
  concerns: ({ code }) => typeof code === 'string' && code.startsWith('SQLITE_'),
  rows: [
    row(
      coded('SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_ROWID'),
      409,
      databaseDetails.unique,
    ),
    row(coded('SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_TRIGGER'), 409, databaseDetails.reference),
    row(coded('SQLITE_CONSTRAINT_NOTNULL'), 422, databaseDetails.missing),
    row(coded('SQLITE_CONSTRAINT_CHECK', 'SQLITE_CONSTRAINT_DATATYPE'), 422, databaseDetails.check),
    passing(coded('SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_FULL')),
  ],
}
