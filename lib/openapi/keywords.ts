/** The keywords of JSON Schema 2020-12 that hold schemas, and what a conversion gives. Every other keyword holds data. */
import { setOwn } from '../problem/root.js'

/** A schema: an object, or true or false. */
export type Schema = boolean | SchemaRecord

/** A schema that is an object. */
export type SchemaRecord = Readonly<Record<string, unknown>>

/** A schema that was made from another one. It never allows less. */
export interface Converted {
  readonly schema: SchemaRecord
  /** Whether it allows no more either. Only then may it stand under `not`, `if` or `oneOf`. */
  readonly exact: boolean
}

/** A part of a conversion that adds nothing to the schema. */
export const NOTHING: Converted = { schema: {}, exact: true }

/** A part whose keywords were left out, so that the schema allows more. */
export const LEFT_OUT: Converted = { schema: {}, exact: false }

const SINGLE: ReadonlySet<string> = new Set([
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
])
const COMBINING: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf'])
const LISTS: ReadonlySet<string> = new Set([...COMBINING, 'prefixItems'])
const MAPS: ReadonlySet<string> = new Set(['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'])

/** Applies a function to each schema that a keyword holds; data stays as it is. */
export function mapSchemas(keyword: string, value: unknown, change: (schema: Schema) => unknown): unknown {
  if (SINGLE.has(keyword)) return change(value as Schema)
  if (LISTS.has(keyword)) return (value as readonly Schema[]).map(change)
  return MAPS.has(keyword) ? mapValues(value as Readonly<Record<string, Schema>>, change) : value
}

/** Applies a function to each value of a record. */
export function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  // Entries, not assignments: a member may be named `__proto__`.
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}

/** Puts the parts of a schema together. A keyword that two of them have is kept for both, in `allOf`. */
export function combine(parts: readonly Converted[]): Converted {
  const schema: Record<string, unknown> = {}
  const all: unknown[] = []
  for (const [keyword, value] of parts.flatMap((part) => Object.entries(part.schema))) {
    if (keyword === 'allOf') all.push(...(value as readonly unknown[]))
    else if (Object.hasOwn(schema, keyword)) all.push({ [keyword]: value })
    else setOwn(schema, keyword, value)
  }
  return { schema: { ...schema, ...(all.length > 0 && { allOf: all }) }, exact: parts.every(({ exact }) => exact) }
}

/** Converts a keyword that combines schemas; every other one gives `undefined`. */
export function convertCombination(
  keyword: string,
  value: unknown,
  convert: (schema: Schema) => Converted,
): Converted | undefined {
  if (keyword === 'not') return convertNot(value as Schema, convert)
  return COMBINING.has(keyword) ? convertList(keyword, value as readonly Schema[], convert) : undefined
}

// Inexact ones could overlap, so that `oneOf` would refuse what it should allow.
function convertList(keyword: string, schemas: readonly Schema[], convert: (schema: Schema) => Converted): Converted {
  const converted = schemas.map(convert)
  const exact = converted.every((one) => one.exact)
  return { schema: { [keyword === 'oneOf' && !exact ? 'anyOf' : keyword]: converted.map(({ schema }) => schema) }, exact }
}

// One that allows more would forbid more.
function convertNot(schema: Schema, convert: (schema: Schema) => Converted): Converted {
  const inner = convert(schema)
  return inner.exact ? { schema: { not: inner.schema }, exact: true } : LEFT_OUT
}
