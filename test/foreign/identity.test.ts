/** Services that say who somebody is, and signing in through another server. */
import { databaseDetails as text } from '../../lib/foreign/families/databases/database-row.js'
import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const refused = (detail: string): Row[2] => ({
  status: 401,
  detail,
  headers: { 'WWW-Authenticate': [`Bearer error="invalid_token", error_description="${detail}"`] },
})
const INVALID = refused('The access token is not valid.')
const EXPIRED = refused('The access token has expired.')
const EARLY = refused('The access token is not valid yet.')
const passes = { status: 503, headers: WAIT }

describe('toProblem(): firebase-admin', () => {
  const firebase = (code: string, message = SECRET): Error =>
    Object.assign(new Error(message), { errorInfo: { code, message: SECRET }, codePrefix: 'auth' })
  answers([
    ['a token that has expired', firebase('auth/id-token-expired'), EXPIRED],
    ['a cookie that has expired', firebase('auth/session-cookie-expired'), EXPIRED],
    ['a token that was revoked', firebase('auth/id-token-revoked'), INVALID],
    ['somebody who is disabled', firebase('auth/user-disabled'), INVALID],
    ['a text that is no token', firebase('auth/argument-error', 'Decoding Firebase ID token failed.'), INVALID],
    ['an argument of the app', firebase('auth/argument-error'), 500],
    ['somebody who is not there', firebase('auth/user-not-found'), { status: 404, detail: text.absent }],
    ['an address that is there already', firebase('auth/email-already-exists'), { status: 409, detail: text.unique }],
    ['an address that is none', firebase('auth/invalid-email'), { status: 422, detail: text.check }],
    ['a limit', firebase('auth/too-many-requests'), passes],
    ['Firebase that was too slow', firebase('app/network-timeout'), 504],
    ['Firebase that is not there', firebase('app/network-error'), 502],
    ['a key of this server', firebase('app/invalid-credential'), 500],
    ['an errorInfo of the app', Object.assign(firebase('auth/user-not-found'), { status: 410 }), 410],
  ])
})

describe('toProblem(): google-auth-library, Okta and Clerk', () => {
  const okta = (userMessage: string): Error => named('JwtParseError', { userMessage, jwtString: SECRET, parsedBody: SECRET })
  const clerk = (reason: string): Error => Object.assign(new Error(SECRET), { reason, action: undefined })
  const api = (members: object): Error => named('ClerkAPIResponseError', { clerkError: true, clerkTraceId: SECRET, ...members })
  answers([
    ['a text that is no token of Google', new Error(`Wrong number of segments in token: ${SECRET}`), INVALID],
    ['a token of Google that is no JSON', new SyntaxError(`Can't parse token envelope: ${SECRET}`), INVALID],
    ['a token of Google that has expired', new Error(`Token used too late, 9 > 8: ${SECRET}`), EXPIRED],
    ['a token of Google that is early', new Error(`Token used too early, 7 < 8: ${SECRET}`), EARLY],
    [
      'a SyntaxError of the app with that text',
      Object.assign(new SyntaxError("Can't parse token envelope: x"), { status: 400 }),
      400,
    ],
    ['a token of Okta that has expired', okta('Jwt is expired'), EXPIRED],
    ['a text that is no token of Okta', okta('Jwt cannot be parsed'), INVALID],
    ['a token of Clerk that has expired', clerk('token-expired'), EXPIRED],
    ['a token of Clerk that is early', clerk('token-not-active-yet'), EARLY],
    ['a token of Clerk that is not valid', clerk('token-invalid-signature'), INVALID],
    ['keys of Clerk that are not there', clerk('jwk-remote-failed-to-load'), passes],
    ['a key of this server for Clerk', clerk('secret-key-invalid'), 500],
    ['a reason of the app', Object.assign(new Error(SECRET), { reason: SECRET, action: SECRET, status: 409 }), 409],
    ['an action without a reason', Object.assign(new Error(SECRET), { reason: 7, action: SECRET, status: 409 }), 409],
    ['Clerk that said 404', api({ status: 404 }), 502],
    ['Clerk that said 429', api({ status: 429, retryAfter: 7 }), { status: 503, headers: { 'Retry-After': '7' } }],
    ['Clerk without an answer', api({ status: undefined }), 502],
  ])
})

describe('toProblem(): openid-client and passport-oauth2', () => {
  const detail = 'The sign-in was refused, or it is not valid any more.'
  const gone = { status: 400, detail }
  const said = (error: string): Error =>
    named('AuthorizationResponseError', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error, error_description: SECRET })
  const old = (members: object): Error => named('OPError', { error: 'invalid_grant', error_description: SECRET, ...members })
  const check = (message: string): Error => named('RPError', { checks: SECRET, params: SECRET }, message)
  const invalid = (message: string): Error => named('ClientError', { code: 'OAUTH_INVALID_RESPONSE', cause: { message } })
  answers([
    ['somebody who did not consent', said('access_denied'), gone],
    ['a server that failed', said('server_error'), 502],
    ['a server that is busy', said('temporarily_unavailable'), passes],
    ['somebody who did not consent, before version 6', old({ response: undefined }), gone],
    ['a code that is not valid, before version 6', old({ response: { statusCode: 400 } }), 502],
    ['a state that is another', invalid('unexpected "state" response parameter value'), gone],
    ['a response that is wrong', invalid(SECRET), 500],
    ['a state that is another, before version 6', check(`state mismatch, expected ${SECRET}, got: ${SECRET}`), gone],
    ['a token that is wrong, before version 6', check(SECRET), 500],
    ['a token that passport could not get', named('InternalOAuthError', { oauthError: { statusCode: 401, data: SECRET } }), 502],
    ['a ClientError of the app', named('ClientError', { status: 404 }), 404],
    ['an OPError of the app', named('OPError', { status: 404 }), 404],
    ['another code of OAuth', coded('OAUTH_TIMEOUT'), 500],
  ])
})
