/** Errors of koa-parameter, which makes them with http-errors. Their texts quote values. */
import type { Family } from '../../family.js'
import { fieldFaults, isFieldList } from './field-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const koaParameter: Family = {
  name: 'koa-parameter',
  yields: false,
  keys: ['params'],
  concerns: ({ code }) => code === 'INVALID_PARAM',
  rows: [
    validationRow(
      (error) => error.isError && error.get('status') === 422 && isFieldList(error.get('errors')),
      (error) => fieldFaults(error.get('errors')),
    ),
  ],
}
