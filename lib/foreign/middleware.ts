/**
 * Errors that middleware makes with http-errors, or as if: express-jwt, koa-jwt, csurf, csrf-csrf, connect-timeout. Asked before http-errors
 * itself, so their marks include the text that the middleware writes: what the app made alike is the app's own.
 */
import type { CreateOptions } from '../problem/create.js'
import { read } from '../problem/read.js'
import { type Family, type ForeignError, passing, row } from './family.js'
import { invalidToken, TOKEN_DETAILS } from './token-challenge.js'

/** The family. */
export const middleware: Family = {
  name: 'middleware',
  yields: false,
  concerns: ({ isError, code, name }) => isError && (typeof code === 'string' || name === 'UnauthorizedError'),
  rows: [
    { when: isExpressJwt, status: 401, options: (error) => tokenOptions(error, error.get('inner')) },
    { when: isKoaJwt, status: 401, options: (error) => tokenOptions(error, error.get('originalError')) },
    row(
      (error) => error.code === 'EBADCSRFTOKEN' && error.text('message') === 'invalid csrf token',
      403,
      'The CSRF token is missing or not valid.',
    ),
    // connect-timeout: the request took longer than the app allows.
    passing(
      (error) =>
        error.code === 'ETIMEDOUT' && error.text('message') === 'Response timeout' && typeof error.get('timeout') === 'number',
    ),
  ],
}

function isExpressJwt(error: ForeignError): boolean {
  return isUnauthorized(error) && typeof error.code === 'string' && error.get('inner') !== undefined
}

// Its text is the same for every fault, or, with `debug`, the one of the error inside.
function isKoaJwt(error: ForeignError): boolean {
  const inner = error.get('originalError')
  const message = error.text('message')
  return (
    isUnauthorized(error) && inner !== undefined && (message === 'Authentication Error' || message === read(inner, 'message'))
  )
}

function isUnauthorized(error: ForeignError): boolean {
  return error.name === 'UnauthorizedError' && error.get('status') === 401
}

// RFC 6750 3: a request without credentials gets no error code.
function tokenOptions({ code }: ForeignError, inner: unknown): CreateOptions {
  if (code === 'credentials_required') return { detail: TOKEN_DETAILS.none, challenges: { scheme: 'Bearer' } }
  return invalidToken(read(inner, 'name') === 'TokenExpiredError' ? TOKEN_DETAILS.expired : TOKEN_DETAILS.invalid)
}
