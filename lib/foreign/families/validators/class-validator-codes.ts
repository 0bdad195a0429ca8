/** What the names of the constraints of class-validator mean. */
import { allAs, boundCode, boundedKind, codeIn, type ValidationCode } from '../../../validate/fault-codes.js'

/** Gives the word for a constraint that a value breaks; `said` is the text of the library, and goes nowhere. */
export function constraintCode(name: string, value: unknown, said: unknown): ValidationCode {
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
