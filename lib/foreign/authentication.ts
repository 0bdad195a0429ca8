/** Errors of jsonwebtoken, jose, express-jwt, koa-jwt, oauth2 bearer, CSRF guards, CASL and cors. */
import type { CreateOptions } from '../problem/create.js'
import { read } from '../problem/read.js'
import { allowedHeaders } from './exposed.js'
import { coded, type Family, type FamilyRow, type ForeignError, named, passing, row } from './family.js'

const INVALID = 'The access token is not valid.'
const EXPIRED = 'The access token has expired.'
const EARLY = 'The access token is not valid yet.'

/** Makes a row for a token that was refused (RFC 6750 3.1). */
function refused(when: FamilyRow['when'], detail: string): FamilyRow {
  return { when, status: 401, options: () => invalidToken(detail) }
}

function invalidToken(detail: string): CreateOptions {
  return { detail, challenges: { scheme: 'Bearer', error: 'invalid_token', error_description: detail } }
}

// RFC 6750 3: a request without credentials gets no error code.
const NO_TOKEN: CreateOptions = { detail: 'The request needs an access token.', challenges: { scheme: 'Bearer' } }

// The words of its README.
const CORS = 'Not allowed by CORS'

const JOSE = /^ERR_JW[A-Z]+_|^ERR_JOSE_/

/** The family. */
export const authentication: Family = {
  name: 'authentication',
  concerns: (error) => !error.isPlain || error.text('message') === CORS,
  rows: [
    refused((error) => error.name === 'TokenExpiredError' && error.get('expiredAt') !== undefined, EXPIRED),
    refused((error) => error.name === 'NotBeforeError' && error.get('date') !== undefined, EARLY),
    refused(named('JsonWebTokenError'), INVALID),
    refused(coded('ERR_JWT_EXPIRED'), EXPIRED),
    // The key server of the tokens, not the client.
    passing(coded('ERR_JWKS_TIMEOUT')),
    row(coded('ERR_JWKS_INVALID', 'ERR_JWK_INVALID', 'ERR_JOSE_NOT_SUPPORTED', 'ERR_JOSE_GENERIC'), 500),
    refused(({ code }) => typeof code === 'string' && JOSE.test(code), INVALID),
    { when: (error) => isExpressJwt(error) || isKoaJwt(error), status: 401, options: jwtOptions },
    // express-oauth2-jwt-bearer writes challenges itself.
    {
      when: (error) => isBearer(error),
      status: (error) => error.get('status') as number,
      options: (error, _, report) => ({ detail: bearerDetail(error), headers: allowedHeaders(error, report) }),
    },
    // passport has set the challenges on the response; Express keeps them there.
    row((error) => error.name === 'AuthenticationError' && error.get('status') === 401, 401, 'The request is not authenticated.'),
    row(coded('EBADCSRFTOKEN'), 403, 'The CSRF token is missing or not valid.'),
    row((error) => error.name === 'ForbiddenError' && error.get('ability') !== undefined, 403, 'This is not allowed.'),
    row((error) => error.isError && error.text('message') === CORS, 403, 'The origin of the request is not allowed.'),
  ],
}

function isExpressJwt(error: ForeignError): boolean {
  return error.name === 'UnauthorizedError' && error.get('status') === 401 && error.get('inner') !== undefined
}

function isKoaJwt(error: ForeignError): boolean {
  return error.name === 'UnauthorizedError' && error.get('status') === 401 && error.get('originalError') !== undefined
}

function jwtOptions(error: ForeignError): CreateOptions {
  if (error.code === 'credentials_required') return NO_TOKEN
  const inner = error.get('inner') ?? error.get('originalError')
  if (error.code === undefined && read(inner, 'name') === undefined) return NO_TOKEN
  return invalidToken(read(inner, 'name') === 'TokenExpiredError' ? EXPIRED : INVALID)
}

// An error that http-errors made may carry a challenge as well; its message is the app's own.
function isBearer(error: ForeignError): boolean {
  if (error.get('expose') !== undefined) return false
  const status = error.get('status')
  return (
    (status === 400 || status === 401 || status === 403) && typeof read(error.get('headers'), 'WWW-Authenticate') === 'string'
  )
}

function bearerDetail({ code }: ForeignError): string {
  if (code === 'insufficient_scope') return 'The access token does not allow this.'
  return code === 'invalid_token' ? INVALID : 'The request needs an access token.'
}
