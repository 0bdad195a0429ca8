/** Checks members against the schema of their type, and says what does not fit in the words of the other differences. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { JsonSchema, ProblemDefinition } from '../problem/definition.js'
import { misuse } from '../problem/fault.js'
import { read } from '../problem/read.js'
import { nameError } from './response.js'
import { show, stepsOf } from './show.js'

/** One way in which members break their schema. */
export interface MemberFault {
  /** The way to the value, from the members. */
  readonly path: readonly string[]
  /** The keyword that failed. */
  readonly keyword: string
  readonly expected: string
  readonly got: string
}

type Check = (members: unknown) => readonly MemberFault[]

const checks = new WeakMap<JsonSchema, Check>()

/** Lists how members break the schema of their problem type. A type without schema has no members. */
export function memberFaults(
  { name, members: schema }: ProblemDefinition,
  members: Readonly<Record<string, unknown>>,
): readonly MemberFault[] {
  const known = schema ?? NO_MEMBERS
  const check = checks.get(known) ?? compile(known, name)
  checks.set(known, check)
  return check(members)
}

const NO_MEMBERS: JsonSchema = { type: 'object', additionalProperties: false }

function compile(schema: JsonSchema, name: string): Check {
  try {
    const validate = new Ajv2020({ allErrors: true, strict: false, verbose: true, formats: fullFormats }).compile(schema)
    // ajv leaves the faults on the function whenever it gives false.
    return (members) => (validate(members) ? [] : (validate.errors as ErrorObject[]).map(faultOf))
  } catch (error) {
    const got = `one that fails with ${nameError(error)}`
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place: `${name}.definition.members`, expected: 'a schema that ajv compiles', got })
  }
}

function faultOf({ instancePath, keyword, params, message = '', data }: ErrorObject): MemberFault {
  const path = stepsOf(instancePath)
  const missing: unknown = params['missingProperty']
  if (keyword === 'required' && typeof missing === 'string')
    return { path: [...path, missing], keyword, expected: 'a value, it is required', got: 'nothing' }
  const extra: unknown = params['additionalProperty'] ?? params['unevaluatedProperty']
  if (typeof extra === 'string')
    return { path: [...path, extra], keyword, expected: 'no such member', got: show(read(data, extra)) }
  return { path, keyword, expected: expectedBy(keyword, params, message), got: show(data) }
}

function expectedBy(keyword: string, params: Readonly<Record<string, unknown>>, message: string): string {
  if (keyword === 'const') return show(params['allowedValue'])
  if (keyword === 'enum')
    return `one of ${(params['allowedValues'] as readonly unknown[]).map((value) => show(value)).join(', ')}`
  return message.replace(/^must be /, '').replace(/^must /, 'it to ')
}
