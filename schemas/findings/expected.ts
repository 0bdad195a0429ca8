/** Says what a keyword of JSON Schema expects. Texts of ajv are not used: those of other keywords may quote the value. */

import { own } from '../json.js'
import { jsonText } from '../json-text.js'

type Params = Readonly<Record<string, unknown>>

const NOTHING = (): string => 'no such member'
const limit = (what: string) => (params: Params) => `${what.replace('#', String(own(params, 'limit')))}`
const comparison = ({ comparison, limit }: Params): string => `a number ${String(comparison)} ${String(limit)}`

const texts: Readonly<Record<string, (params: Params) => string>> = {
  type: ({ type }) => (Array.isArray(type) ? type : [type]).map(nameOfType).join(' or '),
  required: () => 'this required member',
  dependentRequired: ({ property }) => `this member, since ${short(property)} is there`,
  additionalProperties: NOTHING,
  unevaluatedProperties: NOTHING,
  propertyNames: () => 'an allowed name',
  enum: ({ allowedValues }) =>
    Array.isArray(allowedValues) && allowedValues.length > 0 ? `one of ${allowedValues.map(short).join(', ')}` : 'a listed value',
  const: ({ allowedValue }) => short(allowedValue),
  format: ({ format }) => `a text of the format ${String(format)}`,
  pattern: ({ pattern }) => `a text that matches ${short(pattern)}`,
  minLength: limit('at least # characters'),
  maxLength: limit('at most # characters'),
  minItems: limit('at least # items'),
  maxItems: limit('at most # items'),
  minProperties: limit('at least # members'),
  maxProperties: limit('at most # members'),
  minimum: comparison,
  maximum: comparison,
  exclusiveMinimum: comparison,
  exclusiveMaximum: comparison,
  multipleOf: ({ multipleOf }) => `a multiple of ${String(multipleOf)}`,
  uniqueItems: () => 'items that differ',
  oneOf: () => 'a value that fits exactly one schema of oneOf',
  anyOf: () => 'a value that fits a schema of anyOf',
}

/** Gives a noun phrase for a finding of ajv. */
export function expectedBy(keyword: string, params: Params): string {
  const text = own(texts, keyword)
  return text?.(params) ?? `a value that fits the keyword ${short(keyword)}`
}

const types: Readonly<Record<string, string>> = {
  array: 'an array',
  boolean: 'true or false',
  integer: 'an integer',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a string',
}

function nameOfType(type: unknown): string {
  return own(types, String(type)) ?? short(type)
}

// What a schema holds can be as long as its author likes.
function short(value: unknown): string {
  const text = jsonText(value) ?? 'nothing'
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
