/** Tokens whose keys come from another server, and webhooks. */
import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const bearer = (status: number, error: string, detail: string): Row[2] => ({
  status,
  detail,
  headers: { 'WWW-Authenticate': [`Bearer error="${error}", error_description="${detail}"`] },
})
const INVALID = bearer(401, 'invalid_token', 'The access token is not valid.')
const EXPIRED = bearer(401, 'invalid_token', 'The access token has expired.')
const EARLY = bearer(401, 'invalid_token', 'The access token is not valid yet.')
const SCOPE = bearer(403, 'insufficient_scope', 'The access token does not allow this.')
const passes = { status: 503, headers: WAIT }

// They have the names of their classes and no others.
const classes: Readonly<Record<string, new (message: string) => Error>> = Object.fromEntries(
  [
    'JwtParseError',
    'JwtInvalidSignatureError',
    'KidNotFoundInJwksError',
    'JwtWithoutValidKidError',
    'ParameterValidationError',
    'WaitPeriodNotYetEndedJwkError',
    'FetchError',
    'NonRetryableFetchError',
    'JwksValidationError',
    'SignatureError',
    't',
  ].map((name) => [name, { [name]: class extends Error {} }[name] as new (message: string) => Error]),
)
const made = (name: string, message: string): Error => new (classes[name] as new (message: string) => Error)(message)

describe('toProblem(): aws-jwt-verify', () => {
  const compared = (message: string, more: object = {}): Error =>
    Object.assign(made('JwtParseError', message), { failedAssertion: { actual: SECRET, expected: SECRET }, ...more })
  answers([
    ['an expired token', compared('Token expired at 2020-01-01T00:00:00.000Z'), EXPIRED],
    ['an early token', compared("Token can't be used before 2999-01-01T00:00:00.000Z", { rawJwt: SECRET }), EARLY],
    ['a client that is not allowed', compared(`Client ID not allowed: ${SECRET}. Expected: ${SECRET}`), INVALID],
    [
      'a claim that is missing',
      compared(`Missing Audience. Expected: ${SECRET}`, { failedAssertion: { expected: SECRET } }),
      INVALID,
    ],
    ['an algorithm', compared('JWT signature algorithm not allowed: none. Expected: RS256'), INVALID],
    ['a group', compared(`Cognito group not allowed: ${SECRET}. Expected: admin`), SCOPE],
    ['no group', compared('Missing Cognito group. Expected: admin'), SCOPE],
    ['a scope', compared(`Scope not allowed: ${SECRET}. Expected: admin`), SCOPE],
    ['a key that cannot sign', compared('JWK use not allowed: enc. Expected: sig'), 502],
    ['no token', made('JwtParseError', 'Empty JWT'), INVALID],
    [
      'a text that is no token',
      made('JwtParseError', 'JWT string does not consist of exactly 3 parts (header, payload, signature)'),
      INVALID,
    ],
    [
      'a header that is no JSON',
      made('JwtParseError', `Invalid JWT. Header is not a valid JSON object: SyntaxError: ${SECRET}`),
      INVALID,
    ],
    ['a claim of another type', made('JwtParseError', 'JWT payload exp claim is not a number'), INVALID],
    ['a signature', made('JwtInvalidSignatureError', 'Invalid signature'), INVALID],
    ['a signature, in a bundle', made('t', 'Invalid signature'), INVALID],
    ['a key id that is not there', made('KidNotFoundInJwksError', `JWK for kid "${SECRET}\n" not found in the JWKS`), INVALID],
    ['no key id', made('JwtWithoutValidKidError', 'JWT header does not have valid kid claim'), INVALID],
    ['an issuer that nobody knows', made('ParameterValidationError', `issuer not configured: ${SECRET}`), INVALID],
    ['a verifier that is wrong', made('ParameterValidationError', 'issuer must be provided'), 500],
    ['a key server that is not there', made('FetchError', `Failed to fetch https://${SECRET}: connect ECONNREFUSED`), passes],
    [
      'a key server that said no',
      made('NonRetryableFetchError', `Failed to fetch https://${SECRET}: Status code is 404`),
      passes,
    ],
    [
      'a key server that it does not ask yet',
      made('WaitPeriodNotYetEndedJwkError', 'Not allowed to fetch JWKS yet, still waiting'),
      passes,
    ],
    ['keys that are none', made('JwksValidationError', 'JWKS empty'), 502],
    ['a signature of the app', made('SignatureError', 'Invalid signature'), 500],
    ['a signature of the app with a status', Object.assign(made('t', 'Invalid signature'), { status: 400 }), 400],
    ['a plain error with that text', new Error('Invalid signature'), 500],
    ['an error with a comparison of its own', coded(undefined, { failedAssertion: SECRET, status: 404 }), 404],
  ])
})

describe('toProblem(): jwks-rsa', () => {
  answers([
    ['a key that is not there', named('SigningKeyNotFoundError'), INVALID],
    ['a SigningKeyNotFoundError of the app', named('SigningKeyNotFoundError', { status: 404 }), 404],
    ['a key server that failed', named('JwksError', { isEndpointUnavailable: true }), passes],
    ['a key server that is not there', coded('ECONNRESET', { isEndpointUnavailable: true }), passes],
    ['a limit of its own', named('JwksRateLimitError'), passes],
    ['a key server without keys', named('JwksError'), 502],
    ['an option that is wrong', named('ArgumentError'), 500],
  ])
})

describe('toProblem(): webhooks', () => {
  answers([
    [
      'a signature that is wrong',
      named('WebhookVerificationError'),
      { status: 400, detail: 'The signature of the request is not valid.' },
    ],
    ['a WebhookVerificationError of the app', named('WebhookVerificationError', { status: 401 }), 401],
  ])
})
