/**
 * Errors of validators that give a list of fields: fastest-validator, as it is and in Moleculer, parameter, as it is and in koa-parameter, and
 * validatorjs. Their texts quote values.
 */
import { isPropertyBag, itemsOf, ownKeys, read } from '../problem/read.js'
import { type Family, type ForeignError, hasOnly } from './family.js'
import { allAs, codeIn, type ValidationCode } from './fault-codes.js'
import { pointerOfText } from './pointer.js'
import { faultsFrom, MOST_FAULTS, type ValidationFault, validationRow } from './validation.js'

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
  keys: ['0', 'errors'],
  concerns: ({ isError }) => !isError,
  rows: [
    validationRow(
      (error) => isFieldList(error.thrown),
      (error) => fieldFaults(error.thrown),
    ),
    validationRow(isValidatorJs, (error) =>
      ownKeys(error.get('errors'))
        .slice(0, MOST_FAULTS)
        .map((field) => ({ pointer: pointerOfText(field) })),
    ),
  ],
}

/** Tells whether a value is such a list: each of a field, with a text and a code. */
export function isFieldList(list: unknown): boolean {
  const items = itemsOf(list)
  return items !== undefined && items.length > 0 && items.every(isOfField)
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
    isPropertyBag(errors) &&
    ownKeys(errors).length > 0 &&
    hasOnly(error, 'errors') &&
    ['first', 'has', 'all'].every((name) => typeof error.get(name) === 'function')
  )
}
