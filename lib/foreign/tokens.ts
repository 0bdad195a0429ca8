/** Errors of jsonwebtoken and jose, which refuse a token (RFC 6750 3.1). */

import { timeOf } from '../problem/kind.js'
import { coded, type Family, type FamilyRow, named, passing, row, said } from './family.js'
import { invalidToken, TOKEN_DETAILS } from './token-challenge.js'

function refused(when: FamilyRow['when'], detail: string): FamilyRow {
  return { when, status: 401, options: () => invalidToken(detail) }
}

const JOSE = /^ERR_JW[A-Z]+_|^ERR_JOSE_/

const isTokenName = named('TokenExpiredError', 'NotBeforeError', 'JsonWebTokenError')

/** The family. */
export const tokens: Family = {
  name: 'tokens',
  concerns: (error) => isTokenName(error) || (typeof error.code === 'string' && JOSE.test(error.code)),
  rows: [
    refused((error) => error.name === 'TokenExpiredError' && timeOf(error.get('expiredAt')) !== undefined, TOKEN_DETAILS.expired),
    refused((error) => error.name === 'NotBeforeError' && timeOf(error.get('date')) !== undefined, TOKEN_DETAILS.early),
    refused(named('JsonWebTokenError'), TOKEN_DETAILS.invalid),
    refused(coded('ERR_JWT_EXPIRED'), TOKEN_DETAILS.expired),
    // The key server of the tokens, not the client.
    passing(coded('ERR_JWKS_TIMEOUT')),
    passing((error) => error.code === 'ERR_JOSE_GENERIC' && said(/JSON Web Key Set HTTP response/)(error)),
    // What the token asks for: the first is how an attacker tries HS256.
    refused(
      (error) =>
        error.code === 'ERR_JOSE_NOT_SUPPORTED' &&
        said(/^Unsupported "alg" value for a JSON Web Key Set$|^Extension Header/)(error),
      TOKEN_DETAILS.invalid,
    ),
    row(coded('ERR_JWKS_INVALID', 'ERR_JWK_INVALID', 'ERR_JOSE_NOT_SUPPORTED', 'ERR_JOSE_GENERIC'), 500),
    refused(({ code }) => typeof code === 'string', TOKEN_DETAILS.invalid),
  ],
}
