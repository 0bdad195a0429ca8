/** Errors of superstruct, TypeBox and typia: they hold the value. */
import { isRecord, itemsOf, read } from '../../../guard/read.js'
import {
  allAs,
  boundCode,
  boundedKind,
  codeIn,
  isValidationCode,
  lengthCode,
  type ValidationCode,
} from '../../../validate/fault-codes.js'
import { listed, type ValidationFault } from '../../../validate/faults.js'
import { type Found, meantInList } from '../../../validate/issues/alternatives.js'
import { pathOf, pointerOf, pointerOfPointer, pointerOfText } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty } from '../rows.js'
import { ajvFaults, isAjvList } from './ajv.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const superstructTypebox: Family = {
  name: 'superstruct, TypeBox and typia',
  mayBeOwnData: true,
  concerns: ({ isError, thrown }) => isError || Array.isArray(thrown),
  rows: [
    validationRow(isSuperstruct, superstructFaults),
    validationRow(
      (error) => typeof read(error.get('error'), 'path') === 'string' && read(error.get('error'), 'schema') !== undefined,
      (error) => [typeBoxFault(error.get('error'))],
    ),
    // The list of TypeBox's Value.Errors(), thrown as it is.
    validationRow(
      (error) => isTypeBoxList(error.thrown),
      (error) => listed(error.thrown).map(typeBoxFault),
    ),
    // TypeBox since version 1
    validationRow(
      (error) => typeof read(error.get('cause'), 'source') === 'string' && isAjvList(read(error.get('cause'), 'errors')),
      (error) => ajvFaults(read(error.get('cause'), 'errors')),
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

function isSuperstruct(error: ForeignError): boolean {
  return (
    typeof error.get('failures') === 'function' && itemsOf(error.get('path')) !== undefined && hasProperty(error, 'refinement')
  )
}

function superstructFaults(error: ForeignError): ValidationFault[] {
  const found = failuresOf(error).map(
    (failure): Found => ({ path: pathOf(read(failure, 'path')), code: failureCode(failure), issues: [] }),
  )
  return withoutUnions(found).map(({ path, code }) => ({ pointer: pointerOf(path), code }))
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

/** The codes of TypeBox before version 1 are numbers, in the order of its enumeration `ValueErrorType`. */
const TYPEBOX: readonly ValidationCode[] = words(
  'contains contains maxItems contains minItems uniqueItems type type maximum minimum maximum minimum multipleOf type type',
  'maximum minimum maximum minimum multipleOf type type maximum minimum maximum minimum multipleOf type unknown-member type',
  'type invalid const unknown-member not type maximum minimum maximum minimum multipleOf type unknown-member maxProperties',
  'minProperties required type type pattern format format maxLength minLength pattern type type maxItems type maxSize minSize',
  'type type union type',
)

function words(...lines: readonly string[]): ValidationCode[] {
  return lines.join(' ').split(' ').filter(isValidationCode)
}

function typeBoxFault(error: unknown): ValidationFault {
  const type = read(error, 'type')
  const own = typeof type === 'number' ? TYPEBOX[type] : undefined
  const code = own === 'union' ? unionCode(read(error, 'schema'), read(error, 'value')) : own
  return { pointer: pointerOfPointer(read(error, 'path')), code }
}

// The errors of the alternatives can be asked for once, so their schemas have to do: of one kind are values, and types that all are others.
function unionCode(schema: unknown, value: unknown): ValidationCode {
  const alternatives = listed(read(schema, 'anyOf'))
  if (alternatives.every((one) => read(one, 'const') !== undefined)) return 'enum'
  return alternatives.every((one) => isOfOtherType(read(one, 'type'), value)) ? 'type' : 'union'
}

function isOfOtherType(type: unknown, value: unknown): boolean {
  const own = value === null ? 'null' : itemsOf(value) === undefined ? typeof value : 'array'
  return typeof type === 'string' && type.replace('integer', 'number') !== own
}
