/** Errors of fast-json-patch, which hold the document. RFC 5789 2.2: 409 where the state does not fit the patch, 400 where the patch is none. */

import type { Family, ForeignError } from '../../family.js'
import { named } from '../rows.js'
import { validationRow } from './validation-row.js'

const STATE = ['TEST_OPERATION_FAILED', 'OPERATION_PATH_UNRESOLVABLE', 'OPERATION_FROM_UNRESOLVABLE', 'OPERATION_PATH_CANNOT_ADD']
const FORM = [
  'SEQUENCE_NOT_AN_ARRAY',
  'OPERATION_NOT_AN_OBJECT',
  'OPERATION_OP_INVALID',
  'OPERATION_PATH_INVALID',
  'OPERATION_FROM_REQUIRED',
  'OPERATION_VALUE_REQUIRED',
  'OPERATION_VALUE_CANNOT_CONTAIN_UNDEFINED',
]
const isOfState = named(...STATE)
const isItsName = named(...STATE, ...FORM)

/** The family. */
export const jsonPatch: Family = {
  name: 'fast-json-patch',
  keys: ['operation'],
  concerns: (error) => error.isError && isItsName(error),
  rows: [
    validationRow(
      () => true,
      (error) => [{ in: 'body', pointer: placeOf(error) }],
      (error) => (isOfState(error) ? 409 : 400),
    ),
  ],
}

function placeOf(error: ForeignError): string {
  const index = error.get('index')
  return Number.isInteger(index) ? `#/${String(index)}` : '#'
}
