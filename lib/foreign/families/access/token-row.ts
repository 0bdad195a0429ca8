/** Makes the rows, and the options of problems, of requests whose token is missing or was refused (RFC 6750 3). */

import type { CreateOptions } from '../../../problem/create.js'
import { withParameters } from '../../../problem/fields/challenge-parameters.js'
import type { ForeignFacts } from '../../facts.js'
import type { FamilyRow } from '../../family.js'

/** The details of the families that check tokens. */
export const TOKEN_DETAILS = {
  none: 'The request needs an access token.',
  malformed: 'The Authorization field must hold the scheme Bearer and one token.',
  invalid: 'The access token is not valid.',
  expired: 'The access token has expired.',
  early: 'The access token is not valid yet.',
  scope: 'The access token does not allow this.',
  several: 'The request must hold one access token, sent in one way.',
  proof: 'The DPoP proof is not valid.',
} as const

/** The codes of RFC 6750 3.1 and RFC 9449 7.1. */
export type TokenError = 'invalid_request' | 'invalid_token' | 'insufficient_scope' | 'invalid_dpop_proof'

/** The details of the codes, where a library says no more. */
export const CODE_DETAILS: Readonly<Record<TokenError, string>> = {
  invalid_request: TOKEN_DETAILS.malformed,
  invalid_token: TOKEN_DETAILS.invalid,
  insufficient_scope: TOKEN_DETAILS.scope,
  invalid_dpop_proof: TOKEN_DETAILS.proof,
}

/** Tells whether a value is one of the codes. */
export function isTokenError(code: unknown): code is TokenError {
  return typeof code === 'string' && Object.hasOwn(CODE_DETAILS, code)
}

/** Makes the options for a request without a token. RFC 6750 3.1: nothing but the challenge. */
export function noToken({ challenges }: ForeignFacts): CreateOptions {
  return { detail: TOKEN_DETAILS.none, challenges: challenges ?? { scheme: 'Bearer' } }
}

/** Makes the options for a token that is not valid. */
export function invalidToken(detail: string, facts: ForeignFacts): CreateOptions {
  return { detail, ...tokenError('invalid_token', detail, facts) }
}

/** Makes the row of a token that a library refused. */
export function refusedToken(when: FamilyRow['when'], detail: string = TOKEN_DETAILS.invalid): FamilyRow {
  return { when, status: 401, options: (_, facts) => invalidToken(detail, facts) }
}

/** Makes the row of a token that no library can read: the app hands on whatever stands in the Authorization field. */
export function unreadableToken(when: FamilyRow['when']): FamilyRow {
  return {
    when,
    status: 401,
    options: (_, facts) =>
      facts.credentials === 'other' || facts.credentials === 'malformed'
        ? noTokenIn(facts)
        : invalidToken(TOKEN_DETAILS.invalid, facts),
  }
}

/** Makes the row of a token that does not allow what was asked for. RFC 6750 3.1: a 403, as who it is, is known. */
export function refusedScope(when: FamilyRow['when']): FamilyRow {
  const detail = TOKEN_DETAILS.scope
  return { when, status: 403, options: (_, facts) => ({ detail, ...tokenError('insufficient_scope', detail, facts) }) }
}

/** Makes the options for credentials that hold no token: of another scheme, which is as if there were none, or malformed. */
export function noTokenIn(facts: ForeignFacts): CreateOptions {
  const { credentials } = facts
  if (credentials === 'none' || credentials === 'other') return noToken(facts)
  return { detail: TOKEN_DETAILS.malformed, ...tokenError('invalid_request', TOKEN_DETAILS.malformed, facts) }
}

/** Makes the challenges that tell an error: those of the app where it has some, with the error in the one for tokens. */
export function tokenError(
  error: TokenError,
  error_description: string,
  { challenges }: ForeignFacts,
  more: Readonly<Record<string, string>> = {},
): Pick<CreateOptions, 'challenges'> {
  if (challenges === undefined) return { challenges: { scheme: 'Bearer', error, error_description, ...more } }
  // RFC 9449 7.1: the scheme DPoP has the same codes.
  return { challenges: withParameters(challenges, ['bearer', 'dpop'], { error, error_description, ...more }) }
}
