/** Errors of superstruct and of TypeBox's `Assert`: they hold the first fault, and the value. */
import { has, itemsOf, read } from '../problem/read.js'
import type { Family, ForeignError } from './family.js'
import { pointerOf, pointerOfPointer } from './pointer.js'
import { codeOf, type ValidationFault, validationRow } from './validation.js'

/** The family. */
export const structs: Family = {
  name: 'superstruct and TypeBox',
  concerns: ({ isError }) => isError,
  rows: [
    validationRow(isSuperstruct, superstructFaults),
    validationRow(
      (error) => typeof read(error.get('error'), 'path') === 'string' && read(error.get('error'), 'schema') !== undefined,
      (error) => [{ pointer: pointerOfPointer(read(error.get('error'), 'path')) }],
    ),
  ],
}

function isSuperstruct(error: ForeignError): boolean {
  return (
    typeof error.get('failures') === 'function' &&
    itemsOf(error.get('path')) !== undefined &&
    has(error.thrown as object, 'refinement')
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
