/** Tells what zod says by itself, in versions 3 and 4, from what an author wrote. The issues themselves do not tell. */

import { listOf, read } from '../../guard/read.js'
import { mentions } from './quotes.js'
import type { Known } from './seen.js'
import { isAskedText, isConfiguredText } from './zod-asked.js'

/** Tells whether a text is one that zod writes by itself. */
export function isZodText(issue: unknown, text: string, known: Known): boolean {
  return isEnglish(issue, text) || quotes(issue, text) || isConfiguredText(issue, text) || isAskedText(issue, text, known)
}

function isEnglish(issue: unknown, text: string): boolean {
  const code = String(read(issue, 'code'))
  if (text === 'Invalid input') return true
  // Version 3 alone says so, and tells what it received.
  if (text === 'Required') return read(issue, 'received') === 'undefined'
  return ENGLISH.some(([codes, pattern]) => codes.includes(code) && pattern.test(text)) || isFormatText(issue, text)
}

// Only their beginnings where they go on with names or values of the request.
const ENGLISH: readonly (readonly [codes: readonly string[], pattern: RegExp])[] = [
  [['invalid_type'], /^(?:Expected .*, received |Invalid input: expected )/s],
  [['invalid_value'], /^Invalid (?:input: expected |option: expected one of )/],
  [['invalid_literal'], /^Invalid literal value, expected /],
  [['invalid_enum_value'], /^Invalid enum value\. Expected /],
  [
    ['invalid_union', 'invalid_union_discriminator'],
    /^Invalid (?:discriminator value\. Expected |input: more than one option matched$)/,
  ],
  [['unrecognized_keys'], /^Unrecognized key(?:s|\(s\) in object)?: /],
  [['too_small', 'too_big'], /^Too (?:small|big): expected /],
  [
    ['too_small', 'too_big'],
    /^(?:Array|String) must contain (?:exactly|at least|at most|more than|less than|over|under) \S+ (?:element|character)\(s\)$/,
  ],
  [
    ['too_small', 'too_big'],
    /^(?:Number|BigInt|Date) must be (?:exactly|greater than|less than|smaller than)(?: (?:or )?equal to)? /,
  ],
  [['invalid_format'], /^Invalid string: must (?:start with|end with|include|match pattern) /],
  [['invalid_string'], /^Invalid input: must (?:include|start with|end with) "/],
  [['not_multiple_of'], /^(?:Invalid number: must|Number must) be a multiple of \S+$/],
  [['invalid_key', 'invalid_element'], /^Invalid (?:key|value) in \w+$/],
  [['invalid_date'], /^Invalid date$/],
  [['not_finite'], /^Number must be finite$/],
  [['invalid_arguments', 'invalid_return_type'], /^Invalid function (?:arguments|return type)$/],
  [['custom'], /^Input not instance of /],
  [['invalid_intersection_types'], /^Intersection results could not be merged$/],
]

// What version 4 calls the formats, where that is not their name.
const NOUNS: ReadonlySet<unknown> = new Set([
  'email address',
  'URL',
  'UUID',
  'UUIDv4',
  'UUIDv6',
  'GUID',
  'ULID',
  'XID',
  'KSUID',
  'ISO datetime',
  'ISO date',
  'ISO time',
  'ISO duration',
  'IPv4 address',
  'IPv6 address',
  'MAC address',
  'IPv4 range',
  'IPv6 range',
  'base64-encoded string',
  'base64url-encoded string',
  'JSON string',
  'E.164 number',
  'currency code',
  'credit card number',
  'IBAN',
  'JWT',
])

function isFormatText(issue: unknown, text: string): boolean {
  const format = read(issue, 'format') ?? read(issue, 'validation')
  const noun = text.slice('Invalid '.length)
  if (format === undefined || !text.startsWith('Invalid')) return false
  // Version 3 says nothing but `Invalid` of an expression.
  return noun === '' || noun === format || NOUNS.has(noun)
}

// Version 3: others have a type there.
const HOLDING: readonly unknown[] = ['invalid_enum_value', 'invalid_literal']

// In whatever language: the value, or a name that the client chose.
function quotes(issue: unknown, text: string): boolean {
  const received = HOLDING.includes(read(issue, 'code')) ? [read(issue, 'received')] : []
  return [...received, ...listOf(read(issue, 'keys'))].some((came) => mentions(text, String(came)))
}
