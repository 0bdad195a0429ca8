/** What the errors of arktype mean. They hold the value. */
import { listOf, read } from '../../guard/read.js'
import { allAs, boundCode, boundedKind, codeIn, lengthCode, type ValidationCode } from '../fault-codes.js'

/** Tells whether an issue is one of arktype. */
export function isArkIssue(issue: unknown): boolean {
  return read(issue, ' arkKind') === 'error'
}

/** Gives the word for an error of arktype. */
export function arkCode(error: unknown): ValidationCode {
  const code = String(read(error, 'code'))
  const data = read(error, 'data')
  const rule = read(error, 'rule')
  switch (code) {
    case 'minLength':
    case 'maxLength':
      return boundCode(boundedKind(data), code === 'minLength' ? 'min' : 'max')
    case 'exactLength':
      return lengthCode(data, rule, rule)
    case 'divisor':
      // An integer is a multiple of 1.
      return rule === 1 ? 'type' : 'multipleOf'
    case 'union':
      return isBoolean(error) ? 'type' : 'union'
    case 'pattern':
      return FORMATS.has(read(error, 'expected')) ? 'format' : 'pattern'
    case 'predicate':
      return isMissing(error) ? 'required' : predicateCode(String(read(error, 'expected')))
    default:
      return codeIn(CODES, code)
  }
}

function isMissing(error: unknown): boolean {
  return read(error, 'data') === undefined || read(error, 'actual') === 'undefined'
}

// What arktype says of its own formats; a format of the app is a pattern.
const FORMATS: ReadonlySet<unknown> = new Set([
  'an email address',
  'a UUID',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((version) => `a UUIDv${version}`),
  'an IP address',
  'an IPv4 address',
  'an IPv6 address',
  'a URL string',
  'a parsable date',
  'an ISO 8601 (YYYY-MM-DDTHH:mm:ss.sssZ) date',
  'an integer string representing a safe Unix timestamp',
  'a JSON string',
  'a well-formed numeric string',
  'a well-formed integer string',
  'a semantic version (see https://semver.org/)',
  'a credit card number',
  'a valid credit card number',
  'base64-encoded',
  'base64url-encoded',
  'hex characters only',
  'only letters',
  'only letters and digits 0-9',
  'only digits 0-9',
  'a regex pattern',
])

const TYPE = /^(?:an? (?:string|number|object|bigint|symbol|boolean|array|Date)|boolean|null|undefined)$/
const LITERAL = /^(?:"[^"]*"|-?\d[\d.e+]*|true|false)$/

// arktype tells a union as what its alternatives expect: `a number or a string`, `"a", "b" or "c"`, or `removed` for a stray member.
function predicateCode(expected: string): ValidationCode {
  if (expected === 'removed') return 'unknown-member'
  if (FORMATS.has(expected)) return 'format'
  const parts = expected.slice(0, LONGEST).split(/, | or /)
  if (parts.every((part) => TYPE.test(part))) return 'type'
  return parts.every((part) => LITERAL.test(part)) ? 'enum' : 'invalid'
}

const LONGEST = 2000

const CODES: Readonly<Record<string, ValidationCode>> = {
  ...allAs('type', 'domain proto'),
  ...allAs('minimum', 'min after'),
  ...allAs('maximum', 'max before'),
  required: 'required',
  unit: 'const',
}

// To arktype a boolean is one of two values.
function isBoolean(error: unknown): boolean {
  const parts = arkAlternatives(error).flat()
  return parts.length > 0 && parts.every((one) => typeof read(one, 'unit') === 'boolean')
}

/** Gives the errors of each alternative of a union: it keeps one for each. */
export function arkAlternatives(error: unknown): readonly (readonly unknown[])[] {
  return listOf(read(error, 'errors')).map((one) => [one])
}

/** Gives the errors that one holds, each of which is a fact. */
export function arkParts(error: unknown): readonly unknown[] {
  return read(error, 'code') === 'intersection' ? listOf(read(error, 'errors')) : []
}
