/** Checks members against the schema of their type, and says what does not fit in the words of the other differences. */
import type { MembersCheck } from '../../schemas/check.js'
import { createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { pointerNames, valueAt } from '../../schemas/json.js'
import { compileMembers, type WithMembers } from '../define/compile-members.js'
import type { JsonSchema, ProblemDefinition } from '../define/definition.js'
import { nameRefusal } from '../guard/name.js'
import { misuse } from '../guard/refuse.js'
import { show } from './show.js'

/** One way in which members break their schema. */
export interface MemberDifference {
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
export function memberDifferences(
  definition: ProblemDefinition,
  members: unknown,
  create: () => SchemaCompiler | undefined = createCompiler,
): readonly MemberDifference[] {
  const schema = definition.members ?? NO_MEMBERS
  const described = schema === NO_MEMBERS ? { members: NO_MEMBERS } : definition
  const check = checks.get(schema) ?? compile(described, `${definition.name}.members`, create)
  checks.set(schema, check)
  return check(members).map(({ pointer, keyword, expected }) => ({
    path: pointerNames(pointer),
    keyword,
    expected,
    got: show(valueAt(members, pointer)),
  }))
}

// A test without its check would pass for the wrong reason, so what a handler only reports is an error here.
function compile(definition: WithMembers, place: string, create: () => SchemaCompiler | undefined): MembersCheck {
  const unusable = (expected: string, got: string): TypeError => misuse({ code: 'ERR_PROBLEM_SCHEMA', place, expected, got })
  const compiler = create()
  if (compiler === undefined) throw unusable('ajv, which checks it', 'none that can be loaded here')
  try {
    return compileMembers(definition, compiler)
  } catch (error) {
    throw unusable('a JSON Schema (2020-12)', nameRefusal(error))
  }
}
