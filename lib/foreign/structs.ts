/** Errors of superstruct, TypeBox and typia: they hold the value. */
import { isRecord, itemsOf, read } from '../problem/read.js'
import { ajvFault, isAjvList } from './ajv.js'
import { type Family, type ForeignError, hasProperty } from './family.js'
import { pointerOf, pointerOfPointer, pointerOfText, pointerTo } from './pointer.js'
import { codeOf, faultsFrom, listed, type ValidationFault, validationRow } from './validation.js'

/** The family. */
export const structs: Family = {
  name: 'superstruct, TypeBox and typia',
  mayBeOwnData: true,
  concerns: ({ isError, thrown }) => isError || Array.isArray(thrown),
  rows: [
    validationRow(isSuperstruct, superstructFaults),
    validationRow(
      (error) => typeof read(error.get('error'), 'path') === 'string' && read(error.get('error'), 'schema') !== undefined,
      (error) => [{ pointer: pointerOfPointer(read(error.get('error'), 'path')) }],
    ),
    // The list of TypeBox's Value.Errors(), thrown as it is.
    validationRow(
      (error) => isTypeBoxList(error.thrown),
      (error) => faultsFrom(error.thrown, (one) => ({ pointer: pointerOfPointer(read(one, 'path')) })),
    ),
    // TypeBox since version 1
    validationRow(
      (error) => typeof read(error.get('cause'), 'source') === 'string' && isAjvList(read(error.get('cause'), 'errors')),
      (error) => listed(read(error.get('cause'), 'errors')).flatMap(typeBoxFaults),
    ),
    validationRow(
      (error) => error.name === 'TypeGuardError' && error.text('method')?.startsWith('typia.') === true,
      (error) => [{ pointer: pointerOfText(error.text('path')?.replace(/^\$input/, '')) }],
    ),
  ],
}

function isTypeBoxList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every(
      (one) => typeof read(one, 'path') === 'string' && typeof read(one, 'type') === 'number' && isRecord(read(one, 'schema')),
    )
  )
}

// Its errors are like those of ajv, but one names every property that is missing.
function typeBoxFaults(one: unknown): ValidationFault[] {
  const { pointer = '#', code } = ajvFault(one)
  const names = listed(read(read(one, 'params'), 'requiredProperties'))
  return names.length === 0 ? [{ pointer, code }] : names.map((name) => ({ pointer: pointerTo(pointer, name), code }))
}

function isSuperstruct(error: ForeignError): boolean {
  return (
    typeof error.get('failures') === 'function' && itemsOf(error.get('path')) !== undefined && hasProperty(error, 'refinement')
  )
}

function superstructFaults(error: ForeignError): ValidationFault[] {
  return failuresOf(error).map((failure) => ({ pointer: pointerOf(read(failure, 'path')), code: codeOf(read(failure, 'type')) }))
}

// Later failures are found when they are asked for. That runs code of the app.
function failuresOf(error: ForeignError): readonly unknown[] {
  try {
    return [...(error.get('failures') as () => Iterable<unknown>).call(error.thrown)]
  } catch {
    return [error.thrown]
  }
}
