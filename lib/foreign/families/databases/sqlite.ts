/** Errors of SQLite through better-sqlite3, sqlite3, libSQL and Node.js itself. Their messages name tables and columns, with Knex also values. */

import type { Family, ForeignError, Mark } from '../../family.js'
import { passing } from '../rows.js'
import { constraintRow } from './database-row.js'

// Result codes of SQLite, https://www.sqlite.org/rescode.html
const NUMBERS: Readonly<Record<number, string>> = {
  5: 'BUSY',
  6: 'LOCKED',
  13: 'FULL',
  275: 'CHECK',
  787: 'FOREIGNKEY',
  1299: 'NOTNULL',
  1555: 'PRIMARYKEY',
  1811: 'TRIGGER',
  2067: 'UNIQUE',
  2579: 'ROWID',
  3091: 'DATATYPE',
}

const CODE = /^SQLITE_(?:CONSTRAINT_)?(UNIQUE|PRIMARYKEY|ROWID|FOREIGNKEY|TRIGGER|NOTNULL|CHECK|DATATYPE|BUSY|LOCKED|FULL)(?:_|$)/
// Only at the end, which SQLite writes: what stands in front may be a statement with its values.
const TEXT = /(UNIQUE|FOREIGN KEY|NOT NULL|CHECK) constraint failed(?:: [^'"]{0,500})?$/

const kind =
  (...kinds: readonly string[]): Mark =>
  (error) =>
    kinds.includes(String(kindOf(error)))

/** The family. */
export const sqlite: Family = {
  name: 'SQLite',
  isSeenThrough: true,
  concerns: ({ code }) => typeof code === 'string' && (code.startsWith('SQLITE_') || code === 'ERR_SQLITE_ERROR'),
  rows: [
    constraintRow(kind('UNIQUE', 'PRIMARYKEY', 'ROWID'), 'unique'),
    constraintRow(kind('FOREIGNKEY', 'TRIGGER'), 'reference'),
    constraintRow(kind('NOTNULL'), 'required'),
    constraintRow(kind('CHECK', 'DATATYPE'), 'check'),
    passing(kind('BUSY', 'LOCKED', 'FULL')),
  ],
}

// sqlite3 and a libSQL server tell the kind in the text only, Node.js by number.
function kindOf(error: ForeignError): string | undefined {
  const code = CODE.exec(error.text('extendedCode') ?? '') ?? CODE.exec(String(error.code))
  if (code !== null) return code[1]
  const number = NUMBERS[Number(error.get('errcode') ?? error.get('rawCode'))]
  return number ?? TEXT.exec(error.message ?? '')?.[1]?.replace(' ', '')
}
