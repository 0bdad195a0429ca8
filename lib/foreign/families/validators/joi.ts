/** Errors of joi and celebrate. Their messages quote values, and `_original` is all of them. */

import { entriesOf } from '../../../guard/kind.js'
import { read } from '../../../guard/read.js'
import type { ValidationFault } from '../../../validate/faults.js'
import type { Family, ForeignError } from '../../family.js'
import { isDetailList, joiFaults, joiFaultsIn } from './joi-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const joi: Family = {
  name: 'joi',
  mayBeOwnData: true,
  rows: [
    validationRow(
      (error) => error.name === 'ValidationError' && isDetailList(error.get('details')),
      (error) => joiFaults(error.get('details')),
    ),
    validationRow((error) => celebrateParts(error).length > 0, celebrateFaults),
  ],
}

// What celebrate throws: a Map from a part of the request to an error of joi.
function celebrateParts(error: ForeignError): readonly (readonly [part: string, details: unknown])[] {
  const parts = (entriesOf(error.get('details')) ?? []).map(([part, one]) => [String(part), read(one, 'details')] as const)
  return parts.every(([, list]) => isDetailList(list)) ? parts : []
}

function celebrateFaults(error: ForeignError): ValidationFault[] {
  return celebrateParts(error).flatMap(([part, details]) => joiFaultsIn(part, details))
}
