/**
 * Errors that middleware makes with http-errors, or as if: express-jwt, koa-jwt, csurf, csrf-csrf, connect-timeout. The family is
 * asked before http-errors itself, so its marks include the text that the middleware writes: what the app made alike is the app's own.
 */

import { read } from '../../../guard/read.js'
import type { CreateOptions } from '../../../problem/create.js'
import type { ForeignFacts } from '../../facts.js'
import type { Family, ForeignError } from '../../family.js'
import { passing, row } from '../rows.js'
import { invalidToken, noToken, noTokenIn, TOKEN_DETAILS } from './token-row.js'

/** The family. */
export const madeByMiddleware: Family = {
  name: 'middleware',
  yields: false,
  concerns: ({ isError, code, name }) => isError && (typeof code === 'string' || name === 'UnauthorizedError'),
  rows: [
    { when: isExpressJwt, status: 401, options: expressJwtOptions },
    { when: isKoaJwt, status: 401, options: (error, facts) => refusedBy(error.get('originalError'), facts) },
    { when: isKoaJwtWithoutToken, status: 401, options: (_, facts) => noToken(facts) },
    { when: isKoaJwtFormat, status: 401, options: (_, facts) => noTokenIn(facts) },
    row(
      (error) => error.code === 'EBADCSRFTOKEN' && error.message === 'invalid csrf token',
      403,
      'The CSRF token is missing or not valid.',
    ),
    // connect-timeout: the request took longer than the app allows.
    passing(
      (error) => error.code === 'ETIMEDOUT' && error.message === 'Response timeout' && typeof error.get('timeout') === 'number',
    ),
  ],
}

function isExpressJwt(error: ForeignError): boolean {
  return isUnauthorized(error) && typeof error.code === 'string' && error.get('inner') !== undefined
}

// The text of koa-jwt is the same for every fault, or, with `debug`, that of the error inside.
function isKoaJwt(error: ForeignError): boolean {
  const inner = error.get('originalError')
  const message = error.message
  return (
    isUnauthorized(error) && inner !== undefined && (message === 'Authentication Error' || message === read(inner, 'message'))
  )
}

// Without `debug`, koa-jwt has the same text where it refused a token, but then it keeps the error that says why.
function isKoaJwtWithoutToken(error: ForeignError): boolean {
  const message = error.message
  return isUnauthorized(error) && hasNothingMore(error) && (message === 'Authentication Error' || message === 'Token not found')
}

function isKoaJwtFormat(error: ForeignError): boolean {
  return isUnauthorized(error) && hasNothingMore(error) && error.message === KOA_JWT_FORMAT
}

const KOA_JWT_FORMAT = 'Bad Authorization header format. Format is "Authorization: Bearer <token>"'

function hasNothingMore(error: ForeignError): boolean {
  return error.get('originalError') === undefined && error.get('headers') === undefined
}

function isUnauthorized(error: ForeignError): boolean {
  return error.name === 'UnauthorizedError' && error.get('status') === 401
}

function expressJwtOptions(error: ForeignError, facts: ForeignFacts): CreateOptions {
  if (error.code === 'credentials_required' || error.code === 'credentials_bad_scheme') return noToken(facts)
  return error.code === 'credentials_bad_format' ? noTokenIn(facts) : refusedBy(error.get('inner'), facts)
}

function refusedBy(inner: unknown, facts: ForeignFacts): CreateOptions {
  const name = read(inner, 'name')
  if (name === 'TokenExpiredError') return invalidToken(TOKEN_DETAILS.expired, facts)
  return invalidToken(name === 'NotBeforeError' ? TOKEN_DETAILS.early : TOKEN_DETAILS.invalid, facts)
}
