/** Errors of TypeBox and typia. They hold the value. */
import { isRecord, itemsOf, read } from '../../../guard/read.js'
import { isValidationCode, type ValidationCode } from '../../../validate/fault-codes.js'
import { listed, type ValidationFault } from '../../../validate/faults.js'
import { pointerOfPointer, pointerOfText } from '../../../validate/place.js'
import type { Family } from '../../family.js'
import { ajvFaults, isAjvList } from './ajv-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const typeboxTypia: Family = {
  name: 'TypeBox and typia',
  mayBeOwnData: true,
  concerns: ({ isError, thrown }) => isError || Array.isArray(thrown),
  rows: [
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
