/**
 * Records errors of real validators that hold several faults or alternatives, with what is to be told of them:
 * `node test/real-errors/record/several.mjs > test/fixtures/validator-unions.jsonl`.
 */
import { createRequire } from 'node:module'
import Joi from 'joi'
import * as s from 'superstruct'

const require = createRequire(import.meta.url)
const V1 = (await import('typebox/value')).default ?? (await import('typebox/value'))
const T = (await import('typebox')).Type
const { Type: T0 } = await import('@sinclair/typebox')
const { Value } = await import('@sinclair/typebox/value')
const out = []
const put = (library, name, error, told) => out.push({ library, kind: name, error, told })
const plain = (e) => JSON.parse(JSON.stringify({ ...e, name: e.name, message: e.message }))
const joi = (name, sch, val, told, o = {}) =>
  put('joi', name, plain(sch.validate(val, { abortEarly: false, convert: false, ...o }).error), told)
const tagged = Joi.object({
  x: Joi.alternatives().try(
    Joi.object({ kind: Joi.valid('a').required(), n: Joi.number().required() }),
    Joi.object({ kind: Joi.valid('b').required(), m: Joi.number().required() }),
  ),
})
joi('the first alternative', tagged, { x: { kind: 'a', n: 'q' } }, ['#/x/n type'])
joi('the second alternative', tagged, { x: { kind: 'b', m: 'q' } }, ['#/x/m type'])
joi('an alternative at the first fault', tagged, { x: { kind: 'b', m: 'q' } }, ['#/x union'], { abortEarly: true })
joi('no alternative', tagged, { x: { kind: 'c' } }, ['#/x union'])
joi('a value of another type', tagged, { x: 7 }, ['#/x type'])
joi('types', Joi.object({ x: Joi.alternatives().try(Joi.number(), Joi.string()) }), { x: true }, ['#/x type'])
joi('all of them', Joi.object({ x: Joi.alternatives().try(Joi.number().min(3), Joi.number().max(0)).match('all') }), { x: 1 }, [
  '#/x union',
])
joi('one of them', Joi.object({ x: Joi.alternatives().try(Joi.number(), Joi.number()).match('one') }), { x: 1 }, ['#/x union'])
joi('members together', Joi.object({ a: Joi.any(), b: Joi.any(), c: Joi.any() }).and('a', 'b').with('a', 'c'), { a: 1 }, [
  '#/b required',
  '#/c required',
])
joi('members apart', Joi.object({ a: Joi.any(), b: Joi.any() }).without('a', 'b'), { a: 1, b: 1 }, ['#/b unknown-member'])
joi('one member of some', Joi.object({ a: Joi.any(), b: Joi.any() }).or('a', 'b'), {}, ['# union'])
const st = (name, sch, val, told) => {
  const [x] = s.validate(val, sch)
  put(
    'superstruct',
    name,
    {
      ...plain(x),
      refinement: null,
      failures: [...x.failures()].map((f) => ({
        path: f.path,
        type: f.type,
        refinement: f.refinement,
        value: f.value === undefined ? '__undefined__' : f.value,
        message: f.message,
      })),
    },
    told,
  )
}
const su = s.object({
  x: s.union([s.object({ kind: s.literal('a'), n: s.number() }), s.object({ kind: s.literal('b'), m: s.number() })]),
  y: s.string(),
})
st('the first alternative', su, { x: { kind: 'a', n: 'q' }, y: 7 }, ['#/x/n type', '#/y type'])
st('the second alternative', su, { x: { kind: 'b', m: 'q' }, y: 'a' }, ['#/x/m type'])
st('no alternative', su, { x: { kind: 'c' }, y: 'a' }, ['#/x union'])
st('nested alternatives', s.object({ x: s.union([s.string(), s.union([s.number(), s.boolean()])]) }), { x: [] }, ['#/x type'])
st('a number within bounds', s.object({ x: s.size(s.number(), 3, 5), y: s.size(s.number(), 3, 5) }), { x: 1, y: 9 }, [
  '#/x minimum',
  '#/y maximum',
])
st('a list that has to be empty', s.object({ x: s.empty(s.array()) }), { x: [1] }, ['#/x maxItems'])
const t1 = (name, sch, val, told) => {
  try {
    V1.Assert(sch, val)
  } catch (e) {
    put('typebox1', name, { message: e.message, cause: plain(e.cause) }, told)
  }
}
const tt = T.Object(
  { x: T.Union([T.Object({ kind: T.Literal('a'), n: T.Number() }), T.Object({ kind: T.Literal('b'), m: T.Number() })]) },
  { additionalProperties: false },
)
t1('the second alternative', tt, { x: { kind: 'b', m: 'q' } }, ['#/x/m type'])
t1('no alternative', tt, { x: { kind: 'c' } }, ['#/x/kind enum'])
t1('members that are missing', T.Object({ a: T.String(), b: T.String() }), {}, ['#/a required', '#/b required'])
const t0 = (name, sch, val, told) => {
  try {
    Value.Assert(sch, val)
  } catch (x) {
    put(
      'typebox',
      name,
      {
        message: x.message,
        error: {
          type: x.error.type,
          path: x.error.path,
          value: x.error.value,
          message: x.error.message,
          schema: JSON.parse(JSON.stringify(x.error.schema)),
        },
      },
      told,
    )
  }
}
t0('a value of no type', T0.Object({ x: T0.Union([T0.Array(T0.String()), T0.Integer(), T0.Null()]) }), { x: 'q' }, ['#/x type'])
t0('null', T0.Object({ x: T0.Union([T0.String(), T0.Integer()]) }), { x: null }, ['#/x type'])
t0('a list', T0.Object({ x: T0.Union([T0.String(), T0.Array(T0.String())]) }), { x: [7] }, ['#/x union'])
t0('objects', T0.Object({ x: T0.Union([T0.Object({ a: T0.String() }), T0.Object({ b: T0.String() })]) }), { x: {} }, [
  '#/x union',
])
const Ajv = require('ajv').default
const ajv = new Ajv({ allErrors: true })
require('ajv-errors')(ajv)
const ae = (name, sch, val, told) => {
  const c = ajv.compile(sch)
  c(val)
  put('ajv-errors', name, JSON.parse(JSON.stringify(c.errors)), told)
}
ae(
  'messages of an object',
  {
    type: 'object',
    required: ['a', 'c'],
    properties: { a: { type: 'string' }, b: { type: 'integer', minimum: 3 } },
    additionalProperties: false,
    errorMessage: { required: { a: 'need a', c: 'need c' }, properties: { b: 'b bad' }, additionalProperties: 'no' },
  },
  { b: 1, z: 1 },
  ['#/z unknown-member', '#/a required', '#/c required', '#/b minimum'],
)
ae(
  'a message of a member',
  { type: 'object', properties: { a: { type: 'string', minLength: 3, pattern: 'q', errorMessage: 'Say more' } } },
  { a: 'x' },
  ['#/a minLength', '#/a pattern'],
)
const ajv6 = new (require('ajv-6'))({ allErrors: true })
const c6 = ajv6.compile({
  type: 'object',
  properties: { 'a b': { type: 'array', items: { required: ['x'] } } },
  dependencies: { 'a b': ['c'] },
})
c6({ 'a b': [{}] })
put('ajv-6', 'paths', JSON.parse(JSON.stringify(c6.errors)), ['#/a%20b/0/x required', '#/c required'])
const ev = require('express-validator')
const ev6 = require('express-validator-6')
const undef = (o) => JSON.parse(JSON.stringify(o, (_k, v) => (v === undefined ? '__undefined__' : v)))
const evr = async (name, chains, req, told) => {
  for (const c of chains) await c.run(req)
  put('express-validator', name, undef({ errors: ev.validationResult(req).errors }), told)
}
const alt = (o) => ev.oneOf([ev.body('a').isEmail(), [ev.body('b.c').exists(), ev.query('q').isInt()]], o)
await evr('alternatives in groups', [alt()], { body: { a: 'x' }, query: {} }, [
  'body #/a invalid',
  'body #/b/c required',
  'query q required',
])
await evr('alternatives in one list', [alt({ errorType: 'flat' })], { body: { a: 'x' }, query: {} }, [
  'body #/a invalid',
  'body #/b/c required',
  'query q required',
])
await evr('the alternative with the fewest errors', [alt({ errorType: 'least_errored' })], { body: { a: 'x' }, query: {} }, [
  'body #/a invalid',
])
await evr(
  'alternatives of the query',
  [ev.oneOf([ev.query('q').isInt(), ev.query('p').isInt()])],
  { body: {}, query: { q: 'x' } },
  ['query q invalid', 'query p required'],
)
await evr(
  'fields that nobody knows',
  [ev.checkExact([ev.query('ok').optional(), ev.body('ok').optional()])],
  { body: { 'a.b': 1, d: { e: 1 } }, query: { zz: 1 } },
  ['query zz unknown-member', 'body #/a.b unknown-member', 'body #/d unknown-member'],
)
await evr(
  'a field with a dot',
  [ev.header('x.y').exists(), ev.cookie('sid').exists(), ev.param('id').isInt()],
  { body: {}, headers: {}, cookies: {}, params: { id: 'q' } },
  ['header x.y required', 'cookie sid required', 'path id invalid'],
)
const r6 = { body: { a: 'x' }, query: {} }
await ev6.oneOf([ev6.body('a').isEmail(), [ev6.body('b').exists(), ev6.query('q').isInt()]]).run(r6)
await ev6.body('m').isInt().run(r6)
put('express-validator', 'version 6', undef({ errors: ev6.validationResult(r6).errors }), [
  'body #/a invalid',
  'body #/b required',
  'query q required',
  'body #/m required',
])
const yup = await import('yup')
try {
  await yup
    .object({ a: yup.object({}).noUnknown(), l: yup.array().required().min(1), t: yup.boolean().isTrue() })
    .strict()
    .validate({ a: { x: 1, y: 2 }, l: [], t: false }, { abortEarly: false })
} catch (x) {
  put(
    'yup',
    'strangers, an empty list, a box that is not ticked',
    {
      ...plain(x),
      inner: x.inner.map((i) => {
        const p = plain(i.params)
        delete p.spec
        return { ...plain(i), params: p }
      }),
    },
    ['#/l minItems', '#/t const', '#/a/x unknown-member', '#/a/y unknown-member'],
  )
}
// express-openapi-validator
const OV = await import('express-openapi-validator')
const express = (await import('express')).default
const app = express()
app.use(express.json())
const S = (schema) => ({ required: true, content: { 'application/json': { schema } } })
app.use(
  OV.middleware({
    apiSpec: {
      openapi: '3.0.3',
      info: { title: 't', version: '1' },
      paths: {
        '/x/{id}': {
          post: {
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
              { name: 'page', in: 'query', required: true, schema: { type: 'integer', minimum: 1 } },
              { name: 'X-A', in: 'header', required: true, schema: { type: 'string', enum: ['q'] } },
              { name: 'sid', in: 'cookie', required: true, schema: { type: 'string' } },
            ],
            requestBody: S({
              type: 'object',
              required: ['a'],
              additionalProperties: false,
              properties: {
                a: { type: 'string', minLength: 3 },
                'b/c': { type: 'integer' },
                pet: {
                  oneOf: [
                    {
                      type: 'object',
                      required: ['kind', 'm'],
                      properties: { kind: { type: 'string', enum: ['a'] }, m: { type: 'integer' } },
                    },
                    {
                      type: 'object',
                      required: ['kind'],
                      properties: { kind: { type: 'string', enum: ['b'] }, n: { type: 'integer' } },
                    },
                  ],
                },
                n: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
              },
            }),
            responses: { 200: { description: 'ok' } },
          },
        },
      },
    },
    validateRequests: { allErrors: true },
    validateResponses: false,
  }),
)
app.post('/x/:id', (_q, r) => r.end('ok'))
let caught
app.use((e, _q, r, _n) => {
  caught = { name: e.name, status: e.status, path: e.path, message: e.message, errors: e.errors }
  r.status(e.status ?? 500).end()
})
await new Promise((done) => {
  const srv = app.listen(0, '127.0.0.1', async () => {
    const go = async (name, told, u, body, h = {}) => {
      caught = undefined
      await fetch(`http://127.0.0.1:${srv.address().port}${u}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...h },
        body: body && JSON.stringify(body),
      })
      put('express-openapi-validator', name, JSON.parse(JSON.stringify(caught)))
      out.at(-1).told = told
    }
    const fine = { 'x-a': 'q', cookie: 'sid=1' }
    await go('a parameter that nobody knows', ['query zz unknown-member'], '/x/1?page=1&zz=1', { a: 'abc' }, fine)
    await go(
      'parameters and fields',
      ['path id type', 'query page minimum', 'header x-a enum', 'body #/a minLength'],
      '/x/q?page=0',
      { a: 'x' },
      { 'x-a': 'z' },
    )
    await go(
      'members',
      ['body #/z unknown-member', 'body #/a required', 'body #/b~1c type', 'body #/n type'],
      '/x/1?page=1',
      { z: 1, 'b/c': 'x', n: true },
      fine,
    )
    await go('an alternative', ['body #/pet/m type'], '/x/1?page=1', { a: 'abc', pet: { kind: 'a', m: 'x' } }, fine)
    srv.close(done)
  })
})
for (const one of out) console.log(JSON.stringify(one))
process.exit()
