/** The result of express-validator, which apps throw as it is. It holds the values. */
import { itemsOf, read } from '../problem/read.js'
import type { Family } from './family.js'
import { placeIn } from './place.js'
import { pointerOfText } from './pointer.js'
import { codeOf, faultsFrom, listed, type ValidationFault, validationRow } from './validation.js'

/** The family. */
export const expressValidator: Family = {
  name: 'express-validator',
  rows: [
    validationRow(
      (error) =>
        typeof error.get('array') === 'function' &&
        typeof error.get('mapped') === 'function' &&
        itemsOf(error.get('errors')) !== undefined,
      (error) => listed(error.get('errors')).flatMap(faultsIn),
    ),
  ],
}

// Fields that nobody checks are listed in one of its errors.
function faultsIn(fault: unknown): ValidationFault[] {
  const code = codeOf(read(fault, 'type'))
  const unknown = code === 'unknown_fields' ? faultsFrom(read(fault, 'fields'), faultAt) : []
  return unknown.length > 0 ? unknown.map((one) => ({ ...one, code })) : [faultAt(fault)]
}

function faultAt(fault: unknown): ValidationFault {
  const location = read(fault, 'location')
  const path = read(fault, 'path')
  const code = codeOf(read(fault, 'type'))
  if (location === 'body' || typeof location !== 'string') return { in: 'body', pointer: pointerOfText(path), code }
  return { ...placeIn(location, [path]), code }
}
