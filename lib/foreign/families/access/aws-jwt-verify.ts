/** Errors of aws-jwt-verify. They have classes and no names; what was compared is kept, and stands in the text with the token's claims. */
import type { Family, ForeignError } from '../../family.js'
import { hasKey, hasOnly, hasStatus, isOfClass, passing, row, said } from '../rows.js'
import { refusedScope, refusedToken, TOKEN_DETAILS, unreadableToken } from './token-row.js'

const isGroup = said(/^(?:Missing (?:Cognito group|Scope)\. |(?:Cognito group|Scope) not allowed: )/)

const CLASSES: readonly string[] = [
  'JwtParseError',
  'JwtInvalidSignatureError',
  'KidNotFoundInJwksError',
  'JwtWithoutValidKidError',
  'ParameterValidationError',
  'WaitPeriodNotYetEndedJwkError',
  'FetchError',
  'NonRetryableFetchError',
  'JwksValidationError',
]

/** The family. */
export const awsJwtVerify: Family = {
  name: 'aws-jwt-verify',
  concerns: (error) =>
    error.isError &&
    error.name === 'Error' &&
    (isCompared(error) || (!error.isPlain && hasOnly(error) && isOfClass(error, ...CLASSES))),
  rows: [
    // A key of the key server that is not as it must be.
    row((error) => isCompared(error) && said(/^(?:Missing )?JWK /)(error), 502),
    refusedToken((error) => isCompared(error) && said(/^Token expired at /)(error), TOKEN_DETAILS.expired),
    refusedToken((error) => isCompared(error) && said(/^Token can't be used before /)(error), TOKEN_DETAILS.early),
    refusedScope((error) => isCompared(error) && isGroup(error)),
    refusedToken(isCompared, TOKEN_DETAILS.invalid),
    unreadableToken(
      said(
        /^(?:Empty JWT$|JWT is not a string$|JWT string does not consist of exactly 3 parts|Invalid JWT\. |JWT (?:header|payload) )/,
      ),
    ),
    refusedToken(said(/^Invalid signature$/), TOKEN_DETAILS.invalid),
    refusedToken(said(/^JWK for kid .{1,1000} not found in the JWKS$/s), TOKEN_DETAILS.invalid),
    refusedToken(said(/^JWT header does not have valid kid claim$/), TOKEN_DETAILS.invalid),
    refusedToken(said(/^issuer not configured: /), TOKEN_DETAILS.invalid),
    passing(said(/^Not allowed to fetch JWKS yet, /)),
    passing(said(/^Failed to fetch https?:\/\//)),
    row(said(/^JWKS /), 502),
  ],
}

function isCompared(error: ForeignError): boolean {
  return hasKey(error, 'failedAssertion') && !hasStatus(error)
}
