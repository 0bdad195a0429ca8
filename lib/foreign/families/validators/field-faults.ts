/** Makes faults of lists of fields in the form of fastest-validator and parameter, which libraries around them hand on. Their texts quote values. */

import { itemsOf, read } from '../../../guard/read.js'
import { allAs, codeIn, type ValidationCode } from '../../../validate/fault-codes.js'
import { faultsFrom, type ValidationFault } from '../../../validate/faults.js'
import { pointerOfText } from '../../../validate/place.js'

/** Tells whether a value is such a list: each item of a field, with a text and a code. */
export function isFieldList(list: unknown): boolean {
  const items = itemsOf(list)
  return items !== undefined && items.length > 0 && items.every(isOfField)
}

// fastest-validator has the code in `type`, and keeps the value.
function isOfField(one: unknown): boolean {
  const isToldBy = (key: string): boolean => typeof read(one, key) === 'string'
  return isToldBy('field') && isToldBy('message') && (isToldBy('type') || CODES.has(read(one, 'code')))
}

// The codes of parameter.
const CODES: ReadonlyMap<unknown, ValidationCode> = new Map([
  ['missing_field', 'required'],
  ['invalid', 'invalid'],
])

// The types of fastest-validator. An error of an exact length does not tell whether the value is too long or too short.
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
