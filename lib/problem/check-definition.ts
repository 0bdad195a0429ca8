/** Checks the declaration of a problem type, once, when it is declared: a wrong one is a TypeError that says what is wrong where. */
import { schemaFaults } from '../../schemas/index.js'
import { type ErrorStatus, errorCodes } from '../status/codes.js'
import type { DocumentedField, JsonSchema, ProblemDefinition, RetryAdvice } from './definition.js'
import { type FaultCode, misuse } from './fault.js'
import { type FieldValue, fieldValue, isToken } from './fields/field-value.js'
import { bodyFields, isFraming } from './headers.js'
import { isReserved, standardMembers } from './members.js'
import { ABOUT_BLANK } from './problem.js'
import { isPropertyBag, nameValue } from './read.js'
import { isStandardSchema, jsonSchemaOf } from './standard-schema.js'

/** A declaration as it came. */
export type GivenDeclaration = Readonly<Record<string, unknown>>

// OpenAPI names its components by it (CONFORMANCE O12), clients their types.
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const WAYS = ['never', 'idempotent', 'always', 'after-change'] satisfies RetryAdvice['when'][]
const KEYS = [
  'type',
  'status',
  'title',
  'members',
  'detail',
  'description',
  'headers',
  'retry',
  'cacheControl',
  'examples',
  'deprecated',
  'aliases',
  'stack',
]

/** Gives the definition, as data of its own. */
export function checkDefinition(name: unknown, given: unknown): ProblemDefinition {
  const at = (key: string): string => `${typeof name === 'string' ? name.slice(0, 40) : 'defineProblem'}.${key}`
  need(
    typeof name === 'string' && NAME.test(name),
    'defineProblem',
    'a name of ASCII letters, digits and _ that starts with a letter',
    name,
  )
  need(isPropertyBag(given), `defineProblem('${name as string}')`, 'an object with type, status and title', given)
  const declaration = given as GivenDeclaration
  const unknown = Object.keys(declaration).find((key) => !KEYS.includes(key))
  need(unknown === undefined, at('definition'), `only ${KEYS.join(', ')}`, unknown)
  const { status, title, detail, description, cacheControl, deprecated, stack } = declaration
  checkReference(declaration['type'], at('type'))
  need(typeof status === 'number' && Object.hasOwn(errorCodes, status), at('status'), 'a registered 4xx or 5xx code', status)
  need(isText(title), at('title'), 'a text', title)
  need(
    detail === undefined || isText(detail) || typeof detail === 'function',
    at('detail'),
    'a text or a function of the members',
    detail,
  )
  need(description === undefined || isText(description), at('description'), 'a text', description)
  const isLine = isText(cacheControl) && fieldValue(cacheControl) !== undefined
  need(cacheControl === undefined || isLine, at('cacheControl'), 'a field value', cacheControl)
  for (const [key, flag] of Object.entries({ deprecated, stack }))
    need(flag === undefined || typeof flag === 'boolean', at(key), 'true or false', flag)
  const members = checkMembers(declaration['members'], at('members'))
  return {
    name: name as string,
    type: declaration['type'] as string,
    status: status as ErrorStatus,
    title: title as string,
    members,
    description: description as string | undefined,
    headers: checkHeaders(declaration['headers'], at('headers')),
    retry: checkRetry(declaration['retry'], at('retry')),
    cacheControl: cacheControl as string | undefined,
    examples: checkExamples(declaration['examples'], at('examples')),
    deprecated: deprecated === true,
    aliases: checkAliases(declaration['aliases'], at('aliases')),
  }
}

function need(holds: boolean, place: string, expected: string, got: unknown, code: FaultCode = 'ERR_PROBLEM_DEFINITION'): void {
  if (!holds) throw misuse({ code, place, expected, got: nameValue(got) })
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.isWellFormed()
}

// RFC 9457 3.1.1 and RFC 3986 4.1.
function checkReference(type: unknown, place: string): void {
  const isReference = typeof type === 'string' && type !== '' && schemaFaults({ type }).length === 0
  need(isReference, place, 'a URI reference (RFC 3986), other characters percent-encoded', type, 'ERR_PROBLEM_TYPE')
  need(type !== ABOUT_BLANK, place, 'a type of its own; about:blank is that of the plain classes', type, 'ERR_PROBLEM_TYPE')
}

function checkMembers(given: unknown, place: string): JsonSchema | undefined {
  if (given === undefined) return undefined
  const schema = plainCopy(isStandardSchema(given) ? jsonSchemaOf(given, place) : given, place)
  const needSchema = (holds: boolean, at: string, expected: string, got: unknown): void =>
    need(holds, at, expected, got, 'ERR_PROBLEM_SCHEMA')
  needSchema(isPropertyBag(schema), place, "a JSON Schema with type 'object', or a Standard Schema", given)
  const { type, properties, required = [] } = schema as Readonly<Record<string, unknown>>
  needSchema(type === 'object', `${place}.type`, "'object', since members are top-level members of the document", type)
  needSchema(isPropertyBag(properties), `${place}.properties`, 'a schema for each member', properties)
  needSchema(Array.isArray(required), `${place}.required`, 'a list of member names', required)
  const names = Object.keys(properties as object)
  for (const name of [...names, ...(required as unknown[])]) {
    needSchema(typeof name === 'string' && name !== '', place, 'names that are texts', name)
    const reserved = `a name that RFC 9457 does not use: not ${standardMembers.join(', ')} or __proto__`
    needSchema(!isReserved(name as string), `${place}.${(name as string).slice(0, 40)}`, reserved, name)
  }
  const twice = (required as string[]).find((name, index, all) => all.indexOf(name) !== index)
  needSchema(twice === undefined, `${place}.required`, 'each name once', twice)
  return schema as JsonSchema
}

// A copy: what the caller changes afterwards must not part the documents from the validator.
function plainCopy(value: unknown, place: string): unknown {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch {
    throw misuse({ code: 'ERR_PROBLEM_SCHEMA', place, expected: 'plain JSON', got: 'what JSON cannot carry, such as a cycle' })
  }
  return text === undefined ? value : deepFreeze(JSON.parse(text) as unknown)
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) for (const item of Object.values(Object.freeze(value))) deepFreeze(item)
  return value
}

function checkHeaders(given: unknown, place: string): Readonly<Record<string, FieldValue | DocumentedField>> {
  need(given === undefined || isPropertyBag(given), place, 'an object of header fields', given)
  const headers: Record<string, FieldValue | DocumentedField> = {}
  for (const [name, value] of Object.entries((given ?? {}) as object) as [string, unknown][]) {
    const at = `${place}.${name.slice(0, 40)}`
    need(isToken(name) && name !== '__proto__', place, 'names that are tokens (RFC 9110 5.6.2)', name)
    need(
      !isFraming(name) && !bodyFields.includes(name.toLowerCase()),
      at,
      'no field that frames the message or describes its body',
      name,
    )
    const sent = fieldValue(value)
    const { description } = (isPropertyBag(value) ? value : {}) as { readonly description?: unknown }
    need(sent !== undefined || isText(description), at, 'a value that can be sent, or { description }', value)
    headers[name] = sent ?? { description: description as string }
  }
  return Object.freeze(headers)
}

function checkRetry(given: unknown, place: string): RetryAdvice | undefined {
  if (given === undefined) return undefined
  need(isPropertyBag(given), place, 'an object with when', given)
  const { when, afterSeconds } = given as Readonly<Record<string, unknown>>
  need(WAYS.includes(when as RetryAdvice['when']), `${place}.when`, `one of ${WAYS.join(', ')}`, when)
  const isDelay = Number.isSafeInteger(afterSeconds) && (afterSeconds as number) >= 0
  need(afterSeconds === undefined || isDelay, `${place}.afterSeconds`, 'a whole number of seconds', afterSeconds)
  return Object.freeze({ when: when as RetryAdvice['when'], ...(isDelay && { afterSeconds: afterSeconds as number }) })
}

function checkExamples(given: unknown, place: string): ProblemDefinition['examples'] {
  need(given === undefined || Array.isArray(given), place, 'a list of members', given)
  const examples = plainCopy(given ?? [], place) as readonly unknown[]
  examples.forEach((example, index) => {
    need(isPropertyBag(example), `${place}[${index}]`, 'an object of members', example)
    const reserved = Object.keys(example as object).find(isReserved)
    need(
      reserved === undefined,
      `${place}[${index}]`,
      'members only; type, title and the like come from the declaration',
      reserved,
    )
  })
  return examples as ProblemDefinition['examples']
}

function checkAliases(given: unknown, place: string): readonly string[] {
  need(given === undefined || Array.isArray(given), place, 'a list of earlier type URIs', given)
  const aliases = [...((given ?? []) as unknown[])]
  for (const [index, alias] of aliases.entries()) checkReference(alias, `${place}[${index}]`)
  return Object.freeze(aliases as string[])
}
