/** Errors of class-validator: a list that is thrown as it is. */
import type { Family } from '../../family.js'
import { classValidatorFaults, isClassValidatorList } from './class-validator-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const classValidator: Family = {
  name: 'class-validator',
  mayBeOwnData: true,
  keys: ['0'],
  concerns: ({ thrown }) => isClassValidatorList(thrown),
  rows: [
    validationRow(
      () => true,
      ({ thrown }) => classValidatorFaults(thrown),
    ),
  ],
}
