/** Checks members against the schema of their type, and says what does not fit in the words of the other differences. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { JsonSchema, ProblemDefinition } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { read } from '../problem/read.js'
import { nameError, pointerTo, show, stepsOf } from './show.js'

/** One way in which members break their schema. */
export interface MemberFault {
  /** The way to the value, from the members. */
  readonly path: readonly string[]
  /** The keyword that failed. */
  readonly keyword: string
  readonly expected: string
  readonly got: string
}

/** Lists how members break one schema: where, as a JSON Pointer (also of what is missing), the keyword, and what it expects. */
type MembersCheck = (
  members: unknown,
) => readonly { readonly pointer: string; readonly keyword: string; readonly expected: string }[]

const NO_MEMBERS: JsonSchema = { type: 'object', additionalProperties: false }

const checks = new WeakMap<JsonSchema, MembersCheck>()

/** Lists how members break the schema of their problem type. A type without schema has no members. */
export function memberFaults(
  { name, members: schema = NO_MEMBERS }: ProblemDefinition,
  members: unknown,
): readonly MemberFault[] {
  const check = checks.get(schema) ?? compile(schema, `${name}.definition.members`)
  checks.set(schema, check)
  return check(members).map(({ pointer, keyword, expected }) => {
    const path = stepsOf(pointer)
    return { path, keyword, expected, got: show(path.reduce<unknown>((value, step) => read(value, step), members)) }
  })
}

function compile(schema: JsonSchema, place: string): MembersCheck {
  try {
    const validate = new Ajv2020({ allErrors: true, strict: false, formats: fullFormats }).compile(schema)
    // ajv leaves the faults on the function whenever it gives false.
    return (members) => (validate(members) ? [] : (validate.errors as ErrorObject[]).map(faultOf))
  } catch (error) {
    const got = `one that fails with ${nameError(error)}`
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place, expected: 'a schema that ajv compiles', got })
  }
}

function faultOf({ instancePath, keyword, params, message }: ErrorObject): ReturnType<MembersCheck>[number] {
  const name: unknown = params['missingProperty'] ?? params['additionalProperty']
  const pointer = typeof name === 'string' ? `${instancePath}${pointerTo([name])}` : instancePath
  if (keyword === 'required') return { pointer, keyword, expected: 'this required member' }
  if (keyword === 'additionalProperties') return { pointer, keyword, expected: 'no such member' }
  return {
    pointer,
    keyword,
    expected: String(message)
      .replace(/^must be /, '')
      .replace(/^must /, 'it to '),
  }
}
