/** Errors of passport, express-oauth2-jwt-bearer, CASL and the documented refusal of cors. */

import type { CreateOptions } from '../problem/create.js'
import type { ReportFault } from '../problem/fault.js'
import { givenField } from '../problem/given-fields.js'
import { isRecord } from '../problem/read.js'
import { allowedHeaders } from './exposed.js'
import { type Family, type ForeignError, hasOnly, named, row } from './family.js'
import type { ForeignFacts } from './foreign-facts.js'
import { noToken, TOKEN_DETAILS, tokenError } from './token-challenge.js'

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

const isBearerName = named('UnauthorizedError', 'InvalidRequestError', 'InvalidTokenError', 'InsufficientScopeError')

function isBearer(error: ForeignError): boolean {
  if (!isBearerName(error)) return false
  const status = error.get('status')
  return (status === 400 || status === 401 || status === 403) && /^(?:Bearer|DPoP) /.test(challengeOf(error))
}

function challengeOf(error: ForeignError): string {
  return String(givenField(error.get('headers'), 'www-authenticate'))
}

// express-oauth2-jwt-bearer writes the challenges itself, with a realm of its own. Those of the app count more.
function bearerOptions(error: ForeignError, facts: ForeignFacts, report: ReportFault): CreateOptions {
  const detail = bearerDetail(error)
  if (facts.challenges === undefined) return { detail, headers: bearerHeaders(error, report) }
  if (!isTokenCode(error.code)) return { ...noToken(facts), detail }
  const scope = /[ ,]scope="([^"]*)"/.exec(challengeOf(error))?.[1]
  return { detail, ...tokenError(error.code, detail, facts, scope === undefined ? {} : { scope }) }
}

function isTokenCode(code: unknown): code is 'invalid_request' | 'invalid_token' | 'insufficient_scope' {
  return code === 'invalid_request' || code === 'invalid_token' || code === 'insufficient_scope'
}

// In the challenge of a token that is not valid it repeats whatever went wrong, even that the issuer could not be reached, with host and port.
function bearerHeaders(error: ForeignError, report: ReportFault): CreateOptions['headers'] {
  const headers = allowedHeaders(error, report)
  if (error.code !== 'invalid_token') return headers
  const described = challengeOf(error).replace(/error_description="[^"]*"/g, `error_description="${TOKEN_DETAILS.invalid}"`)
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'www-authenticate')
  return { ...Object.fromEntries(others), 'WWW-Authenticate': described }
}

function bearerDetail({ code }: ForeignError): string {
  if (code === 'insufficient_scope') return TOKEN_DETAILS.scope
  return code === 'invalid_token' ? TOKEN_DETAILS.invalid : TOKEN_DETAILS.none
}

// An error of the app that has more to say keeps it.
function isPassport(error: ForeignError): boolean {
  return error.name === 'AuthenticationError' && error.get('status') === 401 && hasOnly(error, 'name', 'message', 'status')
}
