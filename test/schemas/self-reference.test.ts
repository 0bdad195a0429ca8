/** A schema that refers only to itself would go on for ever: it is refused by its name wherever a schema is given. */
import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import type { MembersSchema } from '../../lib/define/members-type.js'
import { prepareValidation } from '../../lib/validate/prepare.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { endlessness } from '../../schemas/self-reference.js'

const compiler = createCompiler() as SchemaCompiler
const THEN = 'then'

const endless: readonly (readonly [schema: object, place: string])[] = [
  [{ $defs: { a: { $ref: '#two', $anchor: 'two' } } }, '#/$defs/a'],
  [{ $ref: '#' }, '#'],
  [{ $ref: '#/' + '$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }, '#/$defs/a'],
  [{ $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/c' }, c: { $ref: '#/$defs/a' } } }, ''],
  [{ allOf: [{ $ref: '#' }] }, '#'],
  [{ properties: { a: { anyOf: [{ type: 'null' }, { $ref: '#/properties/a' }] } } }, ''],
  [{ properties: { a: { oneOf: [true, { not: { $ref: '#/properties/a' } }] } } }, ''],
  [{ if: { $ref: '#' }, [THEN]: {} }, '#'],
  [{ if: {}, else: { $ref: '#' } }, '#'],
  [{ dependentSchemas: { a: { $ref: '#' } } }, '#'],
  [{ $id: 'https://example.com/a', $ref: 'https://example.com/a' }, '#'],
  [{ $id: 'https://example.com/a', $defs: { b: { $id: 'b', $ref: 'b' } } }, '#/$defs/b'],
  [{ $id: 'https://example.com/a', $defs: { b: { $id: 'b', $anchor: 'x', $ref: 'b#x' } } }, '#/$defs/b'],
  [{ $id: 'urn:example:a', $defs: { b: { $ref: 'urn:example:a#/$defs/b' } } }, '#/$defs/b'],
  [{ $dynamicAnchor: 'node', $dynamicRef: '#node' }, '#'],
  [{ $defs: { a: { $dynamicAnchor: 'node', allOf: [{ $dynamicRef: '#node' }] } } }, ''],
  [{ properties: { 'a/b %': { $ref: '#/properties/a~1b%20%25' } } }, '#/properties/a~1b %'],
]

const legal: readonly object[] = [
  { properties: { a: { $ref: '#' } } },
  { items: { $ref: '#' } },
  { $defs: { list: { properties: { next: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/list' }] } } } } },
  { allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }], $defs: { a: { minProperties: 1 } } },
  { properties: { a: { $ref: '#two' } }, $defs: { a: { $anchor: 'two', items: { $ref: '#two' } } } },
  { $dynamicAnchor: 'node', properties: { a: { $dynamicRef: '#node' } } },
  { const: { $ref: '#' }, default: { $ref: '#' }, enum: [{ allOf: [{ $ref: '#' }] }] },
  { properties: { $ref: { type: 'string' }, allOf: { $ref: '#/properties/$ref' } } },
  { additionalProperties: { $ref: '#' }, propertyNames: { minLength: 1 }, contains: { $ref: '#' } },
]

const refusal = (make: () => unknown): unknown => {
  try {
    make()
  } catch (error) {
    return error
  }
  throw new Error('The schema was taken.')
}

// Every level an applicator of its own.
const nested = (levels: number, around: (inner: object) => object): object => {
  let schema: object = { type: 'string' }
  for (let level = 0; level < levels; level++) schema = around(schema)
  return schema
}
const around: Readonly<Record<string, (inner: object) => object>> = {
  properties: (inner) => ({ type: 'object', properties: { a: inner } }),
  items: (inner) => ({ items: inner }),
  allOf: (inner) => ({ allOf: [inner] }),
  not: (inner) => ({ not: inner }),
  $defs: (inner) => ({ $defs: { a: inner } }),
}

describe('A schema that refers only to itself', () => {
  for (const [keywords, place] of endless) {
    const schema = { type: 'object', properties: { one: {} }, ...keywords } as MembersSchema
    it(`is refused by defineProblem() and validate(): ${JSON.stringify(keywords)}`, () => {
      const got = `one that refers only to itself, at ${place}`
      for (const [make, at] of [
        [() => defineProblem('Any', { type: '/any', status: 409, title: 'Any', members: schema }), 'Any.members'],
        [() => prepareValidation({ body: schema }), 'validate.body'],
        [() => prepareValidation({ query: schema }), 'validate.query'],
        [() => prepareValidation({ body: schema }, { ajv: compiler }), 'validate.body'],
      ] as const) {
        const error = refusal(make)
        expect(error).to.be.instanceOf(TypeError)
        expect(error).to.include({ code: 'ERR_PROBLEM_SCHEMA', place: at })
        expect((error as { got: string }).got.startsWith(got)).to.equal(true)
      }
    })
  }

  for (const schema of legal) {
    it(`is not one that comes to an end: ${JSON.stringify(schema)}`, () => {
      expect(endlessness(schema as MembersSchema)).to.equal(undefined)
      expect(() => compileSchema(schema as MembersSchema, compiler)({ a: [] })).not.to.throw()
    })
  }

  it('is not one whose references lead nowhere: ajv says so', () => {
    for (const $ref of ['#/$defs/none', '#none', '#/%', 'https://[', 7]) {
      expect(endlessness({ $ref })).to.equal(undefined)
      expect(() => compileSchema({ $ref }, compiler), String($ref)).to.throw()
    }
  })

  it('is found through a part that no keyword holds', () => {
    expect(endlessness({ $ref: '#/x-shared/a', 'x-shared': { a: { $ref: '#/x-shared/a' } } })).to.match(/^one that refers/)
  })

  it('is found in a chain of ten thousand', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`a${index}`, { $ref: `#/$defs/a${(index + 1) % 10_000}` }]),
    )
    expect(endlessness({ $defs })).to.match(/^one that refers only to itself, at #\/\$defs\/a\d+$/)
  })
})

describe('A schema of very many levels', () => {
  for (const [name, wrap] of Object.entries(around)) {
    it(`is refused by its name, without a full stack: ${name}`, () => {
      for (const levels of [300, 2_000, 10_000]) {
        const schema = { type: 'object', properties: { a: nested(levels, wrap) } } as MembersSchema
        for (const make of [
          () => defineProblem('Any', { type: '/any', status: 409, title: 'Any', members: schema }),
          () => prepareValidation({ body: schema }),
        ]) {
          const error = refusal(make)
          expect(error).to.be.instanceOf(TypeError).and.include({ code: 'ERR_PROBLEM_SCHEMA' })
          expect((error as { got: string }).got).to.match(/^(?:one of more than 256 levels|what JSON cannot carry)/)
        }
      }
    })

    it(`is taken up to a level that nobody reaches: ${name}`, () => {
      const schema = { type: 'object', properties: { a: nested(200, wrap) } } as MembersSchema
      expect(compileSchema(schema, compiler)({})).to.deep.equal([])
    })
  }
})
