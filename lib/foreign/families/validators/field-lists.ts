/**
 * Errors of validators that give a list of fields: fastest-validator, parameter, validatorjs, vine and async-validator. Their texts quote
 * values.
 */
import { isPropertyBag, itemsOf, ownKeys, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { allAs, codeIn, type ValidationCode } from '../../../validate/fault-codes.js'
import { faultsFrom, MOST_FAULTS } from '../../../validate/faults.js'
import { pointerOfText } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly } from '../rows.js'
import { fieldFaults, isFieldList } from './field-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
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
      (error) => error.isError && error.message === 'Async Validation Error' && isOfFields(error.get('errors')),
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

function isOfFields(list: unknown): boolean {
  const items = itemsOf(list) ?? []
  return items.length > 0 && items.every((one) => typeof read(one, 'field') === 'string')
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
