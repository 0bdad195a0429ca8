/** What validate() gives to TypeScript. The assertions are judged when the tests are compiled. */
import KoaRouter from '@koa/router'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type } from 'arktype'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import express, { type Request, type RequestHandler } from 'express'
import Koa, { type Context } from 'koa'
import * as v from 'valibot'
import * as z from 'zod'
import { type RequestSchemas, validate, validated } from '../../middleware/express/index.js'
import * as koa from '../../middleware/koa/index.js'

const search = {
  query: {
    type: 'object',
    properties: {
      page: { type: 'integer', minimum: 1, default: 1 },
      sort: { enum: ['title', 'year'] },
      tags: { type: 'array', items: { type: 'string' } },
    },
    required: ['sort'],
  },
} as const

interface Search {
  readonly query: { page: number; sort: 'title' | 'year'; tags?: string[] }
}

// Only its types are of interest: nothing was validated.
function typeOf<Result>(run: () => Result): () => Result {
  expect(run).to.throw(TypeError).with.property('code', 'ERR_PROBLEM_ARGUMENT')
  return run
}

const req = {} as Request

describe('The types of validate()', () => {
  it('are read from a JSON Schema; what has a default is there', () => {
    const byValue = validate(search)
    expectTypeOf(typeOf(() => validated(req, byValue))).returns.toEqualTypeOf<Search>()
    expectTypeOf(typeOf(() => validated<typeof byValue>(req))).returns.toEqualTypeOf<Search>()
    const inPlace = validate({
      body: {
        type: 'object',
        properties: { total: { type: 'number' }, note: { type: ['string', 'null'] } },
        required: ['total'],
      },
      headers: { type: 'object', properties: { 'x-account': { type: 'integer' } }, required: ['x-account'] },
    })
    expectTypeOf(typeOf(() => validated(req, inPlace))).returns.toEqualTypeOf<{
      readonly body: { total: number; note?: string | null }
      readonly headers: { 'x-account': number }
    }>()
  })

  it('are the outputs of zod, valibot and arktype', () => {
    const ofZod = validate({ query: z.object({ page: z.coerce.number().default(1) }) })
    expectTypeOf(typeOf(() => validated(req, ofZod).query)).returns.toEqualTypeOf<{ page: number }>()
    const ofValibot = validate({ params: v.object({ id: v.pipe(v.string(), v.transform(Number)) }) })
    expectTypeOf(typeOf(() => validated(req, ofValibot).params)).returns.toEqualTypeOf<{ id: number }>()
    const ofArktype = validate({ body: type({ name: 'string', 'age?': 'number' }), cookies: z.object({ seen: z.string() }) })
    expectTypeOf(typeOf(() => validated(req, ofArktype))).returns.toEqualTypeOf<{
      readonly body: { name: string; age?: number }
      readonly cookies: { seen: string }
    }>()
  })

  it('are unknown without the middleware, and for schemas that are not literals', () => {
    expectTypeOf(typeOf(() => validated(req).body)).returns.toBeUnknown()
    const loaded = validate({ body: JSON.parse('{}') as Record<string, unknown> })
    expectTypeOf(typeOf(() => validated(req, loaded).body)).returns.toBeUnknown()
  })

  it('follow a JSON Schema whose type is an interface, as those of TypeBox', () => {
    interface TextSchema {
      readonly type: 'string'
    }
    interface BookSchema {
      readonly type: 'object'
      readonly properties: { readonly title: TextSchema; readonly note: TextSchema }
      readonly required: 'title'[]
    }
    const text: TextSchema = { type: 'string' }
    const book: BookSchema = { type: 'object', properties: { title: text, note: text }, required: ['title'] }
    const ofInterface = validate({ body: book })
    expectTypeOf(typeOf(() => validated(req, ofInterface).body)).returns.toEqualTypeOf<{ title: string; note?: string }>()
    expect(ofInterface.schemas.body).to.equal(book)
  })

  it('fit those of Express', () => {
    const middleware = validate(search)
    expectTypeOf(middleware).toExtend<RequestHandler>()
    const app = express()
    app.get('/books/:id', middleware, (req, res) => {
      expectTypeOf(req.params.id).toBeString()
      expectTypeOf(validated(req, middleware)).toEqualTypeOf<Search>()
      res.json({})
    })
    express.Router().use(middleware)
    expect(middleware.schemas).to.equal(search)
    expect(middleware).to.have.lengthOf(3)
  })

  it('fit those of Koa', () => {
    const middleware = koa.validate(search)
    expectTypeOf<Context>().toExtend<koa.ValidateContext>()
    new Koa().use(middleware)
    const router = new KoaRouter()
    router.get('/books/:id', middleware, (ctx) => {
      expectTypeOf(ctx.params).not.toBeNever()
      expectTypeOf(koa.validated(ctx, middleware)).toEqualTypeOf<Search>()
      expectTypeOf(koa.validated<typeof middleware>(ctx)).toEqualTypeOf<Search>()
    })
    expectTypeOf(typeOf(() => koa.validated({ req }).query)).returns.toBeUnknown()
    expect(middleware.schemas).to.equal(search)
  })

  it('take an instance of Ajv, and schemas that are put together elsewhere', () => {
    const schemas: RequestSchemas = { query: z.object({}) }
    expect(validate(schemas, { ajv: new Ajv2020() })).to.be.a('function')
    expect(koa.validate(schemas, {})).to.be.a('function')
  })

  it('follow the wrappers that teams write around it', () => {
    const body = z.object({ title: z.string() })
    const wrappers = {
      ofSchema: <Schema extends z.ZodType>(schema: Schema) => validate({ body: schema }),
      ofSchemas: <const Schemas extends RequestSchemas>(schemas: Schemas) => validate(schemas),
      ofTwo: <Body extends z.ZodType, Query extends z.ZodType>(schemas: { body: Body; query: Query }) => validate(schemas),
      ofSome: <Schemas extends { body?: z.ZodType; params?: z.ZodType }>(schemas: Schemas) => validate(schemas),
      ofShape: <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) => validate(schema.shape),
      ofAnyShape: (schema: z.ZodObject<z.ZodRawShape>) => validate(schema.shape),
      ofRecord: (schemas: Record<string, z.ZodType>) => validate(schemas),
      ofParts: (schemas: Partial<Record<'body' | 'query', z.ZodType>>) => validate(schemas),
      ofPart: (part: 'body' | 'query', schema: z.ZodType) => validate({ [part]: schema }),
      forKoa: <const Schemas extends RequestSchemas>(schemas: Schemas) => koa.validate(schemas),
      forKoaOfShape: (schema: z.ZodObject<z.ZodRawShape>) => koa.validate(schema.shape),
    }
    const ofSchema = wrappers.ofSchema(body)
    expectTypeOf(typeOf(() => validated(req, ofSchema).body)).returns.toEqualTypeOf<{ title: string }>()
    const ofSchemas = wrappers.ofSchemas(search)
    expectTypeOf(typeOf(() => validated(req, ofSchemas))).returns.toEqualTypeOf<Search>()
    const forKoa = wrappers.forKoa(search)
    expectTypeOf(typeOf(() => koa.validated({ req }, forKoa))).returns.toEqualTypeOf<Search>()
    const ofShape = wrappers.ofShape(z.object({ body }))
    expectTypeOf(typeOf(() => validated(req, ofShape).body)).returns.toEqualTypeOf<{ title: string }>()
    for (const middleware of [
      wrappers.ofTwo({ body, query: body }),
      wrappers.ofSome({ body }),
      wrappers.ofAnyShape(z.object({ body })),
      wrappers.ofRecord({ body }),
      wrappers.ofParts({ body }),
      wrappers.ofPart('body', body),
    ]) {
      expectTypeOf(middleware).toExtend<RequestHandler>()
      expect(middleware.schemas.body).to.equal(body)
    }
    expect(wrappers.forKoaOfShape(z.object({ body })).schemas['body']).to.equal(body)
  })

  it('refuse wrong arguments, as validate() does', () => {
    const object = { type: 'object' } as const
    const misspelt = { body: object, boddy: object }
    const wrong: readonly (() => unknown)[] = [
      // @ts-expect-error there is something to validate
      () => validate(),
      // @ts-expect-error there is no part of that name
      () => validate({ body: object, boddy: object }),
      // @ts-expect-error there is no part of that name
      () => koa.validate({ boddy: object }),
      // @ts-expect-error there is no part of that name
      () => validate(misspelt),
      // @ts-expect-error a wrapper keeps names that are known
      () => validate({ ...search, boddy: object }),
      // @ts-expect-error a schema stands in its part, for Koa too
      () => koa.validate(z.object({})),
      // @ts-expect-error a schema is an object
      () => validate({ body: true }),
      // @ts-expect-error a schema stands in its part
      () => validate(z.object({})),
      // @ts-expect-error there is no option `ajvs`
      () => validate({ body: object }, { ajvs: new Ajv2020() }),
      // @ts-expect-error that is no instance of Ajv
      () => validate({ body: object }, { ajv: {} }),
      // @ts-expect-error that is no request
      () => validated({}),
      // @ts-expect-error that is no middleware of validate()
      () => validated(req, express.json()),
    ]
    for (const make of wrong) expect(make).to.throw(TypeError, /ERR_PROBLEM_(?:ARGUMENT|OPTION|SCHEMA)/)
  })
})
