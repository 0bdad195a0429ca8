/** The keywords of JSON Schema 2020-12 that hold schemas, and those of older drafts. Every other keyword holds data. */

/** A schema: an object, or true or false. */
export type Schema = boolean | SchemaRecord

/** A schema that is an object. */
export type SchemaRecord = Readonly<Record<string, unknown>>

const SINGLE: ReadonlySet<string> = new Set([
  'additionalItems',
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
const LISTS: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const MAPS: ReadonlySet<string> = new Set(['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'])

/** Applies a function to each schema that a keyword holds; data stays as it is. Throws where the value is not of the keyword's kind. */
export function mapSchemas(keyword: string, value: unknown, change: (schema: Schema) => unknown): unknown {
  if (SINGLE.has(keyword)) return change(value as Schema)
  if (LISTS.has(keyword)) return (value as readonly Schema[]).map(change)
  return MAPS.has(keyword) ? mapValues(value as Readonly<Record<string, Schema>>, change) : value
}

/** Copies a schema without one of its keywords. Not by taking it apart, which would read what stands on Object.prototype. */
export function withoutKeyword(schema: SchemaRecord, keyword: string): SchemaRecord {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword))
}

/** Applies a function to each value of a record. */
export function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  // Entries, not assignments: a member may be named `__proto__`.
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}

/** A schema inside of another one, with the way to it. */
export type InnerSchema = readonly [path: readonly string[], schema: SchemaRecord]

/** Lists the schemas directly inside of a schema, whatever the values of its keywords are. `dependencies` and lists of `items` are of older drafts. */
export function innerSchemas(schema: SchemaRecord): readonly InnerSchema[] {
  return Object.entries(schema).flatMap(([keyword, value]): readonly InnerSchema[] => {
    if (SINGLE.has(keyword) && isSchemaRecord(value)) return [[[keyword], value]]
    const isList = Array.isArray(value) && (LISTS.has(keyword) || SINGLE.has(keyword))
    if (!isList && !((MAPS.has(keyword) || keyword === 'dependencies') && isSchemaRecord(value))) return []
    return Object.entries(value as object)
      .filter((entry): entry is [string, SchemaRecord] => isSchemaRecord(entry[1]))
      .map(([name, inner]) => [[keyword, name], inner])
  })
}

/** Tells whether a value is a schema that is an object. */
export function isSchemaRecord(value: unknown): value is SchemaRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Changes each schema directly inside of a schema. Where nothing changes, the result is the schema itself. */
export function changeInner(
  schema: SchemaRecord,
  change: (schema: SchemaRecord, path: readonly string[]) => SchemaRecord,
): SchemaRecord {
  const changed = new Map(
    innerSchemas(schema)
      .map(([path, inner]) => [inner, change(inner, path)] as const)
      .filter(([before, after]) => before !== after),
  )
  if (changed.size === 0) return schema
  const replace = (value: unknown): unknown => changed.get(value as SchemaRecord) ?? value
  return mapValues(schema, (value) => {
    if (changed.has(value as SchemaRecord)) return replace(value)
    if (Array.isArray(value)) return value.map(replace)
    return isSchemaRecord(value) ? mapValues(value, replace) : value
  })
}
