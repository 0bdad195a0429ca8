/** Makes plain JSON of what a declaration says about its members, their schema and examples of them, and refuses what is wrong. */
import { jsonText } from '../../schemas/json-text.js'
import { type SchemaRecord, withoutKeyword } from '../../schemas/keywords/keywords.js'
import { withoutNullable } from '../../schemas/keywords/nullable.js'
import { endlessness } from '../../schemas/self-reference.js'
import { bareCopy } from '../guard/bare.js'
import type { FaultCode } from '../guard/fault.js'
import { shortName } from '../guard/name.js'
import { isPropertyBag } from '../guard/read.js'
import { misuse, need } from '../guard/refuse.js'
import { isReserved, standardMembers } from '../problem/members.js'
import { deepFreeze, type JsonSchema, type ProblemDefinition } from './definition.js'
import { isStandardSchema, jsonSchemaOf } from './json-schema-of.js'

/** Gives the JSON Schema of the members; none where the schema has no member. */
export function prepareMembersSchema(given: unknown, place: string): JsonSchema | undefined {
  if (given === undefined) return undefined
  const schema = plainCopy(isStandardSchema(given) ? jsonSchemaOf(given, place) : given, place, 'ERR_PROBLEM_SCHEMA')
  needSchema(isPropertyBag(schema), place, "a JSON Schema with type 'object', or a Standard Schema", given)
  const { type, properties, required = [] } = bareCopy(schema as Readonly<Record<string, unknown>>)
  needSchema(type === 'object', `${place}.type`, "'object', since members are top-level members of the document", type)
  needSchema(isPropertyBag(properties), `${place}.properties`, 'a schema for each member', properties)
  needSchema(Array.isArray(required), `${place}.required`, 'a list of member names', required)
  const names = Object.keys(properties as object)
  for (const name of names) needMember(name, (properties as Readonly<Record<string, unknown>>)[name], place)
  for (const [index, name] of (required as readonly unknown[]).entries()) {
    const at = `${place}.required[${index}]`
    needSchema(names.includes(name as string), at, 'the name of a member in properties', name)
    needSchema((required as unknown[]).indexOf(name) === index, at, 'each name once', name)
  }
  if (names.length > 0) return finished(schema as JsonSchema, place)
  needSchema(saysNothing(schema as object), `${place}.properties`, 'a schema for at least one member', properties)
  return undefined
}

// Everything is made of the copy: checks, documents and digests.
function finished(given: JsonSchema, place: string): JsonSchema {
  // Members are an object, whatever it says.
  const schema = withoutKeyword(given as SchemaRecord, 'nullable')
  const endless = endlessness(schema)
  if (endless !== undefined)
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place, expected: 'a schema that comes to an end', got: endless })
  return deepFreeze(withoutNullable(schema))
}

// The schema of an empty zod object, for example, says nothing. A class could not name the members that other keywords allow.
function saysNothing(schema: object): boolean {
  return Object.entries(schema).every(([keyword, value]) => ANNOTATIONS.has(keyword) || value === false)
}

const ANNOTATIONS: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$comment',
  'type',
  'title',
  'description',
  'properties',
  'required',
])

function needSchema(holds: boolean, place: string, expected: string, got: unknown): void {
  need(holds, place, expected, got, 'ERR_PROBLEM_SCHEMA')
}

function needMember(name: string, schema: unknown, place: string): void {
  const others = `a name that RFC 9457 does not use: not ${standardMembers.join(', ')} or __proto__`
  const at = `${place}.properties`
  needSchema(name !== '', at, 'names that are not empty', name)
  needSchema(!isReserved(name), `${at}.${name}`, others, name)
  needSchema(typeof schema === 'boolean' || isPropertyBag(schema), `${at}.${shortName(name)}`, 'a schema', schema)
}

/** Gives the examples. Whether they fit the schema is for those to say who compile it. */
export function prepareExamples(given: unknown, members: JsonSchema | undefined, place: string): ProblemDefinition['examples'] {
  need(given === undefined || Array.isArray(given), place, 'a list of members', given)
  const examples = plainCopy(given ?? [], place, 'ERR_PROBLEM_DEFINITION') as readonly unknown[]
  for (const [index, example] of examples.entries()) {
    const at = `${place}[${index}]`
    need(isPropertyBag(example), at, 'an object of members', example)
    const reserved = Object.keys(example as object).find(isReserved)
    need(reserved === undefined, at, 'members only; type, title and the like come from the declaration', reserved)
    const [extra] = members === undefined ? Object.keys(example as object) : []
    need(extra === undefined, at, 'no members, since the type has none', extra)
  }
  return examples as ProblemDefinition['examples']
}

// Gives a frozen copy as JSON would carry it; what JSON has nothing for, such as a function, is given back.
function plainCopy(value: unknown, place: string, code: FaultCode): unknown {
  try {
    const text = jsonText(value)
    return text === undefined ? value : deepFreeze(JSON.parse(text) as unknown)
  } catch {
    throw misuse({ code, place, expected: 'plain JSON', got: 'what JSON cannot carry, such as a cycle' })
  }
}
