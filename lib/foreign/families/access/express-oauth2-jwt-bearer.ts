/** Errors of express-oauth2-jwt-bearer: a token that is missing, or that it refused. */

import { responseField } from '../../../client/field.js'
import type { CreateOptions } from '../../../problem/create.js'
import type { ForeignFacts } from '../../facts.js'
import type { Family, ForeignError } from '../../family.js'
import { CODE_DETAILS, isTokenError, TOKEN_DETAILS, type TokenError, tokenError } from './token-row.js'

/** The family. */
export const expressOauth2JwtBearer: Family = {
  name: 'express-oauth2-jwt-bearer',
  names: ['UnauthorizedError', 'InvalidRequestError', 'InvalidTokenError', 'InsufficientScopeError', 'InvalidProofError'],
  concerns: ({ isError }) => isError,
  rows: [{ when: isBearer, status: (error) => error.get('status') as number, options: bearerOptions }],
}

function isBearer(error: ForeignError): boolean {
  const status = error.get('status')
  return (status === 400 || status === 401 || status === 403) && /^(?:Bearer|DPoP) /.test(challengeOf(error))
}

function challengeOf(error: ForeignError): string {
  return String(responseField(error.get('headers'), 'WWW-Authenticate'))
}

// express-oauth2-jwt-bearer writes the challenges itself, with a realm of its own: those of the app count more. In its descriptions it
// repeats whatever went wrong, even that the issuer could not be reached, with host and port.
function bearerOptions(error: ForeignError, facts: ForeignFacts): CreateOptions {
  const code = tokenCode(error, facts)
  const detail = code === undefined ? TOKEN_DETAILS.none : bearerDetail(code, facts)
  const given = challengeOf(error)
  const challenges = facts.challenges ?? [code === 'insufficient_scope' ? given : described(given, detail)]
  if (code === undefined) return { detail, challenges }
  const scope = /[ ,]scope="([^"]*)"/.exec(given)?.[1]
  return { detail, ...tokenError(code, detail, { challenges }, scope === undefined ? {} : { scope }) }
}

function described(challenge: string, detail: string): string {
  return challenge.replace(/error_description="[^"]*"/g, `error_description="${detail}"`)
}

// express-oauth2-jwt-bearer has no code for credentials of another scheme, nor for malformed ones.
function tokenCode({ code }: ForeignError, { credentials }: ForeignFacts): TokenError | undefined {
  if (isTokenError(code)) return code
  return credentials === 'malformed' ? 'invalid_request' : undefined
}

function bearerDetail(code: TokenError, { credentials }: ForeignFacts): string {
  return code === 'invalid_request' && credentials !== 'malformed' ? TOKEN_DETAILS.several : CODE_DETAILS[code]
}
