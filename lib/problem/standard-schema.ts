/** Gets the JSON Schema of a Standard Schema (standardschema.dev): zod 4, valibot with its JSON Schema package, arktype. */
import { misuse } from './fault.js'
import { isRecord, nameValue, read } from './read.js'

const DIALECT = { target: 'draft-2020-12' }

/** Tells whether a value is a Standard Schema; arktype's are functions. */
export function isStandardSchema(value: unknown): value is object {
  return ['object', 'function'].includes(typeof value) && isRecord(read(value, '~standard'))
}

/** Gives the JSON Schema of what the schema puts out; a TypeError names the member that has none. */
export function jsonSchemaOf(schema: object, place: string): unknown {
  const convert = converter(schema)
  if (convert === undefined) {
    throw misuse({
      code: 'ERR_PROBLEM_SCHEMA',
      place,
      expected: 'a schema that gives its JSON Schema (`~standard.jsonSchema`)',
      got: `one of ${nameValue(read(read(schema, '~standard'), 'vendor'))} that does not`,
    })
  }
  try {
    return convert(DIALECT)
  } catch (error) {
    throw misuse({
      code: 'ERR_PROBLEM_SCHEMA',
      place: `${place}${culprit(schema)}`,
      expected: 'a schema that JSON Schema can express',
      got: `one that it cannot: ${String(read(error, 'message')).slice(0, 200)}`,
    })
  }
}

type Convert = (options: object) => unknown

function converter(schema: unknown): Convert | undefined {
  const maker = read(read(schema, '~standard'), 'jsonSchema')
  const convert = read(maker, 'output')
  return typeof convert === 'function' ? (options) => convert.call(maker, options) as unknown : undefined
}

// The library says what is wrong, but not where. zod keeps the schemas of the members in `shape`, valibot in `entries`.
function culprit(schema: object): string {
  const members = read(schema, 'shape') ?? read(schema, 'entries')
  if (!isRecord(members)) return ''
  const name = Object.keys(members).find((key) => !converts(members[key]))
  return name === undefined ? '' : `.${name}`
}

function converts(schema: unknown): boolean {
  try {
    converter(schema)?.(DIALECT)
    return true
  } catch {
    return false
  }
}
