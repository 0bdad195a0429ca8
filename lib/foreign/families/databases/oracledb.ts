/** Errors of oracledb: numbers of the server, or of the driver. Their texts name schemas and constraints. */

import type { Family, Mark } from '../../family.js'
import { passing, row } from '../rows.js'
import { collision, constraintRow, databaseRow } from './database-row.js'

const numbered =
  (...numbers: readonly number[]): Mark =>
  (error) =>
    numbers.includes(error.get('errorNum') as number)

const isGone: Mark = ({ code }) => typeof code === 'string' && /^NJS-(?:040|500|501|503|510|511|521|523|530)$/.test(code)

/** The family. */
export const oracledb: Family = {
  name: 'Oracle',
  isSeenThrough: true,
  concerns: (error) => error.isError && typeof error.code === 'string' && /^(?:ORA|NJS|DPI)-\d{3,5}$/.test(error.code),
  rows: [
    constraintRow(numbered(1), 'unique'),
    constraintRow(numbered(2291, 2292), 'reference'),
    constraintRow(numbered(1400, 1407), 'required'),
    constraintRow(numbered(2290), 'check'),
    databaseRow(numbered(12899, 1438, 1426), 'value'),
    databaseRow(numbered(1722, 1830, 1841, 1843, 1847, 1858, 1861), 'form'),
    collision(numbered(54, 60, 8177, 30006)),
    // The listener, the instance, a connection that broke off.
    passing(numbered(1033, 1034, 1089, 3113, 3114, 3135, 12514, 12516, 12518, 12519, 12520, 12528, 12537, 12541, 12545, 12170)),
    passing(isGone),
    row(() => true, 500),
  ],
}
