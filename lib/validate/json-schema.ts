/** Checks a part with a JSON Schema, which ajv compiles once, at start-up. */
import type { MembersCheck, MembersFinding } from '../../schemas/check.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { own, pointerNames } from '../../schemas/json.js'
import { withoutNullable } from '../../schemas/keywords/nullable.js'
import type { JsonSchema } from '../define/definition.js'
import { nameRefusal } from '../guard/name.js'
import { misuse, wrongSchema } from '../guard/refuse.js'
import { type Conversion, conversionOf, type Source } from './conversion/program.js'
import { copyInput } from './copy.js'
import { MISSING, type ValidationFault } from './faults.js'
import { codeOfKeyword } from './json-schema-codes.js'
import { withReason, wrongNumber } from './numbers.js'
import type { Outcome, ValueCheck } from './outcome.js'
import { type PartName, placeIn } from './place.js'

/** What compiles the schemas, each one made when the first schema comes; `undefined` where ajv cannot be loaded. */
export interface Compilers {
  readonly check: () => SchemaCompiler | undefined
  /** Makes one for the branches of a single schema. Without it the compiler converts as it likes: it is the user's own. */
  readonly looks: (() => SchemaCompiler) | undefined
}

// The compiler that checks converts nothing, and fills in nothing. A member is one of the object's own: `required: ['constructor']` means what it says.
const checkOptions = { ownProperties: true }
// Whether a value fits is asked of a schema that was compiled before: nothing is told, and the schema is not judged again.
const lookOptions = { ...checkOptions, allErrors: false, validateSchema: false }

/** Makes the compilers of this package. */
export function createCompilers(create: (options: object) => SchemaCompiler | undefined = createOwn): Compilers {
  let compiler: SchemaCompiler | undefined
  return {
    check: () => {
      compiler ??= shared(() => create(checkOptions))
      return compiler
    },
    // ajv was loaded for the check.
    looks: () => create(lookOptions) as SchemaCompiler,
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
 * Compiles the schema of a part, whose values are text or JSON: a form is a body of text. A wrong schema is a TypeError with the code
 * ERR_PROBLEM_SCHEMA.
 */
export function jsonSchemaCheck(schema: JsonSchema, part: PartName, compilers: Compilers, isText = part !== 'body'): ValueCheck {
  if (part !== 'body') needRecordSchema(schema, part)
  const source = part === 'headers' ? 'fields' : isText ? 'text' : 'json'
  const { check, conversion } = compile(schema, part, compilers, source)
  return (came) => {
    const value = came === undefined ? conversion?.standby?.make() : came
    if (value === undefined) return { noBody: 'missing' }
    if (conversion === undefined) return checkConverting(check, value, part, isText)
    let told: readonly ValidationFault[] = []
    for (const made of conversion.of(value)) {
      const faults = check(made)
      if (faults.length === 0) return { value: made }
      if (told.length === 0) told = faults.map((fault) => faultIn(part, isText ? withReason(fault, made) : fault, value))
    }
    return { faults: told }
  }
}

// The user's own ajv converts in place, if it does.
function checkConverting(check: MembersCheck, value: unknown, part: PartName, isText: boolean): Outcome {
  const came = isText ? copyInput(value) : value
  const faults = check(value).map((fault) => faultIn(part, fault, value))
  if (faults.length > 0) return { faults }
  const wrong = isText ? wrongNumber(came, value) : undefined
  if (wrong === undefined) return { value }
  return { faults: [{ ...placeIn(part, wrong.path), code: 'type', detail: `Expected ${wrong.expected}.` }] }
}

interface Compiled {
  readonly check: MembersCheck
  readonly conversion: Conversion | undefined
}

function compile(schema: JsonSchema, part: PartName, { check, looks }: Compilers, source: Source): Compiled {
  try {
    const compiler = check()
    if (compiler !== undefined)
      return { check: compileSchema(schema, compiler), conversion: looks && conversionOf(withoutNullable(schema), source, looks) }
  } catch (error) {
    const expected = 'a JSON Schema (2020-12; for another draft pass your own instance, `{ ajv }`)'
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${part}`, expected, got: nameRefusal(error) })
  }
  const expected = 'a Standard Schema, or `{ ajv }`, as ajv cannot be loaded here'
  throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `validate.${part}`, expected, got: 'a JSON Schema' })
}

// What is converted are the members: a query without any is an object still.
function needRecordSchema(schema: JsonSchema, part: PartName): void {
  const [type, properties, required] = [own(schema, 'type'), own(schema, 'properties'), own(schema, 'required')]
  const place = `validate.${part}`
  if (type !== 'object') throw wrongSchema(`${place}.type`, "'object', with a property for each name", type)
  if (part !== 'headers') return
  const names = [...Object.keys(properties ?? {}), ...(Array.isArray(required) ? (required as unknown[]) : [])]
  const mixed = names.find((name) => typeof name === 'string' && name !== name.toLowerCase())
  if (mixed !== undefined) throw wrongSchema(`${place}.properties`, 'names in lower case, as Node.js gives them', mixed)
}

function faultIn(part: PartName, { pointer, keyword, expected, issue }: MembersFinding, value: unknown): ValidationFault {
  const code = codeOfKeyword(keyword)
  const place = placeIn(part, pointerNames(pointer))
  return { ...place, code, detail: code === 'required' ? MISSING : `Expected ${expected}.`, issue, seen: { wholes: [value] } }
}
