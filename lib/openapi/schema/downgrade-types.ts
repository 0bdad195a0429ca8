/** Turns types and listed values into those of OpenAPI 3.0: one type at a time, `nullable` instead of null, no `const`. */

import { type Converted, NOTHING } from '../../../schemas/conversion.js'
import { type Schema, type SchemaRecord, withoutKeyword } from '../../../schemas/keywords/keywords.js'
import { bareCopy } from '../../guard/bare.js'
import { read } from '../../guard/read.js'
import { downgradeItems } from './downgrade-containers.js'

// OpenAPI 3.0.3 has no type for null; a type is needed beside `nullable`.
const NULL: SchemaRecord = { type: 'string', nullable: true, enum: [null] }

// Applied to null too, so that a branch with one of them cannot be widened by null.
const APPLICATORS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if']

/** Turns `type`, `enum` and `const`, and with them `items`, which an array needs beside its type. */
export function downgradeType(schema: SchemaRecord, convert: (schema: Schema) => Converted): Converted {
  const types = typesOf(schema)
  const values = Object.hasOwn(schema, 'const') ? [schema['const']] : (read(schema, 'enum') as readonly unknown[] | undefined)
  const kinds = types?.filter((type) => type !== 'null') ?? []
  const hasItems = kinds.includes('array') || Object.hasOwn(schema, 'items') || Object.hasOwn(schema, 'prefixItems')
  const items = hasItems ? downgradeItems(schema, convert) : NOTHING
  if (values !== undefined) return { schema: { ...downgradeValues(values, types), ...items.schema }, exact: items.exact }
  if (types === undefined) return items
  if (kinds.length === 0) return { schema: NULL, exact: true }
  const branches = kinds.map((type) => ({
    type,
    ...(types.includes('null') && { nullable: true }),
    ...(type === 'array' && items.schema),
  }))
  return { schema: branches.length === 1 ? { ...branches[0] } : { anyOf: branches }, exact: items.exact }
}

/** Turns `anyOf: [A, null]` into A with null among its types, where that means the same. */
export function foldNull(schema: SchemaRecord): SchemaRecord {
  const keyword = ['anyOf', 'oneOf'].find((name) => Array.isArray(read(schema, name)))
  if (keyword === undefined) return schema
  const branches = schema[keyword] as readonly Schema[]
  const others = branches.filter((branch) => !isNull(branch))
  const [only] = others
  if (others.length !== 1 || branches.length === 1 || typeof only !== 'object') return schema
  const rest = withoutKeyword(schema, keyword)
  const wide = withNull(only)
  return wide === undefined || Object.keys(wide).some((name) => Object.hasOwn(rest, name)) ? schema : { ...rest, ...wide }
}

function typesOf(schema: SchemaRecord): readonly string[] | undefined {
  const type = read(schema, 'type')
  return typeof type === 'string' ? [type] : (type as readonly string[] | undefined)
}

function isNull(schema: Schema): boolean {
  if (typeof schema === 'boolean') return false
  const { type, const: value, enum: values } = bareCopy(schema)
  return type === 'null' || value === null || (Array.isArray(values) && values.every((one) => one === null))
}

function withNull(schema: SchemaRecord): SchemaRecord | undefined {
  const types = typesOf(schema)
  if (types === undefined || APPLICATORS.some((keyword) => Object.hasOwn(schema, keyword))) return undefined
  const { const: value, enum: values, ...rest } = bareCopy(schema)
  const listed = Object.hasOwn(schema, 'const') ? [value] : (values as readonly unknown[] | undefined)
  return { ...rest, type: [...types, 'null'], ...(listed !== undefined && { enum: [...listed, null] }) }
}

function downgradeValues(values: readonly unknown[], types: readonly string[] | undefined): SchemaRecord {
  const possible = values.filter((value) => types === undefined || types.some((type) => isOfType(value, type)))
  if (possible.length === 0) return { not: {} }
  const kinds = new Set(possible.filter((value) => value !== null).map(kindOf))
  if (kinds.size === 0) return NULL
  const [kind = ''] = kinds
  const type = types?.find((one) => one === 'integer') !== undefined && kind === 'number' ? 'integer' : kind
  return {
    // Where the values are of several types, none can be named.
    ...(kinds.size === 1 && { type, ...(possible.includes(null) && { nullable: true }) }),
    ...(kinds.size === 1 && kind === 'array' && { items: {} }),
    enum: possible,
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'integer') return Number.isInteger(value)
  return value !== null && kindOf(value) === type
}
