/** Checks the declaration of a problem type, once, when it is declared: a wrong one is a TypeError that says what is wrong where. */

import { assignOwn, bareCopy } from '../guard/bare.js'
import { misuse } from '../guard/fault.js'
import { isPropertyBag, read } from '../guard/read.js'
import { isText, need, needOnly } from '../guard/refuse.js'
import { checkCacheControl, checkHeaders, needUnset } from '../problem/check-fields.js'
import { checkRetry } from '../problem/check-retry.js'
import { checkAliases, checkType } from '../problem/check-type.js'
import type { DeclaredDetail } from '../problem/explanation.js'
import { type ErrorStatus, errorCodes } from '../status/codes.js'
import { checkExamples, checkMembersSchema } from './check-members-schema.js'
import { declarationKeys } from './declaration.js'
import { type ProblemDefinition, sealDefinition } from './definition.js'
import { isStandardSchema } from './json-schema-of.js'

// OpenAPI names its components by it (CONFORMANCE O12), clients their types.
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/

/** A declaration that was checked: the definition, as data of its own, and what only instances need. */
export interface CheckedDeclaration {
  readonly definition: ProblemDefinition
  readonly detail: DeclaredDetail
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
    throw assignOwn(misuse({ code: 'ERR_PROBLEM_DEFINITION', place: 'defineProblem', ...fault }), { cause: error })
  }
}

function check(name: unknown, given: unknown): CheckedDeclaration {
  const isName = typeof name === 'string' && NAME.test(name)
  need(isName, 'defineProblem', 'a name of ASCII letters, digits and _ that starts with a letter', name)
  const short = (name as string).slice(0, 40)
  const at = (key: string): string => `${short}.${key}`
  need(isPropertyBag(given), `defineProblem('${short}')`, 'an object with type, status and title', given)
  const declaration: Readonly<Record<string, unknown>> = bareCopy(given as Readonly<Record<string, unknown>>)
  needOnly(declarationKeys, declaration, `defineProblem('${short}')`)
  const { type, status, title, detail, description, deprecated, stack } = declaration
  checkType(type, at('type'))
  need(typeof status === 'number' && Object.hasOwn(errorCodes, status), at('status'), 'a registered 4xx or 5xx code', status)
  need(isText(title), at('title'), 'a text', title)
  const explains = detail === undefined || isText(detail) || typeof detail === 'function'
  need(explains, at('detail'), 'a text or a function of the members', detail)
  need(description === undefined || isText(description), at('description'), 'a text', description)
  for (const [key, flag] of Object.entries({ deprecated, stack }))
    need(flag === undefined || typeof flag === 'boolean', at(key), 'true or false', flag)
  const members = checkMembersSchema(declaration['members'], at('members'))
  const cacheControl = checkCacheControl(declaration['cacheControl'], status as number, at('cacheControl'))
  const retry = checkRetry(declaration['retry'], at('retry'))
  const headers = checkHeaders(declaration['headers'], at('headers'))
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
      examples: checkExamples(declaration['examples'], members, at('examples')),
      deprecated: deprecated === true,
      aliases: checkAliases(declaration['aliases'], type, at('aliases')),
    },
    isStandardSchema(declaration['members']),
  )
  return { definition, detail: detail as DeclaredDetail, stack: stack as boolean | undefined }
}
