/** What validate() lets through and refuses with JSON Schemas. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import * as z from 'zod'
import { createCompilers, jsonSchemaCheck } from '../../lib/validate/json-schema.js'
import { prepareValidation } from '../../lib/validate/prepare.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import type { SchemaCompiler } from '../../schemas/compile.js'
import { type Given, outcomeOf, partsOf, problemOf } from './parts.js'

const record = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more })
const integer = { type: 'integer' }
const text = { type: 'string' }
const texts = { type: 'array', items: text }
const MISSING = 'A value is required here.'

const DETAILS = {
  'decimal digits': 'Expected a number in decimal digits.',
  'not rounded': 'Expected a number that is not rounded, at most 9007199254740991.',
  finite: 'Expected a finite number.',
}

const passes: readonly (readonly [name: string, schemas: RequestSchemas, given: Given, values: object])[] = [
  ['numbers of a query', { query: record({ page: integer }) }, { query: { page: '2' } }, { query: { page: 2 } }],
  [
    'true and false of a query',
    { query: record({ all: { type: 'boolean' } }) },
    { query: { all: 'true' } },
    { query: { all: true } },
  ],
  ['one value as a list of one', { query: record({ tag: texts }) }, { query: { tag: 'a' } }, { query: { tag: ['a'] } }],
  ['numbers of the path', { params: record({ id: integer }) }, { params: { id: '7' } }, { params: { id: 7 } }],
  [
    'numbers of fields',
    { headers: record({ 'x-a': integer }) },
    { headers: { 'x-a': '7', host: 'h' } },
    { headers: { 'x-a': 7, host: 'h' } },
  ],
  ['numbers of cookies', { cookies: record({ seen: integer }) }, { cookies: { seen: '1' } }, { cookies: { seen: 1 } }],
  ['defaults of a query', { query: record({ page: { ...integer, default: 1 } }) }, { query: {} }, { query: { page: 1 } }],
  [
    'defaults of a member that has one too',
    { query: record({ filter: { ...record({ most: { ...integer, default: 5 } }), default: {} } }) },
    { query: {} },
    { query: { filter: { most: 5 } } },
  ],
  ['defaults of a body', { body: record({ n: { ...integer, default: 3 } }) }, { body: {} }, { body: { n: 3 } }],
  ['a part that a framework does not have', { params: record({ id: integer }) }, {}, { params: {} }],
  [
    'numbers in all their spellings',
    { query: record({ list: { type: 'array', items: { type: 'number' } } }) },
    { query: { list: ['1', '-1.5', '+2', '.5', '5.', '1e3', '0.1E-2', '007', '9007199254740991.0'] } },
    { query: { list: [1, -1.5, 2, 0.5, 5, 1000, 0.001, 7, 9007199254740991] } },
  ],
  [
    'numbers and lists of a form, which is text',
    { body: record({ n: integer, tags: texts, size: { ...integer, default: 2 } }) },
    { form: { n: '7', tags: 'a' } },
    { body: { n: 7, tags: ['a'], size: 2 } },
  ],
  ['a body that is no object', { body: integer }, { body: 5 }, { body: 5 }],
  ['only parts that have a schema', { query: record({}) }, { query: { a: '1' }, body: { b: 1 } }, { query: { a: '1' } }],
  [
    'a part whose schema is undefined',
    { query: record({}), body: undefined } as unknown as RequestSchemas,
    { query: {} },
    { query: {} },
  ],
]

const refusals: readonly (readonly [
  name: string,
  schemas: RequestSchemas,
  given: Given,
  status: number,
  errors: readonly object[],
])[] = [
  [
    'a body that is wrong, with 422',
    { body: record({ total: integer }) },
    { body: { total: 'secret' } },
    422,
    [{ in: 'body', pointer: '#/total', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'text in a body where the schema has a number: it is JSON, and says what it means',
    { body: record({ total: integer }) },
    { body: { total: '7' } },
    422,
    [{ in: 'body', pointer: '#/total', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'a member that is missing, with its pointer',
    { body: record({ 'a/b ~': record({ c: text }, { required: ['c'] }) }) },
    { body: { 'a/b ~': {} } },
    422,
    [{ in: 'body', pointer: '#/a~1b%20~0/c', code: 'required', detail: MISSING }],
  ],
  [
    'a member that another one needs',
    { body: record({ card: text, name: text }, { dependentRequired: { card: ['name'] } }) },
    { body: { card: 'secret' } },
    422,
    [{ in: 'body', pointer: '#/name', code: 'required', detail: MISSING }],
  ],
  [
    'members that are inherited',
    { body: record({ constructor: {}, toString: {} }, { required: ['constructor', 'toString'] }) },
    { body: {} },
    422,
    ['constructor', 'toString'].map((name) => ({ in: 'body', pointer: `#/${name}`, code: 'required', detail: MISSING })),
  ],
  [
    'a parameter of the query, with 400',
    { query: record({ page: { ...integer, minimum: 1 } }) },
    { query: { page: '0' } },
    400,
    [{ in: 'query', parameter: 'page', code: 'minimum', detail: 'Expected a number >= 1.' }],
  ],
  [
    'a list where one value is expected',
    { query: record({ page: integer }) },
    { query: { page: ['1', '2'] } },
    400,
    [{ in: 'query', parameter: 'page', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'an item of a list',
    { query: record({ tag: { type: 'array', items: { enum: ['a', 'b'] } } }) },
    { query: { tag: ['a', 'secret'] } },
    400,
    [{ in: 'query', parameter: 'tag.1', code: 'enum', detail: 'Expected one of "a", "b".' }],
  ],
  [
    'a number without end',
    { query: record({ page: integer, filter: record({ most: { type: 'number' } }), name: { type: ['string', 'null'] } }) },
    { query: { page: '1', name: '', filter: { most: '-Infinity' } } },
    400,
    [{ in: 'query', parameter: 'filter.most', code: 'type', detail: 'Expected a finite number.' }],
  ],
  ...(
    [
      ['a blank', ' ', 'decimal digits'],
      ['a number in hexadecimal digits', '0x10', 'decimal digits'],
      ['a number with a blank', ' 7', 'decimal digits'],
      ['a number with more digits than it can keep', '9007199254740993', 'not rounded'],
      ['such a number with a point', '9007199254740993.0', 'not rounded'],
      ['such a number with an exponent', '123456789012345678e0', 'not rounded'],
      ['a number that is larger than all', '1e999', 'finite'],
    ] as const
  ).map(([name, size, reason]): (typeof refusals)[number] => [
    `${name} in the place of a number`,
    { query: record({ size: { type: 'number' } }) },
    { query: { size } },
    400,
    [{ in: 'query', parameter: 'size', code: 'type', detail: DETAILS[reason] }],
  ]),
  [
    'such a number in a list',
    { query: record({ sizes: { type: 'array', items: integer }, one: integer }) },
    { query: { sizes: ['1', ' '], one: '3' } },
    400,
    [{ in: 'query', parameter: 'sizes.1', code: 'type', detail: DETAILS['decimal digits'] }],
  ],
  [
    'such a number as a list of one, and in one',
    { query: record({ sizes: { type: 'array', items: integer } }), cookies: record({ one: integer }) },
    { query: { sizes: '0b1' }, cookies: { one: ['0b1'] } },
    400,
    [
      { in: 'query', parameter: 'sizes.0', code: 'type', detail: DETAILS['decimal digits'] },
      { in: 'cookie', parameter: 'one', code: 'type', detail: DETAILS['decimal digits'] },
    ],
  ],
  [
    'a form that is wrong, with 422',
    { body: record({ n: integer, on: { type: 'boolean' } }) },
    { form: { n: 'secret', on: 'true' } },
    422,
    [{ in: 'body', pointer: '#/n', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'a blank in a form in the place of a number',
    { body: record({ n: integer }) },
    { form: { n: ' ' } },
    422,
    [{ in: 'body', pointer: '#/n', code: 'type', detail: DETAILS['decimal digits'] }],
  ],
  [
    'a parameter of the path',
    { params: record({ id: integer }) },
    { params: { id: 'secret' } },
    400,
    [{ in: 'path', parameter: 'id', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'a field',
    { headers: record({ 'x-a': text }, { required: ['x-a'] }) },
    { headers: {} },
    400,
    [{ in: 'header', header: 'x-a', code: 'required', detail: MISSING }],
  ],
  [
    'a cookie',
    { cookies: record({ seen: integer }) },
    { cookies: { seen: 'secret' } },
    400,
    [{ in: 'cookie', parameter: 'seen', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'a query as a whole, without a name',
    { query: record({}, { minProperties: 1 }) },
    { query: {} },
    400,
    [{ in: 'query', code: 'minProperties', detail: 'Expected at least 1 members.' }],
  ],
  [
    'faults of all parts at once, with 400',
    { body: record({ a: integer }), query: record({ b: integer }) },
    { body: { a: 'x' }, query: { b: 'y' } },
    400,
    [
      { in: 'body', pointer: '#/a', code: 'type', detail: 'Expected an integer.' },
      { in: 'query', parameter: 'b', code: 'type', detail: 'Expected an integer.' },
    ],
  ],
  [
    'a wrong body beside a right query, with 422',
    { body: integer, query: record({}) },
    { body: 'x', query: {} },
    422,
    [{ in: 'body', pointer: '#', code: 'type', detail: 'Expected an integer.' }],
  ],
  [
    'a body that is missing, with 400',
    { body: record({}) },
    {},
    400,
    [{ in: 'body', pointer: '#', code: 'required', detail: 'A request body is required.' }],
  ],
  [
    'a body that no parser took, with 415, whatever else is wrong',
    { body: record({}), query: record({ b: integer }) },
    { bodyIs: 'unread', query: { b: 'y' } },
    415,
    [
      { in: 'body', pointer: '#', code: 'media-type', detail: 'A request body of this media type is not read here.' },
      { in: 'query', parameter: 'b', code: 'type', detail: 'Expected an integer.' },
    ],
  ],
]

describe('validate() with JSON Schema', () => {
  for (const [name, schemas, given, values] of passes) {
    it(`lets through ${name}`, async () => {
      expect(await outcomeOf(schemas, given)).to.deep.equal(values)
    })
  }

  for (const [name, schemas, given, status, errors] of refusals) {
    it(`refuses ${name}`, async () => {
      expect(await outcomeOf(schemas, given)).to.deep.equal({ status, errors })
      expect(JSON.stringify(await problemOf(schemas, given))).not.to.contain('secret')
    })
  }

  for (const [bodyIs, detail] of [
    ['missing', 'A request body is required.'],
    ['unread', 'A request body of this media type is not read here.'],
  ] as const) {
    it(`says in the detail that a body is ${bodyIs}, which a client must mend first`, async () => {
      expect((await problemOf({ query: record({ n: integer }), body: {} }, { bodyIs, query: { n: 'x' } })).detail).to.equal(
        detail,
      )
    })
  }

  it('changes nothing that came', async () => {
    const given = { query: { page: '2', deep: { a: ['1'] } }, body: { list: [{}] } }
    const before = JSON.stringify(given)
    const item = record({ n: { ...integer, default: 1 } })
    const schemas = {
      query: record({ page: integer, size: { ...integer, default: 9 }, deep: record({ a: integer }) }),
      body: record({ list: { type: 'array', items: item } }),
    }
    expect(await outcomeOf(schemas, given)).to.deep.equal({
      query: { page: 2, size: 9, deep: { a: 1 } },
      body: { list: [{ n: 1 }] },
    })
    expect(JSON.stringify(given)).to.equal(before)
  })

  it('leaves what is of a class as it is', async () => {
    const file = Buffer.from('file')
    expect(((await outcomeOf({ body: record({}) }, { body: { file } })) as { body: { file: unknown } }).body.file).to.equal(file)
  })

  it("compiles with the user's own instance of Ajv, and as its options say", async () => {
    const ajv = new Ajv2020({ coerceTypes: true })
    ajv.addFormat('isbn', /^\d{13}$/)
    const schemas = { body: record({ isbn: { type: 'string', format: 'isbn' }, n: integer }) }
    expect(await outcomeOf(schemas, { body: { isbn: '9780306406157', n: '1' } }, ajv)).to.deep.equal({
      body: { isbn: '9780306406157', n: 1 },
    })
    expect(await outcomeOf(schemas, { body: { isbn: 'secret' } }, ajv)).to.deep.equal({
      status: 422,
      errors: [{ in: 'body', pointer: '#/isbn', code: 'format', detail: 'Expected a text of the format isbn.' }],
    })
  })

  it("refuses numbers that the user's own instance of Ajv has made of other texts", async () => {
    const ajv = new Ajv2020({ coerceTypes: 'array', allErrors: true })
    const schema = record({
      sizes: { type: 'array', items: { type: 'number' } },
      one: integer,
      deep: record({ n: integer }),
      name: { type: ['string', 'null'] },
    })
    const refused = async (query: object): Promise<unknown> => {
      const { errors } = (await outcomeOf({ query: schema }, { query }, ajv)) as {
        errors?: readonly { parameter: string; detail: string }[]
      }
      return errors?.map(({ parameter, detail }) => `${parameter}: ${detail}`)
    }
    expect(
      await outcomeOf({ query: schema }, { query: { sizes: '1.5', one: ['2'], deep: { n: '3' }, name: '' } }, ajv),
    ).to.deep.equal({
      query: { sizes: [1.5], one: 2, deep: { n: 3 }, name: '' },
    })
    expect(await refused({ sizes: ['1', ' '] })).to.deep.equal([`sizes.1: ${DETAILS['decimal digits']}`])
    expect(await refused({ sizes: '0b1' })).to.deep.equal([`sizes.0: ${DETAILS['decimal digits']}`])
    expect(await refused({ one: ['9007199254740993.0'] })).to.deep.equal([`one: ${DETAILS['not rounded']}`])
    expect(await refused({ deep: { n: 'Infinity' } })).to.deep.equal([`deep.n: ${DETAILS.finite}`])
    expect(await refused({ one: 'a' })).to.deep.equal(['one: Expected an integer.'])
    const filling = new Ajv2020({ coerceTypes: true, useDefaults: true })
    const defaults = record({
      n: { ...integer, default: 1 },
      deep: { ...record({ n: { ...integer, default: 2 } }), default: {} },
    })
    expect(await outcomeOf({ query: defaults }, { query: {} }, filling)).to.deep.equal({ query: { n: 1, deep: { n: 2 } } })
    expect(await outcomeOf({ body: record({ n: integer }) }, { body: { n: ' ' } }, ajv)).to.deep.equal({ body: { n: 0 } })
    expect(await outcomeOf({ body: record({}) }, {}, ajv)).to.have.property('status', 400)
  })

  it('takes two schemas with one $id, as an app of many routes may have', async () => {
    const schemas = [integer, text].map((type) => ({ body: { $id: 'https://example.com/one', ...type } }))
    expect(await Promise.all(schemas.map((one) => outcomeOf(one, { body: 1 })))).to.deep.equal([
      { body: 1 },
      { status: 422, errors: [{ in: 'body', pointer: '#', code: 'type', detail: 'Expected a string.' }] },
    ])
  })

  it('compiles for forms once, and leaves them to a schema of another library', async () => {
    const body = { n: '7' }
    let compiled = 0
    const ajv = new Ajv2020({ coerceTypes: true })
    const compiler = {
      compile: (schema: object) => {
        compiled++
        return ajv.compile(schema)
      },
    }
    const check = prepareValidation({ body: record({ n: integer }) }, { ajv: compiler as SchemaCompiler })
    for (const _ of [1, 2, 3]) expect(await check(partsOf({ form: body }))).to.deep.equal({ values: { body: { n: 7 } } })
    expect(compiled).to.equal(2)
    expect(await outcomeOf({ body: z.object({ n: z.string() }) }, { form: body })).to.deep.equal({ body })
  })

  it('makes one compiler for all, which converts nothing, and one for each schema with branches', () => {
    const made: object[] = []
    const compilers = createCompilers((options) => {
      made.push(options)
      return new Ajv2020(options) as SchemaCompiler
    })
    for (const location of ['body', 'query', 'body', 'cookies'] as const)
      jsonSchemaCheck(record({ n: integer }), location, compilers)
    const check = { ownProperties: true }
    expect(made).to.deep.equal([check])
    for (const location of ['body', 'query'] as const)
      jsonSchemaCheck(record({ n: { anyOf: [integer, text] } }), location, compilers)
    expect(made).to.deep.equal([check, { ...check, allErrors: false, validateSchema: false }])
  })

  it('says that ajv cannot be loaded', () => {
    expect(() =>
      jsonSchemaCheck(
        record({}),
        'query',
        createCompilers(() => undefined),
      ),
    )
      .to.throw(
        TypeError,
        /^validate\.query: expected a Standard Schema, or `\{ ajv \}`, as ajv cannot be loaded here, got a JSON Schema/,
      )
      .with.property('code', 'ERR_PROBLEM_SCHEMA')
  })
})
