/** Tells what zod says by itself, in versions 3 and 4, from what an author wrote. The issues themselves do not tell. */

import { callNow } from '../../guard/call.js'
import { listOf, read } from '../../guard/read.js'

/** Tells whether a text is one that zod writes by itself. */
export function isZodText(issue: unknown, text: string): boolean {
  return isEnglish(issue, text) || quotes(issue, text) || isConfigured(issue, text)
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

// A shorter one may be a word of any text.
const LONGEST_WORD = 3
// Version 3: others have a type there.
const HOLDING: readonly unknown[] = ['invalid_enum_value', 'invalid_literal']

// In whatever language: the value, or a name that the client chose.
function quotes(issue: unknown, text: string): boolean {
  const received = HOLDING.includes(read(issue, 'code')) ? [read(issue, 'received')] : []
  return [...received, ...listOf(read(issue, 'keys'))].some((came) => {
    const word = String(came)
    return text.includes(`'${word}'`) || text.includes(`"${word}"`) || (word.length > LONGEST_WORD && text.includes(word))
  })
}

// What `z.config()` has set holds for all schemas. Newer versions keep it where it can be asked; the value that it may name the type of is not told.
function isConfigured(issue: unknown, text: string): boolean {
  const config = read(globalThis, '__zod_globalConfig')
  const maps = [read(config, 'customError'), read(config, 'localeError')].filter((map) => typeof map === 'function')
  return maps.some((map) => KINDS.some((input) => textBy(map as ErrorMap, issue as object, input) === text))
}

type ErrorMap = (issue: object) => unknown

function textBy(map: ErrorMap, issue: object, input: unknown): unknown {
  const { given } = callNow(() => map({ ...issue, input }))
  return typeof given === 'string' ? given : read(given, 'message')
}

// One of each kind of value that a request can hold, or a conversion make.
const KINDS: readonly unknown[] = [
  undefined,
  null,
  '',
  0,
  Number.NaN,
  Infinity,
  true,
  0n,
  [],
  {},
  new Date(0),
  new Map(),
  new Set(),
]
