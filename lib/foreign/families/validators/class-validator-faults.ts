/** Makes faults of the errors of class-validator: a list, each with those of its members. They hold the value and the whole object. */

import { has, isRecord, itemsOf, ownKeys, read } from '../../../guard/read.js'
import { allAs, boundCode, boundedKind, codeIn, type ValidationCode } from '../../../validate/fault-codes.js'
import { listed, MOST_FAULTS, type ValidationFault } from '../../../validate/faults.js'
import { pointerTo } from '../../../validate/place.js'

/** Tells whether a value is a list of errors of class-validator. */
export function isClassValidatorList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every((item) => isRecord(item) && typeof read(item, 'property') === 'string' && has(item, 'children'))
  )
}

// Deeper than anyone nests; also the end of a tree that contains itself.
const DEEPEST = 8

/** Makes the faults of such a list. */
export function classValidatorFaults(tree: unknown): ValidationFault[] {
  const faults: ValidationFault[] = []
  collect(tree, '#', 0, faults)
  return faults
}

function collect(list: unknown, place: string, depth: number, faults: ValidationFault[]): void {
  if (depth > DEEPEST) return
  for (const item of listed(list)) {
    if (faults.length >= MOST_FAULTS) return
    const pointer = pointerTo(place, read(item, 'property'))
    faults.push(...codesOf(item).map((code) => ({ pointer, code, issue: item })))
    collect(read(item, 'children'), pointer, depth + 1, faults)
  }
}

// All that is asked of a value that is missing comes to the same.
function codesOf(item: unknown): readonly ValidationCode[] {
  const constraints = read(item, 'constraints')
  const names = ownKeys(constraints)
  const isMissing = names.length > 0 && has(item as object, 'value') && read(item, 'value') === undefined
  if (isMissing) return ['required']
  return names.map((name) => constraintCode(name, read(item, 'value'), read(constraints, name)))
}

// `said` is the text of the library, and goes nowhere.
function constraintCode(name: string, value: unknown, said: unknown): ValidationCode {
  if (name === 'isLength' || name === 'isByteLength') return lengthEnd(value, String(said))
  if (name === 'isNotEmpty') return value === '' ? 'minLength' : 'required'
  return codeIn(CONSTRAINTS, name)
}

// Which end is broken stands only in the library's own text.
function lengthEnd(value: unknown, said: string): ValidationCode {
  const end = /\bshorter\b/.test(said) ? 'max' : /\blonger\b/.test(said) ? 'min' : undefined
  return end === undefined ? 'invalid' : boundCode(boundedKind(value), end)
}

const CONSTRAINTS: Readonly<Record<string, ValidationCode>> = {
  ...allAs('required', 'isDefined'),
  ...allAs('type', 'isBoolean isDate isNumber isInt isString isArray isObject isInstance nestedValidation unknownValue'),
  ...allAs('enum', 'isIn isEnum'),
  ...allAs('not', 'notEquals isNotIn notContains arrayNotContains isEmpty'),
  ...allAs('minimum', 'min minDate isPositive'),
  ...allAs('maximum', 'max maxDate isNegative'),
  ...allAs('pattern', 'matches contains isLowercase isUppercase'),
  ...allAs('minItems', 'arrayMinSize arrayNotEmpty'),
  ...allAs(
    'format',
    'isLatLong isLatitude isLongitude isAlpha isAlphanumeric isDecimal isAscii isBase32 isBase58 isBase64 isCreditCard isCurrency isEmail isFqdn isFullWidth isHalfWidth isVariableWidth isHexColor isHexadecimal isMacAddress isIp isPort isIsbn isIsin isJson isJwt isMobilePhone isMongoId isMultibyte isSurrogatePair isUrl isUuid IsFirebasePushId isPhoneNumber isMilitaryTime isHash isISSN isDateString isIso8601 isISO8601 isRFC3339 isISO31661Alpha2 isISO31661Alpha3 isISO4217CurrencyCode isBooleanString isNumberString isBIC isBtcAddress isDataURI isEAN isEthereumAddress isHSL isIBAN isIdentityCard isISRC isLocale isMagnetURI isMimeType isOctal isPassportNumber isPostalCode isRgbColor isRgbColour isSemVer isStrongPassword isTimeZone isTaxId',
  ),
  equals: 'const',
  isDivisibleBy: 'multipleOf',
  minLength: 'minLength',
  maxLength: 'maxLength',
  arrayMaxSize: 'maxItems',
  arrayUnique: 'uniqueItems',
  arrayContains: 'contains',
  isNotEmptyObject: 'minProperties',
  whitelistValidation: 'unknown-member',
}
