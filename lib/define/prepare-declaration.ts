/** Makes the definition of a problem type from its declaration, once, and refuses a wrong declaration with a TypeError. */

import { schemaFindings } from '../../schemas/validate.js'
import { assignOwn, bareCopy } from '../guard/bare.js'
import { oneOf, shortName } from '../guard/name.js'
import { isPropertyBag, read } from '../guard/read.js'
import { isText, misuse, need, needKnownKeys } from '../guard/refuse.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { type ErrorStatus, errorCodes } from '../status/codes.js'
import { type DeclaredDetail, declarationKeys } from './declaration.js'
import { type ProblemDefinition, type RetryAdvice, sealDefinition } from './definition.js'
import { needUnset, prepareCacheControl, prepareHeaders } from './fields.js'
import { isStandardSchema } from './json-schema-of.js'
import { prepareExamples, prepareMembersSchema } from './prepare-members-schema.js'

// OpenAPI names its components by it (CONFORMANCE O12), clients their types.
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/

/** A declaration that was checked: the definition, as data of its own, and what only instances need. */
export interface CheckedDeclaration {
  readonly definition: ProblemDefinition
  readonly detail: DeclaredDetail
  readonly stack: boolean | undefined
}

/** Checks a declaration and copies it; each part of it is read once. */
export function prepareDeclaration(name: unknown, given: unknown): CheckedDeclaration {
  try {
    return prepareReadable(name, given)
  } catch (error) {
    if (error instanceof TypeError && read(error, 'place') !== undefined) throw error
    // A getter or a Proxy in it.
    const fault = { expected: 'a declaration that can be read', got: 'one that throws when it is read' }
    throw assignOwn(misuse({ code: 'ERR_PROBLEM_DEFINITION', place: 'defineProblem', ...fault }), { cause: error })
  }
}

function prepareReadable(name: unknown, given: unknown): CheckedDeclaration {
  const isName = typeof name === 'string' && NAME.test(name)
  need(isName, 'defineProblem', 'a name of ASCII letters, digits and _ that starts with a letter', name)
  const short = shortName(name as string)
  const at = (key: string): string => `${short}.${key}`
  need(isPropertyBag(given), `defineProblem('${short}')`, 'an object with type, status and title', given)
  const declaration: Readonly<Record<string, unknown>> = bareCopy(given as Readonly<Record<string, unknown>>)
  needKnownKeys(declarationKeys, declaration, `defineProblem('${short}')`, 'ERR_PROBLEM_DEFINITION')
  const { type, status, title, detail, description, deprecated, stack } = declaration
  needType(type, at('type'))
  need(typeof status === 'number' && Object.hasOwn(errorCodes, status), at('status'), 'a registered 4xx or 5xx code', status)
  need(isText(title), at('title'), 'a text', title)
  const explains = detail === undefined || isText(detail) || typeof detail === 'function'
  need(explains, at('detail'), 'a text or a function of the members', detail)
  need(description === undefined || isText(description), at('description'), 'a text', description)
  for (const [key, flag] of Object.entries({ deprecated, stack }))
    need(flag === undefined || typeof flag === 'boolean', at(key), 'true or false', flag)
  const members = prepareMembersSchema(declaration['members'], at('members'))
  const cacheControl = prepareCacheControl(declaration['cacheControl'], status as number, at('cacheControl'))
  const retry = prepareRetry(declaration['retry'], at('retry'))
  const headers = prepareHeaders(declaration['headers'], at('headers'))
  if (read(retry, 'afterSeconds') !== undefined) needUnset(headers, 'Retry-After', at('headers'), 'retry.afterSeconds')
  if (cacheControl !== undefined) needUnset(headers, 'Cache-Control', at('headers'), 'cacheControl')
  const definition = sealDefinition(
    {
      name: name as string,
      type: type as string,
      status: status as ErrorStatus,
      title: title as string,
      members,
      description: description as string | undefined,
      headers,
      retry,
      cacheControl,
      examples: prepareExamples(declaration['examples'], members, at('examples')),
      deprecated: deprecated === true,
      aliases: prepareAliases(declaration['aliases'], type, at('aliases')),
    },
    isStandardSchema(declaration['members']),
  )
  return { definition, detail: detail as DeclaredDetail, stack: stack as boolean | undefined }
}

// Refuses what is no URI reference (RFC 9457 3.1.1, RFC 3986 4.1), and the type of the plain classes.
function needType(type: unknown, place: string): void {
  const isReference = typeof type === 'string' && type !== '' && schemaFindings({ type }).length === 0
  need(isReference, place, 'a URI reference (RFC 3986), other characters percent-encoded', type, 'ERR_PROBLEM_TYPE')
  need(
    String(type).toLowerCase() !== ABOUT_BLANK,
    place,
    'a type of its own; about:blank is that of the plain classes',
    type,
    'ERR_PROBLEM_TYPE',
  )
}

const ways: { readonly [Way in RetryAdvice['when']]: true } = {
  never: true,
  idempotent: true,
  always: true,
  'after-change': true,
}

const adviceKeys: { readonly [Key in keyof Required<RetryAdvice>]: true } = { when: true, afterSeconds: true }

function prepareRetry(given: unknown, place: string): RetryAdvice | undefined {
  if (given === undefined) return undefined
  need(isPropertyBag(given), place, 'an object with when', given)
  const advice: Readonly<Record<string, unknown>> = bareCopy(given as Readonly<Record<string, unknown>>)
  needKnownKeys(adviceKeys, advice, place, 'ERR_PROBLEM_DEFINITION')
  const { when, afterSeconds } = advice
  const isWay = typeof when === 'string' && Object.hasOwn(ways, when)
  need(isWay, `${place}.when`, oneOf(Object.keys(ways)), when)
  need(
    when !== 'never' || afterSeconds === undefined,
    `${place}.afterSeconds`,
    'no delay where a retry never helps',
    afterSeconds,
  )
  const isDelay = Number.isSafeInteger(afterSeconds) && (afterSeconds as number) >= 0
  need(afterSeconds === undefined || isDelay, `${place}.afterSeconds`, 'a whole number of seconds', afterSeconds)
  return Object.freeze({ when: when as RetryAdvice['when'], ...(isDelay && { afterSeconds: afterSeconds as number }) })
}

function prepareAliases(given: unknown, type: unknown, place: string): readonly string[] {
  need(given === undefined || Array.isArray(given), place, 'a list of earlier type URIs', given)
  const aliases = [...((given ?? []) as unknown[])]
  for (const [index, alias] of aliases.entries()) {
    needType(alias, `${place}[${index}]`)
    const isNew = alias !== type && aliases.indexOf(alias) === index
    need(isNew, `${place}[${index}]`, 'each URI once, and not that of the type itself', alias, 'ERR_PROBLEM_TYPE')
  }
  return Object.freeze(aliases as string[])
}
