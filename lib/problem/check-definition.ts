/** Checks the declaration of a problem type, once, when it is declared: a wrong one is a TypeError that says what is wrong where. */
import { schemaFaults } from '../../schemas/index.js'
import { type ErrorStatus, errorCodes } from '../status/codes.js'
import { checkExamples, checkMembers } from './check-members.js'
import { type DocumentedField, type ProblemDefinition, type RetryAdvice, sealDefinition } from './definition.js'
import { misuse } from './fault.js'
import { type FieldValue, fieldValue, isToken } from './fields/field-value.js'
import { bodyFields, isFraming } from './headers.js'
import { isText, need } from './need.js'
import { deepFreeze } from './plain-copy.js'
import { ABOUT_BLANK } from './problem.js'
import { isPropertyBag, read } from './read.js'

// OpenAPI names its components by it (CONFORMANCE O12), clients their types.
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const WAYS = ['never', 'idempotent', 'always', 'after-change'] satisfies RetryAdvice['when'][]
const ADVICE = ['when', 'afterSeconds'] satisfies (keyof RetryAdvice)[]
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

/** A declaration that was checked: the definition, as data of its own, and what only instances need. */
export interface CheckedDeclaration {
  readonly definition: ProblemDefinition
  readonly detail: string | ((members: unknown) => unknown) | undefined
  readonly stack: boolean | undefined
}

/** Checks a declaration; each part of it is read once. */
export function checkDeclaration(name: unknown, given: unknown): CheckedDeclaration {
  try {
    return check(name, given)
  } catch (error) {
    if (error instanceof TypeError && read(error, 'place') !== undefined) throw error
    // A getter or a Proxy in it.
    const fault = { expected: 'a declaration that can be read', got: 'one that throws when it is read' }
    throw Object.assign(misuse({ code: 'ERR_PROBLEM_DEFINITION', place: 'defineProblem', ...fault }), { cause: error })
  }
}

function check(name: unknown, given: unknown): CheckedDeclaration {
  const isName = typeof name === 'string' && NAME.test(name)
  need(isName, 'defineProblem', 'a name of ASCII letters, digits and _ that starts with a letter', name)
  const short = (name as string).slice(0, 40)
  const at = (key: string): string => `${short}.${key}`
  need(isPropertyBag(given), `defineProblem('${short}')`, 'an object with type, status and title', given)
  const declaration: Readonly<Record<string, unknown>> = { ...(given as object) }
  needOnly(KEYS, declaration, `defineProblem('${short}')`)
  const { type, status, title, detail, description, cacheControl, deprecated, stack } = declaration
  checkReference(type, at('type'))
  need(typeof status === 'number' && Object.hasOwn(errorCodes, status), at('status'), 'a registered 4xx or 5xx code', status)
  need(isText(title), at('title'), 'a text', title)
  const explains = detail === undefined || isText(detail) || typeof detail === 'function'
  need(explains, at('detail'), 'a text or a function of the members', detail)
  need(description === undefined || isText(description), at('description'), 'a text', description)
  const isLine = isText(cacheControl) && fieldValue(cacheControl) !== undefined
  need(cacheControl === undefined || isLine, at('cacheControl'), 'a field value', cacheControl)
  for (const [key, flag] of Object.entries({ deprecated, stack }))
    need(flag === undefined || typeof flag === 'boolean', at(key), 'true or false', flag)
  const members = checkMembers(declaration['members'], at('members'))
  const retry = checkRetry(declaration['retry'], at('retry'))
  const headers = checkHeaders(declaration['headers'], at('headers'))
  if (retry?.afterSeconds !== undefined) needUnset(headers, 'Retry-After', at('headers'), 'retry.afterSeconds')
  if (cacheControl !== undefined) needUnset(headers, 'Cache-Control', at('headers'), 'cacheControl')
  const definition = sealDefinition({
    name: name as string,
    type: type as string,
    status: status as ErrorStatus,
    title: title as string,
    members,
    description: description as string | undefined,
    headers,
    retry,
    cacheControl: cacheControl as string | undefined,
    examples: checkExamples(declaration['examples'], at('examples')),
    deprecated: deprecated === true,
    aliases: checkAliases(declaration['aliases'], type, at('aliases')),
  })
  return { definition, detail: detail as CheckedDeclaration['detail'], stack: stack as boolean | undefined }
}

function needOnly(keys: readonly string[], given: object, place: string): void {
  const unknown = Object.keys(given).find((key) => !keys.includes(key))
  need(unknown === undefined, place, `only ${keys.join(', ')}`, unknown)
}

// RFC 9457 3.1.1 and RFC 3986 4.1.
function checkReference(type: unknown, place: string): void {
  const isReference = typeof type === 'string' && type !== '' && schemaFaults({ type }).length === 0
  need(isReference, place, 'a URI reference (RFC 3986), other characters percent-encoded', type, 'ERR_PROBLEM_TYPE')
  need(type !== ABOUT_BLANK, place, 'a type of its own; about:blank is that of the plain classes', type, 'ERR_PROBLEM_TYPE')
}

function checkHeaders(given: unknown, place: string): ProblemDefinition['headers'] {
  need(given === undefined || isPropertyBag(given), place, 'an object of header fields', given)
  const headers: Record<string, FieldValue | DocumentedField> = {}
  for (const [name, value] of Object.entries((given ?? {}) as object) as [string, unknown][]) {
    need(isToken(name) && name !== '__proto__', place, 'names that are tokens (RFC 9110 5.6.2)', name)
    const at = `${place}.${name.slice(0, 40)}`
    const isOurs = isFraming(name) || bodyFields.includes(name.toLowerCase())
    need(!isOurs, at, 'no field that frames the message or describes its body', name)
    need(namesOf(headers, name).length === 0, at, 'each field once, in one case', name)
    const sent = fieldValue(value)
    const { description } = (isPropertyBag(value) ? value : {}) as { readonly description?: unknown }
    need(sent !== undefined || isText(description), at, 'a value that can be sent, or { description }', value)
    headers[name] = sent ?? { description: description as string }
  }
  return deepFreeze(headers)
}

function namesOf(headers: object, field: string): readonly string[] {
  return Object.keys(headers).filter((name) => name.toLowerCase() === field.toLowerCase())
}

// A field with a description only is documented there, and gets its value here.
function needUnset(headers: ProblemDefinition['headers'], field: string, place: string, other: string): void {
  const [name] = namesOf(headers, field).filter((candidate) => fieldValue(headers[candidate]) !== undefined)
  need(name === undefined, place, `no value for ${field}, which ${other} gives`, name)
}

function checkRetry(given: unknown, place: string): RetryAdvice | undefined {
  if (given === undefined) return undefined
  need(isPropertyBag(given), place, 'an object with when', given)
  const advice: Readonly<Record<string, unknown>> = { ...(given as object) }
  needOnly(ADVICE, advice, place)
  const { when, afterSeconds } = advice
  need(WAYS.includes(when as RetryAdvice['when']), `${place}.when`, `one of ${WAYS.join(', ')}`, when)
  const isDelay = Number.isSafeInteger(afterSeconds) && (afterSeconds as number) >= 0
  need(afterSeconds === undefined || isDelay, `${place}.afterSeconds`, 'a whole number of seconds', afterSeconds)
  return Object.freeze({ when: when as RetryAdvice['when'], ...(isDelay && { afterSeconds: afterSeconds as number }) })
}

function checkAliases(given: unknown, type: unknown, place: string): readonly string[] {
  need(given === undefined || Array.isArray(given), place, 'a list of earlier type URIs', given)
  const aliases = [...((given ?? []) as unknown[])]
  for (const [index, alias] of aliases.entries()) {
    checkReference(alias, `${place}[${index}]`)
    const isNew = alias !== type && aliases.indexOf(alias) === index
    need(isNew, `${place}[${index}]`, 'each URI once, and not that of the type itself', alias, 'ERR_PROBLEM_TYPE')
  }
  return Object.freeze(aliases as string[])
}
