/** Errors of services that say who somebody is: firebase-admin, google-auth-library, Okta and Clerk. Their texts quote tokens. */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, ForeignError, Mark } from '../../family.js'
import { responseRow } from '../clients/response-row.js'
import { constraintRow, databaseRow } from '../databases/database-row.js'
import { hasProperty, hasStatus, passing, row, said } from '../rows.js'
import { refusedToken, TOKEN_DETAILS, unreadableToken } from './token-row.js'

const isArgument = said(/\b(?:ID token|session cookie|verifyIdToken|verifySessionCookie)\b/)

function firebase(...codes: readonly string[]): Mark {
  return (error) => codes.some((code) => read(error.get('errorInfo'), 'code') === code)
}

const isFirebaseArgument = firebase('auth/argument-error')

/** firebase-admin. */
export const firebaseAdmin: Family = {
  name: 'firebase-admin',
  keys: ['errorInfo'],
  concerns: (error) => error.isError && !hasStatus(error),
  rows: [
    refusedToken(firebase('auth/id-token-expired', 'auth/session-cookie-expired'), TOKEN_DETAILS.expired),
    refusedToken(
      firebase(
        'auth/id-token-revoked',
        'auth/session-cookie-revoked',
        'auth/invalid-id-token',
        'auth/invalid-session-cookie',
        'auth/user-disabled',
        'app-check/invalid-argument',
        'app-check/app-check-token-expired',
      ),
      TOKEN_DETAILS.invalid,
    ),
    unreadableToken((error) => isFirebaseArgument(error) && isArgument(error)),
    databaseRow(firebase('auth/user-not-found'), 'absent'),
    constraintRow(firebase('auth/email-already-exists', 'auth/phone-number-already-exists', 'auth/uid-already-exists'), 'unique'),
    constraintRow(
      firebase('auth/invalid-email', 'auth/invalid-password', 'auth/invalid-phone-number', 'auth/invalid-display-name'),
      'check',
    ),
    passing(
      firebase(
        'auth/too-many-requests',
        'auth/quota-exceeded',
        'messaging/message-rate-exceeded',
        'messaging/server-unavailable',
        'storage/unavailable',
      ),
    ),
    row(firebase('app/network-timeout'), 504),
    row(firebase('app/network-error', 'app/unable-to-parse-response', 'auth/internal-error', 'messaging/internal-error'), 502),
    row(() => true, 500),
  ],
}

// google-auth-library has nothing but texts.
const GOOGLE =
  /^(?:Wrong number of segments in token: |No pem found for envelope: |Can't parse token (?:envelope|payload): |Invalid token signature: |Invalid issuer, expected one of \[|Wrong recipient, payload audience |The verifyIdToken method requires an ID Token$)/
const isGoogle = said(GOOGLE)
const isGoogleLate = said(/^Token used too late, \d/)
const isGoogleEarly = said(/^Token used too early, \d/)

/** google-auth-library. */
export const googleAuth: Family = {
  name: 'google-auth-library',
  knowsPlain: true,
  concerns: (error) => error.isPlain || error.name === 'SyntaxError',
  rows: [
    refusedToken(isGoogleLate, TOKEN_DETAILS.expired),
    refusedToken(isGoogleEarly, TOKEN_DETAILS.early),
    refusedToken((error) => isGoogle(error) && !hasStatus(error), TOKEN_DETAILS.invalid),
  ],
}

const isOkta: Mark = (error) => hasProperty(error, 'jwtString') && error.text('userMessage') !== undefined
const isClerkToken: Mark = (error) => hasProperty(error, 'action') && /^(?:token|jwk|secret)-/.test(error.text('reason') ?? '')
const reason = (error: ForeignError): string => String(error.text('reason'))

/** Okta and Clerk. */
export const oktaAndClerk: Family = {
  name: 'Okta and Clerk',
  keys: ['jwtString', 'reason', 'clerkError'],
  concerns: ({ isError }) => isError,
  rows: [
    refusedToken((error) => isOkta(error) && error.text('userMessage') === 'Jwt is expired', TOKEN_DETAILS.expired),
    refusedToken(isOkta, TOKEN_DETAILS.invalid),
    refusedToken((error) => isClerkToken(error) && reason(error) === 'token-expired', TOKEN_DETAILS.expired),
    refusedToken((error) => isClerkToken(error) && reason(error).startsWith('token-not-active'), TOKEN_DETAILS.early),
    refusedToken((error) => isClerkToken(error) && reason(error).startsWith('token-'), TOKEN_DETAILS.invalid),
    passing((error) => isClerkToken(error) && reason(error).startsWith('jwk-')),
    responseRow(
      (error) => isClerk(error) && isErrorStatus(error.get('status')),
      (error) => error.get('status'),
      (error) => ({ 'retry-after': String(error.get('retryAfter')) }),
    ),
    row(isClerk, 502),
  ],
}

function isClerk(error: ForeignError): boolean {
  return error.get('clerkError') === true && hasProperty(error, 'clerkTraceId')
}
