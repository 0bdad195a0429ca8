/** Errors of Waterline, the mapper of Sails. Their texts quote values. */

import type { Family } from '../../family.js'
import { coded, row } from '../rows.js'
import { databaseDetails } from './details.js'

/** The family. */
export const waterline: Family = {
  name: 'Waterline',
  names: ['UsageError', 'AdapterError'],
  concerns: ({ code }) => typeof code === 'string' && code.startsWith('E_'),
  rows: [
    row(coded('E_UNIQUE'), 409, databaseDetails.unique),
    row(coded('E_INVALID_NEW_RECORD', 'E_INVALID_VALUES_TO_SET'), 422, databaseDetails.check),
    row(({ isError }) => isError, 500),
  ],
}
