/** What the package makes without a server: each entry makes something of everything that it can be given. */

import { createError } from '../../lib/compat/index.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { prepareScope } from '../../lib/handler/scope.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import * as main from '../../lib/index.js'
import { problemComponents, problemResponses } from '../../lib/openapi/index.js'
import { html } from '../../lib/respond/representations/html/html.js'
import { assertExamples, assertProblemResponse } from '../../lib/testing/index.js'
import { prepareValidation } from '../../lib/validate/prepare.js'
import * as express from '../../middleware/express/index.js'
import * as koa from '../../middleware/koa/index.js'
import { shapes } from '../foreign/library-shapes.js'
import { HallClosed, OrderPaid, SeatTaken, TooManySeats } from '../openapi/problems.js'
import { answered, plainFacts } from '../respond/answer-to.js'

/** Makes something; what it gives is looked at when Object.prototype is clean again. */
export type Making = () => unknown

const { createProblem, defineProblem, isHttpProblem, map, NotFound, problemClasses, toProblem, upstreamProblem } = main

const options = {
  400: { challenges: { scheme: 'Bearer', realm: 'a' } },
  405: { allow: ['GET'] },
  413: { retryAfter: 5 },
  415: { accept: 'application/json', acceptPatch: ['a/b'] },
  416: { size: 7 },
  426: { upgrade: 'HTTP/2.0' },
  429: { rateLimit: { policies: [{ name: 'a', quota: 9 }], limits: [{ name: 'a', remaining: 0 }] } },
  451: { blockedBy: 'https://example.com/' },
} as const
const common = {
  detail: 'text',
  instance: '/7',
  extensions: { a: { b: [1] } },
  headers: { 'X-A': 'b' },
  cause: 'c',
  expose: true,
}

const classes = Object.entries(problemClasses) as unknown as [keyof typeof options, new (...args: unknown[]) => Error][]
const instances = (make: (Class: new (...args: unknown[]) => Error, own: object) => unknown): Making => {
  return () => classes.map(([status, Class]) => make(Class, Object.hasOwn(options, status) ? options[status] : {}))
}

const facts = {
  type: 'https://api.example.com/problems/seat-gone',
  status: 409,
  title: 'The seat is gone',
  members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
  examples: [{ seat: '1' }],
} as const

const parts = {
  body: () => ({ is: 'parsed', value: { title: 'a', more: {} } }) as const,
  query: () => ({ page: '2' }),
  params: () => ({ id: 'x' }),
  headers: () => ({ 'x-a': 'b' }),
  cookies: () => ({}),
}
const text = { type: 'object', properties: { page: { type: 'integer' } }, additionalProperties: false } as const
const body = {
  type: 'object',
  properties: { title: { type: 'string' }, author: { type: 'string' } },
  required: ['title'],
} as const
const passes = prepareValidation({ body, query: text })
// Not as a name, which would make promises of schemas for tools that look at the text.
const THEN = 'then'
// Each kind of schema that converts, chooses or fills in.
const converts = prepareValidation({
  body: {
    $defs: { tag: { $anchor: 'tag', type: 'string', default: 'new' } },
    type: 'object',
    properties: { tag: { $ref: '#tag' }, more: { type: 'object', default: {}, properties: { deep: { default: 1 } } } },
    if: { required: ['title'] },
    [THEN]: { properties: { long: { default: true } } },
  },
  query: {
    type: 'object',
    properties: { page: { anyOf: [{ type: 'integer' }, { type: 'null' }] }, size: { default: 20 }, ids: { type: 'array' } },
    patternProperties: { '^x': { enum: [1, 2] } },
    dependentSchemas: { page: { properties: { order: { default: 'asc' } } } },
  },
  headers: { type: 'object', properties: { 'x-a': { type: 'array', prefixItems: [{ type: 'string' }] } } },
})
// Alternatives, of which one is meant.
const unions = prepareValidation({
  body: {
    type: 'object',
    properties: {
      more: {
        oneOf: [
          { type: 'object', properties: { kind: { const: 'a' }, size: { type: 'integer' } }, required: ['kind', 'size'] },
          { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind', 'name'] },
        ],
      },
      title: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    },
  },
})
const refuses = prepareValidation({
  body: { ...body, required: ['author'] },
  params: { ...text, required: ['page'] },
  cookies: text,
})

// Made before: http-errors itself copies what it finds on Object.prototype.
const thrown = shapes.map(({ make, marks }) => Object.assign(make(), marks))

const response = {
  status: 409,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'retry-after': '5' },
  body: { type: SeatTaken.type, title: SeatTaken.title, status: 409, seat: '12A' },
}

// Handlers are made at start-up. ajv, which then compiles the schemas, cannot work in a polluted process.
const [plain, small, full] = [
  {},
  { maxBytes: 1024 },
  { types: [SeatTaken], baseUri: 'https://example.com/', members: () => ({ id: 7 }) },
].map((options) => {
  const settings = prepareSettings(options, () => undefined)
  return (problem: main.HttpProblem) => answered(problem, plainFacts, () => fields, settings)
})
const fields = { names: ['etag', 'vary'], field: () => 'Origin' }
const answers = (): unknown => [
  full?.(new SeatTaken({ seat: '1' })),
  plain?.(new main.Unauthorized()),
  plain?.(new main.Conflict('text', { extensions: { a: { b: [1] } } })),
  plain?.(createProblem(405)),
  small?.(new main.TooEarly({ extensions: { big: 'a'.repeat(2000) } })),
]

/** By what is made. */
export const makings: Readonly<Record<string, Making>> = {
  'an instance of each class': instances((Class, own) => new Class({ ...own })),
  'an instance of each class with a text': instances((Class, own) => new Class('text', own)),
  'an instance of each class with every option': instances((Class, own) => new Class('text', { ...common, ...own })),
  'an instance of each class with nothing': instances((Class) => new Class()),
  'a subclass': () => new OrderPaid({ id: 7 }),
  'createProblem()': () => [
    createProblem(404),
    createProblem(499 as number, 'text'),
    createProblem(522 as number),
    createProblem(403, 'text', { type: 'https://example.com/a', title: 'A' }),
    createProblem(Number.NaN),
  ],
  'instances of declared classes': () => [
    new SeatTaken({ seat: '1' }),
    new HallClosed(),
    new TooManySeats(),
    new TooManySeats({ most: 3 }),
  ],
  'a document': () => JSON.stringify(new SeatTaken({ seat: '1' }, { instance: '/7' })),
  'a declaration': () => {
    const Class = defineProblem('SeatGone', facts)
    return [Class.definition, new Class({ seat: '1' }), new Class({ seat: '1' }, { detail: 'gone' })]
  },
  'a wrong declaration': () => defineProblem('SeatGone', { ...facts, status: 700 as 409 }),
  'toProblem() of any value': () =>
    [new Error('a'), {}, [], null, 5, 'a', Object.create(null), new AggregateError([new NotFound()])].map((thrown) =>
      toProblem(thrown),
    ),
  'toProblem() of errors of libraries': () => thrown.map((error) => toProblem(error)),
  'toProblem() with options': () =>
    toProblem(new RangeError('a'), { map: [map(RangeError, NotFound)], constraints: { a: '/b' } }),
  'toProblem() with thrownFaults': () => thrown.map((error) => toProblem(error, { thrownFaults: 'server' })),
  'a declaration with alternatives': () => {
    const { definition } = defineProblem('CardGone', {
      ...facts,
      members: {
        type: 'object',
        properties: {},
        $defs: { card: { $anchor: 'card', type: 'object', nullable: true } },
        oneOf: [{ $ref: '#card' }, { if: { type: 'object' }, [THEN]: { required: ['seat'] } }],
      },
    })
    return definition
  },
  'upstreamProblem()': () => upstreamProblem({ status: 503, headers: { 'retry-after': '5' }, body: '{}' }),
  'the answers to problems': answers,
  'handlers and scopes': () => [
    express.problemHandler({}),
    koa.problemHandler({}),
    express.problemScope({}),
    koa.problemScope({}),
    prepareScope({}),
  ],
  'pages of HTML': () => {
    const problem = new SeatTaken({ seat: '1' })
    const context = { problem, facts: plainFacts, language: 'de', debug: false }
    const forms = [html, html({}), html({ name: 'Shop', help: '/help', texts: () => ({ retry: 'später' }) })]
    const documents = [problem.toJSON(), new NotFound().toJSON(), { type: 'about:blank', status: 499 }]
    return forms.map((form) => [form.headers, documents.map((document) => form.encode(document, context))])
  },
  'describeStatus()': () => [404, 418, 499, 522, 200].map(main.describeStatus),
  'a registered type': () => new main.registeredTypes.QuotaExceeded({ 'violated-policies': ['daily'] }),
  'createError() of compat': () =>
    [
      createError(),
      createError(404),
      createError('a'),
      createError(409, 'a', { b: 1 }),
      createError(500, new Error('a')),
      createError.NotFound('b'),
    ].map((error) => [error, isHttpProblem(error) && error.toJSON()]),
  'validation that passes': () => passes(parts),
  'validation that converts': () => converts(parts),
  'validation with alternatives': () => unions(parts),
  'validation that refuses': () => refuses(parts),
  'OpenAPI components': () =>
    (['3.0', '3.1'] as const).map((version) => problemComponents([SeatTaken, HallClosed, NotFound], { version })),
  'OpenAPI responses': () => problemResponses(SeatTaken, NotFound),
  'an assertion that holds': () => assertProblemResponse(response, SeatTaken, { seat: '12A' }),
  'an assertion that fails': () => assertProblemResponse(response, HallClosed),
  'an assertion about examples': () => assertExamples(SeatTaken, TooManySeats),
}

/** Tells of a value all that it has itself, its prototype's name and what was noted on it. */
export function told(value: unknown, seen: readonly unknown[] = []): unknown {
  if (typeof value === 'function') return `function ${value.name}`
  if (typeof value !== 'object' || value === null)
    return typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : (value ?? String(value))
  if (seen.includes(value)) return 'again'
  const names = Object.getOwnPropertyNames(value).filter((name) => name !== 'stack')
  const members = names.map((name) => [name, told(Reflect.get(value, name), [...seen, value])])
  return [value.constructor?.name, members, value instanceof Error ? told(faultsOf(value), [value]) : []]
}
