/** What a 401 says by the request that it answers (RFC 6750 3.1), the same for all libraries that check tokens. */
import { expect } from 'chai'
import createError from 'http-errors'
import { type Credentials, foreignFacts } from '../../lib/foreign/facts.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { Unauthorized } from '../../lib/index.js'
import { frameworks, start } from '../contract/framework.js'
import { fetchProblem } from '../contract/problem-response.js'
import { coded, named, SECRET } from './shaped.js'

const FORMAT = 'Bad Authorization header format. Format is "Authorization: Bearer <token>"'
const expressJwt = (code: string, inner: object = { message: SECRET }): Error =>
  named('UnauthorizedError', { code, status: 401, inner })
const koaJwt = (message: string, members: object = {}): Error => createError(401, message, members)

/** The fields that a client may send, and what each library makes of them. */
const refusals: Readonly<Record<string, readonly [field: string | undefined, thrown: Readonly<Record<string, () => unknown>>]>> =
  {
    'no credentials': [
      undefined,
      {
        'express-jwt': () => expressJwt('credentials_required'),
        'koa-jwt': () => koaJwt('Authentication Error'),
        'koa-jwt with debug': () => koaJwt('Token not found'),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'jwt must be provided'),
        jose: () => coded('ERR_JWS_INVALID', {}, 'Compact JWS must be a string or Uint8Array'),
      },
    ],
    'another scheme': [
      `Basic ${SECRET}`,
      {
        'express-jwt': () => expressJwt('credentials_bad_scheme'),
        'koa-jwt': () => koaJwt(FORMAT),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'jwt malformed'),
        jose: () => coded('ERR_JWS_INVALID', {}, 'Invalid Compact JWS'),
      },
    ],
    garbage: [
      SECRET,
      {
        'express-jwt': () => expressJwt('credentials_bad_format'),
        'koa-jwt': () => koaJwt(FORMAT),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'jwt must be provided'),
        jose: () => coded('ERR_JWT_INVALID'),
      },
    ],
    'credentials in no form': [
      `Token ${SECRET} ${SECRET}`,
      {
        'express-jwt': () => expressJwt('credentials_bad_format'),
        'koa-jwt': () => koaJwt(FORMAT),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'jwt malformed'),
      },
    ],
    'a scheme without a token': [
      'Bearer',
      {
        'express-jwt': () => expressJwt('credentials_bad_format'),
        'koa-jwt': () => koaJwt(FORMAT),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'jwt must be provided'),
        jose: () => coded('ERR_JWS_INVALID', {}, 'Compact JWS must be a string or Uint8Array'),
      },
    ],
    'two tokens': [
      `bearer a ${SECRET}`,
      {
        'express-jwt': () => expressJwt('credentials_bad_format'),
        'koa-jwt': () => koaJwt(FORMAT),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'jwt malformed'),
      },
    ],
    'a token that is not valid': [
      `Bearer ${SECRET}`,
      {
        'express-jwt': () => expressJwt('invalid_token', named('JsonWebTokenError')),
        'express-jwt that revoked it': () => expressJwt('revoked_token'),
        'koa-jwt': () => koaJwt('Authentication Error', { originalError: named('JsonWebTokenError') }),
        jsonwebtoken: () => named('JsonWebTokenError', {}, 'invalid signature'),
        jose: () => coded('ERR_JWS_SIGNATURE_VERIFICATION_FAILED'),
      },
    ],
    'an expired token': [
      `BEARER ${SECRET}`,
      {
        'express-jwt': () => expressJwt('invalid_token', named('TokenExpiredError')),
        'koa-jwt': () => koaJwt('Authentication Error', { originalError: named('TokenExpiredError') }),
        'koa-jwt with debug': () => koaJwt('jwt expired', { originalError: named('TokenExpiredError', {}, 'jwt expired') }),
        jsonwebtoken: () => named('TokenExpiredError', { expiredAt: new Date() }),
        jose: () => coded('ERR_JWT_EXPIRED'),
      },
    ],
    'an early token': [
      `DPoP ${SECRET}`,
      {
        'express-jwt': () => expressJwt('invalid_token', named('NotBeforeError')),
        'koa-jwt': () => koaJwt('Authentication Error', { originalError: named('NotBeforeError') }),
        jsonwebtoken: () => named('NotBeforeError', { date: new Date() }),
      },
    ],
  }

/** What is told of each, and with which code. */
const told: Readonly<Record<string, readonly [detail: string, error?: string]>> = {
  'no credentials': ['The request needs an access token.'],
  'another scheme': ['The request needs an access token.'],
  garbage: ['The Authorization field must hold the scheme Bearer and one token.', 'invalid_request'],
  'credentials in no form': ['The Authorization field must hold the scheme Bearer and one token.', 'invalid_request'],
  'a scheme without a token': ['The Authorization field must hold the scheme Bearer and one token.', 'invalid_request'],
  'two tokens': ['The Authorization field must hold the scheme Bearer and one token.', 'invalid_request'],
  'a token that is not valid': ['The access token is not valid.', 'invalid_token'],
  'an expired token': ['The access token has expired.', 'invalid_token'],
  'an early token': ['The access token is not valid yet.', 'invalid_token'],
}

const challenges = [
  { scheme: 'Basic', realm: 'b' },
  { scheme: 'Bearer', realm: 'x' },
]

for (const framework of frameworks) {
  describe(`a 401 of ${framework.name} about a token`, () => {
    for (const [what, [field, libraries]] of Object.entries(refusals)) {
      const [detail, error] = told[what] as readonly [string, string?]
      const code = error === undefined ? '' : `error="${error}", error_description="${detail}"`
      for (const [library, make] of Object.entries(libraries)) {
        it(`says the same of ${what} for ${library}: text, code, and the challenges of the app [S5]`, async () => {
          for (const [options, expected] of [
            [{}, `Bearer ${code || 'realm="api"'}`],
            [{ challenges }, `Basic realm="b", Bearer realm="x"${code && `, ${code}`}`],
            [{ challenges: 'Negotiate' }, 'Negotiate'],
          ] as const) {
            const { url, events, close } = await start(framework, {
              options,
              handle: () => {
                throw make()
              },
            })
            try {
              const answer = await fetchProblem(url, { headers: field === undefined ? {} : { Authorization: field } })

              expect([answer.status, answer.document.detail]).to.deep.equal([401, detail])
              expect(answer.headers.get('www-authenticate')).to.equal(expected)
              expect(JSON.stringify([answer.text, ...answer.headers])).not.to.contain(SECRET)
              expect(events.flatMap(({ faults }) => faults)).to.deep.equal([])
            } finally {
              await close()
            }
          }
        })
      }
    }
  })
}

describe('challenges of the app', () => {
  const facts = { challenges: ['Bearer realm="x"'] }
  const bearer = (name: string, status: number, code: string | undefined, challenge: string): Error =>
    named(name, { status, statusCode: status, code, headers: { 'www-authenticate': challenge } })

  for (const [name, status, code, challenge, expected] of [
    ['UnauthorizedError', 401, undefined, 'Bearer realm="api"', 'Bearer realm="x"'],
    [
      'InvalidRequestError',
      400,
      'invalid_request',
      'Bearer realm="api", error="invalid_request"',
      'Bearer realm="x", error="invalid_request", error_description="The request must hold one access token, sent in one way."',
    ],
    [
      'InvalidTokenError',
      401,
      'invalid_token',
      'Bearer realm="api", error="invalid_token", error_description="secret"',
      'Bearer realm="x", error="invalid_token", error_description="The access token is not valid."',
    ],
    [
      'InsufficientScopeError',
      403,
      'insufficient_scope',
      'Bearer realm="api", error="insufficient_scope", scope="read:a write:b"',
      'Bearer realm="x", error="insufficient_scope", error_description="The access token does not allow this.", scope="read:a write:b"',
    ],
  ] as const) {
    it(`take the place of those of express-oauth2-jwt-bearer in an ${name}`, () => {
      const problem = toProblem(bearer(name, status, code, challenge), { facts })

      expect(problem.status).to.equal(status)
      expect(problem.headers).to.deep.equal({ 'WWW-Authenticate': [expected] })
    })
  }

  for (const [credentials, error] of [
    ['other', ''],
    [
      'malformed',
      ', error="invalid_request", error_description="The Authorization field must hold the scheme Bearer and one token."',
    ],
  ] as const) {
    it(`are told what is wrong with credentials that are ${credentials}, where express-oauth2-jwt-bearer has no code`, () => {
      const thrown = bearer('InvalidRequestError', 400, '', 'Bearer realm="api", DPoP algs="ES256"')
      const plain = toProblem(thrown, { facts: { credentials } })

      expect(plain.headers).to.deep.equal({ 'WWW-Authenticate': [`Bearer realm="api"${error}, DPoP algs="ES256"`] })
      expect(toProblem(thrown, { facts: { ...facts, credentials } }).headers).to.deep.equal({
        'WWW-Authenticate': [`Bearer realm="x"${error}`],
      })
    })
  }

  it('are told that a scope is missing, by every library that checks scopes', () => {
    for (const thrown of [
      Object.assign(new Error(`Cognito group not allowed: ${SECRET}. Expected one of: a`), {
        failedAssertion: { actual: SECRET },
      }),
      named('insufficient_scope', { code: 403, statusCode: 403 }),
    ])
      expect(toProblem(thrown, { facts }).headers).to.deep.equal({
        'WWW-Authenticate': [
          'Bearer realm="x", error="insufficient_scope", error_description="The access token does not allow this."',
        ],
      })
  })

  it('are all that is told of credentials of another scheme, by every library that reads a token in vain', () => {
    for (const thrown of [
      named('FirebaseAuthError', { errorInfo: { code: 'auth/argument-error' } }, 'Decoding Firebase ID token failed.'),
      named('JsonWebTokenError', {}, 'jwt malformed'),
    ])
      expect(toProblem(thrown, { facts: { ...facts, credentials: 'other' } }).headers).to.deep.equal({
        'WWW-Authenticate': ['Bearer realm="x"'],
      })
  })

  it('do not touch those of a problem, of http-errors and of a status', () => {
    const headers = { 'WWW-Authenticate': 'Bearer realm="own"' }
    for (const thrown of [
      new Unauthorized({ headers }),
      createError(401, 'x', { headers }),
      createError(401, 'Authentication Error', { headers }),
      { status: 401, headers },
    ])
      expect(toProblem(thrown, { facts: { ...facts, credentials: 'malformed' } }).headers).to.deep.equal(headers)
  })
})

describe('foreignFacts()', () => {
  for (const [field, expected] of [
    [undefined, 'none'],
    ['', 'none'],
    ['  ', 'none'],
    [7, 'none'],
    ['Bearer', 'malformed'],
    ['bearer ', 'malformed'],
    ['Bearer a b', 'malformed'],
    ['Bearer a', 'token'],
    ['DPOP \t a', 'token'],
    ['Bearer, a', 'malformed'],
    ['Basic', 'malformed'],
    ['a b c', 'malformed'],
    ['{"a": 1}', 'malformed'],
    ['eyJh.eyJz.c2ln', 'malformed'],
    ['Negotiate YII/a+b==', 'other'],
    ['Digest username="a \\"b\\", c", realm=x', 'other'],
    ['Signature keyId="a",\theaders = "(b) c"', 'other'],
    ['Basic YTpi', 'other'],
    ['Digest a="b", c="d"', 'other'],
    ['garbage', 'malformed'],
  ] as const) {
    it(`sees ${expected} in the Authorization field ${JSON.stringify(field)}`, () => {
      const seen: Credentials | undefined = foreignFacts(
        { authorization: field },
        undefined,
        () => undefined,
        undefined,
      ).credentials
      expect(seen).to.equal(expected)
    })
  }
})
