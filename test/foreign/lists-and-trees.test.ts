/** Validators that give lists of fields, trees of what could not be decoded, or the errors of a JSON Schema. */
import { expect } from 'chai'
import createError from 'http-errors'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { answers, named, type Row, SECRET } from './shaped.js'

const fault = (place: string | object, code = 'invalid'): object => ({
  ...(typeof place === 'string' ? { pointer: place } : place),
  code,
  detail: code === 'required' ? 'A value is required here.' : 'The value is not allowed here.',
})
const invalid = (status: number, ...errors: readonly object[]): Row[2] => ({
  status,
  detail: 'The request could be read, but some of its values are not allowed.',
  errors,
})
const error = (members: object, message = SECRET): Error => Object.assign(new Error(message), members)

describe('toProblem(): vine, async-validator and typia', () => {
  const vine = (messages: unknown, members: object = {}): Error =>
    error({ status: 422, code: 'E_VALIDATION_ERROR', messages, ...members })
  const lines = { message: SECRET, rule: 'required', field: 'lines.0.amount', meta: { min: SECRET } }
  const ofAsync = (errors: unknown, fields: unknown = {}): Error => error({ errors, fields }, 'Async Validation Error')
  const typia = (path: unknown): Error => named('TypeGuardError', { method: 'typia.assert', path, expected: 'x', value: SECRET })
  answers([
    ['vine', vine([lines]), invalid(422, fault('#/lines/0/amount', 'required'))],
    ['vine with the status of the app', vine([lines], { status: 400 }), invalid(400, fault('#/lines/0/amount', 'required'))],
    ['an error of the app with the code of vine', vine([SECRET]), 422],
    ['an error of the app with the code of vine and one text', vine(SECRET), 422],
    [
      'async-validator',
      ofAsync([
        { field: 'lines.0.amount', fieldValue: SECRET, message: SECRET },
        { field: 'name', message: SECRET },
      ]),
      invalid(422, fault('#/lines/0/amount'), fault('#/name')),
    ],
    ['an error of the app with errors and fields', error({ errors: [{ field: 'a', message: SECRET }], fields: {} }), 500],
    ['typia', typia('$input.lines[0]["a-b"].amount'), invalid(422, fault('#/lines/0/a-b/amount'))],
    ['typia about all of it', typia('$input'), invalid(422, fault('#'))],
    ['typia without a path', typia(undefined), invalid(422, fault('#'))],
    ['a TypeGuardError of the app', named('TypeGuardError', { path: SECRET }), 500],
  ])
})

describe('toProblem(): fast-json-patch', () => {
  const patch = (name: string, index: unknown = 2, status = {}): Error =>
    named(name, { index, operation: { op: 'test', path: '/a', value: SECRET }, tree: { a: SECRET }, ...status })
  const at = { in: 'body', pointer: '#/2' }
  answers([
    ['a test that failed', patch('TEST_OPERATION_FAILED'), invalid(409, fault(at))],
    ['a path that is not there', patch('OPERATION_PATH_UNRESOLVABLE'), invalid(409, fault(at))],
    ['a place that takes no more', patch('OPERATION_PATH_CANNOT_ADD'), invalid(409, fault(at))],
    ['an operation that there is not', patch('OPERATION_OP_INVALID'), invalid(400, fault(at))],
    ['a document that is no list', patch('SEQUENCE_NOT_AN_ARRAY', null), invalid(400, fault({ ...at, pointer: '#' }))],
    ['the status of the app', patch('TEST_OPERATION_FAILED', 0, { status: 412, expose: false, statusCode: 412 }), 412],
    ['an error of the app under such a name', named('OPERATION_OP_INVALID', { status: 418 }), 418],
  ])
})

describe('toProblem(): lists of fields', () => {
  const field = (name: string, members: object): object => ({ field: name, message: SECRET, actual: SECRET, ...members })
  const texts = { first: () => SECRET, has: () => true, all: () => SECRET }
  class Errors {
    errors: unknown
    constructor(errors: unknown) {
      this.errors = errors
      Object.defineProperties(this, Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, { value }])))
    }
  }
  answers([
    [
      'fastest-validator',
      [field('lines[0].amount', { type: 'number' }), field('name', { type: 'required' })],
      invalid(422, fault('#/lines/0/amount', 'type'), fault('#/name', 'required')),
    ],
    [
      'parameter',
      [field('age', { code: 'invalid' }), field('name', { code: 'missing_field' })],
      invalid(422, fault('#/age', 'invalid'), fault('#/name', 'required')),
    ],
    [
      'koa-parameter',
      createError(422, 'Validation Failed', {
        code: 'INVALID_PARAM',
        params: SECRET,
        errors: [field('name', { code: 'missing_field' })],
      }),
      invalid(422, fault('#/name', 'required')),
    ],
    ['a code of the app', [field('age', { code: SECRET })], 500],
    [
      'validatorjs',
      new Errors({ 'address.zip': [SECRET], name: [SECRET] }),
      invalid(422, fault('#/address/zip'), fault('#/name')),
    ],
    ['validatorjs without a fault', new Errors({}), 500],
    ['errors of the app', { errors: { name: [SECRET] }, status: 409 }, 409],
    ['errors of the app that are a list', { ...texts, errors: [SECRET], status: 409 }, 409],
    [
      "TypeBox's list",
      [{ type: 45, path: '/a/b', schema: {}, message: SECRET, value: SECRET }],
      invalid(422, fault('#/a/b', 'required')),
    ],
    ['a list of paths', [{ type: 45, path: '/a' }], 500],
  ])
})

describe('toProblem(): libraries of JSON Schema', () => {
  const json = (path: readonly unknown[], name: string, argument: unknown): object => ({
    path,
    name,
    argument,
    property: 'instance.a',
    instance: SECRET,
    message: SECRET,
  })
  const openapi = (location: string, path: string): object => ({
    location,
    path,
    message: SECRET,
    errorCode: 'type.openapi.requestValidation',
  })
  const ajv = (instancePath: string): object => ({ instancePath, keyword: 'type', message: SECRET, params: {} })
  answers([
    ['the first error of jsonschema', json(['a', 0], 'type', [SECRET]), invalid(422, fault('#/a/0', 'type'))],
    [
      'the result of jsonschema',
      error({ errors: [json([], 'required', 'q'), json(['a'], 'additionalProperties', 'b')], instance: SECRET }),
      invalid(422, fault('#/q', 'required'), fault('#/a/b', 'unknown-member')),
    ],
    ['errors of the app', error({ errors: [{ path: [], name: SECRET }], status: 409 }), 409],
    [
      'is-my-json-valid',
      [
        { field: 'data.a[0]', message: 'is the wrong type' },
        { field: 'data', message: 'is required' },
      ],
      invalid(422, fault('#/a/0', 'type'), fault('#', 'required')),
    ],
    ['fields of the app', [{ field: 'database', message: SECRET }], 500],
    [
      'openapi-request-validator',
      { status: 400, errors: [openapi('body', 'a.b'), openapi('query', 'n'), openapi('path', 'id'), openapi('headers', 'x')] },
      invalid(
        400,
        fault({ in: 'body', pointer: '#/a/b' }, 'type'),
        fault({ in: 'query', parameter: 'n' }, 'type'),
        fault({ in: 'path', parameter: 'id' }, 'type'),
        fault({ in: 'header', header: 'x' }, 'type'),
      ),
    ],
    ['an object of the app with errors', { status: 409, errors: [{ location: 'body' }] }, 409],
    [
      'openapi-validator-middleware',
      error({ errors: [ajv('/body/a'), ajv('.query.n'), ajv('/path/id'), ajv(SECRET)] }, 'Input validation error'),
      invalid(
        400,
        fault({ in: 'body', pointer: '#/a' }, 'type'),
        fault({ in: 'query', parameter: 'n' }, 'type'),
        fault({ in: 'path', parameter: 'id' }, 'type'),
        fault({ in: 'body', pointer: '#' }, 'type'),
      ),
    ],
    [
      'openapi-validator-middleware with ajv 6',
      error({ errors: [{ dataPath: '.body.a', keyword: 'type', params: {} }] }, 'Input validation error'),
      invalid(422, fault({ in: 'body', pointer: '#/a' }, 'type')),
    ],
    ['that text of the app', error({ errors: [SECRET] }, 'Input validation error'), 500],
  ])
})

describe('toProblem(): io-ts, runtypes and Effect Schema', () => {
  const ioTs = (value: unknown, ...keys: readonly string[]): object => ({
    value,
    context: ['', ...keys].map((key) => ({ key, type: { name: SECRET }, actual: SECRET })),
  })
  const failure = (code: string, details?: object): object => ({
    success: false,
    code,
    details,
    message: SECRET,
    received: SECRET,
  })
  const runtypes = (one: object): Error => named('ValidationError', { failure: one })
  const effect = (issue: object, tag = 'ParseError'): Error => error({ _tag: tag, issue })
  const pointer = (path: unknown, issue: object): object => ({ _tag: 'Pointer', path, issue, actual: SECRET })
  const endless: { _tag: string; issue?: unknown } = { _tag: 'Refinement' }
  endless.issue = endless
  const circle = failure('X', {}) as { details: object }
  circle.details = { a: circle }
  const wide = Array.from({ length: 200 }, (_, index) => pointer(index, { _tag: 'Type' }))
  answers([
    ['io-ts', [ioTs('x', 'a', '0'), ioTs(undefined, 'b')], invalid(422, fault('#/a/0', 'type'), fault('#/b', 'required'))],
    ['contexts of the app', [{ context: [{ key: SECRET }] }], 500],
    ['contexts that are none', [{ context: SECRET }], 500],
    [
      'runtypes',
      runtypes(
        failure('CONTENT_INCORRECT', { a: failure('PROPERTY_MISSING'), b: failure('X', { c: failure('TYPE_INCORRECT') }) }),
      ),
      invalid(422, fault('#/a', 'required'), fault('#/b/c', 'type')),
    ],
    ['a failure that contains itself', runtypes(circle), invalid(422, fault(`#${'/a'.repeat(32)}`))],
    ['a whole value', runtypes(failure('VALUE_INCORRECT')), invalid(422, fault('#'))],
    ['a failure of the app', named('ValidationError', { failure: SECRET, status: 409 }), 409],
    [
      'Effect Schema',
      effect({
        _tag: 'Composite',
        issues: [
          pointer('a', { _tag: 'Missing' }),
          pointer(['b', 0], { _tag: 'Refinement', issue: { _tag: 'Type', actual: SECRET } }),
        ],
      }),
      invalid(422, fault('#/a', 'required'), fault('#/b/0', 'type')),
    ],
    [
      'one issue of Effect Schema',
      effect({ _tag: 'Composite', issues: pointer('a', { _tag: 'Unexpected' }) }),
      invalid(422, fault('#/a', 'unknown-member')),
    ],
    [
      'the next version of Effect Schema',
      effect(pointer(['a'], { _tag: 'MissingKey' }), 'SchemaError'),
      invalid(422, fault('#/a', 'required')),
    ],
    ['an issue that contains itself', effect(endless), invalid(422, fault('#'))],
    ['a tag of the app', error({ _tag: 'ParseError', issue: SECRET, status: 409 }), 409],
  ])
  it('tell no more than a hundred faults', () => {
    const issues = [pointer('a', { _tag: 'Composite', issues: wide }), pointer('b', { _tag: 'Type' })]
    const errors = toProblem(effect({ _tag: 'Composite', issues })).extensions.errors
    const many = Object.fromEntries(wide.map((_, index) => [`a${index}`, failure('X', { b: failure('X'), c: failure('X') })]))

    expect(errors).to.have.length(100)
    expect(toProblem(runtypes(failure('X', many))).extensions.errors).to.have.length(100)
  })
})
