/** Errors of yup: one for a fault, or one that holds several in `inner`. Their messages quote values, and `value` is all of them. */
import { itemsOf, read } from '../../../guard/read.js'
import { allAs, boundCode, boundedKind, codeIn, lengthCode, type ValidationCode } from '../../../validate/fault-codes.js'
import { listed, type ValidationFault } from '../../../validate/faults.js'
import { pointerOfText, pointerTo } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasProperty } from '../rows.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const yup: Family = {
  name: 'yup',
  mayBeOwnData: true,
  names: ['ValidationError'],
  rows: [
    validationRow(isYup, (error) => {
      const inner = listed(error.get('inner'))
      return (inner.length > 0 ? inner : [error.thrown]).flatMap(faultsIn)
    }),
  ],
}

function isYup(error: ForeignError): boolean {
  return (
    error.isError &&
    itemsOf(error.get('inner')) !== undefined &&
    itemsOf(error.get('errors')) !== undefined &&
    hasProperty(error, 'value')
  )
}

// Members that nobody knows are listed in one error.
function faultsIn(one: unknown): readonly ValidationFault[] {
  const fault = { pointer: pointerOfText(read(one, 'path')), code: codeOfTest(one), issue: one }
  const names = fault.code === 'unknown-member' ? namesIn(read(read(one, 'params'), 'unknown')) : []
  return names.length === 0 ? [fault] : names.map((name) => ({ ...fault, pointer: pointerTo(fault.pointer, name) }))
}

function namesIn(names: unknown): readonly unknown[] {
  return typeof names === 'string' ? listed(names.slice(0, LONGEST).split(', ')) : []
}

const LONGEST = 10_000

function codeOfTest(one: unknown): ValidationCode {
  const [type, params] = [read(one, 'type'), read(one, 'params')]
  const value = read(params, 'value')
  switch (type) {
    case 'min':
    case 'max':
      return boundCode(boundedKind(value), type)
    case 'length':
      return lengthCode(value, read(params, 'length'), read(params, 'length'))
    case 'required':
      // An empty text or list is none to yup.
      return isEmpty(value) ? boundCode(boundedKind(value), 'min') : 'required'
    case 'oneOf':
      return itemsOf(read(params, 'resolved'))?.length === 1 ? 'const' : 'enum'
    default:
      return codeIn(TESTS, type)
  }
}

function isEmpty(value: unknown): boolean {
  return value === '' || itemsOf(value)?.length === 0
}

const TESTS: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'optionality defined'),
  ...allAs('type', 'typeError nullable integer'),
  ...allAs('format', 'email url uuid datetime datetime_precision datetime_offset'),
  ...allAs('pattern', 'matches trim lowercase uppercase string_case'),
  ...allAs('unknown-member', 'noUnknown exact'),
  notOneOf: 'not',
  'is-value': 'const',
}
