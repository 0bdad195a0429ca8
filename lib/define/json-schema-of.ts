/** Gets the JSON Schema of a Standard Schema (standardschema.dev): zod 4, valibot with its JSON Schema package, arktype. */
import { jsonText } from '../../schemas/json-text.js'
import { isSchemaRecord } from '../../schemas/keywords/keywords.js'
import { tidySchema, withoutInnerIds } from '../../schemas/library-schema.js'
import { bareCopy } from '../guard/bare.js'
import { nameValue } from '../guard/name.js'
import { isRecord, read } from '../guard/read.js'
import { misuse } from '../guard/refuse.js'
import { arktype } from './libraries/arktype.js'
import type { SchemaLibrary } from './libraries/library.js'
import { type KnownFlags, notePatterns, plainPatterns, RefusedPattern } from './libraries/plain-patterns.js'
import { valibot } from './libraries/valibot.js'
import { zod } from './libraries/zod.js'

const libraries: ReadonlyMap<unknown, SchemaLibrary> = new Map(Object.entries({ arktype, valibot, zod }))

/** Tells whether a value is a Standard Schema; arktype's are functions. */
export function isStandardSchema(value: unknown): value is object {
  return ['object', 'function'].includes(typeof value) && isRecord(read(value, '~standard'))
}

/** Gives the JSON Schema of what the schema puts out; a TypeError names the member that has none. */
export function jsonSchemaOf(schema: object, place: string): unknown {
  const vendor = read(read(schema, '~standard'), 'vendor')
  if (read(read(read(schema, '~standard'), 'jsonSchema'), 'output') === undefined) {
    throw misuse({
      code: 'ERR_PROBLEM_SCHEMA',
      place,
      expected: 'a schema that gives its JSON Schema (`~standard.jsonSchema`)',
      got: `one of ${nameValue(vendor)} that does not`,
    })
  }
  const library = libraries.get(vendor)
  const known: KnownFlags = new Map()
  try {
    const given = withoutReference(convert(schema, library?.options(schema, notePatterns(known))))
    if (!isSchemaRecord(given)) return given
    const tidy = tidySchema(given)
    // References of the three libraries lead to places in the schema; those of another one may lead to URIs.
    return plainPatterns(library === undefined ? tidy : withoutInnerIds(tidy), known)
  } catch (error) {
    throw misuse({
      code: 'ERR_PROBLEM_SCHEMA',
      place: `${place}${error instanceof RefusedPattern ? error.member : culpritOf(schema, library)}`,
      expected: 'a schema that JSON Schema can express',
      got: `one that it cannot: ${String(read(error, 'message')).slice(0, 200)}`,
    })
  }
}

// In a schema of another version of the library, the search may throw.
function culpritOf(schema: object, library: SchemaLibrary | undefined): string {
  try {
    return library?.culprit(schema, convert) ?? ''
  } catch {
    return ''
  }
}

function convert(schema: object, libraryOptions: object | undefined): unknown {
  // Checked above; what gives something else throws, and is refused as one that cannot be converted.
  const { jsonSchema } = (schema as { readonly '~standard': { readonly jsonSchema: Converter } })['~standard']
  return jsonSchema.output({ target: 'draft-2020-12', ...(libraryOptions !== undefined && { libraryOptions }) })
}

interface Converter {
  readonly output: (options: object) => unknown
}

// A schema with an id is given as a reference to itself. The dialect is always the same; in a document it would be out of place.
function withoutReference(given: unknown): unknown {
  if (!isRecord(given)) return given
  const schema: Record<string, unknown> = { ...given }
  Reflect.deleteProperty(schema, '$schema')
  const { $ref, $defs, ...rest } = bareCopy(schema)
  const prefix = '#/$defs/'
  if (typeof $ref !== 'string' || !$ref.startsWith(prefix)) return schema
  const { [$ref.slice(prefix.length)]: own, ...others } = $defs as Readonly<Record<string, object>>
  const isNeeded = Object.keys(others).length > 0 || jsonText([own]).includes(JSON.stringify($ref))
  return { ...rest, ...own, ...(isNeeded && { $defs }) }
}
