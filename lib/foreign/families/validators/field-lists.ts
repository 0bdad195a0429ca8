/**
 * Errors of validators that give a list of fields: fastest-validator, as it is and in Moleculer, parameter, as it is and in koa-parameter,
 * validatorjs, vine and async-validator. Their texts quote values.
 */
import { isPropertyBag, itemsOf, ownKeys, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { allAs, codeIn, type ValidationCode } from '../../../validate/fault-codes.js'
import { faultsFrom, MOST_FAULTS, type ValidationFault } from '../../../validate/faults.js'
import { pointerOfText } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly } from '../rows.js'
import { validationRow } from './validation-row.js'

/** koa-parameter makes its error with http-errors, so it is asked before. */
export const koaParameter: Family = {
  name: 'koa-parameter',
  yields: false,
  keys: ['params'],
  concerns: ({ code }) => code === 'INVALID_PARAM',
  rows: [
    validationRow(
      (error) => error.isError && error.get('status') === 422 && isFieldList(error.get('errors')),
      (error) => fieldFaults(error.get('errors')),
    ),
  ],
}

/** The others. */
export const fieldLists: Family = {
  name: 'lists of fields',
  mayBeOwnData: true,
  keys: ['0', 'errors', 'messages'],
  rows: [
    validationRow(
      (error) => !error.isError && isFieldList(error.thrown),
      (error) => fieldFaults(error.thrown),
    ),
    validationRow(isValidatorJs, (error) =>
      ownKeys(error.get('errors'))
        .slice(0, MOST_FAULTS)
        .map((field) => ({ pointer: pointerOfText(field) })),
    ),
    // vine: with the status 422, which an app can change.
    validationRow(
      (error) => error.code === 'E_VALIDATION_ERROR' && isErrorStatus(error.get('status')) && isOfFields(error.get('messages')),
      (error) =>
        faultsFrom(error.get('messages'), (one) => ({
          pointer: pointerOfText(read(one, 'field')),
          code: codeIn(VINE, read(one, 'rule')),
        })),
      (error) => error.get('status') as number,
    ),
    validationRow(
      (error) => error.isError && error.text('message') === 'Async Validation Error' && isOfFields(error.get('errors')),
      (error) => faultsFrom(error.get('errors'), (one) => ({ pointer: pointerOfText(read(one, 'field')) })),
    ),
  ],
}

// The rules of vine.
const VINE: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'required'),
  ...allAs('type', 'string number boolean date object record array accepted withoutDecimals decimal'),
  ...allAs(
    'format',
    'email url activeUrl uuid ulid mobile passport postalCode creditCard iban hexCode ipAddress jwt vat coordinates',
  ),
  ...allAs('pattern', 'regex alpha alphaNumeric ascii startsWith endsWith'),
  ...allAs('enum', 'enum in'),
  ...allAs('const', 'literal sameAs confirmed date.equals'),
  ...allAs('not', 'notIn notSameAs'),
  ...allAs('minimum', 'min positive date.after date.afterOrEqual'),
  ...allAs('maximum', 'max negative date.before date.beforeOrEqual'),
  ...allAs('minItems', 'array.minLength notEmpty'),
  ...allAs('union', 'union unionGroup unionOfTypes'),
  minLength: 'minLength',
  maxLength: 'maxLength',
  'array.maxLength': 'maxItems',
  'record.minLength': 'minProperties',
  'record.maxLength': 'maxProperties',
  distinct: 'uniqueItems',
  'database.unique': 'unique',
  'database.exists': 'reference',
}

/** Tells whether a value is such a list: each of a field, with a text and a code. */
export function isFieldList(list: unknown): boolean {
  const items = itemsOf(list)
  return items !== undefined && items.length > 0 && items.every(isOfField)
}

function isOfFields(list: unknown): boolean {
  const items = itemsOf(list) ?? []
  return items.length > 0 && items.every((one) => typeof read(one, 'field') === 'string')
}

// fastest-validator has the code in `type`, and keeps the value.
function isOfField(one: unknown): boolean {
  const isToldBy = (key: string): boolean => typeof read(one, key) === 'string'
  return isToldBy('field') && isToldBy('message') && (isToldBy('type') || CODES.has(read(one, 'code')))
}

// Those of parameter.
const CODES: ReadonlyMap<unknown, ValidationCode> = new Map([
  ['missing_field', 'required'],
  ['invalid', 'invalid'],
])

// Those of fastest-validator. A length that has to be exact tells no end.
const TYPES: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'required'),
  ...allAs('type', 'string number numberInteger array tuple boolean date function object record classInstanceOf stringNumeric'),
  ...allAs('minimum', 'numberMin numberPositive dateMin'),
  ...allAs('maximum', 'numberMax numberNegative dateMax'),
  ...allAs('minLength', 'stringEmpty stringMin emailEmpty emailMin urlEmpty'),
  ...allAs('maxLength', 'stringMax emailMax'),
  ...allAs('minItems', 'arrayEmpty arrayMin tupleEmpty'),
  ...allAs('maxItems', 'arrayMax'),
  ...allAs('format', 'email url uuid uuidVersion mac luhn currency objectID stringBase64 stringHex'),
  ...allAs('pattern', 'stringPattern stringContains stringAlpha stringAlphanum stringAlphadash stringSingleLine'),
  ...allAs('enum', 'stringEnum arrayEnum enumValue'),
  ...allAs('const', 'equalValue equalField numberEqual'),
  ...allAs('unknown-member', 'objectStrict forbidden'),
  numberNotEqual: 'not',
  arrayUnique: 'uniqueItems',
  arrayContains: 'contains',
  objectMinProps: 'minProperties',
  objectMaxProps: 'maxProperties',
}

/** Makes the faults of such a list. */
export function fieldFaults(list: unknown): ValidationFault[] {
  return faultsFrom(list, (one) => ({
    pointer: pointerOfText(read(one, 'field')),
    code: CODES.get(read(one, 'code')) ?? codeIn(TYPES, read(one, 'type')),
  }))
}

function isValidatorJs(error: ForeignError): boolean {
  const errors = error.get('errors')
  return (
    !error.isError &&
    isPropertyBag(errors) &&
    ownKeys(errors).length > 0 &&
    hasOnly(error, 'errors') &&
    ['first', 'has', 'all'].every((name) => typeof error.get(name) === 'function')
  )
}
