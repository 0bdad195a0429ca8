/**
 * Records the error of each kind of fault of real validators: `node test/real-errors/record/kinds.mjs > test/fixtures/validator-errors.jsonl`.
 * Needs the packages of this folder's package.json.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

import Joi from 'joi'
import * as s from 'superstruct'
import * as yup from 'yup'

const { Type: T } = await import('@sinclair/typebox')
const { Value } = await import('@sinclair/typebox/value')
const tf = await import('@sinclair/typebox')
for (const [n, r] of [
  ['email', /@/],
  ['uuid', /^[0-9a-f-]{36}$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
])
  tf.FormatRegistry.Set(n, (v) => r.test(v))
const TB1 = await import('typebox')
const V1 = (await import('typebox/value')).default ?? (await import('typebox/value'))
const T1 = TB1.Type ?? TB1.default
const out = {}
const put = (lib, kind, error) => {
  if (error === undefined) {
    console.error(lib, kind, 'no error')
    return
  }
  out[lib] = { ...out[lib], [kind]: error }
}
const plain = (e) =>
  JSON.parse(
    JSON.stringify({ ...e, name: e.name, message: e.message }, (_k, v) =>
      typeof v === 'bigint' || typeof v === 'function'
        ? undefined
        : v === undefined
          ? undefined
          : v instanceof RegExp
            ? String(v)
            : v,
    ),
  )
const now = new Date(5)
// The value of a kind, and the schemas of the validators that have it; what stands behind the colon tells kinds of one code apart.
const J = (x) => Joi.object({ v: x.required() }).required()
const Y = (x) => yup.object({ v: x })
const S = (x) => s.object({ v: x })
const TO = (x) => T.Object({ v: x }, { additionalProperties: false }),
  TO1 = (x) => T1.Object({ v: x }, { additionalProperties: false })
const kinds = {
  required: [
    {},
    {
      joi: J(Joi.string()),
      yup: Y(yup.string().required()),
      superstruct: S(s.string()),
      typebox: TO(T.String()),
      typebox1: TO1(T1.String()),
    },
  ],
  type: [
    { v: 7 },
    {
      joi: J(Joi.string()),
      yup: Y(yup.string().strict()),
      superstruct: S(s.string()),
      typebox: TO(T.String()),
      typebox1: TO1(T1.String()),
    },
  ],
  'type: number': [
    { v: 'x' },
    {
      joi: J(Joi.number()),
      yup: Y(yup.number()),
      superstruct: S(s.number()),
      typebox: TO(T.Number()),
      typebox1: TO1(T1.Number()),
    },
  ],
  'type: integer': [
    { v: 1.5 },
    {
      joi: J(Joi.number().integer()),
      yup: Y(yup.number().integer()),
      superstruct: S(s.integer()),
      typebox: TO(T.Integer()),
      typebox1: TO1(T1.Integer()),
    },
  ],
  'type: boolean': [
    { v: 'x' },
    {
      joi: J(Joi.boolean()),
      yup: Y(yup.boolean()),
      superstruct: S(s.boolean()),
      typebox: TO(T.Boolean()),
      typebox1: TO1(T1.Boolean()),
    },
  ],
  'type: array': [
    { v: 7 },
    {
      joi: J(Joi.array()),
      yup: Y(yup.array().strict()),
      superstruct: S(s.array()),
      typebox: TO(T.Array(T.String())),
      typebox1: TO1(T1.Array(T1.String())),
    },
  ],
  'type: object': [
    { v: 7 },
    {
      joi: J(Joi.object()),
      yup: Y(yup.object().strict()),
      superstruct: S(s.object()),
      typebox: TO(T.Object({})),
      typebox1: TO1(T1.Object({})),
    },
  ],
  'type: null': [
    { v: null },
    {
      joi: J(Joi.string()),
      yup: Y(yup.string()),
      superstruct: S(s.string()),
      typebox: TO(T.String()),
      typebox1: TO1(T1.String()),
    },
  ],
  format: [
    { v: 'x' },
    {
      joi: J(Joi.string().email()),
      yup: Y(yup.string().email()),
      typebox: TO(T.String({ format: 'email' })),
      typebox1: TO1(T1.String({ format: 'email' })),
    },
  ],
  'format: uuid': [
    { v: 'x' },
    {
      joi: J(Joi.string().uuid()),
      yup: Y(yup.string().uuid()),
      typebox: TO(T.String({ format: 'uuid' })),
      typebox1: TO1(T1.String({ format: 'uuid' })),
    },
  ],
  'format: url': [{ v: 'x' }, { joi: J(Joi.string().uri()), yup: Y(yup.string().url()) }],
  pattern: [
    { v: 'x' },
    {
      joi: J(Joi.string().pattern(/^a/)),
      yup: Y(yup.string().matches(/^a/)),
      superstruct: S(s.pattern(s.string(), /^a/)),
      typebox: TO(T.String({ pattern: '^a' })),
      typebox1: TO1(T1.String({ pattern: '^a' })),
    },
  ],
  enum: [
    { v: 'x' },
    {
      joi: J(Joi.valid('a', 'b')),
      yup: Y(yup.string().oneOf(['a', 'b'])),
      superstruct: S(s.enums(['a', 'b'])),
      typebox1: TO1(T1.Enum(['a', 'b'])),
    },
  ],
  const: [
    { v: 'x' },
    {
      joi: J(Joi.valid('a')),
      yup: Y(yup.string().oneOf(['a'])),
      superstruct: S(s.literal('a')),
      typebox: TO(T.Literal('a')),
      typebox1: TO1(T1.Literal('a')),
    },
  ],
  not: [{ v: 'x' }, { joi: J(Joi.string().invalid('x')), yup: Y(yup.string().notOneOf(['x'])), typebox: TO(T.Not(T.String())) }],
  minimum: [
    { v: 1 },
    {
      joi: J(Joi.number().min(3)),
      yup: Y(yup.number().min(3)),
      superstruct: S(s.min(s.number(), 3)),
      typebox: TO(T.Number({ minimum: 3 })),
      typebox1: TO1(T1.Number({ minimum: 3 })),
    },
  ],
  maximum: [
    { v: 9 },
    {
      joi: J(Joi.number().max(3)),
      yup: Y(yup.number().max(3)),
      superstruct: S(s.max(s.number(), 3)),
      typebox: TO(T.Number({ maximum: 3 })),
      typebox1: TO1(T1.Number({ maximum: 3 })),
    },
  ],
  'minimum: exclusive': [
    { v: 3 },
    {
      joi: J(Joi.number().greater(3)),
      yup: Y(yup.number().moreThan(3)),
      superstruct: S(s.min(s.number(), 3, { exclusive: true })),
      typebox: TO(T.Number({ exclusiveMinimum: 3 })),
      typebox1: TO1(T1.Number({ exclusiveMinimum: 3 })),
    },
  ],
  'maximum: exclusive': [
    { v: 3 },
    {
      joi: J(Joi.number().less(3)),
      yup: Y(yup.number().lessThan(3)),
      superstruct: S(s.max(s.number(), 3, { exclusive: true })),
      typebox: TO(T.Number({ exclusiveMaximum: 3 })),
      typebox1: TO1(T1.Number({ exclusiveMaximum: 3 })),
    },
  ],
  'minimum: positive': [{ v: -3 }, { joi: J(Joi.number().positive()), yup: Y(yup.number().positive()) }],
  'minimum: date': [
    { v: new Date(1) },
    { joi: J(Joi.date().min(now)), yup: Y(yup.date().min(now)), superstruct: S(s.min(s.date(), now)) },
  ],
  multipleOf: [
    { v: 7 },
    { joi: J(Joi.number().multiple(5)), typebox: TO(T.Number({ multipleOf: 5 })), typebox1: TO1(T1.Number({ multipleOf: 5 })) },
  ],
  minLength: [
    { v: 'x' },
    {
      joi: J(Joi.string().min(3)),
      yup: Y(yup.string().min(3)),
      superstruct: S(s.size(s.string(), 3, 5)),
      typebox: TO(T.String({ minLength: 3 })),
      typebox1: TO1(T1.String({ minLength: 3 })),
    },
  ],
  maxLength: [
    { v: 'xxxxxx' },
    {
      joi: J(Joi.string().max(3)),
      yup: Y(yup.string().max(3)),
      superstruct: S(s.size(s.string(), 3, 5)),
      typebox: TO(T.String({ maxLength: 3 })),
      typebox1: TO1(T1.String({ maxLength: 3 })),
    },
  ],
  'minLength: exact': [
    { v: 'x' },
    { joi: J(Joi.string().length(3)), yup: Y(yup.string().length(3)), superstruct: S(s.size(s.string(), 3)) },
  ],
  'maxLength: exact': [
    { v: 'xxxx' },
    { joi: J(Joi.string().length(3)), yup: Y(yup.string().length(3)), superstruct: S(s.size(s.string(), 3)) },
  ],
  'minLength: empty': [
    { v: '' },
    { joi: J(Joi.string()), yup: Y(yup.string().required()), superstruct: S(s.nonempty(s.string())) },
  ],
  minItems: [
    { v: ['x'] },
    {
      joi: J(Joi.array().min(3)),
      yup: Y(yup.array().min(3)),
      superstruct: S(s.size(s.array(), 3, 5)),
      typebox: TO(T.Array(T.String(), { minItems: 3 })),
      typebox1: TO1(T1.Array(T1.String(), { minItems: 3 })),
    },
  ],
  maxItems: [
    { v: ['x', 'y', 'z', 'z', 'z', 'z'] },
    {
      joi: J(Joi.array().max(3)),
      yup: Y(yup.array().max(3)),
      superstruct: S(s.size(s.array(), 3, 5)),
      typebox: TO(T.Array(T.String(), { maxItems: 3 })),
      typebox1: TO1(T1.Array(T1.String(), { maxItems: 3 })),
    },
  ],
  uniqueItems: [
    { v: ['x', 'x'] },
    { typebox: TO(T.Array(T.String(), { uniqueItems: true })), typebox1: TO1(T1.Array(T1.String(), { uniqueItems: true })) },
  ],
  contains: [{ v: ['x'] }, { joi: J(Joi.array().has(Joi.number())), typebox: TO(T.Array(T.Any(), { contains: T.Number() })) }],
  minProperties: [
    { v: {} },
    {
      joi: J(Joi.object().min(1)),
      typebox: TO(T.Object({}, { minProperties: 1 })),
      typebox1: TO1(T1.Object({}, { minProperties: 1 })),
    },
  ],
  maxProperties: [
    { v: { a: 1, b: 1 } },
    {
      joi: J(Joi.object().max(1).unknown()),
      typebox: TO(T.Object({}, { maxProperties: 1 })),
      typebox1: TO1(T1.Object({}, { maxProperties: 1 })),
    },
  ],
  'unknown-member': [
    { v: 1 },
    {
      joi: Joi.object({}),
      yup: yup.object({}).noUnknown().strict(),
      superstruct: s.object({}),
      typebox: T.Object({}, { additionalProperties: false }),
      typebox1: T1.Object({}, { additionalProperties: false }),
    },
  ],
  'type: union': [
    { v: true },
    {
      joi: J(Joi.alternatives().try(Joi.number(), Joi.string())),
      superstruct: S(s.union([s.number(), s.string()])),
      typebox: TO(T.Union([T.Number(), T.String()])),
      typebox1: TO1(T1.Union([T1.Number(), T1.String()])),
    },
  ],
  'enum: union': [
    { v: 'x' },
    {
      superstruct: S(s.union([s.literal('a'), s.literal('b')])),
      typebox: TO(T.Union([T.Literal('a'), T.Literal('b')])),
      typebox1: TO1(T1.Union([T1.Literal('a'), T1.Literal('b')])),
    },
  ],
  invalid: [
    { v: 'x' },
    {
      joi: J(
        Joi.string().custom(() => {
          throw new Error('no')
        }),
      ),
      yup: Y(yup.string().test('mine', 'no', () => false)),
      superstruct: S(s.refine(s.string(), 'mine', () => false)),
    },
  ],
}
for (const [kind, [value, schemas]] of Object.entries(kinds))
  for (const [lib, schema] of Object.entries(schemas)) {
    let e
    try {
      if (lib === 'joi') {
        e = schema.validate(value, { abortEarly: false, convert: false }).error
        e = e && plain(e)
      } else if (lib === 'yup') {
        try {
          await schema.validate(value, { abortEarly: false, strict: kind.startsWith('type') || kind === 'unknown-member' })
        } catch (x) {
          e = x
          e = { ...plain(x), inner: x.inner.map((i) => ({ ...plain(i), path: i.path, params: plain(i.params ?? {}) })) }
          for (const [n, i] of x.inner.entries()) {
            if (i.params) delete e.inner[n].params.spec
          }
        }
      } else if (lib === 'superstruct') {
        const [x] = s.validate(value, schema)
        e = x && {
          ...plain(x),
          refinement: x.refinement ?? null,
          failures: [...x.failures()].map((f) => ({
            path: f.path,
            type: f.type,
            refinement: f.refinement,
            value: f.value,
            message: f.message,
          })),
        }
      } else if (lib === 'typebox') {
        try {
          Value.Assert(schema, value)
        } catch (x) {
          e = {
            message: x.message,
            error: {
              type: x.error.type,
              path: x.error.path,
              value: x.error.value,
              message: x.error.message,
              schema: JSON.parse(JSON.stringify(x.error.schema)),
            },
          }
        }
      } else if (lib === 'typebox1') {
        try {
          V1.Assert(schema, value)
        } catch (x) {
          e = { message: x.message, cause: plain(x.cause) }
        }
      }
    } catch (x) {
      console.error(lib, kind, x.message)
    }
    if (e?.stack) delete e.stack
    put(lib, kind, e)
  }
// express-validator
const ev = require('express-validator')
const evr = async (chains, req) => {
  for (const c of chains) await c.run(req)
  return { errors: ev.validationResult(req).errors }
}
const undef = (o) => JSON.parse(JSON.stringify(o, (_k, v) => (v === undefined ? '__undefined__' : v)))
put('express-validator', 'required', undef(await evr([ev.body('v').isEmail()], { body: {} })))
put('express-validator', 'invalid', undef(await evr([ev.body('v').isEmail()], { body: { v: 'x' } })))
put('express-validator', 'unknown-member', undef(await evr([ev.checkExact([])], { body: { v: 1 }, query: {}, params: {} })))
// class-validator
require('reflect-metadata')
const cv = require('class-validator')
const cvk = {
  required: [undefined, cv.IsEmail()],
  'required: defined': [null, cv.IsDefined()],
  type: [7, cv.IsString()],
  'type: number': ['x', cv.IsNumber()],
  'type: integer': [1.5, cv.IsInt()],
  'type: boolean': ['x', cv.IsBoolean()],
  'type: array': [7, cv.IsArray()],
  'type: object': [7, cv.IsObject()],
  'type: date': ['x', cv.IsDate()],
  format: ['x', cv.IsEmail()],
  'format: uuid': ['x', cv.IsUUID()],
  'format: url': ['x', cv.IsUrl()],
  'format: date': ['x', cv.IsDateString()],
  'format: ip': ['x', cv.IsIP()],
  'format: jwt': ['x', cv.IsJWT()],
  'format: phone': ['x', cv.IsPhoneNumber()],
  'format: iso': ['x', cv.IsISO8601()],
  'format: country': ['x', cv.IsISO31661Alpha2()],
  'format: rfc': ['x', cv.IsRFC3339()],
  'format: base64': ['x!', cv.IsBase64()],
  'format: currency': ['x!', cv.IsISO4217CurrencyCode()],
  'format: number': ['x', cv.IsNumberString()],
  'format: mongo': ['x', cv.IsMongoId()],
  'format: fqdn': ['x', cv.IsFQDN()],
  pattern: ['x', cv.Matches(/^a/)],
  enum: ['x', cv.IsIn(['a', 'b'])],
  'enum: enum': ['x', cv.IsEnum({ a: 'a' })],
  const: ['x', cv.Equals('a')],
  not: ['x', cv.IsNotIn(['x'])],
  'not: equals': ['x', cv.NotEquals('x')],
  minimum: [1, cv.Min(3)],
  maximum: [9, cv.Max(3)],
  'minimum: positive': [-1, cv.IsPositive()],
  'minimum: date': [new Date(1), cv.MinDate(now)],
  multipleOf: [7, cv.IsDivisibleBy(5)],
  minLength: ['x', cv.MinLength(3)],
  maxLength: ['xxxx', cv.MaxLength(3)],
  'minLength: range': ['x', cv.Length(3, 5)],
  'maxLength: range': ['xxxxxx', cv.Length(3, 5)],
  'minLength: empty': ['', cv.IsNotEmpty()],
  minItems: [['x'], cv.ArrayMinSize(3)],
  maxItems: [['x', 'y'], cv.ArrayMaxSize(1)],
  uniqueItems: [['x', 'x'], cv.ArrayUnique()],
  contains: [['x'], cv.ArrayContains(['y'])],
  minProperties: [{}, cv.IsNotEmptyObject()],
  invalid: ['x', cv.ValidateBy({ name: 'mine', validator: { validate: () => false } })],
}
for (const [kind, [v, dec]] of Object.entries(cvk)) {
  class Q {}
  dec(Q.prototype, 'v')
  put(
    'class-validator',
    kind,
    undef(
      (await cv.validate(Object.assign(new Q(), { v }))).map(({ property, value, children, constraints }) => ({
        property,
        value,
        children,
        constraints,
      })),
    ),
  )
}
class W {}
cv.IsOptional()(W.prototype, 'other')
put(
  'class-validator',
  'unknown-member',
  undef(
    (await cv.validate(Object.assign(new W(), { v: 1 }), { whitelist: true, forbidNonWhitelisted: true })).map(
      ({ property, value, children, constraints }) => ({ property, value, children, constraints }),
    ),
  ),
)
// mongoose
const mongoose = require('mongoose')
const mk = {
  required: [undefined, { type: String, required: true }],
  'type: number': ['x', { type: Number }],
  'type: boolean': ['x', { type: Boolean }],
  'type: date': ['x', { type: Date }],
  'type: id': ['x', { type: mongoose.Schema.Types.ObjectId }],
  'type: map': [7, { type: Map, of: String }],
  pattern: ['x', { type: String, match: /^a/ }],
  enum: ['x', { type: String, enum: ['a', 'b'] }],
  minimum: [1, { type: Number, min: 3 }],
  maximum: [9, { type: Number, max: 3 }],
  'minimum: date': [new Date(1), { type: Date, min: now }],
  minLength: ['x', { type: String, minlength: 3 }],
  maxLength: ['xxxx', { type: String, maxLength: 3 }],
  invalid: ['x', { type: String, validate: () => false }],
}
let n = 0
for (const [kind, [v, def]] of Object.entries(mk)) {
  const M = mongoose.model(`M${n++}`, new mongoose.Schema({ v: def }))
  const e = new M({ v }).validateSync()
  put(
    'mongoose',
    kind,
    e && {
      name: e.name,
      _message: e._message,
      message: e.message,
      errors: Object.fromEntries(
        Object.entries(e.errors).map(([p, x]) => [p, { name: x.name, kind: x.kind, path: x.path, message: x.message }]),
      ),
    },
  )
}
// sequelize
const { Sequelize, DataTypes } = require('sequelize')
const seq = new Sequelize('postgres://x:y@127.0.0.1/z', {
  dialect: 'postgres',
  dialectModule: { types: {}, Client: class {} },
  logging: false,
})
const sk = {
  required: [undefined, { type: DataTypes.STRING, allowNull: false }],
  type: [{ a: 1 }, { type: DataTypes.STRING }],
  'type: integer': ['x', { type: DataTypes.STRING, validate: { isInt: true } }],
  format: ['x', { type: DataTypes.STRING, validate: { isEmail: true } }],
  'format: url': ['x', { type: DataTypes.STRING, validate: { isUrl: true } }],
  'format: uuid': ['x', { type: DataTypes.STRING, validate: { isUUID: 4 } }],
  'format: ip': ['x', { type: DataTypes.STRING, validate: { isIP: true } }],
  pattern: ['x', { type: DataTypes.STRING, validate: { is: /^a/ } }],
  enum: ['x', { type: DataTypes.STRING, validate: { isIn: [['a', 'b']] } }],
  const: ['x', { type: DataTypes.STRING, validate: { equals: 'a' } }],
  not: ['x', { type: DataTypes.STRING, validate: { notIn: [['x']] } }],
  minimum: [1, { type: DataTypes.INTEGER, validate: { min: 3 } }],
  maximum: [9, { type: DataTypes.INTEGER, validate: { max: 3 } }],
  minLength: ['x', { type: DataTypes.STRING, validate: { len: [3, 5] } }],
  maxLength: ['xxxxxx', { type: DataTypes.STRING, validate: { len: [3, 5] } }],
  'minLength: empty': ['', { type: DataTypes.STRING, validate: { notEmpty: true } }],
  invalid: [
    'x',
    {
      type: DataTypes.STRING,
      validate: {
        mine() {
          throw new Error('no')
        },
      },
    },
  ],
}
for (const [kind, [v, def]] of Object.entries(sk)) {
  const M = seq.define(`S${n++}`, { v: def })
  let e
  try {
    await M.build({ v }).validate()
  } catch (x) {
    e = {
      name: x.name,
      message: x.message,
      errors: x.errors.map(({ message, type, path, value, validatorKey, validatorName, validatorArgs }) =>
        JSON.parse(
          JSON.stringify({ message, type, path, value, validatorKey, validatorName, validatorArgs }, (_k, v) =>
            v instanceof RegExp ? String(v) : v,
          ),
        ),
      ),
    }
  }
  put('sequelize', kind, e)
}
// express-openapi-validator
const OV = await import('express-openapi-validator')
const express = (await import('express')).default
const ovk = {
  required: [{}, { type: 'string' }],
  type: [{ v: 7 }, { type: 'string' }],
  'type: number': [{ v: 'x' }, { type: 'number' }],
  'type: integer': [{ v: 1.5 }, { type: 'integer' }],
  'type: boolean': [{ v: 'x' }, { type: 'boolean' }],
  'type: array': [{ v: 7 }, { type: 'array', items: {} }],
  'type: object': [{ v: 7 }, { type: 'object' }],
  'type: null': [{ v: null }, { type: 'string' }],
  format: [{ v: 'x' }, { type: 'string', format: 'email' }],
  'format: uuid': [{ v: 'x' }, { type: 'string', format: 'uuid' }],
  pattern: [{ v: 'x' }, { type: 'string', pattern: '^a' }],
  enum: [{ v: 'x' }, { type: 'string', enum: ['a', 'b'] }],
  not: [{ v: 'x' }, { not: { type: 'string' } }],
  minimum: [{ v: 1 }, { type: 'number', minimum: 3 }],
  maximum: [{ v: 9 }, { type: 'number', maximum: 3 }],
  'minimum: exclusive': [{ v: 3 }, { type: 'number', minimum: 3, exclusiveMinimum: true }],
  multipleOf: [{ v: 7 }, { type: 'number', multipleOf: 5 }],
  minLength: [{ v: 'x' }, { type: 'string', minLength: 3 }],
  maxLength: [{ v: 'xxxx' }, { type: 'string', maxLength: 3 }],
  minItems: [{ v: ['x'] }, { type: 'array', items: {}, minItems: 3 }],
  maxItems: [{ v: ['x', 'y'] }, { type: 'array', items: {}, maxItems: 1 }],
  uniqueItems: [{ v: ['x', 'x'] }, { type: 'array', items: {}, uniqueItems: true }],
  minProperties: [{ v: {} }, { type: 'object', minProperties: 1 }],
  maxProperties: [{ v: { a: 1, b: 1 } }, { type: 'object', maxProperties: 1 }],
  'unknown-member': [{ v: 1 }, null],
  'type: union': [{ v: true }, { oneOf: [{ type: 'number' }, { type: 'string' }] }],
}
const oapp = express()
oapp.use(express.json())
const paths = Object.fromEntries(
  Object.entries(ovk).map(([_k, [, sch]], i) => [
    `/k${i}`,
    {
      post: {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema:
                sch === null
                  ? { type: 'object', additionalProperties: false }
                  : { type: 'object', required: ['v'], properties: { v: sch } },
            },
          },
        },
        responses: { 200: { description: 'ok' } },
      },
    },
  ]),
)
oapp.use(
  OV.middleware({
    apiSpec: { openapi: '3.0.3', info: { title: 't', version: '1' }, paths },
    validateRequests: { allErrors: true, coerceTypes: false },
    validateResponses: false,
    validateFormats: true,
  }),
)
oapp.use((_q, r) => r.end('ok'))
let caught
oapp.use((e, _q, r, _n) => {
  caught = { name: e.name, status: e.status, path: e.path, message: e.message, errors: e.errors }
  r.status(400).end()
})
await new Promise((done) => {
  const srv = oapp.listen(0, '127.0.0.1', async () => {
    for (const [i, [k, [v]]] of Object.entries(ovk).entries()) {
      caught = undefined
      await fetch(`http://127.0.0.1:${srv.address().port}/k${i}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(v),
      })
      put('express-openapi-validator', k, caught)
    }
    srv.close(done)
  })
})
for (const [library, kinds] of Object.entries(out))
  for (const [kind, error] of Object.entries(kinds)) console.log(JSON.stringify({ library, kind, error }))
process.exit()
