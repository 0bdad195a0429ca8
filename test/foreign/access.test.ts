import createError from 'http-errors'
import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const refused = (detail: string): Row[2] => ({
  status: 401,
  detail,
  headers: { 'WWW-Authenticate': [`Bearer error="invalid_token", error_description="${detail}"`] },
})
const EXPIRED = refused('The access token has expired.')
const INVALID = refused('The access token is not valid.')
const EARLY = refused('The access token is not valid yet.')
const NONE = {
  status: 401,
  detail: 'The request needs an access token.',
  headers: { 'WWW-Authenticate': ['Bearer realm="api"'] },
}

describe('toProblem(): tokens', () => {
  answers([
    ['an expired token of jsonwebtoken', named('TokenExpiredError', { expiredAt: new Date() }), EXPIRED],
    ['an early token of jsonwebtoken', named('NotBeforeError', { date: new Date() }), EARLY],
    ['a bad token of jsonwebtoken', named('JsonWebTokenError'), INVALID],
    ['an expired token of jose', coded('ERR_JWT_EXPIRED', { claim: 'exp', payload: SECRET }), EXPIRED],
    ['a claim that jose refuses', coded('ERR_JWT_CLAIM_VALIDATION_FAILED', { payload: SECRET }), INVALID],
    ['a signature that jose refuses', coded('ERR_JWS_SIGNATURE_VERIFICATION_FAILED'), INVALID],
    ['an algorithm that jose refuses', coded('ERR_JOSE_ALG_NOT_ALLOWED'), INVALID],
    ['a key server that jose waited for', coded('ERR_JWKS_TIMEOUT'), { status: 503, headers: WAIT }],
    ['keys that jose cannot use', coded('ERR_JWKS_INVALID'), 500],
  ])
})

describe('toProblem(): middleware that checks tokens', () => {
  const expressJwt = (code: string, inner: unknown): Error => named('UnauthorizedError', { code, status: 401, inner })
  const koaJwt = (originalError: unknown, message = 'Authentication Error'): Error => createError(401, message, { originalError })
  const bearer = (name: string, status: number, members: object = {}): Error =>
    named(name, { status, statusCode: status, headers: { 'WWW-Authenticate': 'Bearer realm="api"', Cookie: SECRET }, ...members })
  const challenge = (error = '') => ({ 'WWW-Authenticate': [`Bearer realm="api"${error}`] })
  const told = (code: string, detail: string) => ({
    detail,
    headers: challenge(`, error="${code}", error_description="${detail}"`),
  })
  answers([
    ['no token of express-jwt', expressJwt('credentials_required', { message: SECRET }), NONE],
    ['a bad token of express-jwt', expressJwt('invalid_token', named('JsonWebTokenError')), INVALID],
    ['an expired token of express-jwt', expressJwt('invalid_token', named('TokenExpiredError')), EXPIRED],
    ['a bad token of koa-jwt', koaJwt(named('JsonWebTokenError')), INVALID],
    ['an expired token of koa-jwt', koaJwt(named('TokenExpiredError')), EXPIRED],
    ['a bad token of koa-jwt with debug', koaJwt(named('JsonWebTokenError'), SECRET), INVALID],
    ['no token of oauth2 bearer', bearer('UnauthorizedError', 401), { ...NONE, headers: challenge() }],
    [
      'a bad token of oauth2 bearer',
      bearer('InvalidTokenError', 401, { code: 'invalid_token' }),
      { status: 401, ...told('invalid_token', 'The access token is not valid.') },
    ],
    ...['Bearer realm="api", ', 'DPoP '].map((scheme): Row => {
      const value = (text: string): string => `${scheme}error="invalid_token", error_description="${text}", algs="ES256"`
      const detail = 'The access token is not valid.'
      return [
        `an issuer that oauth2 bearer could not reach, with ${scheme.slice(0, 6)}`,
        bearer('InvalidTokenError', 401, {
          code: 'invalid_token',
          headers: { 'WWW-Authenticate': value(`connect ECONNREFUSED ${SECRET}:443`) },
        }),
        { status: 401, detail, headers: { 'WWW-Authenticate': [value(detail)] } },
      ]
    }),
    [
      'a scope of oauth2 bearer',
      bearer('InsufficientScopeError', 403, { code: 'insufficient_scope' }),
      { status: 403, ...told('insufficient_scope', 'The access token does not allow this.') },
    ],
    [
      'a bad request of oauth2 bearer',
      bearer('InvalidRequestError', 400, { code: 'invalid_request' }),
      { status: 400, ...told('invalid_request', 'The request must hold one access token, sent in one way.') },
    ],
    [
      'a DPoP proof that oauth2 bearer refused',
      bearer('InvalidProofError', 400, { code: 'invalid_dpop_proof' }),
      { status: 400, ...told('invalid_dpop_proof', 'The DPoP proof is not valid.') },
    ],
  ])
})

describe('toProblem(): @node-oauth/oauth2-server', () => {
  const oauth = (name: string, code: number, message = SECRET): Error =>
    named(name, { code, status: code, statusCode: code }, message)
  const scope = 'The access token does not allow this.'
  answers([
    ['no token', oauth('unauthorized_request', 401), NONE],
    ['a bad token', oauth('invalid_token', 401), INVALID],
    [
      'a scope',
      oauth('insufficient_scope', 403),
      {
        status: 403,
        detail: scope,
        headers: { 'WWW-Authenticate': [`Bearer error="insufficient_scope", error_description="${scope}"`] },
      },
    ],
    ['a bad client', oauth('invalid_client', 400), 400],
    ['an error of the app under such a name', named('invalid_token', { status: 404 }), 404],
  ])
})

describe('toProblem(): access', () => {
  const csrf = { status: 403, detail: 'The CSRF token is missing or not valid.' }
  answers([
    ['passport', named('AuthenticationError', { status: 401 }), { status: 401, detail: 'The request is not authenticated.' }],
    ['a CSRF guard', createError(403, 'invalid csrf token', { code: 'EBADCSRFTOKEN' }), csrf],
    ['CASL', named('ForbiddenError', { ability: {}, subject: SECRET }), { status: 403, detail: 'This is not allowed.' }],
    ['cors', new Error('Not allowed by CORS'), { status: 403, detail: 'The origin of the request is not allowed.' }],
    ['connect-timeout', createError(503, 'Response timeout', { code: 'ETIMEDOUT', timeout: 5 }), { status: 503, headers: WAIT }],
  ])
})

describe('toProblem(): rate limiters', () => {
  const limiter = (msBeforeNext: number, remainingPoints: number): object => ({
    msBeforeNext,
    remainingPoints,
    consumedPoints: 1,
    isFirstInDuration: false,
    key: SECRET,
  })
  const wait = (seconds: number, remaining: number): Row[2] => ({
    status: 429,
    detail: 'There were too many requests. Please wait.',
    headers: { 'Retry-After': String(seconds), RateLimit: `"default";r=${remaining};t=${seconds}` },
  })
  answers([
    ['a result that is thrown', limiter(1200, 0), wait(2, 0)],
    ['a time that is over', limiter(-5, 3.7), wait(0, 3)],
    ['a time that is none', limiter(Number.NaN, -1), wait(1, 0)],
    ['points that are none', limiter(Infinity, Number.NaN), wait(1, 0)],
  ])
})

describe('toProblem(): multipart forms', () => {
  const multer = (libraryCode: string, code: string, status: number, detail: string, field?: string, pointer = '#'): Row => [
    `multer with ${libraryCode} of ${field ?? 'no field'}`,
    named('MulterError', { code: libraryCode, field, storageErrors: [SECRET] }),
    { status, detail, errors: [{ in: 'body', pointer, code, detail }] },
  ]
  const unread = { status: 400, detail: 'The form could not be read.' }
  answers([
    multer('LIMIT_FILE_SIZE', 'maxSize', 413, 'A file is larger than the limit.', 'avatar', '#/avatar'),
    multer('LIMIT_FILE_SIZE', 'maxSize', 413, 'A file is larger than the limit.', 'user[photos][0]', '#/user/photos/0'),
    multer('LIMIT_FIELD_VALUE', 'maxLength', 413, 'The value of a field is longer than the limit.', 'a.b', '#/a.b'),
    multer('LIMIT_FILE_COUNT', 'maxItems', 413, 'The form has too many files.'),
    multer('LIMIT_FIELD_NESTING', 'depth', 400, 'The name of a field is nested too deeply.'),
    multer('LIMIT_UNEXPECTED_FILE', 'unknown-member', 400, 'The form has a file that is not expected.', 'cv', '#/cv'),
    multer('MISSING_FIELD_NAME', 'name', 400, 'A field of the form has no name.'),
    ['multer with a code of tomorrow', named('MulterError', { code: 'LIMIT_X', field: SECRET }), unread],
    ['busboy with a form that ends early', new Error('Unexpected end of form'), unread],
    ['busboy through multer', Object.assign(new Error('Malformed part header'), { storageErrors: [] }), unread],
    [
      'formidable with a file that is too large',
      coded(1009, { httpCode: 413 }),
      { status: 413, detail: 'The form is larger than the limit.' },
    ],
    [
      'formidable without a media type',
      coded(1011, { httpCode: 415 }),
      { status: 415, detail: 'The form has a media type that is not supported.' },
    ],
    ['formidable with a form that it cannot read', coded(1012, { httpCode: 400 }), unread],
    ['formidable with a status that it does not use', coded(1012, { httpCode: 500 }), { ...unread, status: 500 }],
    ['a code of another library', coded(2000, { httpCode: 413 }), 500],
    ['a code of formidable without a status', coded(1012, { httpCode: SECRET }), 500],
  ])
})
