/** Errors of jsonwebtoken, jose and @node-oauth/oauth2-server, which refuse a token (RFC 6750 3.1). */
import { timeOf } from '../../../guard/kind.js'
import type { Family, ForeignError } from '../../family.js'
import { coded, named, passing, row, said } from '../rows.js'
import { noToken, noTokenIn, refusedScope, refusedToken, TOKEN_DETAILS, unreadableToken } from './token-row.js'

const isJoseMalformed = coded('ERR_JWS_INVALID', 'ERR_JWT_INVALID', 'ERR_JWE_INVALID')
const isAbsent = said(/^jwt must be provided$|^Compact JW[SE] must be a string/)

const JOSE = /^ERR_JW[A-Z]+_|^ERR_JOSE_/

const isTokenName = named('TokenExpiredError', 'NotBeforeError', 'JsonWebTokenError')

// The codes of oauth2-server are the statuses, and its names those of RFC 6750.
const isOAuthName = named('unauthorized_request', 'invalid_token', 'insufficient_scope')

function isOAuthServer(error: ForeignError): boolean {
  return typeof error.code === 'number' && isOAuthName(error) && error.code === error.get('statusCode')
}

/** The family. */
export const tokens: Family = {
  name: 'tokens',
  concerns: (error) => isTokenName(error) || isOAuthServer(error) || (typeof error.code === 'string' && JOSE.test(error.code)),
  rows: [
    refusedToken(
      (error) => error.name === 'TokenExpiredError' && timeOf(error.get('expiredAt')) !== undefined,
      TOKEN_DETAILS.expired,
    ),
    refusedToken((error) => error.name === 'NotBeforeError' && timeOf(error.get('date')) !== undefined, TOKEN_DETAILS.early),
    {
      when: (error) => (error.name === 'JsonWebTokenError' || isJoseMalformed(error)) && isAbsent(error),
      status: 401,
      options: (_, facts) => (facts.credentials === 'malformed' ? noTokenIn(facts) : noToken(facts)),
    },
    unreadableToken((error) => error.name === 'JsonWebTokenError' && said(/^(?:jwt malformed|invalid token)$/)(error)),
    refusedToken(named('JsonWebTokenError'), TOKEN_DETAILS.invalid),
    { when: named('unauthorized_request'), status: 401, options: (_, facts) => noToken(facts) },
    refusedToken(named('invalid_token')),
    refusedScope(named('insufficient_scope')),
    unreadableToken(isJoseMalformed),
    refusedToken(coded('ERR_JWT_EXPIRED'), TOKEN_DETAILS.expired),
    // The key server of the tokens, not the client.
    passing(coded('ERR_JWKS_TIMEOUT')),
    passing((error) => error.code === 'ERR_JOSE_GENERIC' && said(/JSON Web Key Set HTTP response/)(error)),
    // What the token asks for: the first is how an attacker tries HS256.
    refusedToken(
      (error) =>
        error.code === 'ERR_JOSE_NOT_SUPPORTED' &&
        said(/^Unsupported "alg" value for a JSON Web Key Set$|^Extension Header/)(error),
      TOKEN_DETAILS.invalid,
    ),
    row(coded('ERR_JWKS_INVALID', 'ERR_JWK_INVALID', 'ERR_JOSE_NOT_SUPPORTED', 'ERR_JOSE_GENERIC'), 500),
    refusedToken(({ code }) => typeof code === 'string', TOKEN_DETAILS.invalid),
  ],
}
