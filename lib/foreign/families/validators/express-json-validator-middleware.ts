/** Errors of express-json-validator-middleware: lists of ajv by the part of the request. */
import { isRecord, ownKeys, read } from '../../../guard/read.js'
import type { Family, ForeignError } from '../../family.js'
import { ajvFaultsIn, isAjvList } from './ajv-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const expressJsonValidator: Family = {
  name: 'express-json-validator-middleware',
  names: ['JsonSchemaValidationError'],
  concerns: ({ isError }) => isError,
  rows: [
    validationRow(
      (error) => partsOf(error).length > 0,
      (error) => partsOf(error).flatMap(([part, list]) => ajvFaultsIn(part, list)),
    ),
  ],
}

function partsOf(error: ForeignError): readonly (readonly [part: string, list: unknown])[] {
  const lists = error.get('validationErrors')
  if (!isRecord(lists)) return []
  return ownKeys(lists).flatMap((part) => (isAjvList(read(lists, part)) ? [[part, read(lists, part)] as const] : []))
}
