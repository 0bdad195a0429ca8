/** Errors of class-validator: a list that is thrown as it is, a tree of properties. They hold the value and the whole object. */
import { has, isRecord, itemsOf, ownKeys, read } from '../../../guard/read.js'
import type { ValidationCode } from '../../../validate/fault-codes.js'
import { listed, MOST_FAULTS, type ValidationFault } from '../../../validate/faults.js'
import { pointerTo } from '../../../validate/place.js'
import type { Family } from '../../family.js'
import { constraintCode } from './class-validator-codes.js'
import { validationRow } from './validation-row.js'

// Deeper than anyone nests; also the end of a tree that contains itself.
const DEEPEST = 8

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

/** Tells whether a value is a list of its errors. */
export function isClassValidatorList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every((item) => isRecord(item) && typeof read(item, 'property') === 'string' && has(item, 'children'))
  )
}

/** Makes the faults of a list of its errors. */
export function classValidatorFaults(tree: unknown): ValidationFault[] {
  const faults: ValidationFault[] = []
  collect(tree, '#', 0, faults)
  return faults
}

function collect(list: unknown, place: string, depth: number, faults: ValidationFault[]): void {
  if (depth > DEEPEST) return
  for (const item of listed(list)) {
    if (faults.length >= MOST_FAULTS) return
    const pointer = pointerTo(place, read(item, 'property'))
    faults.push(...codesOf(item).map((code) => ({ pointer, code })))
    collect(read(item, 'children'), pointer, depth + 1, faults)
  }
}

// All that is asked of a value that is missing comes to the same.
function codesOf(item: unknown): readonly ValidationCode[] {
  const constraints = read(item, 'constraints')
  const names = ownKeys(constraints)
  const isMissing = names.length > 0 && has(item as object, 'value') && read(item, 'value') === undefined
  if (isMissing) return ['required']
  return names.map((name) => constraintCode(name, read(item, 'value'), read(constraints, name)))
}
