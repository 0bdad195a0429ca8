/** Takes a schema out of a document, with all that it refers to, as JSON Schema 2020-12 for ajv. */
import { jsonPointer, own } from '../../../schemas/json.js'
import { mapSchemas, type Schema, type SchemaRecord, withoutKeyword } from '../../../schemas/keywords/keywords.js'
import { isRecord } from '../../guard/read.js'
import { openApiVersions } from '../versions.js'
import type { OpenDocument } from './read-document.js'
import { namesIn, type Place, refOf, target } from './references.js'

// What says nothing about a value, or names what is found in another way here.
const LEFT_OUT: ReadonlySet<string> = new Set([
  '$schema',
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$defs',
  'definitions',
  'discriminator',
])

/** Makes a schema that stands on its own. What is in another file, or called by an anchor, allows everything. */
export function standaloneSchema(document: OpenDocument, { value, names }: Place): SchemaRecord {
  const { hasJsonSchema } = openApiVersions[document.version]
  const known = new Map<string, string>()
  const $defs: Record<string, Schema> = {}
  const waiting: (Place & { readonly name: string })[] = []

  function take(schema: unknown, way: readonly string[]): Schema {
    if (typeof schema === 'boolean') return schema
    // A URI of its own changes what all references in it mean.
    if (!isRecord(schema) || Object.hasOwn(schema, '$id')) return true
    const $ref = refOf(schema)
    // OpenAPI 3.0 ignores what stands beside a reference.
    if ($ref !== undefined && !hasJsonSchema) return refer($ref, way)
    const kept = Object.entries(hasJsonSchema ? schema : withLimits(schema)).filter(([keyword]) => !LEFT_OUT.has(keyword))
    return Object.fromEntries(
      kept.map(([keyword, inner]) => {
        if (keyword === '$ref' && $ref !== undefined) return ['$ref', refer($ref, way).$ref]
        return [keyword, takeInner(keyword, inner, [...way, keyword])]
      }),
    )
  }

  function takeInner(keyword: string, value: unknown, way: readonly string[]): unknown {
    try {
      return mapSchemas(keyword, value, (inner) => take(inner, way))
    } catch (error) {
      // A value that is none of the keyword: ajv says so.
      if (isRecord(error) && Object.hasOwn(error, 'code')) throw error
      return value
    }
  }

  function refer($ref: string, way: readonly string[]): { readonly $ref: string } {
    const place = namesIn(document, $ref)
    const pointer = place === undefined ? '' : `#${jsonPointer(place)}`
    const name = known.get(pointer) ?? `s${known.size}`
    if (!known.has(pointer)) {
      known.set(pointer, name)
      $defs[name] = true
      if (place !== undefined) waiting.push({ name, value: target(document, place, [...way, '$ref'], $ref), names: place })
    }
    return { $ref: `#/$defs/${name}` }
  }

  const schema = take(value, names)
  // One after the other: schemas may refer to each other in circles, or in a chain without end.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) $defs[next.name] = take(next.value, next.names)
  return { allOf: [schema], $defs }
}

// OpenAPI 3.0: a flag beside a limit says that the limit itself is too much.
function withLimits(schema: SchemaRecord): SchemaRecord {
  let changed = schema
  for (const [limit, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const flag = own(changed, exclusive)
    if (typeof flag !== 'boolean') continue
    const value = own(changed, limit)
    const rest = withoutKeyword(withoutKeyword(changed, exclusive), limit)
    changed = value === undefined ? rest : { ...rest, [flag ? exclusive : limit]: value }
  }
  return changed
}
