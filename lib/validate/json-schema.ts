/** Checks a location with a JSON Schema, which ajv compiles once, at start-up. */
import type { MembersCheck, MembersFault } from '../../schemas/check.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { pointerNames } from '../../schemas/json-pointer.js'
import { codeOfKeyword } from '../foreign/json-schema-codes.js'
import { placeIn } from '../foreign/place.js'
import { MISSING, type ValidationFault } from '../foreign/validation.js'
import type { JsonSchema } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { nameValue } from '../problem/read.js'
import { nameRefusal } from '../problem/refused-schema.js'
import { copyInput } from './copy.js'
import type { LocationName } from './locations.js'
import { wrongNumber } from './numbers.js'
import type { LocationCheck } from './outcome.js'

/** Gives the compiler for text, such as a query, or for JSON; `undefined` where ajv cannot be loaded. */
export type CompilerFor = (isText: boolean) => SchemaCompiler | undefined

// Defaults are filled in, and a member is one of the object's own: `required: ['constructor']` means what it says.
const bodyOptions = { useDefaults: true, ownProperties: true }
// All but JSON is text. 'array': one `tag=a` is a list of one where the schema has a list.
const textOptions = { ...bodyOptions, coerceTypes: 'array' }

/** Makes the compilers of this package, each when the first schema comes. */
export function createCompilers(create: (options: object) => SchemaCompiler | undefined = createOwn): CompilerFor {
  let [forJson, forText]: (SchemaCompiler | undefined)[] = []
  return (isText) => {
    if (isText) {
      forText ??= shared(() => create(textOptions))
      return forText
    }
    forJson ??= shared(() => create(bodyOptions))
    return forJson
  }
}

function createOwn(options: object): SchemaCompiler | undefined {
  return createCompiler(undefined, options)
}

// A schema that ajv refuses beside the others, such as a second one of the same $id, has another chance alone.
function shared(create: () => SchemaCompiler | undefined): SchemaCompiler | undefined {
  const compiler = create()
  if (compiler === undefined) return undefined
  return {
    ...compiler,
    compile: (schema) => {
      try {
        return compiler.compile(schema)
      } catch {
        return (create() as SchemaCompiler).compile(schema)
      }
    },
  }
}

/**
 * Compiles the schema of a location, whose values are text or JSON: a form is a body of text. A wrong schema is a TypeError with the code
 * ERR_PROBLEM_SCHEMA.
 */
export function jsonSchemaCheck(
  schema: JsonSchema,
  location: LocationName,
  compilerFor: CompilerFor,
  isText = location !== 'body',
): LocationCheck {
  if (location !== 'body') checkRecord(schema, location)
  const check = compile(schema, location, compilerFor, isText)
  return (value) => {
    // ajv converts in place.
    const came = isText ? copyInput(value) : value
    const faults = check(value).map((fault) => faultIn(location, fault))
    if (faults.length > 0) return { faults }
    const wrong = isText ? wrongNumber(came, value) : undefined
    if (wrong === undefined) return { value }
    return { faults: [{ ...placeIn(location, wrong.path), code: 'type', detail: `Expected ${wrong.expected}.` }] }
  }
}

function compile(schema: JsonSchema, location: LocationName, compilerFor: CompilerFor, isText: boolean): MembersCheck {
  try {
    const compiler = compilerFor(isText)
    if (compiler !== undefined) return compileSchema(schema, compiler)
  } catch (error) {
    const expected = 'a JSON Schema (2020-12; for another draft pass your own instance, `{ ajv }`)'
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${location}`, expected, got: nameRefusal(error) })
  }
  const expected = 'a Standard Schema, or `{ ajv }`, as ajv cannot be loaded here'
  throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${location}`, expected, got: 'a JSON Schema' })
}

// ajv converts the members of a value, and could not convert the value itself.
function checkRecord(schema: JsonSchema, location: LocationName): void {
  const { type, properties, required } = schema
  const refuse = (place: string, expected: string, got: unknown): never => {
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${location}${place}`, expected, got: nameValue(got) })
  }
  if (type !== 'object') refuse('.type', "'object', with a property for each name", type)
  if (location !== 'headers') return
  const names = [...Object.keys(properties ?? {}), ...(Array.isArray(required) ? (required as unknown[]) : [])]
  const mixed = names.find((name) => typeof name === 'string' && name !== name.toLowerCase())
  if (mixed !== undefined) refuse('.properties', 'names in lower case, as Node.js gives them', mixed)
}

function faultIn(location: LocationName, { pointer, keyword, expected }: MembersFault): ValidationFault {
  const code = codeOfKeyword(keyword)
  return { ...placeIn(location, pointerNames(pointer)), code, detail: code === 'required' ? MISSING : `Expected ${expected}.` }
}
