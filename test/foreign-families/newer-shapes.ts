/** More errors in the shapes of libraries, full of secrets: validators of requests, mappers, keys, and the clients of services. */
import { leaky, type Shape, secret, shape } from './library-shapes.js'

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
]

function withMessage(): Error {
  return new Error(secret('message'))
}
