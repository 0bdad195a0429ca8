/** Checks members against the schema of their type, and says what does not fit in the words of the other differences. */
import type { MembersCheck } from '../../schemas/check.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { pointerNames, valueAt } from '../../schemas/json-pointer.js'
import type { JsonSchema, ProblemDefinition } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { nameError, show } from './show.js'

/** One way in which members break their schema. */
export interface MemberFault {
  /** The way to the value, from the members. */
  readonly path: readonly string[]
  /** The keyword that failed. */
  readonly keyword: string
  readonly expected: string
  readonly got: string
}

const NO_MEMBERS: JsonSchema = { type: 'object', additionalProperties: false }

const checks = new WeakMap<JsonSchema, MembersCheck>()

/** Lists how members break the schema of their problem type. A type without schema has no members. */
export function memberFaults(
  { name, members: schema = NO_MEMBERS }: ProblemDefinition,
  members: unknown,
  create: () => SchemaCompiler | undefined = createCompiler,
): readonly MemberFault[] {
  const check = checks.get(schema) ?? compile(schema, `${name}.members`, create)
  checks.set(schema, check)
  return check(members).map(({ pointer, keyword, expected }) => ({
    path: pointerNames(pointer),
    keyword,
    expected,
    got: show(valueAt(members, pointer)),
  }))
}

// A test without its check would pass for the wrong reason, so what a handler only reports is an error here.
function compile(schema: JsonSchema, place: string, create: () => SchemaCompiler | undefined): MembersCheck {
  const unusable = (expected: string, got: string): TypeError => misuse({ code: 'ERR_PROBLEM_SCHEMA', place, expected, got })
  const compiler = create()
  if (compiler === undefined) throw unusable('ajv, which checks it', 'none that can be loaded here')
  try {
    return compileSchema(schema, compiler)
  } catch (error) {
    throw unusable('a JSON Schema (2020-12)', `one that ajv refuses: ${nameError(error)}`)
  }
}
