/** Writes the types that listed values have beside them. JSON Schema needs none there, but client generators lose null or turn numbers into texts. */
import { mapSchemas, type Schema } from '../../../schemas/keywords/keywords.js'
import { read } from '../../guard/read.js'

/** Names the type of `const` and `enum` in a schema and in those that it holds. What the schema allows stays the same. */
export function nameTypes(schema: Schema): Schema {
  if (typeof schema === 'boolean') return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, mapSchemas(keyword, value, nameTypes)]),
  )
  const values = Object.hasOwn(schema, 'const') ? [schema['const']] : ((read(schema, 'enum') ?? []) as readonly unknown[])
  // Beside the type of an array, linters want the schema of its items.
  if (values.length === 0 || Object.hasOwn(schema, 'type') || values.some(Array.isArray)) return inner
  const types = [...new Set(values.map(typeOf))]
  return { type: types.length === 1 ? types[0] : types, ...inner }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Number.isInteger(value) ? 'integer' : typeof value
}
