/** More errors in the shapes of libraries, full of secrets: validators of requests, mappers, keys, and the clients of services. */
import { headers, leaky, response, type Shape, secret, shape } from './library-shapes.js'

const joi = { ...leaky, path: ['a'], type: 'any.only' }
const ajv = { ...leaky, instancePath: '/a', keyword: 'pattern', schemaPath: secret('schema') }

const listed = { fields: 'listed' } as const

/** The shapes. */
export const newerShapes: readonly Shape[] = [
  shape('zod-validation-error', { name: 'ZodValidationError', details: [{ ...leaky, path: ['a'], code: 'custom' }] }),
  shape('express-json-validator-middleware', {
    name: 'JsonSchemaValidationError',
    validationErrors: { query: [ajv], body: [ajv] },
  }),
  shape('express-validation', { name: 'ValidationError', statusCode: 400, details: { body: [joi], query: [joi] } }),
  shape('tsoa', { name: 'ValidateError', status: 400, fields: { 'body.a': leaky, n: leaky } }),
  shape('routing-controllers', { httpCode: 409, code: undefined, name: 'HttpError', message: secret('message') }, { says: true }),
  shape('routing-controllers around class-validator', {
    httpCode: 400,
    code: undefined,
    errors: [{ ...leaky, property: 'a', constraints: { isEmail: secret('constraint') }, children: [], target: leaky }],
  }),
  shape('Objection.js', {
    name: 'ValidationError',
    type: 'ModelValidation',
    statusCode: 400,
    modelClass: leaky,
    data: { a: [{ ...leaky, keyword: 'pattern' }] },
  }),
  shape('db-errors', {
    name: 'UniqueViolationError',
    nativeError: withMessage(),
    client: 'postgres',
    columns: [secret('column')],
  }),
  shape('MikroORM', { name: 'NotFoundError', entity: leaky }),
  shape('MikroORM, a driver', { name: 'UniqueConstraintViolationException', sqlState: '23000', errmsg: secret('said') }),
  shape('aws-jwt-verify', { name: 'Error', failedAssertion: { actual: secret('actual'), expected: secret('expected') } }, listed),
  shape('jwks-rsa', { name: 'JwksError', isEndpointUnavailable: true }),
  // With a status, which the attack writes, these are errors of the app.
  shape('svix', { name: 'WebhookVerificationError' }, listed),
  shape('Fern', { statusCode: 401, body: leaky, rawResponse: { headers, ...leaky } }),
  shape('OpenAPI Generator', { code: 404, body: leaky, headers, message: `HTTP-Code: 404\n${secret('message')}` }),
  shape('Gemini', { status: 401, message: `[GoogleGenerativeAI Error]: ${secret('message')}` }),
  shape('Slack', { code: 'slack_webapi_http_error', statusCode: 401, headers, body: leaky }),
  shape('Twilio', { status: 401, code: 20003, moreInfo: secret('more'), details: leaky }),
  shape('SendGrid', { code: 401, response: { headers, body: leaky } }),
  shape('Mailgun', { type: 'MailgunAPIError', status: 401 }),
  shape('Postmark', { name: 'InvalidAPIKeyError', statusCode: 401, code: 10 }),
  shape('Discord', { rawError: leaky, method: 'GET', status: 403, code: 50013, requestBody: leaky }),
  shape('Telegraf', { response: { error_code: 429, description: secret('said') }, on: { method: 'x', payload: leaky } }),
  shape('CouchDB', { scope: 'couch', statusCode: 409, headers, reason: secret('reason') }),
  shape('PocketBase', { name: 'ClientResponseError 400', status: 400, originalError: leaky }),
  shape('Appwrite', { name: 'AppwriteException', code: 401 }),
  shape('Sanity', { statusCode: 401, responseBody: secret('body'), response: response(401) }),
  shape('Algolia', { name: 'ApiError', status: 403, stackTrace: [leaky] }),
  shape('Typesense', { httpStatus: 404, httpBody: leaky }),
  shape('Supabase, sign-in', { __isAuthError: true, status: 403, code: 'bad_jwt', name: 'AuthApiError' }),
  shape('Braintree', { name: 'authenticationError', type: 'authenticationError' }),
  shape(
    'firebase-admin',
    { errorInfo: { code: 'auth/id-token-expired', ...leaky }, status: undefined, statusCode: undefined },
    listed,
  ),
  shape('Okta', { jwtString: secret('token'), userMessage: secret('said') }),
  shape('Clerk', { clerkError: true, clerkTraceId: secret('trace'), status: 404, errors: [leaky] }),
  shape('openid-client', { name: 'OPError', error: secret('error'), response: undefined }),
  shape('Oracle', { code: 'ORA-00001', errorNum: 1 }),
  shape('Cassandra', { name: 'ResponseError', info: 'Represents an error message', code: 0x1000 }),
  shape('Neo4j', { name: 'Neo4jError', code: 'Neo.ClientError.Schema.ConstraintValidationFailed' }),
  shape('Waterline', { name: 'AdapterError', code: 'E_UNIQUE', raw: leaky }),
  shape('jsonschema', { errors: [{ ...leaky, path: ['a'], name: 'type', property: 'instance.a', argument: leaky }] }),
  shape('runtypes', { name: 'ValidationError', failure: { success: false, details: { a: { ...leaky, code: secret('code') } } } }),
  shape('Effect Schema', {
    _tag: 'ParseError',
    issue: { _tag: 'Pointer', path: ['a'], issue: { ...leaky, _tag: secret('tag') } },
  }),
  shape('koa-parameter', {
    code: 'INVALID_PARAM',
    status: 422,
    params: leaky,
    errors: [{ ...leaky, field: 'a', code: 'invalid' }],
  }),
  shape('Moleculer', { code: 409, type: 'SEAT', data: leaky, retryable: false }, { says: true }),
  shape('Moleculer, its broker', { code: 404, type: 'SERVICE_NOT_FOUND', data: leaky, retryable: true }),
]

function withMessage(): Error {
  return new Error(secret('message'))
}
