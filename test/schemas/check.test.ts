/** What a check of members says for each keyword, with the real ajv. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { membersCheck } from '../../schemas/check.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { expectedBy } from '../../schemas/findings/expected.js'

const compiler = createCompiler() as SchemaCompiler
const found = (member: object, value: unknown): string[] =>
  compileSchema(
    { type: 'object', properties: { a: member } },
    compiler,
  )({ a: value }).map(({ pointer, keyword, expected }) => `${pointer} ${keyword}: ${expected}`)

/** The schema of the member `a`, a value that does not fit, and what is said. */
const rows: readonly (readonly [schema: object, value: unknown, ...said: string[]])[] = [
  [{ type: 'string' }, 7, '/a type: a string'],
  [{ type: 'integer' }, 1.5, '/a type: an integer'],
  [{ type: 'number' }, 'x', '/a type: a number'],
  [{ type: 'boolean' }, 'x', '/a type: true or false'],
  [{ type: 'array' }, 'x', '/a type: an array'],
  [{ type: 'object' }, 'x', '/a type: an object'],
  [{ type: ['string', 'null'] }, 7, '/a type: a string or null'],
  [{ type: 'object', required: ['b~/c'] }, {}, '/a/b~0~1c required: this required member'],
  [{ dependentRequired: { b: ['c'] } }, { b: 1 }, '/a/c dependentRequired: this member, since "b" is there'],
  [{ type: 'object', additionalProperties: false }, { b: 1 }, '/a/b additionalProperties: no such member'],
  [{ type: 'object', unevaluatedProperties: false }, { b: 1 }, '/a/b unevaluatedProperties: no such member'],
  [{ propertyNames: { minLength: 2 } }, { b: 1 }, '/a/b propertyNames: an allowed name'],
  [{ properties: { b: false } }, { b: 1 }, '/a/b additionalProperties: no such member'],
  [{ patternProperties: { '^b': false } }, { b: 1 }, '/a/b additionalProperties: no such member'],
  [
    { properties: { b: { $ref: '#/properties/a/$defs/no' } }, $defs: { no: false } },
    { b: 1 },
    '/a/b additionalProperties: no such member',
  ],
  [{ prefixItems: [false] }, [1], '/a/0 not: a value that fits the keyword "not"'],
  [{ enum: ['x', 2, null] }, 7, '/a enum: one of "x", 2, null'],
  [{ const: { b: 'x' } }, 7, '/a const: {"b":"x"}'],
  [{ const: 'x'.repeat(99) }, 7, `/a const: "${'x'.repeat(59)}…`],
  [{ format: 'email' }, 'x', '/a format: a text of the format email'],
  [{ format: 'date-time' }, 'x', '/a format: a text of the format date-time'],
  [{ format: 'int32' }, 2 ** 40, '/a format: a text of the format int32'],
  [{ pattern: '^[A-Z]$' }, 'x', '/a pattern: a text that matches "^[A-Z]$"'],
  [{ minLength: 2 }, 'x', '/a minLength: at least 2 characters'],
  [{ maxLength: 2 }, 'xxx', '/a maxLength: at most 2 characters'],
  [{ minItems: 2 }, [1], '/a minItems: at least 2 items'],
  [{ maxItems: 2 }, [1, 2, 3], '/a maxItems: at most 2 items'],
  [{ minProperties: 2 }, {}, '/a minProperties: at least 2 members'],
  [{ maxProperties: 0 }, { b: 1 }, '/a maxProperties: at most 0 members'],
  [{ minimum: 2 }, 1, '/a minimum: a number >= 2'],
  [{ maximum: 2 }, 3, '/a maximum: a number <= 2'],
  [{ exclusiveMinimum: 2 }, 2, '/a exclusiveMinimum: a number > 2'],
  [{ exclusiveMaximum: 2 }, 2, '/a exclusiveMaximum: a number < 2'],
  [{ multipleOf: 5 }, 2, '/a multipleOf: a multiple of 5'],
  [{ uniqueItems: true }, [1, 1], '/a uniqueItems: items that differ'],
  [{ items: { type: 'string' } }, ['x', 7], '/a/1 type: a string'],
  [{ not: {} }, 7, '/a not: a value that fits the keyword "not"'],
  [{ contains: { const: 1 } }, [2], '/a contains: a value that fits the keyword "contains"'],
  [{ oneOf: [{ type: 'number' }, { type: 'integer' }] }, 7, '/a oneOf: a value that fits exactly one schema of oneOf'],
  [{ anyOf: [{ const: 1 }] }, 7, '/a const: 1'],
]

describe('membersCheck()', () => {
  for (const [schema, value, ...said] of rows) {
    it(`says for ${JSON.stringify(schema).slice(0, 60)}: ${said.join(', ').slice(0, 80)}`, () => {
      expect(found(schema, value)).to.deep.equal(said)
    })
  }

  it('says nothing of members that fit', () => {
    expect(found({ type: 'string' }, '12A')).to.deep.equal([])
  })

  it('takes a validator that leaves no findings for one that found nothing', () => {
    expect(membersCheck(() => false, {})({})).to.deep.equal([])
    expect(
      membersCheck(
        Object.assign(() => false, { errors: null }),
        {},
      )({}),
    ).to.deep.equal([])
  })

  it('does not let ajv compare long lists, which would take seconds', () => {
    const schema = { type: 'object', properties: { a: { uniqueItems: true }, b: {} } }
    const check = compileSchema(schema, new Ajv2020({ strict: false, allErrors: true }))
    const long = Array.from({ length: 100_000 }, (_, index) => (index % 2 ? index : `${index}`))
    const faults = check({ a: [...long], b: null, c: { '/': long } })

    expect(faults.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).to.deep.equal(['/a uniqueItems', '/c/~1 uniqueItems'])
    expect(check({ a: long.slice(0, 4096) })).to.deep.equal([])
  })

  it('compares lists of any length in one pass with the compiler of this package', () => {
    const schema = { type: 'object', properties: { a: { uniqueItems: true }, b: { uniqueItems: false } } }
    const check = compileSchema(schema, compiler)
    const a = Array.from({ length: 100_000 }, (_, index) => ({ index: index % 2 ? index : `${index}` }))

    expect(check({ a, b: [1, 1] })).to.deep.equal([])
    const [finding, ...others] = check({ a: [...a, { index: 1 }] })
    expect(finding).to.include({ pointer: '/a', keyword: 'uniqueItems', expected: 'items that differ' })
    expect(others).to.deep.equal([])
  })
})

describe('expectedBy()', () => {
  it('is a phrase for every finding, also of a keyword that ajv does not know', () => {
    expect(expectedBy('even', {})).to.equal('a value that fits the keyword "even"')
    expect(expectedBy('constructor', {})).to.equal('a value that fits the keyword "constructor"')
    expect(expectedBy('enum', {})).to.equal('a listed value')
    expect(expectedBy('enum', { allowedValues: [] })).to.equal('a listed value')
    expect(expectedBy('const', {})).to.equal('nothing')
    expect(expectedBy('type', { type: 'date' })).to.equal('"date"')
  })
})
