/** Errors of superstruct. They hold the value. */
import { itemsOf, read } from '../../../guard/read.js'
import { allAs, boundCode, boundedKind, codeIn, lengthCode, type ValidationCode } from '../../../validate/fault-codes.js'
import type { ValidationFault } from '../../../validate/faults.js'
import { type Found, meantInList } from '../../../validate/issues/alternatives.js'
import { pathOf, pointerOf } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty } from '../rows.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const superstruct: Family = {
  name: 'superstruct',
  mayBeOwnData: true,
  concerns: ({ isError }) => isError,
  rows: [validationRow(isSuperstruct, superstructFaults)],
}

function isSuperstruct(error: ForeignError): boolean {
  return (
    typeof error.get('failures') === 'function' && itemsOf(error.get('path')) !== undefined && hasProperty(error, 'refinement')
  )
}

function superstructFaults(error: ForeignError): ValidationFault[] {
  const found = failuresOf(error).map(
    (failure): Found => ({ path: pathOf(read(failure, 'path')), code: failureCode(failure), issues: [], issue: failure }),
  )
  return withoutUnions(found).map(({ path, code, issue }) => ({ pointer: pointerOf(path), code, issue }))
}

// The failures of the alternatives stand behind that of their union, whose place is theirs or above.
function withoutUnions(found: readonly Found[]): readonly Found[] {
  const [first, ...rest] = found
  if (first === undefined) return []
  const end = first.code === 'union' ? rest.findIndex(({ path }) => !first.path.every((name, index) => path[index] === name)) : 0
  const count = end < 0 ? rest.length : end
  const told = count === 0 ? [first] : meantInList(first, withoutUnions(rest.slice(0, count)))
  return [...told, ...withoutUnions(rest.slice(count))]
}

// Later failures are found when they are asked for. That runs code of the app.
function failuresOf(error: ForeignError): readonly unknown[] {
  try {
    return [...(error.get('failures') as () => Iterable<unknown>).call(error.thrown)]
  } catch {
    return [error.thrown]
  }
}

function failureCode(failure: unknown): ValidationCode {
  const [type, refinement, value] = [read(failure, 'type'), read(failure, 'refinement'), read(failure, 'value')]
  switch (refinement) {
    case undefined:
      return value === undefined && type !== 'never' ? 'required' : codeIn(TYPES, type)
    case 'size':
      return sizeCode(value, String(read(failure, 'message')))
    case 'min':
    case 'max':
      return boundCode('number', refinement)
    case 'nonempty':
    case 'empty':
      return boundCode(boundedKind(value), refinement === 'nonempty' ? 'min' : 'max')
    default:
      return refinement === 'pattern' ? 'pattern' : 'invalid'
  }
}

const TYPES: Readonly<Record<string, ValidationCode>> = {
  ...allAs(
    'type',
    'array bigint boolean date func instance integer intersection map number object record regexp set string tuple type unknown',
  ),
  enums: 'enum',
  literal: 'const',
  never: 'unknown-member',
  union: 'union',
}

// The limits are nowhere but in the library's own message.
function sizeCode(value: unknown, message: string): ValidationCode {
  const [, least, most = least] = /(?:between|of) `?(-?\d[\d.]*)`?(?: and `?(-?\d[\d.]*)`?)?/.exec(message.slice(0, 200)) ?? []
  const [min, max] = [Number(least), Number(most)]
  if (typeof value === 'number') return value < min ? 'minimum' : 'maximum'
  return lengthCode(value, min, max)
}
