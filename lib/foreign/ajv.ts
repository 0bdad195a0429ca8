/** Errors of ajv, thrown as its list or in a ValidationError. Their `params` and `data` hold values. */
import { itemsOf, read } from '../problem/read.js'
import type { Family } from './family.js'
import { placeIn } from './place.js'
import { pointerOfPointer, pointerOfText, pointerTo } from './pointer.js'
import { codeOf, faultsFrom, type ValidationFault, validationRow } from './validation.js'

/** The family. */
export const ajv: Family = {
  name: 'ajv',
  mayBeOwnData: true,
  rows: [
    validationRow(
      (error) => isAjvList(error.thrown),
      (error) => faultsFrom(error.thrown, ajvFault),
    ),
    validationRow(
      (error) => error.get('ajv') === true && isAjvList(error.get('errors')),
      (error) => faultsFrom(error.get('errors'), ajvFault),
    ),
  ],
}

/** Tells whether a value is a list of errors of ajv. */
export function isAjvList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every((item) => typeof pathOf(item) === 'string' && typeof read(item, 'keyword') === 'string')
  )
}

/** Makes the fault of an error of ajv: a required or additional property is told by its name. */
export function ajvFault(error: unknown): ValidationFault {
  const path = pathOf(error)
  const place = String(path).startsWith('/') ? pointerOfPointer(path) : pointerOfText(path)
  const name = propertyOf(read(error, 'params'))
  return { pointer: typeof name === 'string' ? pointerTo(place, name) : place, code: codeOf(read(error, 'keyword')) }
}

/** Makes the fault of an error of ajv in a part of the request. */
export function ajvFaultIn(part: string, error: unknown): ValidationFault {
  const fault = ajvFault(error)
  if (part === 'body') return { in: 'body', ...fault }
  const named = propertyOf(read(error, 'params'))
  return { ...placeIn(part, [firstName(pathOf(error)), named]), code: fault.code }
}

// Parameters and fields are not nested.
function firstName(path: unknown): string | undefined {
  const text = String(path)
  return text.startsWith('/') ? text.split('/')[1] : /[^.[\]'"]+/.exec(text)?.[0]
}

// Version 6 writes a path of JavaScript: .a[0]['b c']
function pathOf(error: unknown): unknown {
  return read(error, 'instancePath') ?? read(error, 'dataPath')
}

// The name of the property that is missing, or that is one too many.
function propertyOf(params: unknown): unknown {
  return read(params, 'missingProperty') ?? read(params, 'additionalProperty') ?? read(params, 'unevaluatedProperty')
}
