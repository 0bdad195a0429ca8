/** What the issues of zod mean. Versions 3 and 4 have the same codes with other words for some. */
import { has, isRecord, itemsOf, listOf, read } from '../../guard/read.js'
import { allAs, type Bounded, boundCode, codeIn, type ValidationCode } from '../fault-codes.js'

/** Gives the first of some members that an issue has. */
export function factOf(issue: unknown, ...names: readonly string[]): unknown {
  return names.map((name) => read(issue, name)).find((value) => value !== undefined)
}

/** Tells whether an issue is one of zod. */
export function isZodIssue(issue: unknown): boolean {
  return CODES.has(String(read(issue, 'code')))
}

/** Gives the word for an issue of zod. */
export function zodCode(issue: unknown): ValidationCode {
  const code = String(read(issue, 'code'))
  switch (code) {
    case 'invalid_type':
      return typeCode(issue)
    case 'invalid_literal':
      return isRecord(issue) && has(issue, 'received') && read(issue, 'received') === undefined ? 'required' : 'const'
    case 'too_small':
    case 'too_big':
      return boundCode(codeInKinds(factOf(issue, 'origin', 'type')), code === 'too_small' ? 'min' : 'max')
    case 'invalid_value':
      return read(issue, 'expected') === 'stringbool' ? 'type' : valuesCode(issue)
    case 'invalid_format':
    case 'invalid_string':
      return isPattern(factOf(issue, 'format', 'validation')) ? 'pattern' : 'format'
    case 'invalid_union':
      // A union with `options` knows which member tells its alternatives apart.
      return itemsOf(read(issue, 'options')) === undefined ? 'union' : 'enum'
    default:
      return codeIn(REST, code)
  }
}

// In version 4, only the message says that there was no value. The message itself goes nowhere.
function typeCode(issue: unknown): ValidationCode {
  const expected = read(issue, 'expected')
  if (expected === 'never') return 'unknown-member'
  const isMissing = read(issue, 'received') === 'undefined' || expected === 'nonoptional'
  return isMissing || /\bundefined\b/.test(String(read(issue, 'message'))) ? 'required' : 'type'
}

function valuesCode(issue: unknown): ValidationCode {
  return itemsOf(read(issue, 'values'))?.length === 1 ? 'const' : 'enum'
}

// In version 3, such a format is an object: `{ startsWith: 'A' }`.
function isPattern(format: unknown): boolean {
  return (
    typeof format !== 'string' || /^(?:regex|starts_with|ends_with|includes|lowercase|uppercase|template_literal)$/.test(format)
  )
}

const KINDS: Readonly<Record<string, Bounded>> = {
  string: 'text',
  array: 'list',
  set: 'list',
  map: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
  file: 'file',
}

function codeInKinds(kind: unknown): Bounded {
  const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  return known ?? 'number'
}

const REST: Readonly<Record<string, ValidationCode>> = {
  not_multiple_of: 'multipleOf',
  unrecognized_keys: 'unknown-member',
  invalid_union_discriminator: 'enum',
  invalid_enum_value: 'enum',
  invalid_key: 'name',
  ...allAs('type', 'invalid_date not_finite'),
  ...allAs('invalid', 'custom invalid_element invalid_arguments invalid_return_type invalid_intersection_types'),
}

const CODES = new Set([
  ...Object.keys(REST),
  ...'invalid_type too_small too_big invalid_value invalid_format invalid_string invalid_union invalid_literal'.split(' '),
])

/** Tells whether the value of an issue may be missing, although zod does not say so: only the one who has the value knows. */
export function mayBeMissing(issue: unknown): boolean {
  const code = read(issue, 'code')
  if (code === 'invalid_type') return !/\breceived (?!undefined)/.test(String(read(issue, 'message')))
  return [
    'invalid_value',
    'invalid_union',
    'invalid_literal',
    'invalid_enum_value',
    'invalid_union_discriminator',
    'invalid_date',
  ].includes(String(code))
}

/** Gives the issues of each alternative of a union, with paths from the union; those of version 3 begin at the root. */
export function zodAlternatives(issue: unknown): readonly (readonly unknown[])[] {
  const ofVersion3 = listOf(read(issue, 'unionErrors')).map((error) => read(error, 'issues'))
  return [...listOf(read(issue, 'errors')), ...ofVersion3].map(listOf)
}
