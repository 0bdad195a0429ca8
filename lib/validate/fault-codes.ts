/** The words of `code` in `errors`: by kind of fault, whichever library found it. Most are those of JSON Schema. */

import { itemsOf, read } from '../guard/read.js'

/** Each word and what it says, in the order of the guide, whose table is this one. */
export const validationCodes = {
  required: 'A value is needed, and there is none.',
  type: 'The value is of another type, such as a text where a number is needed, or 1.5 for an integer.',
  format: 'The text does not have a known form, such as that of an email address, a date or a UUID.',
  pattern: 'The text does not have a form of its own, such as a regular expression or a beginning.',
  enum: 'The value is none of those that are listed.',
  const: 'The value is not the only one that is allowed.',
  not: 'The value is one of those that are ruled out.',
  minimum: 'The number or the date is too low, or not above its bound.',
  maximum: 'The number or the date is too high, or not below its bound.',
  multipleOf: 'The number is no multiple, or has too many decimals.',
  minLength: 'The text is too short, or empty.',
  maxLength: 'The text is too long.',
  minItems: 'The list has too few items.',
  maxItems: 'The list has too many items.',
  uniqueItems: 'Items of the list are equal.',
  contains: 'The list lacks an item that it has to have, or has too many of these.',
  minProperties: 'The object has too few members.',
  maxProperties: 'The object has too many members.',
  minSize: 'The file is too small.',
  maxSize: 'The file is too large.',
  'unknown-member': 'There is no such member, parameter, field or file.',
  name: 'The name of a member is not allowed.',
  depth: 'The value is nested too deeply.',
  union: 'The value fits none of the alternatives, or several where one may fit.',
  json: 'The body is not JSON.',
  'media-type': 'The media type is not one that is read here.',
  unique: 'The value is already in use.',
  reference: 'The value refers to something that does not exist, or that is still in use.',
  check: 'The value breaks a rule of the database.',
  invalid: 'Something else is wrong, such as a rule of the app.',
} as const

/**
 * Names the kind of a fault: the `code` in `errors`, the same whichever library has found it.
 *
 * @example
 * 'unknown-member'
 */
export type ValidationCode = keyof typeof validationCodes

/** Tells whether a value is one of the words. */
export function isValidationCode(value: unknown): value is ValidationCode {
  return typeof value === 'string' && Object.hasOwn(validationCodes, value)
}

/** Finds the word for a word of a library, in the table of that library; `invalid` where there is none. */
export function codeIn(table: Readonly<Record<string, ValidationCode>>, word: unknown): ValidationCode {
  const code = typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined
  return code ?? 'invalid'
}

/** Makes a table for words that all mean the same. */
export function allAs<Code extends ValidationCode>(code: Code, words: string): Record<string, Code> {
  return Object.fromEntries(words.split(' ').map((word) => [word, code]))
}

const BY_KIND = {
  text: ['minLength', 'maxLength'],
  list: ['minItems', 'maxItems'],
  object: ['minProperties', 'maxProperties'],
  file: ['minSize', 'maxSize'],
  number: ['minimum', 'maximum'],
} as const

/** What can have bounds: the length of a text, the items of a list, the members of an object, the bytes of a file, or the value itself. */
export type Bounded = keyof typeof BY_KIND

/** Gives the word for a bound that is broken. */
export function boundCode(kind: Bounded, end: 'min' | 'max'): ValidationCode {
  return BY_KIND[kind][end === 'min' ? 0 : 1]
}

/** Tells what of a value has bounds. The value is never told. */
export function boundedKind(value: unknown): Bounded {
  if (typeof value === 'string') return 'text'
  return itemsOf(value) !== undefined || value instanceof Set || value instanceof Map ? 'list' : 'number'
}

/** Gives the word for a length that is to be exactly, or within, some limits: which end is broken is seen from the value. */
export function lengthCode(value: unknown, least: unknown, most: unknown): ValidationCode {
  const length = read(value, 'length')
  if (typeof length !== 'number') return 'invalid'
  const kind = boundedKind(value)
  if (typeof least === 'number' && length < least) return boundCode(kind, 'min')
  return typeof most === 'number' && length > most ? boundCode(kind, 'max') : 'invalid'
}
