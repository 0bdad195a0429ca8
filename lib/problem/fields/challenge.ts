/** Writes WWW-Authenticate and Proxy-Authenticate (RFC 9110 11.6.1, RFC 6750 3, RFC 9470 3). */

import { nameValue, shortName } from '../../guard/name.js'
import { isPropertyBag, itemsOf } from '../../guard/read.js'
import { FieldError, fieldValue, isToken, quotedString } from './field-value.js'

/**
 * One challenge: the scheme and its parameters, or the finished text.
 *
 * @example { scheme: 'Bearer', realm: 'api', error: 'invalid_token' }
 */
export type Challenge =
  | string
  | {
      /** The authentication scheme, such as `Bearer`, `Basic`, `Digest` or `DPoP`. */
      readonly scheme: string
      readonly realm?: string
      /** Further parameters; `undefined` ones are left out. */
      readonly [parameter: string]: string | number | boolean | undefined
    }

const BEARER_PARAMETER = 'realm="api"'

/** The challenge of a 401 or 407 that nobody gave one. */
export const defaultChallenge = `Bearer ${BEARER_PARAMETER}`

// No scheme has as many.
const MOST_PARAMETERS = 32

const EXPECTED = "a challenge such as { scheme: 'Bearer', realm: 'api' } or a list of them"

/** Makes one field line for each challenge: the form that most clients understand (RFC 9110 11.6.1). */
export function challengeLines(challenges: unknown): readonly string[] {
  const list = itemsOf(challenges) ?? [challenges]
  if (list.length === 0) throw new FieldError(EXPECTED, 'an empty list')
  return list.map(challengeLine)
}

function challengeLine(challenge: unknown): string {
  if (typeof challenge === 'string') {
    const line = fieldValue(challenge.trim())
    if (typeof line !== 'string' || !isToken(line.split(/[ ,]/, 1)[0]))
      throw new FieldError(EXPECTED, 'a text that does not start with a scheme')
    return isToken(line) ? withParameter(line) : line
  }
  if (!isPropertyBag(challenge) || Object.keys(challenge).length > MOST_PARAMETERS)
    throw new FieldError(EXPECTED, nameValue(challenge))
  const { scheme, ...parameters } = challenge
  if (!isToken(scheme)) throw new FieldError('a scheme that is a token', nameValue(scheme))
  const pairs = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => parameter(name, value))
  // RFC 9110 11.2: names are matched without case, and each occurs once.
  const names = new Set(Object.keys(parameters).map((name) => name.toLowerCase()))
  if (names.size < Object.keys(parameters).length) throw new FieldError('each parameter once', 'one that occurs twice')
  return pairs.length === 0 ? withParameter(scheme) : `${scheme} ${pairs.join(', ')}`
}

// RFC 6750 3: the Bearer scheme MUST be followed by one or more parameters.
function withParameter(scheme: string): string {
  return scheme.toLowerCase() === 'bearer' ? `${scheme} ${BEARER_PARAMETER}` : scheme
}

function parameter(name: string, value: unknown): string {
  if (!isToken(name)) throw new FieldError('parameter names that are tokens', nameValue(name))
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new FieldError(`a string for the parameter ${shortName(name)}`, nameValue(value))
  }
  const text = String(value)
  const lower = name.toLowerCase()
  // RFC 9110 11.2 asks receivers to take both forms; these are defined as tokens (RFC 7616 3.3).
  if ((lower === 'algorithm' || lower === 'stale') && isToken(text)) return `${name}=${text}`
  const limit = LIMITS.get(lower)
  if (limit !== undefined && !limit.test(text)) throw new FieldError(`${lower} with the characters of RFC 6750 3`, 'others')
  return `${name}=${quotedString(isErrorParameter(lower) ? plainText(text) : text)}`
}

// RFC 6750 3: to replace a character here would name another scope or page, so the challenge is refused.
const LIMITS: ReadonlyMap<string, RegExp> = new Map([
  ['scope', /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/],
  ['error_uri', /^[\x21\x23-\x5b\x5d-\x7e]*$/],
])

function isErrorParameter(name: string): boolean {
  return name === 'error' || name === 'error_description'
}

// RFC 6750 3: error and error_description are limited to %x20-21 / %x23-5B / %x5D-7E.
function plainText(text: string): string {
  return text.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
}
