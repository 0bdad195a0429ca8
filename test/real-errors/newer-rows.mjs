/** More rows of our own: validators of requests, mappers, keys and identities, clients of services, drivers and brokers. */

const WAIT = { 'Retry-After': '^\\d{1,6}$' }
const SEVEN = { 'Retry-After': '^7$' }
const CHALLENGE = { 'WWW-Authenticate': '^Bearer\\b.*\\berror="invalid_token"' }

/** The rows, as those of more-rows.mjs. */
export const newerRows = {
  // Validators
  'zod-validation-error/fromError': [
    422,
    (e) => e.name === 'ZodValidationError' && e.details.length === 2,
    (h) =>
      h.thrown(async () => {
        const { z } = await import('zod')
        const { fromError } = await import('zod-validation-error')
        throw fromError(z.object({ a: z.object({ b: z.number() }), c: z.string() }).safeParse({ a: { b: 'hunter2' } }).error)
      }),
    ['#/a/b', '#/c'],
    '-',
  ],
  'zod-validation-error/v3': [
    422,
    (e) => e.name === 'ZodValidationError',
    (h) =>
      h.thrown(async () => {
        const { z } = await import('zod-3')
        const { fromZodError } = await import('zod-validation-error/v3')
        throw fromZodError(z.object({ a: z.number() }).safeParse({ a: 'hunter2' }).error)
      }),
    ['#/a'],
    '-',
  ],
  'express-json-validator-middleware/body': [
    422,
    (e) => e.name === 'JsonSchemaValidationError',
    (h) =>
      h.viaExpress(
        (a) => {
          const { Validator } = require('express-json-validator-middleware')
          const body = {
            type: 'object',
            required: ['c'],
            properties: { a: { type: 'object', properties: { b: { type: 'number' } } } },
          }
          a.use(express.json(), new Validator({ allErrors: true, verbose: true }).validate({ body }))
        },
        { method: 'POST', headers: json, body: '{"a":{"b":"hunter2"}}' },
      ),
    ['#/a/b', '#/c'],
    '-',
  ],
  'express-json-validator-middleware/query': [
    400,
    (e) => e.validationErrors.query.length === 1,
    (h) =>
      h.viaExpress(
        (a) => {
          const { Validator } = require('express-json-validator-middleware')
          a.use(new Validator({ allErrors: true }).validate({ query: { type: 'object', properties: { n: { maxLength: 1 } } } }))
        },
        { path: '/?n=hunter2' },
      ),
    ['n'],
    '-',
  ],
  'express-validation/body': [
    400,
    (e) => e.name === 'ValidationError' && e.details.body.length === 1,
    (h) =>
      h.viaExpress(
        (a) => {
          const { Joi, validate } = require('express-validation')
          a.use(express.json(), validate({ body: Joi.object({ a: Joi.object({ b: Joi.number() }) }) }))
        },
        { method: 'POST', headers: json, body: '{"a":{"b":"hunter2"}}' },
      ),
    ['#/a/b'],
    '-',
  ],
  'joi/createError(400)': [
    400,
    (e) => e.name === 'ValidationError' && e.expose === true,
    (h) =>
      h.thrown(() => {
        const joi = require('joi')
        throw require('http-errors')(400, joi.object({ a: joi.number() }).validate({ a: 'hunter2' }).error)
      }),
    ['#/a'],
  ],
  'tsoa/ValidateError': [
    400,
    (e) => e.name === 'ValidateError',
    (h) =>
      h.thrown(() => {
        const { ValidateError, ValidationService } = require('@tsoa/runtime')
        const fields = {}
        const service = new ValidationService({}, { noImplicitAdditionalProperties: 'ignore', bodyCoercion: true })
        service.ValidateParam({ dataType: 'double', required: true }, 'hunter2', 'amount', fields, true, 'body.')
        service.ValidateParam({ dataType: 'integer', required: true }, 's3cret', 'id', fields, false)
        throw new ValidateError(fields, 'hunter2')
      }),
    ['#/amount', 'id'],
  ],
  'objection/ValidationError': [
    400,
    (e) => e.type === 'ModelValidation',
    (h) =>
      h.thrown(() => {
        class User extends require('objection').Model {
          static tableName = 'users'
          static jsonSchema = {
            type: 'object',
            required: ['c'],
            properties: { a: { type: 'object', properties: { b: { type: 'number' } } } },
          }
        }
        User.fromJson({ a: { b: 'hunter2' } })
      }),
    ['#/a/b', '#/c'],
    '-',
  ],
  'routing-controllers/class-validator': [
    400,
    (e) => e.httpCode === 400 && e.errors.length === 1,
    (h) =>
      h.viaExpress(
        (a) => {
          require('reflect-metadata')
          const { Body, JsonController, Post, useExpressServer } = require('routing-controllers')
          const { IsEmail } = require('class-validator')
          class User {}
          IsEmail()(User.prototype, 'email')
          class Users {
            add() {}
          }
          Reflect.defineMetadata('design:paramtypes', [User], Users.prototype, 'add')
          Body({ validate: true })(Users.prototype, 'add', 0)
          Post('/')(Users.prototype, 'add', Object.getOwnPropertyDescriptor(Users.prototype, 'add'))
          JsonController()(Users)
          useExpressServer(a, { controllers: [Users], defaultErrorHandler: false })
        },
        { method: 'POST', headers: json, body: '{"email":"hunter2"}' },
      ),
    ['#/email'],
    '-',
  ],
  'routing-controllers/ForbiddenError': [
    403,
    (e) => e.httpCode === 403,
    (h) =>
      h.thrown(() => {
        require('reflect-metadata')
        throw new (require('routing-controllers').ForbiddenError)()
      }),
    {},
    '-',
  ],
  'routing-controllers/ParamNormalizationError': [
    400,
    (e) => e.name === 'ParamNormalizationError',
    (h) =>
      h.viaExpress(
        (a) => {
          require('reflect-metadata')
          const { Controller, Get, QueryParam, useExpressServer } = require('routing-controllers')
          class Things {
            list() {}
          }
          Reflect.defineMetadata('design:paramtypes', [Number], Things.prototype, 'list')
          QueryParam('n')(Things.prototype, 'list', 0)
          Get('/')(Things.prototype, 'list', Object.getOwnPropertyDescriptor(Things.prototype, 'list'))
          Controller()(Things)
          useExpressServer(a, { controllers: [Things], defaultErrorHandler: false })
        },
        { path: '/?n=hunter2' },
      ),
    ['n'],
  ],
  'fastest-validator/list': [
    422,
    (e) => Array.isArray(e) && e[0].field === 'a.b',
    (h) =>
      h.thrown(() => {
        const check = new (require('fastest-validator'))().compile({ a: { type: 'object', props: { b: 'number' } } })
        throw check({ a: { b: 'hunter2' } })
      }),
    ['#/a/b'],
  ],
  'validatorjs/Errors': [
    422,
    (e) => typeof e.first === 'function',
    (h) =>
      h.thrown(() => {
        const validation = new (require('validatorjs'))({ email: 'hunter2' }, { email: 'email' })
        validation.fails()
        throw validation.errors
      }),
    ['#/email'],
    '-',
  ],
  'jsonschema/ValidationError': [
    422,
    (e) => e.property === 'instance.a.b',
    (h) =>
      h.thrown(() =>
        require('jsonschema').validate(
          { a: { b: 'hunter2' } },
          { properties: { a: { properties: { b: { type: 'number' } } } } },
          { throwError: true },
        ),
      ),
    ['#/a/b'],
    '-',
  ],
  'jsonschema/ValidatorResultError': [
    422,
    (e) => e.name === 'Validation Error',
    (h) =>
      h.thrown(() =>
        require('jsonschema').validate(
          { a: 'hunter2' },
          { required: ['q'], properties: { a: { type: 'number' } } },
          { throwAll: true },
        ),
      ),
    ['#/q', '#/a'],
    '-',
  ],
  'is-my-json-valid/errors': [
    422,
    (e) => e[0].field === 'data.a',
    (h) =>
      h.thrown(() => {
        const check = require('is-my-json-valid')({ type: 'object', properties: { a: { type: 'number' } } })
        check({ a: 'hunter2' })
        throw check.errors
      }),
    ['#/a'],
    '-',
  ],
  'io-ts/errors': [
    422,
    (e) => Array.isArray(e) && e[0].context.length === 2,
    (h) =>
      h.thrown(() => {
        const t = require('io-ts')
        throw t.type({ a: t.number }).decode({ a: 'hunter2' }).left
      }),
    ['#/a'],
    '-',
  ],
  'runtypes/ValidationError': [
    422,
    (e) => e.failure.success === false,
    (h) =>
      h.thrown(async () => {
        const r = await import('runtypes')
        return r.Object({ a: r.Object({ b: r.Number }) }).check({ a: { b: 'hunter2' } })
      }),
    ['#/a/b'],
    '-',
  ],
  'koa-parameter/INVALID_PARAM': [
    422,
    (e) => e.code === 'INVALID_PARAM',
    (h) =>
      h.viaKoa((a) => {
        require('koa-parameter')(a)
        a.use((ctx) => ctx.verifyParams({ age: 'int', name: 'string' }, { age: 'hunter2' }))
      }),
    ['#/age', '#/name'],
    '-',
  ],
  'openapi-request-validator/errors': [
    400,
    (e) => e.status === 400 && e.errors.length === 2,
    (h) =>
      h.thrown(() => {
        const validator = new (require('openapi-request-validator').default)({
          parameters: [{ in: 'query', name: 'n', schema: { type: 'integer' } }],
          requestBody: { content: { 'application/json': { schema: { type: 'object', required: ['a'] } } } },
        })
        throw validator.validateRequest({ headers: json, query: { n: 'hunter2' }, params: {}, body: {} })
      }),
    ['#/a', 'n'],
    '-',
  ],

  // Mappers
  'mikro-orm/NotFoundError': [
    404,
    (e) => e.name === 'NotFoundError',
    (h) =>
      h.thrown(() => {
        throw require('@mikro-orm/core').NotFoundError.findOneFailed('User', { id: 'hunter2' })
      }),
  ],
  'mikro-orm/UniqueConstraintViolationException': [
    409,
    (e) => e.name === 'UniqueConstraintViolationException',
    (h) =>
      h.thrown(() => {
        const native = Object.assign(new Error('E11000 duplicate key error collection: db-17.users, key: { email: "q@x.y" }'), {
          code: 11000,
        })
        throw new (require('@mikro-orm/core').UniqueConstraintViolationException)(native)
      }),
  ],
  'mikro-orm/OptimisticLockError': [
    409,
    (e) => e.name === 'OptimisticLockError',
    (h) =>
      h.thrown(() => {
        throw require('@mikro-orm/core').OptimisticLockError.lockFailedVersionMismatch('User', 'hunter2', 's3cret')
      }),
  ],
  'db-errors/UniqueViolationError': [
    409,
    (e) => e.name === 'UniqueViolationError' && e.client === 'postgres',
    (h) =>
      h.thrown(() => {
        const native = Object.assign(new Error('duplicate key value violates unique constraint "users_email_key"'), {
          code: '23505',
          severity: 'ERROR',
          detail: 'Key (email)=(q@x.y) already exists.',
          schema: 'public',
          table: 'users',
          constraint: 'users_email_key',
          file: 'nbtinsert.c',
          line: '1',
          routine: '_bt_check_unique',
          internalQuery: undefined,
        })
        throw require('db-errors').wrapError(native)
      }),
  ],

  // Keys, identities and signatures
  'aws-jwt-verify/JwtParseError': [
    401,
    (e) => e.constructor.name === 'JwtParseError',
    (h) =>
      h.thrown(() =>
        require('aws-jwt-verify').JwtVerifier.create({ issuer: 'https://s3cret.example.com', audience: null }).verify('hunter2'),
      ),
    CHALLENGE,
  ],
  'aws-jwt-verify/JwtExpiredError': [
    401,
    (e) => e.failedAssertion !== undefined,
    (h) =>
      h.thrown(() => {
        const { validateJwtFields } = require('aws-jwt-verify/jwt')
        validateJwtFields({ exp: 1, iss: 's3cret' }, { issuer: 's3cret', audience: null })
      }),
    CHALLENGE,
  ],
  'aws-jwt-verify/FetchError': [
    503,
    (e) => e.message.startsWith('Failed to fetch'),
    async (h) => {
      const port = await h.closedPort()
      const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const token = `${part({ alg: 'RS256', kid: 'k' })}.${part({ iss: 'i', exp: 9_999_999_999 })}.aHVudGVyMg`
      return h.thrown(() =>
        require('aws-jwt-verify')
          .JwtVerifier.create({ issuer: 'i', audience: null, jwksUri: `https://127.0.0.1:${port}/keys` })
          .verify(token),
      )
    },
    WAIT,
  ],
  'jwks-rsa/SigningKeyNotFoundError': [
    401,
    (e) => e.name === 'SigningKeyNotFoundError',
    (h) =>
      h.upstream(
        resp(
          200,
          json,
          '{"keys":[{"kty":"RSA","kid":"k","use":"sig","n":"sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1WlUzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5yjU1hGzHHyXss8UDprecbAYxknTcQkhslANGRUZmdTOQ5qTRsLAt6BTYuyvVRdhS8exSZEy_c4gs_7svlJJQ4H9_NxsiIoLwAEk7-Q3UXERGYw_75IDrGA84-lA_-Ct4eTlXHBIY2EaV7t7LjJaynVJCpkv4LKjTTAumiGUIuQhrNhZLuF_RJLqHpM2kgWFLU7-VTdL1VbC2tejvcI2BlMkEpk1BzBZI0KQB0GaDWFLN-aEAw3vRw","e":"AQAB"}]}',
        ),
        (u) => h.thrown(() => require('jwks-rsa')({ jwksUri: u }).getSigningKey('hunter2')),
      ),
    CHALLENGE,
  ],
  'jwks-rsa/500': [
    503,
    (e) => e.name === 'JwksError' && e.isEndpointUnavailable,
    (h) => h.upstream(resp(500, json, 'x'), (u) => h.thrown(() => require('jwks-rsa')({ jwksUri: u }).getSigningKey('k'))),
    WAIT,
    '-',
  ],
  'jwks-rsa/ECONNREFUSED': [
    503,
    (e) => e.code === 'ECONNREFUSED',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() => require('jwks-rsa')({ jwksUri: `http://127.0.0.1:${port}` }).getSigningKey('k'))
    },
    WAIT,
  ],
  'svix/WebhookVerificationError': [
    400,
    (e) => e.name === 'WebhookVerificationError',
    (h) =>
      h.thrown(() =>
        new (require('svix').Webhook)('whsec_czNjcmV0czNjcmV0').verify('{"pw":"hunter2"}', {
          'svix-id': 'x',
          'svix-timestamp': String(Math.floor(Date.now() / 1000)),
          'svix-signature': 'v1,hunter2',
        }),
      ),
    {},
    '-',
  ],
  'standardwebhooks/WebhookVerificationError': [
    400,
    (e) => e.name === 'WebhookVerificationError',
    (h) => h.thrown(() => new (require('standardwebhooks').Webhook)('whsec_czNjcmV0czNjcmV0').verify('{"pw":"hunter2"}', {})),
    {},
    '-',
  ],
  'svix/404': [
    502,
    (e) => e.code === 404 && e.message.startsWith('HTTP-Code: 404'),
    (h) =>
      h.upstream(resp(404, json, '{"code":"not_found","detail":"hunter2"}'), (u) =>
        h.thrown(() => new (require('svix').Svix)('testsk_s3cret.eu', { serverUrl: u, numRetries: 0 }).application.get('a')),
      ),
    {},
    '-',
  ],
  'firebase-admin/argument-error': [
    401,
    (e) => e.code === 'auth/argument-error',
    (h) =>
      h.thrown(() => {
        const { getApps, initializeApp } = require('firebase-admin/app')
        const credential = { getAccessToken: async () => ({ access_token: 's3cret', expires_in: 100 }) }
        const app = getApps()[0] ?? initializeApp({ projectId: 'internal-aud', credential })
        return require('firebase-admin/auth').getAuth(app).verifyIdToken('hunter2')
      }),
    CHALLENGE,
  ],
  'google-auth-library/verifyIdToken': [
    401,
    (e) => e.message.startsWith('Wrong number of segments'),
    (h) =>
      h.thrown(() => {
        const client = new (require('google-auth-library').OAuth2Client)('internal-aud')
        client.getFederatedSignonCertsAsync = async () => ({ certs: {}, format: 'PEM' })
        return client.verifyIdToken({ idToken: 'hunter2', audience: 'internal-aud' })
      }),
    CHALLENGE,
  ],
  '@okta/jwt-verifier/JwtParseError': [
    401,
    (e) => e.jwtString === 'hunter2',
    (h) =>
      h.thrown(() => {
        const testing = { disableHttpsCheck: true }
        return new (require('@okta/jwt-verifier'))({ issuer: 'https://s3cret.example.com', testing }).verifyAccessToken(
          'hunter2',
          'aud',
        )
      }),
    CHALLENGE,
    '-',
  ],
  '@clerk/backend/token-invalid': [
    401,
    (e) => e.reason === 'token-invalid',
    (h) => h.thrown(() => require('@clerk/backend').verifyToken('hunter2', { jwtKey: 's3cret' })),
    CHALLENGE,
    '-',
  ],
  'openid-client/access_denied': [
    400,
    (e) => e.code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
    (h) =>
      h.thrown(async () => {
        const client = await import('openid-client')
        const config = new client.Configuration(
          { issuer: 'https://s3cret.example.com', token_endpoint: 'https://s3cret.example.com/t' },
          'c',
          's3cret',
        )
        return client.authorizationCodeGrant(
          config,
          new URL('https://a.example/cb?error=access_denied&error_description=hunter2'),
          {},
        )
      }),
    {},
    '-',
  ],

  // Clients of other servers
  'groq/401': [
    502,
    (e) => e.status === 401 && e.error !== undefined,
    (h) =>
      h.upstream(resp(401, json, '{"error":{"message":"hunter2"}}'), (u) =>
        h.thrown(() => new (require('groq-sdk').Groq)({ apiKey: 's3cret', baseURL: u, maxRetries: 0 }).models.list()),
      ),
  ],
  'cohere/401': [
    502,
    (e) => e.statusCode === 401 && e.rawResponse !== undefined,
    (h) =>
      h.upstream(resp(401, json, '{"message":"hunter2"}'), (u) =>
        h.thrown(() =>
          new (require('cohere-ai').CohereClient)({ token: 's3cret', environment: u }).chat({ message: 'x' }, { maxRetries: 0 }),
        ),
      ),
  ],
  'cohere/429': [
    503,
    (e) => e.statusCode === 429,
    (h) =>
      h.upstream(resp(429, { ...json, 'retry-after': '7' }, '{"message":"hunter2"}'), (u) =>
        h.thrown(() =>
          new (require('cohere-ai').CohereClient)({ token: 's3cret', environment: u }).chat({ message: 'x' }, { maxRetries: 0 }),
        ),
      ),
    SEVEN,
  ],
  '@google/generative-ai/401': [
    502,
    (e) => e.status === 401 && /GoogleGenerativeAI/.test(e.message),
    (h) =>
      h.upstream(resp(401, json, '{"error":{"message":"hunter2"}}'), (u) =>
        h.thrown(() =>
          new (require('@google/generative-ai').GoogleGenerativeAI)('s3cret')
            .getGenerativeModel({ model: 'm' }, { baseUrl: u })
            .generateContent('x'),
        ),
      ),
  ],
  '@slack/web-api/401': [
    502,
    (e) => e.code === 'slack_webapi_http_error',
    (h) =>
      h.upstream(resp(401, json, '{"error":"hunter2"}'), (u) =>
        h.thrown(() =>
          new (require('@slack/web-api').WebClient)('s3cret', {
            slackApiUrl: `${u}/`,
            retryConfig: { retries: 0 },
            logLevel: 'error',
          }).chat.postMessage({
            channel: 'a',
            text: 'b',
          }),
        ),
      ),
    {},
    '-',
  ],
  '@slack/web-api/429': [
    503,
    (e) => e.code === 'slack_webapi_rate_limited_error',
    (h) =>
      h.upstream(resp(429, { ...json, 'retry-after': '7' }, '{}'), (u) =>
        h.thrown(() =>
          new (require('@slack/web-api').WebClient)('s3cret', {
            slackApiUrl: `${u}/`,
            rejectRateLimitedCalls: true,
            retryConfig: { retries: 0 },
            logLevel: 'error',
          }).chat.postMessage({ channel: 'a', text: 'b' }),
        ),
      ),
    SEVEN,
    '-',
  ],
  'twilio/401': [
    502,
    (e) => e.status === 401 && 'moreInfo' in e,
    (h) =>
      h.upstream(resp(401, json, '{"code":20003,"message":"hunter2","more_info":"x"}'), (u) =>
        h.thrown(() => {
          const client = require('twilio')(`AC${'0'.repeat(32)}`, 's3cret')
          const { httpClient } = client
          const request = httpClient.request.bind(httpClient)
          httpClient.request = (options) => request({ ...options, uri: u })
          return client.messages.create({ body: 'x', to: 'y', from: 'z' })
        }),
      ),
  ],
  '@sendgrid/mail/401': [
    502,
    (e) => e.code === 401 && e.response !== undefined,
    (h) =>
      h.upstream(resp(401, json, '{"errors":[{"message":"hunter2"}]}'), (u) =>
        h.thrown(() => {
          const mail = require('@sendgrid/mail')
          mail.setApiKey('SG.s3cret')
          mail.client.setDefaultRequest('baseUrl', `${u}/`)
          return mail.send({ to: 'q@x.y', from: 'q@x.y', subject: 's', text: 't' })
        }),
      ),
    {},
    '-',
  ],
  'mailgun/401': [
    502,
    (e) => e.type === 'MailgunAPIError' && e.status === 401,
    (h) =>
      h.upstream(resp(401, json, '{"message":"hunter2"}'), (u) =>
        h.thrown(() => {
          const Mailgun = require('mailgun.js').default ?? require('mailgun.js')
          return new Mailgun(FormData)
            .client({ username: 'api', key: 's3cret', url: u })
            .messages.create('d', { from: 'a', to: 'b', text: 'c' })
        }),
      ),
  ],
  'mailgun/ECONNREFUSED': [
    502,
    (e) => e.type === 'MailgunAPIError' && e.status === 400,
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() => {
        const Mailgun = require('mailgun.js').default ?? require('mailgun.js')
        const client = new Mailgun(FormData).client({ username: 'api', key: 's3cret', url: `http://127.0.0.1:${port}` })
        return client.messages.create('d', { from: 'a', to: 'b', text: 'c' })
      })
    },
  ],
  'postmark/401': [
    502,
    (e) => e.statusCode === 401 && e.name === 'InvalidAPIKeyError',
    (h) =>
      h.upstream(resp(401, json, '{"ErrorCode":10,"Message":"hunter2"}'), (u) =>
        h.thrown(() =>
          new (require('postmark').ServerClient)('s3cret', { requestHost: u.slice(7), useHttps: false }).sendEmail({
            From: 'a',
            To: 'b',
            TextBody: 'x',
          }),
        ),
      ),
  ],
  'resend/401': [
    502,
    (e) => e.name === 'invalid_api_key' && e.statusCode === 401,
    (h) =>
      h.upstream(resp(401, json, '{"name":"invalid_api_key","message":"hunter2","statusCode":401}'), (u) =>
        h.thrown(async () => {
          process.env.RESEND_BASE_URL = u
          const { Resend } = require('resend')
          const { error } = await new Resend('re_s3cret').emails.send({ from: 'a', to: 'b', subject: 's', text: 't' })
          throw error
        }),
      ),
  ],
  'braintree/authenticationError': [
    502,
    (e) => e.type === 'authenticationError',
    (h) =>
      h.upstream(resp(401, { 'content-type': 'application/xml' }, '<a>hunter2</a>'), (u, port) =>
        h.thrown(() => {
          const { BraintreeGateway, Environment } = require('braintree')
          const environment = new Environment('127.0.0.1', String(port), u, false)
          return new BraintreeGateway({ environment, merchantId: 'm', publicKey: 'p', privateKey: 's3cret' }).transaction.find(
            'x',
          )
        }),
      ),
    {},
    '-',
  ],
  '@discordjs/rest/403': [
    502,
    (e) => e.status === 403 && e.rawError !== undefined,
    (h) =>
      h.upstream(resp(403, json, '{"message":"hunter2","code":50013}'), (u) =>
        h.thrown(() => new (require('@discordjs/rest').REST)({ api: u, retries: 0 }).setToken('s3cret').get('/users/1')),
      ),
  ],
  'telegraf/429': [
    503,
    (e) => e.code === 429,
    (h) =>
      h.upstream(resp(429, json, '{"ok":false,"error_code":429,"description":"hunter2","parameters":{"retry_after":7}}'), (u) =>
        h.thrown(() => new (require('telegraf').Telegram)('1:s3cret', { apiRoot: u }).sendMessage(1, 'x')),
      ),
    SEVEN,
  ],
  'pocketbase/400': [
    502,
    (e) => e.status === 400 && e.isAbort === false,
    (h) =>
      h.upstream(resp(400, json, '{"status":400,"message":"hunter2","data":{}}'), (u) =>
        h.thrown(async () => new (await import('pocketbase')).default(u).collection('users').getOne('x')),
      ),
  ],
  'nano/409': [
    409,
    (e) => e.statusCode === 409 && e.scope === 'couch',
    (h) =>
      h.upstream(resp(409, json, '{"error":"conflict","reason":"hunter2"}'), (u) =>
        h.thrown(() => require('nano')(u).use('db').insert({ _id: 'x' })),
      ),
  ],
  'nano/401': [
    502,
    (e) => e.statusCode === 401,
    (h) =>
      h.upstream(resp(401, json, '{"error":"unauthorized","reason":"hunter2"}'), (u) =>
        h.thrown(() => require('nano')(u).use('db').get('x')),
      ),
  ],
  '@sanity/client/401': [
    502,
    (e) => e.statusCode === 401 && e.responseBody !== undefined,
    (h) =>
      h.upstream(resp(401, json, '{"message":"hunter2"}'), (u) =>
        h.thrown(() =>
          require('@sanity/client')
            .createClient({
              projectId: 'abc',
              dataset: 'd',
              apiHost: u,
              useProjectHostname: false,
              useCdn: false,
              apiVersion: '2021-01-01',
              maxRetries: 0,
            })
            .fetch('*'),
        ),
      ),
  ],
  'algoliasearch/403': [
    502,
    (e) => e.status === 403 && e.stackTrace !== undefined,
    (h) =>
      h.upstream(resp(403, json, '{"message":"hunter2","status":403}'), (u) =>
        h.thrown(async () => {
          const { algoliasearch } = await import('algoliasearch')
          const hosts = [{ url: u.slice(7), accept: 'readWrite', protocol: 'http' }]
          return algoliasearch('app', 's3cret', { hosts }).getObject({ indexName: 'x', objectID: 'y' })
        }),
      ),
  ],
  'typesense/401': [
    502,
    (e) => e.httpStatus === 401,
    (h) =>
      h.upstream(resp(401, json, '{"message":"hunter2"}'), (_, port) =>
        h.thrown(() =>
          new (require('typesense').Client)({
            nodes: [{ host: '127.0.0.1', port, protocol: 'http' }],
            apiKey: 's3cret',
            numRetries: 0,
            logLevel: 'silent',
          })
            .collections('x')
            .retrieve(),
        ),
      ),
  ],
  '@notionhq/client/401': [
    502,
    (e) => e.status === 401,
    (h) =>
      h.upstream(resp(401, json, '{"object":"error","status":401,"code":"unauthorized","message":"hunter2"}'), (u) =>
        h.thrown(() =>
          new (require('@notionhq/client').Client)({ auth: 's3cret', baseUrl: u, logger() {}, retry: false }).users.list({}),
        ),
      ),
  ],
  'contentful/401': [
    502,
    (e) => e.name === 'AccessTokenInvalid',
    (h) =>
      h.upstream(resp(401, json, '{"sys":{"type":"Error","id":"AccessTokenInvalid"},"message":"hunter2"}'), (u) =>
        h.thrown(() =>
          require('contentful')
            .createClient({ space: 's', accessToken: 's3cret', host: u.slice(7), insecure: true, retryOnError: false })
            .getEntry('x'),
        ),
      ),
  ],
  '@supabase/postgrest-js/23505': [
    409,
    (e) => e.code === '23505' && !(e instanceof Error),
    (h) =>
      h.upstream(
        resp(
          409,
          json,
          '{"code":"23505","details":"Key (email)=(q@x.y) already exists.","hint":null,"message":"duplicate key value"}',
        ),
        (u) =>
          h.thrown(async () => {
            const { error } = await new (require('@supabase/postgrest-js').PostgrestClient)(u)
              .from('users')
              .insert({ email: 'q@x.y' })
            throw error
          }),
      ),
    {},
    '-',
  ],
  '@supabase/postgrest-js/PGRST116': [
    404,
    (e) => e.code === 'PGRST116',
    (h) =>
      h.upstream(
        resp(406, json, '{"code":"PGRST116","details":"The result contains 0 rows","hint":null,"message":"hunter2"}'),
        (u) =>
          h.thrown(() =>
            new (require('@supabase/postgrest-js').PostgrestClient)(u).from('users').select().single().throwOnError(),
          ),
      ),
  ],
  '@supabase/auth-js/bad_jwt': [
    401,
    (e) => e.code === 'bad_jwt',
    (h) =>
      h.upstream(resp(403, json, '{"code":403,"error_code":"bad_jwt","msg":"hunter2"}'), (u) =>
        h.thrown(async () => {
          const { error } = await new (require('@supabase/auth-js').AuthClient)({ url: u, autoRefreshToken: false }).getUser(
            'a.b.c',
          )
          throw error
        }),
      ),
    CHALLENGE,
  ],
  'bent/401': [
    502,
    (e) => e.statusCode === 401,
    (h) =>
      h.upstream(resp(401, { 'www-authenticate': 'Basic realm="s3cret"' }, 'hunter2'), (u) =>
        h.thrown(() => require('bent')('json')(u)),
      ),
    {},
    '-',
  ],

  // Drivers, brokers and what protects this server
  'cassandra/NoHostAvailableError': [
    503,
    (e) => e.name === 'NoHostAvailableError',
    async (h) => {
      const port = await h.closedPort()
      const { Client } = require('cassandra-driver')
      return h.thrown(() => new Client({ contactPoints: [`127.0.0.1:${port}`], localDataCenter: 'dc1' }).connect())
    },
    WAIT,
  ],
  'neo4j/ServiceUnavailable': [
    503,
    (e) => e.code === 'ServiceUnavailable',
    async (h) => {
      const port = await h.closedPort()
      const { auth, driver } = require('neo4j-driver')
      const opened = driver(`bolt://127.0.0.1:${port}`, auth.basic('a', 's3cret'), { maxTransactionRetryTime: 100 })
      try {
        return await h.thrown(() => opened.session().run('RETURN 1'))
      } finally {
        await opened.close()
      }
    },
    WAIT,
  ],
  'nats/CONNECTION_REFUSED': [
    503,
    (e) => e.code === 'CONNECTION_REFUSED',
    async (h) => {
      const port = await h.closedPort()
      return h.thrown(() => require('nats').connect({ servers: `127.0.0.1:${port}`, maxReconnectAttempts: 0, reconnect: false }))
    },
    WAIT,
    '-',
  ],
  'bottleneck/dropped': [
    503,
    (e) => e.message === 'This job has been dropped by Bottleneck',
    (h) =>
      h.thrown(() => {
        const Bottleneck = require('bottleneck')
        const limiter = new Bottleneck({ maxConcurrent: 1, highWater: 0, strategy: Bottleneck.strategy.OVERFLOW })
        limiter.schedule(() => new Promise(() => {})).catch(() => {})
        return limiter.schedule(async () => {})
      }),
    WAIT,
    '-',
  ],
  'node/socket-hang-up': [
    502,
    (e) => e.code === 'ECONNRESET',
    (h) =>
      h.tcpServer(
        (socket) => socket.destroy(),
        (port) =>
          h.thrown(() => new Promise((_, fail) => require('node:http').get(`http://127.0.0.1:${port}`).on('error', fail))),
      ),
    {},
    '-',
  ],

  // Other frameworks
  'moleculer/ServiceNotFoundError': [
    503,
    (e) => e.type === 'SERVICE_NOT_FOUND',
    (h) =>
      h.thrown(() => {
        throw new (require('moleculer').Errors.ServiceNotFoundError)({ action: 's3cret.get', nodeID: 'db-17' })
      }),
    WAIT,
  ],
  'moleculer/MoleculerClientError': [
    409,
    (e) => e.code === 409 && e.retryable === false,
    (h) =>
      h.thrown(() => {
        throw new (require('moleculer').Errors.MoleculerClientError)('The seat is taken.', 409, 'SEAT_TAKEN', { pw: 'hunter2' })
      }),
    {},
    '-',
  ],
  'curveball/Conflict': [
    409,
    (e) => e.httpStatus === 409,
    (h) =>
      h.thrown(async () => {
        throw new (await import('@curveball/http-errors')).Conflict('The seat is taken.')
      }),
    {},
    '-',
  ],
}
