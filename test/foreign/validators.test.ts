import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { codeOf } from '../../lib/validate/faults.js'
import { answers, coded, named, SECRET } from './shaped.js'

const DETAIL = 'The request could be read, but some of its values are not allowed.'
const REFUSED = 'The value is not allowed here.'
const MISSING = 'A value is required here.'
const invalid = (...errors: readonly object[]): { status: number; detail: string; errors: readonly object[] } => ({
  status: 422,
  detail: DETAIL,
  errors,
})
const misplaced = (...errors: readonly object[]): ReturnType<typeof invalid> => ({ ...invalid(...errors), status: 400 })

const issues = [{ path: ['lines', 0, 'amount'], code: 'too_small', origin: 'number', message: SECRET, input: SECRET }]
const amount = { pointer: '#/lines/0/amount', code: 'minimum', detail: REFUSED }

describe('toProblem(): zod, valibot, arktype and every Standard Schema', () => {
  answers([
    ['a ZodError', named('ZodError', { issues }), invalid(amount)],
    ['an error of the core of zod', named('$ZodError', { issues }), invalid(amount)],
    [
      'a ValiError',
      named('ValiError', {
        issues: [{ path: [{ key: 'a/b' }, { key: 1 }], kind: 'schema', type: 'string', message: SECRET, received: SECRET }],
      }),
      invalid({ pointer: '#/a~1b/1', code: 'type', detail: REFUSED }),
    ],
    [
      'a SchemaError',
      named('SchemaError', { issues: [{ message: SECRET }] }),
      invalid({ pointer: '#', code: 'invalid', detail: REFUSED }),
    ],
    [
      'a failure that is thrown',
      { issues: [{ message: SECRET, path: ['a'] }] },
      invalid({ pointer: '#/a', code: 'invalid', detail: REFUSED }),
    ],
    ['a failure of valibot', { typed: false, success: false, output: SECRET, issues }, invalid(amount)],
    ['a failure of arktype', Object.assign([{}], { byPath: SECRET, issues }), invalid(amount)],
    ['a TraversalError of arktype', named('TraversalError', { arkErrors: issues }), invalid(amount)],
    [
      'issues whose codes and paths are not plain',
      named('ZodError', {
        issues: [{ path: ['ünï ~', { key: {} }, Symbol('x'), 'a'], code: `${SECRET} is no code`, message: SECRET }],
      }),
      invalid({ pointer: '#/%C3%BCn%C3%AF%20~0', code: 'invalid', detail: REFUSED }),
    ],
  ])

  it('lists 100 of a million issues', () => {
    const problem = toProblem(named('ZodError', { issues: Array(1_000_000).fill({ message: SECRET }) }))

    expect(problem.status).to.equal(422)
    expect(problem.extensions['errors']).to.have.length(100)
  })
})

describe('toProblem(): joi, celebrate and yup', () => {
  const details = [{ path: ['a', 0], type: 'string.base', message: SECRET, context: { value: SECRET } }]
  answers([
    [
      'a ValidationError of joi',
      named('ValidationError', { _original: SECRET, details }),
      invalid({ pointer: '#/a/0', code: 'type', detail: REFUSED }),
    ],
    [
      'an error of celebrate for all parts',
      coded(undefined, {
        details: new Map(['body', 'query', 'params', 'headers', 'cookies', 'signedCookies'].map((part) => [part, { details }])),
      }),
      misplaced(
        { in: 'body', pointer: '#/a/0', code: 'type', detail: REFUSED },
        { in: 'query', parameter: 'a.0', code: 'type', detail: REFUSED },
        { in: 'path', parameter: 'a.0', code: 'type', detail: REFUSED },
        { in: 'header', header: 'a.0', code: 'type', detail: REFUSED },
        { in: 'cookie', parameter: 'a.0', code: 'type', detail: REFUSED },
        { in: 'cookie', parameter: 'a.0', code: 'type', detail: REFUSED },
      ),
    ],
    [
      'an error of celebrate for the query alone',
      coded(undefined, { details: new Map([['query', { details: [{ path: ['page'], type: 'any.required' }] }]]) }),
      misplaced({ in: 'query', parameter: 'page', code: 'required', detail: MISSING }),
    ],
    [
      'an error of yup',
      named('ValidationError', { value: SECRET, path: 'a["b.c"][0]', type: 'required', errors: [SECRET], inner: [] }),
      invalid({ pointer: '#/a/b.c/0', code: 'required', detail: MISSING }),
    ],
    [
      'errors of yup',
      named('ValidationError', {
        value: SECRET,
        errors: [SECRET],
        inner: [
          { path: 'x.y', type: 'min', message: SECRET, params: { value: SECRET } },
          { path: "['q']", type: 'max' },
          { type: 'typeError' },
        ],
      }),
      invalid(
        { pointer: '#/x/y', code: 'minLength', detail: REFUSED },
        { pointer: '#/q', code: 'maximum', detail: REFUSED },
        { pointer: '#', code: 'type', detail: REFUSED },
      ),
    ],
  ])
})

describe('toProblem(): ajv, Fastify and express-openapi-validator', () => {
  const error = (instancePath: string, keyword: string, params: object = {}): object => ({
    instancePath,
    keyword,
    params,
    message: SECRET,
    data: SECRET,
  })
  const list = [
    error('/a~1b/0', 'minimum'),
    error('', 'required', { missingProperty: 'x' }),
    error('/a', 'additionalProperties', { additionalProperty: 'y' }),
    error('/a', 'unevaluatedProperties', { unevaluatedProperty: 'z' }),
  ]
  const faults = [
    { pointer: '#/a~1b/0', code: 'minimum', detail: REFUSED },
    { pointer: '#/x', code: 'required', detail: MISSING },
    { pointer: '#/a/y', code: 'unknown-member', detail: REFUSED },
    { pointer: '#/a/z', code: 'unknown-member', detail: REFUSED },
  ]
  const fastify = (validationContext: unknown, validation: unknown = list): Error =>
    coded('FST_ERR_VALIDATION', { statusCode: 400, validation, validationContext })
  const openApi = (name: string, status: number, errors: readonly object[], members: object = {}): Error =>
    named(name, { status, path: `/${SECRET}`, errors, ...members })
  answers([
    ['a list of ajv', list, invalid(...faults)],
    ['an error of ajv', coded(undefined, { ajv: true, validation: true, errors: list }), invalid(...faults)],
    ['a body that Fastify refuses', fastify('body'), misplaced(...faults.map((fault) => ({ in: 'body', ...fault })))],
    ['a part that Fastify does not name', fastify(7), misplaced(...faults.map((fault) => ({ in: 'body', ...fault })))],
    [
      'a query that Fastify refuses',
      fastify('querystring', [error('/page', 'minimum'), error('', 'required', { missingProperty: 'size' })]),
      misplaced(
        { in: 'query', parameter: 'page', code: 'minimum', detail: REFUSED },
        { in: 'query', parameter: 'size', code: 'required', detail: MISSING },
      ),
    ],
    [
      'fields that Fastify refuses',
      fastify('headers', [error('/x-a', 'type')]),
      misplaced({ in: 'header', header: 'x-a', code: 'type', detail: REFUSED }),
    ],
    [
      'a request that express-openapi-validator refuses',
      openApi('Bad Request', 400, [
        { path: '/body/a/0', message: SECRET, errorCode: 'minimum.openapi.validation' },
        { path: '/query/page', message: SECRET, errorCode: 'required.openapi.validation' },
        { path: '/params/id', message: SECRET },
        { path: '/headers/x-a', message: SECRET, errorCode: 7 },
        { path: '/cookies/sid', message: SECRET },
        { path: SECRET, message: SECRET },
      ]),
      misplaced(
        { in: 'body', pointer: '#/a/0', code: 'minimum', detail: REFUSED },
        { in: 'query', parameter: 'page', code: 'required', detail: MISSING },
        { in: 'path', parameter: 'id', code: 'invalid', detail: REFUSED },
        { in: 'header', header: 'x-a', code: 'invalid', detail: REFUSED },
        { in: 'cookie', parameter: 'sid', code: 'invalid', detail: REFUSED },
        { in: 'body', pointer: '#', code: 'invalid', detail: REFUSED },
      ),
    ],
    [
      'a method that express-openapi-validator refuses',
      openApi('Method Not Allowed', 405, [{ path: SECRET, message: SECRET }], {
        headers: { Allow: 'GET', 'Set-Cookie': SECRET },
      }),
      { status: 405, headers: { Allow: 'GET' } },
    ],
    ['a response that express-openapi-validator refuses', openApi('Internal Server Error', 500, []), 500],
  ])
})

describe('toProblem(): class-validator', () => {
  const children = [{ property: 'city', value: SECRET, children: [], constraints: { isEmail: SECRET, mine: SECRET } }]
  const cyclic: Record<string, unknown> = { property: 'a', constraints: { min: SECRET } }
  cyclic['children'] = [cyclic]
  answers([
    [
      'a tree',
      [
        { property: 'address', target: SECRET, value: SECRET, children },
        { property: 'leaf', children: undefined },
      ],
      invalid(
        { pointer: '#/address/city', code: 'format', detail: REFUSED },
        { pointer: '#/address/city', code: 'invalid', detail: REFUSED },
      ),
    ],
    [
      'a tree that contains itself',
      [cyclic],
      invalid(
        ...Array.from({ length: 9 }, (_, depth) => ({ pointer: `#${'/a'.repeat(depth + 1)}`, code: 'minimum', detail: REFUSED })),
      ),
    ],
  ])

  it('looks no further than it tells where a tree contains itself many times', () => {
    let looked = 0
    const constraints = { get: () => [{ min: SECRET }, looked++][0] }
    const many: object = Object.defineProperty({ property: 'a' }, 'constraints', constraints)
    Object.assign(many, { children: Array(1000).fill(many) })

    expect(toProblem([many]).extensions['errors']).to.have.length(100)
    // Once for the status and once for the list.
    expect(looked).to.equal(200)
  })
})

describe('toProblem(): superstruct, TypeBox and express-validator', () => {
  const failures = [{ path: ['a', 0], type: 'string', value: SECRET, message: SECRET, branch: [SECRET] }]
  const struct = (list: () => unknown): Error =>
    named('StructError', { path: ['b'], type: 'number', value: SECRET, refinement: undefined, failures: list })
  const result = (...errors: readonly object[]): object => ({ array: () => errors, mapped: () => ({}), errors })
  const fault = (location: unknown, path: string, type = 'field'): object => ({
    location,
    path,
    type,
    msg: SECRET,
    value: SECRET,
  })
  answers([
    ['failures of superstruct', struct(() => failures), invalid({ pointer: '#/a/0', code: 'type', detail: REFUSED })],
    [
      'a StructError whose failures throw',
      struct(() => {
        throw new Error(SECRET)
      }),
      invalid({ pointer: '#/b', code: 'type', detail: REFUSED }),
    ],
    [
      'an AssertError of TypeBox',
      coded(undefined, { error: { path: '/a/b', schema: {}, value: SECRET, message: SECRET } }),
      invalid({ pointer: '#/a/b', code: 'invalid', detail: REFUSED }),
    ],
    [
      'a result with faults of a body',
      result(fault('body', 'a.b[0]'), { type: 'alternative', nestedErrors: [SECRET] }),
      invalid(
        { in: 'body', pointer: '#/a/b/0', code: 'invalid', detail: REFUSED },
        { in: 'body', pointer: '#', code: 'union', detail: REFUSED },
      ),
    ],
    [
      'a result without a fault of a body',
      result(fault('query', 'page'), fault('params', 'id'), fault('headers', 'x-a'), fault('cookies', 'sid')),
      misplaced(
        { in: 'query', parameter: 'page', code: 'invalid', detail: REFUSED },
        { in: 'path', parameter: 'id', code: 'invalid', detail: REFUSED },
        { in: 'header', header: 'x-a', code: 'invalid', detail: REFUSED },
        { in: 'cookie', parameter: 'sid', code: 'invalid', detail: REFUSED },
      ),
    ],
    [
      'a result with a place that nobody knows',
      result(fault('moon', 'a')),
      invalid({ in: 'body', pointer: '#/a', code: 'invalid', detail: REFUSED }),
    ],
    [
      'a result with a place that every object has a property for, and without a name',
      result(fault('constructor', 'a'), { ...fault('query', 'a'), path: undefined }),
      misplaced(
        { in: 'body', pointer: '#/a', code: 'invalid', detail: REFUSED },
        { in: 'query', code: 'invalid', detail: REFUSED },
      ),
    ],
    [
      'a result with fields that nobody knows',
      result({ type: 'unknown_fields', fields: [fault('body', 'admin')], msg: SECRET }, { type: 'unknown_fields' }),
      invalid(
        { in: 'body', pointer: '#/admin', code: 'unknown-member', detail: REFUSED },
        { in: 'body', pointer: '#', code: 'unknown-member', detail: REFUSED },
      ),
    ],
    ['a result that is empty', result(), { status: 422, detail: DETAIL, errors: [] }],
  ])
})

describe('toProblem(): validators whose errors lack what tells the kind', () => {
  const joi = (type: string, context: object = {}): Error =>
    named('ValidationError', { details: [{ path: ['a'], type, message: SECRET, context }] })
  const yup = (members: object): Error =>
    named('ValidationError', { value: SECRET, path: 'a', errors: [SECRET], inner: [], ...members })
  const constraints = (given: object, more: object = {}): object[] => [
    { property: 'a', children: [], constraints: given, ...more },
  ]
  const size = { path: ['a'], type: 'string', refinement: 'size', value: SECRET, message: `mine ${SECRET}` }
  const struct = named('StructError', { path: ['a'], refinement: 'size', failures: () => [size] })
  const openApi = (...errors: readonly object[]): Error =>
    named('Bad Request', { status: 400, path: '/x', errors: errors.map((one) => ({ message: SECRET, ...one })) })
  const nested: Record<string, unknown> = { type: 'alternative', msg: SECRET }
  nested['nestedErrors'] = [nested]
  const at = (code: string): ReturnType<typeof invalid> => invalid({ pointer: '#/a', code, detail: REFUSED })
  const ajvList = [
    { instancePath: '/a', schemaPath: '#/properties/a/oneOf/2/type', keyword: 'type', params: { type: 'null' }, message: SECRET },
    {
      instancePath: '/a',
      schemaPath: '#/properties/a/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: [0, 1] },
      message: SECRET,
    },
  ]
  const errorMessage = (errors: unknown): object => ({
    instancePath: '/a',
    keyword: 'errorMessage',
    params: { errors },
    message: SECRET,
  })
  const deep = { instancePath: '/a', keyword: 'minLength', params: {}, message: SECRET }
  answers([
    ['a length of joi without a value', joi('string.length', { limit: 3 }), at('invalid')],
    ['too few members for joi', joi('object.length', { limit: 3, value: { secret: SECRET } }), at('minProperties')],
    ['too many members for joi', joi('object.length', { limit: 0, value: { secret: SECRET } }), at('maxProperties')],
    ['a code of tomorrow of joi', joi('any.tomorrow'), at('invalid')],
    ['strangers of yup without names', yup({ type: 'noUnknown' }), at('unknown-member')],
    ['an empty list of yup 0.32', yup({ type: 'required', params: { value: [] } }), at('minItems')],
    [
      'a name of a member that is no text',
      constraints({ isNotEmpty: SECRET }, { value: null }),
      invalid({ pointer: '#/a', code: 'required', detail: MISSING }),
    ],
    ['a length of class-validator with a text of the app', constraints({ isLength: 'Say more.' }, { value: 'a' }), at('invalid')],
    ['a size of superstruct with a text of the app', struct, at('invalid')],
    ['a list of ajv with a value that fits twice', ajvList, at('union')],
    ['ajv-errors in ajv-errors', [errorMessage([errorMessage([deep])])], at('minLength')],
    ['ajv-errors without the errors', [errorMessage(undefined)], at('invalid')],
    [
      'ajv-errors at the end of a long list',
      [...Array(9).fill(deep), errorMessage([{ ...deep, keyword: 'pattern' }])],
      invalid({ pointer: '#/a', code: 'minLength', detail: REFUSED }, { pointer: '#/a', code: 'pattern', detail: REFUSED }),
    ],
    [
      'older versions of express-openapi-validator, and what it says itself',
      openApi(
        { path: '.body.a.b[0]', errorCode: 'type.openapi.validation' },
        { path: '.query.page.size', message: "Empty value found for query parameter 'page'" },
        { path: '/query' },
      ),
      misplaced(
        { in: 'body', pointer: '#/a/b/0', code: 'type', detail: REFUSED },
        { in: 'query', parameter: 'page.size', code: 'minLength', detail: REFUSED },
        { in: 'query', code: 'invalid', detail: REFUSED },
      ),
    ],
    [
      'alternatives of express-validator that hold themselves',
      { array: () => [], mapped: () => ({}), errors: [nested] },
      invalid({ in: 'body', pointer: '#', code: 'union', detail: REFUSED }),
    ],
  ])

  it('reads a code that is ours, or a keyword of JSON Schema', () => {
    expect(['unique', 'exclusiveMinimum', 'isMine', 7, undefined].map(codeOf)).to.deep.equal([
      'unique',
      'minimum',
      undefined,
      undefined,
      undefined,
    ])
  })
})
