/** Errors of ajv, thrown as its list or in a ValidationError. They hold values. */
import type { Family } from '../../family.js'
import { ajvFaults, isAjvList } from './ajv-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const ajv: Family = {
  name: 'ajv',
  mayBeOwnData: true,
  rows: [
    validationRow(
      (error) => isAjvList(error.thrown),
      (error) => ajvFaults(error.thrown),
    ),
    validationRow(
      (error) => error.get('ajv') === true && isAjvList(error.get('errors')),
      (error) => ajvFaults(error.get('errors')),
    ),
  ],
}
