/** What validate() lets through and refuses with schemas of other libraries. */
import { type } from 'arktype'
import { expect } from 'chai'
import * as v from 'valibot'
import * as z from 'zod'
import { faultsOf } from '../../lib/guard/fault.js'
import type { RequestSchemas, StandardSchema } from '../../lib/validate/schemas-type.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'
import { outcomeOf, problemOf } from './parts.js'

const MISSING = 'A value is required here.'
const WRONG = 'The value is not allowed here.'

const libraries: Readonly<Record<string, { order: StandardSchema; page: StandardSchema; pageDetail: string }>> = {
  'zod 4': {
    order: z.object({ total: z.number(), lines: z.array(z.object({ sku: z.string() })) }),
    page: z.object({ page: z.coerce.number().min(1).default(1) }),
    pageDetail: 'Expected a number >= 1.',
  },
  valibot: {
    order: v.object({ total: v.number(), lines: v.array(v.object({ sku: v.string() })) }),
    page: v.object({ page: v.optional(v.pipe(v.unknown(), v.transform(Number), v.number(), v.minValue(1)), 1) }),
    pageDetail: 'Expected >=1.',
  },
  arktype: {
    order: type({ total: 'number', lines: type({ sku: 'string' }).array() }),
    page: type({ page: type('string.integer.parse').to('number>=1').default('1') }),
    pageDetail: 'Expected at least 1.',
  },
}

const schemaOf = (validate: (value: unknown) => unknown): StandardSchema => ({
  '~standard': { version: 1, vendor: 'own', validate },
})
const failing = (issues: unknown): StandardSchema => schemaOf(() => ({ issues }))

describe('validate() with Standard Schema', () => {
  for (const [library, { order, page, pageDetail }] of Object.entries(libraries)) {
    it(`lets through what ${library} puts out`, async () => {
      const body = { total: 3, lines: [{ sku: 'a' }] }
      expect(await outcomeOf({ body: order, query: page }, { body, query: { page: '2' } })).to.deep.equal({
        body,
        query: { page: 2 },
      })
      expect(await outcomeOf({ query: page }, { query: {} })).to.deep.equal({ query: { page: 1 } })
    })

    it(`tells the faults that ${library} finds, by place and code, and quotes nothing`, async () => {
      const given = { body: { total: 'secret', lines: [{ wrong: 'secret' }] }, query: { page: '0' } }
      const schemas = { body: order, query: page }
      const { status, errors } = (await outcomeOf(schemas, given)) as {
        status: number
        errors: readonly Record<string, unknown>[]
      }
      expect(status).to.equal(400)
      // Each library has an order of its own.
      expect([...errors].sort((a, b) => String(b['pointer']).localeCompare(String(a['pointer'])))).to.have.deep.members([
        { in: 'body', pointer: '#/total', code: 'type', detail: 'Expected a number.' },
        { in: 'body', pointer: '#/lines/0/sku', code: 'required', detail: MISSING },
        { in: 'query', parameter: 'page', code: 'minimum', detail: pageDetail },
      ])
      expect(JSON.stringify(await problemOf(schemas, given))).not.to.contain('secret')
    })

    it(`says that a body is missing where ${library} needs one`, async () => {
      expect(await outcomeOf({ body: order }, {})).to.deep.equal({
        status: 400,
        errors: [{ in: 'body', pointer: '#', code: 'required', detail: 'A request body is required.' }],
      })
    })
  }

  it('takes a schema that does not name its library', async () => {
    const schema = {
      '~standard': { version: 1, validate: () => ({ issues: [{ message: 'secret' }] }) },
    } as unknown as StandardSchema
    expect(await outcomeOf({ body: schema }, { body: {} })).to.deep.equal({
      status: 422,
      errors: [{ in: 'body', pointer: '#', code: 'invalid', detail: 'The value is not allowed here.' }],
    })
  })

  it('lets a missing body through where the schema takes it', async () => {
    expect(await outcomeOf({ body: z.object({}).optional() }, {})).to.deep.equal({ body: undefined })
  })

  it('waits for schemas that are asynchronous', async () => {
    const schemas = {
      body: z.object({ name: z.string().refine(async (name) => name !== 'secret') }),
      query: z.object({ n: z.coerce.number() }),
    }
    expect(await outcomeOf(schemas, { body: { name: 'new' }, query: { n: '1' } })).to.deep.equal({
      body: { name: 'new' },
      query: { n: 1 },
    })
    expect(await outcomeOf(schemas, { body: { name: 'secret' }, query: { n: '1' } })).to.deep.equal({
      status: 422,
      errors: [{ in: 'body', pointer: '#/name', code: 'invalid', detail: WRONG }],
    })
    const optional = { body: schemaOf(async (value) => (value === undefined ? { issues: [{ message: 'secret' }] } : { value })) }
    expect(await outcomeOf(optional, {})).to.have.property('status', 400)
  })

  for (const [name, issues, error] of [
    ['a path of keys', [{ path: ['a', 0] }], { pointer: '#/a/0', code: 'required', detail: MISSING }],
    ['a path of objects with keys', [{ path: [{ key: 'b' }, { key: 0 }] }], { pointer: '#/b/0', code: 'invalid', detail: WRONG }],
    ['a symbol in a path', [{ path: [Symbol('secret')] }], { pointer: '#', code: 'invalid', detail: WRONG }],
    ['no path', [{ message: 'secret' }], { pointer: '#', code: 'invalid', detail: WRONG }],
    ['a code that is no plain word', [{ code: 'secret: "x"', path: [] }], { pointer: '#', code: 'invalid', detail: WRONG }],
    ['nothing that could be read', [null], { pointer: '#', code: 'invalid', detail: WRONG }],
    ['an empty list', [], { pointer: '#', code: 'invalid', detail: WRONG }],
    ['no list', 'secret', { pointer: '#', code: 'invalid', detail: WRONG }],
  ] as const) {
    it(`tells of a fault with ${name}`, async () => {
      expect(await outcomeOf({ body: failing(issues) }, { body: { b: ['x'] } })).to.deep.equal({
        status: 422,
        errors: [{ in: 'body', ...error }],
      })
    })
  }

  const boom = new Error('db-17 is down')
  const broken: Readonly<Record<string, [schema: StandardSchema, cause: unknown]>> = {
    throws: [
      schemaOf(() => {
        throw boom
      }),
      boom,
    ],
    rejects: [schemaOf(() => Promise.reject(boom)), boom],
    'throws null': [
      schemaOf(() => {
        throw null
      }),
      null,
    ],
    'gives a thenable that throws': [
      schemaOf(() => ({
        // biome-ignore lint/suspicious/noThenProperty: it is what is tested.
        then() {
          throw boom
        },
      })),
      boom,
    ],
  }
  for (const [name, [schema, cause]] of Object.entries(broken)) {
    for (const [place, schemas, given] of [
      ['in a query', { query: schema, body: z.never() }, { body: 1 }],
      ['for a missing body', { body: schema }, {}],
    ] as const) {
      it(`makes a 500 without detail of a schema that ${name} ${place}`, async () => {
        const problem = await problemOf(schemas, given)
        expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
        expect(problem.cause).to.equal(cause)
      })
    }
  }

  for (const [name, result] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a promise of a text', Promise.resolve('secret')],
  ] as const) {
    it(`makes a 500 of a schema that gives ${name}`, async () => {
      const problem = await problemOf({ query: schemaOf(() => result) } satisfies RequestSchemas, {})
      expect(problem.status).to.equal(500)
      expect(String(problem.cause)).to.match(/^TypeError: a schema for query gave .*, and no result$/)
    })
  }

  it('makes a 500 of a part that throws when it is read', async () => {
    const parts = {
      get query(): unknown {
        throw boom
      },
    }
    expect((await problemOf({ query: z.object({}) }, parts)).cause).to.equal(boom)
  })

  it('makes a 415 of a body that nobody has looked at, with a fault that says why', async () => {
    const problem = await problemOf({ body: z.unknown() }, { bodyIs: 'unparsed' })
    expect(problem.status).to.equal(415)
    expect(faultsOf(problem).map(({ place, expected }) => `${place}: ${expected}`)).to.deep.equal([
      'validate.body: a body parser in front of it that reads this method and media type',
    ])
    expect(faultsOf(await problemOf({ body: z.unknown() }, { bodyIs: 'unread' }))).to.deep.equal([])
  })

  it('leaves no rejection unhandled where several schemas reject', async () => {
    const schemas = { body: schemaOf(() => Promise.reject(boom)), query: schemaOf(() => Promise.reject(new Error('late'))) }
    const unhandled = await unhandledRejections(async () => {
      expect((await problemOf(schemas, { body: 1 })).cause).to.equal(boom)
    })
    expect(unhandled).to.deep.equal([])
  })
})
