/** Errors in the shapes of libraries, with a secret in every place where a library, or an attacker, could put one. */
import createError from 'http-errors'

/** Begins every secret, so that an answer that has it tells which one. */
export const MARK = 'Zq7x'

/** Makes the secret of a place. */
export const secret = (place: string): string => `${MARK}-${place}`

/** Which fields of an error its family sends: none, those of the documented list, or all that the app may set itself. */
type Fields = 'none' | 'listed' | 'own'

/** What tells a library, and what of its errors is documented to be sent. */
export interface Shape {
  readonly library: string
  readonly marks: object
  readonly fields: Fields
  /** Whether the message of a 4xx is the app's own text. */
  readonly says: boolean
  readonly make: () => object
}

/** Makes fields whose values are secrets. */
export function planted(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, secret(`field-${name.toLowerCase()}`)]))
}

const withMessage = (): Error => new Error(secret('message'))
/** What libraries keep of values. */
export const leaky = {
  message: secret('inner'),
  stack: secret('inner-stack'),
  value: secret('value'),
  input: secret('input'),
  received: secret('received'),
  context: { value: secret('context'), label: secret('label') },
  params: { pattern: secret('pattern'), allowedValues: [secret('allowed')] },
  data: { password: secret('data') },
}
/** Fields that name a secret each. */
export const headers = planted('Retry-After', 'Set-Cookie', 'WWW-Authenticate', 'Server')
/** A response of another server. */
export const response = (status: number): object => ({
  status,
  statusCode: status,
  headers,
  data: leaky,
  body: secret('body'),
  text: secret('text'),
})
/** Makes a shape. */
export const shape = (library: string, marks: object, more: Partial<Shape> = {}): Shape => ({
  library,
  marks,
  fields: 'none',
  says: false,
  make: withMessage,
  ...more,
})
const app = { says: true } as const
const listed = { fields: 'listed' } as const

/** The shapes. What tells where a fault is (`path`, `instancePath`) and its code are sent, so these hold no secret. */
export const shapes: readonly Shape[] = [
  shape('nobody', {}, listed),
  shape('http-errors', {}, { fields: 'own', ...app, make: () => createError(404, secret('message')) }),
  shape('http-errors around another error', {}, { ...listed, ...app, make: () => createError(409, withMessage()) }),
  shape('body-parser', { type: 'entity.parse.failed', status: 400, body: secret('body') }),
  shape('body-parser with a limit', { type: 'entity.too.large', status: 413, limit: secret('limit') }),
  shape('co-body', { name: 'SyntaxError', status: 400, body: secret('body') }),
  shape('a router', { name: 'URIError', status: 400 }),
  shape('express-jwt', { name: 'UnauthorizedError', code: 'invalid_token', status: 401, inner: leaky }),
  shape(
    'a response that is thrown',
    { statusCode: 401, rawHeaders: ['a', secret('rawHeaders')], trailers: {}, headers, data: leaky },
    { make: () => ({}) },
  ),
  shape('axios', { isAxiosError: true, response: response(401), config: { url: secret('url'), headers } }),
  shape('axios that has to wait', { isAxiosError: true, response: response(503), config: leaky }),
  shape('fetch', { name: 'TypeError', message: 'fetch failed', cause: Object.assign(withMessage(), { code: 'ENOTFOUND' }) }),
  shape('undici', { code: 'UND_ERR_RESPONSE_STATUS_CODE', statusCode: 429, headers, body: secret('body') }),
  shape('got', { code: 'ERR_NON_2XX_3XX_RESPONSE', response: response(404), options: leaky }),
  shape('ky', { name: 'HTTPError', request: leaky, response: response(403) }),
  shape('OpenAI', { status: 429, headers, requestID: secret('id'), error: leaky }),
  shape('Octokit', { name: 'HttpError', status: 404, request: { url: secret('url') }, response: response(404) }),
  shape('Azure', { name: 'RestError', statusCode: 409, response: response(409), details: leaky }),
  shape('AWS', { name: 'NoSuchKey', $fault: 'client', $metadata: leaky, Bucket: secret('bucket') }),
  shape('Stripe', { type: 'StripeCardError', statusCode: 402, raw: leaky, headers }),
  shape('Elasticsearch', { name: 'ResponseError', meta: { statusCode: 400, headers, body: leaky, meta: leaky } }),
  shape('nodemailer', { code: 'EAUTH', command: 'AUTH PLAIN', response: secret('reply'), responseCode: 535 }),
  shape('gRPC', { code: 5, details: secret('details'), metadata: { getMap: () => leaky } }),
  shape('multer', { name: 'MulterError', code: 'LIMIT_UNEXPECTED_FILE', field: 'avatar', storageErrors: [secret('storage')] }),
  shape('formidable', { code: 1009, httpCode: 413 }),
  shape('jsonwebtoken', { name: 'JsonWebTokenError', inner: leaky }),
  shape('jose', { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: secret('claim'), payload: leaky }),
  shape('oauth2 bearer', {
    name: 'InvalidTokenError',
    code: 'invalid_token',
    status: 401,
    headers: {
      'WWW-Authenticate': `Bearer realm="api", error="invalid_token", error_description="${secret('field-www-authenticate')}"`,
    },
  }),
  shape('oauth2 bearer with DPoP', {
    name: 'InvalidTokenError',
    code: 'invalid_token',
    status: 401,
    headers: {
      'WWW-Authenticate': `DPoP error="invalid_token", error_description="${secret('field-www-authenticate')}", algs="ES256"`,
    },
  }),
  shape('CASL', { name: 'ForbiddenError', ability: leaky, subject: secret('subject') }),
  shape('zod', { name: 'ZodError', issues: [{ ...leaky, path: ['a'], code: 'custom' }] }),
  shape('valibot', { name: 'ValiError', issues: [{ ...leaky, path: [{ key: 'a', ...leaky }], type: 'email' }] }),
  shape('joi', { name: 'ValidationError', details: [{ ...leaky, path: ['a'], type: 'any.only' }], _original: leaky }),
  shape('yup', {
    name: 'ValidationError',
    path: 'a',
    type: 'min',
    inner: [],
    errors: [secret('error')],
    value: leaky,
    params: leaky,
  }),
  shape('ajv', { ajv: true, errors: [{ ...leaky, instancePath: '/a', keyword: 'pattern', schemaPath: secret('schema') }] }),
  shape('superstruct', {
    failures: () => [{ ...leaky, path: ['a'], type: 'x' }],
    path: ['a'],
    refinement: secret('refined'),
    branch: [leaky],
  }),
  shape(
    'express-openapi-validator',
    { name: 'Bad Request', status: 400, path: '/x', errors: [{ ...leaky, path: '/body/a' }] },
    listed,
  ),
  shape('PostgreSQL', { code: '23505', severity: 'ERROR', constraint: secret('constraint'), where: secret('where') }),
  shape('MySQL', { code: 'ER_DUP_ENTRY', sqlState: '23000', sqlMessage: secret('message'), sql: secret('sql') }),
  shape('SQLite', { name: 'SqliteError', code: 'SQLITE_CONSTRAINT_UNIQUE' }),
  shape('Sequelize', { name: 'SequelizeUniqueConstraintError', sql: secret('sql'), fields: leaky, parent: withMessage() }),
  shape('Sequelize, a validation', { name: 'SequelizeValidationError', errors: [{ ...leaky, path: 'a', validatorKey: 'len' }] }),
  shape('Prisma', { name: 'PrismaClientKnownRequestError', code: 'P2002', meta: { target: [secret('target')], cause: leaky } }),
  shape('MongoDB', { name: 'MongoServerError', code: 11000, keyValue: { email: secret('email') }, keyPattern: { email: 1 } }),
  shape('Mongoose', {
    name: 'ValidationError',
    _message: secret('said'),
    errors: { a: { ...leaky, kind: 'min', reason: leaky } },
  }),
  shape('Mongoose, a cast', { name: 'CastError', kind: 'ObjectId', stringValue: secret('value'), path: '_id', reason: leaky }),
  shape('ioredis', { name: 'ReplyError', command: { name: 'set', args: [secret('argument')] } }),
  shape('Boom', { isBoom: true, output: { statusCode: 409, headers, payload: leaky }, data: leaky }, { ...listed, ...app }),
  shape('Fastify', { name: 'FastifyError', statusCode: 400, validation: leaky }, app),
  shape('Fastify, a validation', {
    code: 'FST_ERR_VALIDATION',
    statusCode: 400,
    validationContext: 'body',
    validation: [{ ...leaky, instancePath: '/a', keyword: 'type' }],
  }),
  shape('Nest', { getStatus: () => 409, getResponse: () => leaky, status: 409, response: leaky }, app),
  shape('Nest around another error', { getStatus: () => 409, getResponse: withMessage, status: 409, response: withMessage() }),
  shape('Feathers', { type: 'FeathersError', code: 404, className: 'not-found', data: leaky, errors: leaky }, app),
  shape('tRPC', { name: 'TRPCError', code: 'NOT_FOUND', cause: leaky }, app),
  shape('tRPC around another error', { name: 'TRPCError', code: 'BAD_REQUEST', cause: withMessage() }),
  shape(
    'GraphQL',
    { name: 'GraphQLError', extensions: { code: 'FORBIDDEN', ...leaky }, source: leaky, originalError: withMessage() },
    app,
  ),
  shape('Node', { code: 'ENOENT', errno: -2, syscall: 'open', path: secret('path'), address: secret('address') }, listed),
]
