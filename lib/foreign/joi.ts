/** Errors of joi and celebrate. Their messages quote values, and `_original` is all of them. */

import { entriesOf } from '../problem/kind.js'
import { itemsOf, read } from '../problem/read.js'
import type { Family, ForeignError } from './family.js'
import { placeIn } from './place.js'
import { pointerOf } from './pointer.js'
import { codeOf, faultsFrom, type ValidationFault, validationRow } from './validation.js'

/** The family. */
export const joi: Family = {
  name: 'joi',
  rows: [
    validationRow(
      (error) => error.name === 'ValidationError' && isDetailList(error.get('details')),
      (error) => faultsFrom(error.get('details'), detailFault),
    ),
    validationRow((error) => celebrateParts(error).length > 0, celebrateFaults),
  ],
}

function isDetailList(list: unknown): boolean {
  const details = itemsOf(list)
  return (
    details !== undefined &&
    details.length > 0 &&
    details.every((one) => itemsOf(read(one, 'path')) !== undefined && typeof read(one, 'type') === 'string')
  )
}

function detailFault(detail: unknown): ValidationFault {
  return { pointer: pointerOf(read(detail, 'path')), code: codeOf(read(detail, 'type')) }
}

// A Map from a part of the request to an error of joi.
function celebrateParts(error: ForeignError): readonly (readonly [part: string, details: unknown])[] {
  const parts = (entriesOf(error.get('details')) ?? []).map(([part, one]) => [String(part), read(one, 'details')] as const)
  return parts.every(([, list]) => isDetailList(list)) ? parts : []
}

function celebrateFaults(error: ForeignError): ValidationFault[] {
  return celebrateParts(error).flatMap(([part, details]) =>
    faultsFrom(details, (detail) => ({ ...placeIn(part, read(detail, 'path')), code: codeOf(read(detail, 'type')) })),
  )
}
