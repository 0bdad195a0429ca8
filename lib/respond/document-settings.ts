/** Checks the options of a handler that documents depend on. */

import { isAbsoluteUri } from '../../schemas/uri.js'
import { isRecord } from '../guard/read.js'
import type { HandlerOptions, TypedClass } from '../handler/options.js'
import { ABOUT_BLANK } from '../problem/problem.js'
import { wrongOption } from '../problem/wrong-option.js'
import { errorFacts } from '../status/codes.js'
import { check, isFunction } from './check-option.js'
import type { MembersValidator } from './members/validator.js'

/** What the document of a problem depends on besides the problem and the request. */
export interface DocumentSettings<Request = unknown> {
  readonly defaults: ReadonlyMap<number, { readonly type: string; readonly title: string | undefined }>
  readonly members: HandlerOptions<Request>['members']
  readonly instance: Exclude<HandlerOptions<Request>['instance'], undefined>
  readonly baseUri: string | undefined
  readonly maxBytes: number
  readonly debug: boolean
  readonly onInvalid: 'drop' | 'fail'
  /** Finds the check for the members of a declared type. */
  readonly membersCheck: MembersValidator
}

const LEAST_BYTES = 1024
const MOST_BYTES = 256 * 1024

/** Checks these options; a wrong one is a TypeError with a code. */
export function prepareDocumentSettings<Request>(
  options: HandlerOptions<Request>,
  membersCheck: MembersValidator,
): DocumentSettings<Request> {
  check(options.members, 'members', 'a function', isFunction)
  check(
    options.instance,
    'instance',
    "'none', 'uuid' or a function",
    (value) => value === 'none' || value === 'uuid' || isFunction(value),
  )
  check(options.baseUri, 'baseUri', 'an absolute URI or a path that starts with /', isBase)
  check(
    options.maxBytes,
    'maxBytes',
    `an integer from ${LEAST_BYTES}`,
    (value) => Number.isSafeInteger(value) && (value as number) >= LEAST_BYTES,
  )
  check(options.debug, 'debug', 'true or false', (value) => typeof value === 'boolean')
  check(options.onInvalid, 'onInvalid', "'drop' or 'fail'", (value) => value === 'drop' || value === 'fail')
  return {
    defaults: prepareDefaults(options.defaults),
    members: options.members,
    instance: options.instance ?? 'none',
    baseUri: options.baseUri,
    maxBytes: options.maxBytes ?? MOST_BYTES,
    debug: options.debug ?? false,
    onInvalid: options.onInvalid ?? 'drop',
    membersCheck,
  }
}

function isBase(value: unknown): boolean {
  return typeof value === 'string' && (/^\/(?!\/)/.test(value) || isAbsoluteUri(value))
}

function prepareDefaults(defaults: HandlerOptions['defaults']): DocumentSettings['defaults'] {
  check(defaults, 'defaults', 'an object of classes by status', isRecord)
  const prepared = new Map<number, { type: string; title: string | undefined }>()
  for (const [key, Class] of Object.entries(defaults ?? {}) as [string, TypedClass | undefined][]) {
    const place = `defaults[${key}]`
    if (errorFacts[Number(key)] === undefined) throw wrongOption('options.defaults', 'registered 4xx and 5xx codes as keys', key)
    check(Class, place, 'a problem class', isFunction)
    if (Class === undefined) continue
    if (typeof Class.type !== 'string' || Class.type === ABOUT_BLANK)
      throw wrongOption(`options.${place}`, 'a class with a type of its own', Class.type)
    if (Class.status !== Number(key)) throw wrongOption(`options.${place}`, `a class with the status ${key}`, Class.status)
    prepared.set(Number(key), { type: Class.type, title: Class.title })
  }
  return prepared
}
