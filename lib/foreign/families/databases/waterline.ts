/** Errors of Waterline, the mapper of Sails. Their texts quote values. */

import type { Family } from '../../family.js'
import { coded, row } from '../rows.js'
import { constraintRow } from './database-row.js'

/** The family. */
export const waterline: Family = {
  name: 'Waterline',
  names: ['UsageError', 'AdapterError'],
  concerns: ({ code }) => typeof code === 'string' && code.startsWith('E_'),
  rows: [
    constraintRow(coded('E_UNIQUE'), 'unique'),
    constraintRow(coded('E_INVALID_NEW_RECORD', 'E_INVALID_VALUES_TO_SET'), 'check'),
    row(({ isError }) => isError, 500),
  ],
}
