/** Checks a location with a JSON Schema, which ajv compiles once, at start-up. */
import type { MembersCheck, MembersFault } from '../../schemas/check.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { pointerNames } from '../../schemas/json-pointer.js'
import { MISSING, type ValidationFault } from '../foreign/validation.js'
import type { JsonSchema } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { nameValue, read } from '../problem/read.js'
import { type LocationName, placeIn } from './locations.js'
import type { LocationCheck } from './outcome.js'

/** Gives the compiler of a location; `undefined` where ajv cannot be loaded. */
export type CompilerFor = (location: LocationName) => SchemaCompiler | undefined

// Defaults are filled in, and a member is one of the object's own: `required: ['constructor']` means what it says.
const bodyOptions = { useDefaults: true, ownProperties: true }
// All but a body is text. 'array': one `tag=a` is a list of one where the schema has a list.
const textOptions = { ...bodyOptions, coerceTypes: 'array' }

/** Makes the compilers of this package, each when the first schema comes. */
export function createCompilers(create: (options: object) => SchemaCompiler | undefined = createOwn): CompilerFor {
  let [forBody, forText]: (SchemaCompiler | undefined)[] = []
  return (location) => {
    if (location !== 'body') {
      forText ??= shared(() => create(textOptions))
      return forText
    }
    forBody ??= shared(() => create(bodyOptions))
    return forBody
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
    compile: (schema) => {
      try {
        return compiler.compile(schema)
      } catch {
        return (create() as SchemaCompiler).compile(schema)
      }
    },
  }
}

/** Compiles the schema of a location. A wrong one is a TypeError with the code ERR_PROBLEM_SCHEMA. */
export function jsonSchemaCheck(schema: JsonSchema, location: LocationName, compilerFor: CompilerFor): LocationCheck {
  if (location !== 'body') checkRecord(schema, location)
  const check = compile(schema, location, compilerFor)
  return (value) => {
    const faults = check(value).map((fault) => faultIn(location, fault))
    if (faults.length > 0) return { faults }
    const infinite = location === 'body' ? undefined : pathToInfinite(value, [])
    if (infinite === undefined) return { value }
    return { faults: [{ ...placeIn(location, infinite), code: 'type', detail: 'Expected a finite number.' }] }
  }
}

function compile(schema: JsonSchema, location: LocationName, compilerFor: CompilerFor): MembersCheck {
  try {
    const compiler = compilerFor(location)
    if (compiler !== undefined) return compileSchema(schema, compiler)
  } catch (error) {
    const reason = read(error, 'message')
    const got = `one that ajv refuses: ${typeof reason === 'string' ? reason.slice(0, 300) : nameValue(error)}`
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${location}`, expected: 'a JSON Schema (2020-12)', got })
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
  const isMissing = keyword === 'required' || keyword === 'dependentRequired'
  return { ...placeIn(location, pointerNames(pointer)), code: keyword, detail: isMissing ? MISSING : `Expected ${expected}.` }
}

// To ajv, the text `Infinity` is a number, and an integer too.
function pathToInfinite(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = pathToInfinite(member, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}
