/** Validators of whole requests: what is wrong by the part of the request, and the status that some of them carry. */
import { answers, named, type Row, SECRET } from './shaped.js'

const TOLD = 'The request could be read, but some of its values are not allowed.'
const fault = (place: object, code = 'invalid'): object => ({
  ...place,
  code,
  detail: code === 'required' ? 'A value is required here.' : 'The value is not allowed here.',
})
const invalid = (status: number, ...errors: readonly object[]): Row[2] => ({ status, detail: TOLD, errors })
const body = (pointer: string): object => ({ in: 'body', pointer })
const query = { in: 'query', parameter: 'n' }

describe('toProblem(): zod-validation-error', () => {
  const issue = { code: 'custom', path: ['lines', 0, 'amount'], message: SECRET, received: SECRET }
  const zod = (members: object): Error => named('ZodValidationError', members)
  answers([
    ['what zod found', zod({ details: [issue] }), invalid(422, fault({ pointer: '#/lines/0/amount' }))],
    [
      'what another version of zod found',
      zod({ details: [], cause: { name: 'ZodError', issues: [issue] } }),
      invalid(422, fault({ pointer: '#/lines/0/amount' })),
    ],
    ['another error under that name', zod({ details: [], cause: new Error(SECRET) }), 500],
    ['a ZodValidationError of the app', zod({ details: [SECRET], status: 409 }), 409],
  ])
})

describe('toProblem(): express-json-validator-middleware', () => {
  const ajv = (instancePath: string, keyword: string, params: object = {}): object => ({
    instancePath,
    keyword,
    params,
    data: SECRET,
  })
  const error = (validationErrors: unknown): Error => named('JsonSchemaValidationError', { validationErrors })
  answers([
    [
      'a body',
      error({ body: [ajv('/a/b', 'type'), ajv('', 'required', { missingProperty: 'name' })] }),
      invalid(422, fault(body('#/a/b'), 'type'), fault(body('#/name'), 'required')),
    ],
    [
      'a query and a body',
      error({ query: [ajv('/n', 'type')], body: [ajv('', 'type')] }),
      invalid(400, fault(query, 'type'), fault(body('#'), 'type')),
    ],
    [
      'paths and fields of ajv 6',
      error({
        params: [{ dataPath: '.id', keyword: 'type' }],
        headers: [
          { dataPath: "['x-key']", keyword: 'pattern' },
          { dataPath: '', keyword: 'required', params: { missingProperty: 'x-b' } },
        ],
      }),
      invalid(
        400,
        fault({ in: 'path', parameter: 'id' }, 'type'),
        fault({ in: 'header', header: 'x-key' }, 'pattern'),
        fault({ in: 'header', header: 'x-b' }, 'required'),
      ),
    ],
    ['no list', error({ body: SECRET }), 500],
    ['no parts', error(SECRET), 500],
  ])
})

describe('toProblem(): express-validation', () => {
  const joi = (path: readonly unknown[], type: string): object => ({ path, type, message: SECRET, context: { value: SECRET } })
  const error = (members: object): Error => named('ValidationError', { statusCode: 400, error: SECRET, ...members })
  const old = (members: object): Error => named('ValidationError', { status: 400, statusText: SECRET, ...members })
  answers([
    [
      'a body and a query',
      error({ details: { query: [joi(['n'], 'number.base')], body: [joi(['a', 0, 'b'], 'any.only')] } }),
      invalid(400, fault(query, 'type'), fault(body('#/a/0/b'), 'enum')),
    ],
    [
      'the status of the app',
      error({ statusCode: 422, details: { body: [joi([], 'object.base')] } }),
      invalid(422, fault(body('#'), 'type')),
    ],
    ['faults without a place', error({ details: [{ email: SECRET }] }), 400],
    ['details that are none', error({ details: { body: SECRET } }), 400],
    [
      'its first version',
      old({
        errors: [
          { location: 'body', field: ['a', 'b'], types: ['any.required', 'any.min'], messages: [SECRET] },
          { location: 'query', field: 'n', types: ['number.base'], messages: [SECRET] },
        ],
      }),
      invalid(400, fault(body('#/a/b'), 'required'), fault(body('#/a/b')), fault(query, 'type')),
    ],
    ['a list of something else', old({ errors: [{ location: SECRET }] }), 400],
    ['an empty list', old({ errors: [] }), 400],
  ])
})

describe('toProblem(): tsoa', () => {
  const error = (fields: unknown, members: object = {}): Error => named('ValidateError', { status: 400, fields, ...members })
  const texts: readonly (readonly [message: unknown, code: string | undefined])[] = [
    ["'name' is required", 'required'],
    ['invalid integer number', 'type'],
    ['minLength 3', 'minLength'],
    ['maxLength 3', 'maxLength'],
    ['minItems 1', 'minItems'],
    ['maxItems 9', 'maxItems'],
    ['required unique array', 'uniqueItems'],
    ['min 1', 'minimum'],
    ["minDate '2020-01-01'", 'minimum'],
    ['max 9', 'maximum'],
    [`Not match in '${SECRET}'`, 'pattern'],
    [`should be one of the following; ['${SECRET}']`, 'enum'],
    ['no member', 'enum'],
    [`"${SECRET}" is an excess property and therefore is not allowed`, 'unknown-member'],
    [SECRET, undefined],
    [7, undefined],
  ]
  answers([
    ...texts.map(
      ([message, code]): Row => [
        `a member of which is said ${JSON.stringify(message)}`,
        error({ 'body.a': { message, value: SECRET } }),
        invalid(400, fault(body('#/a'), code)),
      ],
    ),
    [
      'a body with a name of its own',
      error({ 'user.lines.$0.amount': { message: SECRET } }),
      invalid(400, fault(body('#/lines/0/amount'))),
    ],
    ['a body as a whole', error({ requestBody: { message: SECRET } }), invalid(400, fault(body('#')))],
    ['a parameter', error({ id: { message: 'invalid integer number' } }), invalid(400, fault({ parameter: 'id' }, 'type'))],
    ['an item of a parameter', error({ 'ids.$1': { message: SECRET } }), invalid(400, fault({ parameter: 'ids' }))],
    ['a ValidateError of the app', error({ id: SECRET }, { status: 409 }), 409],
    ['a ValidateError without a status', error({ id: { message: SECRET } }, { status: undefined }), 500],
  ])
})

describe('toProblem(): routing-controllers', () => {
  const http = (httpCode: unknown, members: object = {}): Error => Object.assign(new Error(), { httpCode }, members)
  const list = [
    { property: 'email', constraints: { isEmail: SECRET }, children: [], value: SECRET },
    { property: 'address', children: [{ property: 'zip', constraints: { isString: SECRET }, children: [] }] },
  ]
  const rejected = (kind: string, members: object = {}): Error =>
    http(400, {
      name: 'BadRequestError',
      message: `Invalid ${kind}, check 'errors' property for more info.`,
      errors: list,
      ...members,
    })
  const missing = (what: string): Error =>
    http(400, { name: 'ParamRequiredError', message: `${what} required for request on POST /${SECRET}` })
  const one = (place: object): Row[2] => invalid(400, fault(place, 'required'))
  answers([
    ['a text of the app', http(409, { message: 'The seat is taken.' }), { status: 409, detail: 'The seat is taken.' }],
    ['a server error of the app', http(503, { message: SECRET }), 503],
    ['no text', http(404), 404],
    ['a text that the app did not write', Object.assign(new Error(SECRET), { httpCode: 404 }), 404],
    ['a code beside it', http(409, { code: 'E_MINE', message: SECRET }), 500],
    ['an httpCode that is none', http(200), 500],
    [
      'a body that class-validator refused',
      rejected('body'),
      invalid(400, fault(body('#/email'), 'format'), fault(body('#/address/zip'), 'type')),
    ],
    [
      'a member of a body',
      rejected('body-param', { paramName: 'user' }),
      invalid(400, fault(body('#/user/email'), 'format'), fault(body('#/user/address/zip'), 'type')),
    ],
    [
      'a query',
      rejected('queries'),
      invalid(400, fault({ in: 'query', parameter: 'email' }, 'format'), fault({ in: 'query', parameter: 'address' }, 'type')),
    ],
    [
      'one parameter that is parsed',
      rejected('query', { paramName: 'filter' }),
      invalid(400, fault({ in: 'query', parameter: 'filter' }, 'format'), fault({ in: 'query', parameter: 'filter' }, 'type')),
    ],
    ['a list without its text', http(400, { errors: list.slice(0, 1) }), invalid(400, fault(body('#/email'), 'format'))],
    ['no body', missing('Request body is'), one(body('#'))],
    ['no member of a body', missing('Body parameter "a" is'), one(body('#/a'))],
    ['no query', missing('Query parameter "n" is'), one(query)],
    ['no parameter', missing('Parameter "id" is'), one({ in: 'path', parameter: 'id' })],
    ['no field', missing('Header "x-key" is'), one({ in: 'header', header: 'x-key' })],
    ['no cookie', missing('Cookie is'), one({ in: 'cookie' })],
    ['no session', missing('Session is'), 400],
    [
      'a parameter that is no number',
      http(400, {
        name: 'ParamNormalizationError',
        message: `Given parameter n is invalid. Value ("${SECRET}") cannot be parsed into number.`,
      }),
      invalid(400, fault({ parameter: 'n' }, 'type')),
    ],
    ['a parameter of which nothing is said', http(400, { name: 'ParameterParseJsonError' }), 400],
    [
      'nobody who is known',
      http(401, { name: 'AuthorizationRequiredError', message: SECRET }),
      { status: 401, detail: 'The request is not authenticated.', headers: {} },
    ],
    [
      'somebody who may not',
      http(403, { name: 'AccessDeniedError', message: SECRET }),
      { status: 403, detail: 'This is not allowed.' },
    ],
  ])
})

describe('toProblem(): Objection.js', () => {
  const error = (members: object): Error => named('ValidationError', { modelClass: SECRET, statusCode: 400, ...members })
  const data = { 'address.lines[0]': [{ keyword: 'type', message: SECRET, params: SECRET }], '': [{ keyword: 'required' }] }
  answers([
    [
      'a model',
      error({ type: 'ModelValidation', data }),
      invalid(400, fault({ pointer: '#/address/lines/0' }, 'type'), fault({ pointer: '#' }, 'required')),
    ],
    [
      'a status of the app',
      error({ type: 'ModelValidation', statusCode: 422, data: { a: [{ keyword: 'type' }] } }),
      invalid(422, fault({ pointer: '#/a' }, 'type')),
    ],
    ['a model with faults of the app', error({ type: 'ModelValidation', data: { a: SECRET } }), 400],
    ['a model without faults', error({ type: 'ModelValidation', data: {} }), 400],
    ['data that is none', error({ type: 'ModelValidation', data: SECRET }), 400],
    ['a relation that is not allowed', error({ type: 'UnallowedRelation' }), 400],
  ])
})
