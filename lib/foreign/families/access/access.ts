/** Errors of passport, express-oauth2-jwt-bearer, CASL and the documented refusal of cors. */

import { isRecord } from '../../../guard/read.js'
import type { CreateOptions } from '../../../problem/create.js'
import { givenField } from '../../../problem/fields/given-fields.js'
import type { ForeignFacts } from '../../facts.js'
import type { Family, ForeignError } from '../../family.js'
import { hasOnly, named, row } from '../rows.js'
import { CODE_DETAILS, isTokenError, TOKEN_DETAILS, type TokenError, tokenError } from './token-challenge.js'

// The words of its README.
const CORS = 'Not allowed by CORS'

/** The family. */
export const access: Family = {
  name: 'access',
  knowsPlain: true,
  concerns: (error) => error.isError && (!error.isPlain || error.text('message') === CORS),
  rows: [
    {
      when: isBearer,
      status: (error) => error.get('status') as number,
      options: bearerOptions,
    },
    // passport has set the challenges on the response; Express keeps them there.
    row(isPassport, 401, 'The request is not authenticated.'),
    row((error) => error.name === 'ForbiddenError' && isRecord(error.get('ability')), 403, 'This is not allowed.'),
    row((error) => error.text('message') === CORS && error.isPlain, 403, 'The origin of the request is not allowed.'),
  ],
}

const isBearerName = named(
  'UnauthorizedError',
  'InvalidRequestError',
  'InvalidTokenError',
  'InsufficientScopeError',
  'InvalidProofError',
)

function isBearer(error: ForeignError): boolean {
  if (!isBearerName(error)) return false
  const status = error.get('status')
  return (status === 400 || status === 401 || status === 403) && /^(?:Bearer|DPoP) /.test(challengeOf(error))
}

function challengeOf(error: ForeignError): string {
  return String(givenField(error.get('headers'), 'www-authenticate'))
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

// It has no code for credentials of another scheme, nor for malformed ones.
function tokenCode({ code }: ForeignError, { credentials }: ForeignFacts): TokenError | undefined {
  if (isTokenError(code)) return code
  return credentials === 'malformed' ? 'invalid_request' : undefined
}

function bearerDetail(code: TokenError, { credentials }: ForeignFacts): string {
  return code === 'invalid_request' && credentials !== 'malformed' ? TOKEN_DETAILS.several : CODE_DETAILS[code]
}

// An error of the app that has more to say keeps it.
function isPassport(error: ForeignError): boolean {
  return error.name === 'AuthenticationError' && error.get('status') === 401 && hasOnly(error, 'name', 'message', 'status')
}
