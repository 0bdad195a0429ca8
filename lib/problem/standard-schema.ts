/** Gets the JSON Schema of a Standard Schema (standardschema.dev): zod 4, valibot with its JSON Schema package, arktype. */
import { misuse } from './fault.js'
import { isRecord, nameValue, read } from './read.js'
import { bareCopy } from './root.js'
import { libraryOf, type SchemaLibrary } from './schema-libraries.js'

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
  const library = libraryOf(vendor)
  try {
    return withoutReference(convert(schema, library?.options))
  } catch (error) {
    throw misuse({
      code: 'ERR_PROBLEM_SCHEMA',
      place: `${place}${culpritOf(schema, library)}`,
      expected: 'a schema that JSON Schema can express',
      got: `one that it cannot: ${String(read(error, 'message')).slice(0, 200)}`,
    })
  }
}

// Of another version of the library, it may throw.
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
  const isNeeded = Object.keys(others).length > 0 || JSON.stringify([own]).includes(JSON.stringify($ref))
  return { ...rest, ...own, ...(isNeeded && { $defs }) }
}
