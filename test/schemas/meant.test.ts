/** What a check tells where a value fits none of several alternatives, with the real ajv: with its schema at hand, and from the list alone. */
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { pointerOf } from '../../schemas/findings/finding.js'
import { meantErrors } from '../../schemas/findings/meant.js'
import { ELSEWHERE, nodesOf } from '../../schemas/findings/nodes.js'

const compiler = createCompiler() as SchemaCompiler

const told = (schema: object, value: unknown): readonly string[] =>
  compileSchema({ ...schema }, compiler)(value).map(({ pointer, keyword, expected }) => `${pointer} ${keyword}: ${expected}`)

function toldOfList(schema: object, value: unknown, options: object = {}): readonly string[] {
  const check = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, ...options }).compile(schema)
  check(value)
  return meantErrors(check.errors ?? []).map(({ error }) => `${pointerOf(error)} ${error.keyword}`)
}

const kind = (name: string, properties: object, ...required: readonly string[]): object => ({
  type: 'object',
  properties: { kind: { const: name }, ...properties },
  required: ['kind', ...required],
})
const x = { x: { type: 'integer' }, any: true, size: { enum: ['s', 'm'] } }
const y = { y: { type: 'integer' } }
const tagged = { oneOf: [kind('a', x), kind('b', y, 'y')] }
const referred = {
  $defs: { a: kind('a', { ...x, next: { $ref: '#/$defs/a' } }), b: kind('b', { ...y, next: { $ref: '#/$defs/b' } }, 'y') },
  anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
}
const named = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] }
const card = { type: 'object', properties: { number: { type: 'string' }, cvc: {} }, required: ['number', 'cvc'] }
const openApi = (mapping?: object): object => ({
  type: 'object',
  discriminator: { propertyName: 't', ...(mapping && { mapping }) },
  $defs: {
    Cat: { type: 'object', properties: { t: { type: 'string' }, n: { type: 'string' } }, required: ['t', 'n'] },
    Dog: { type: 'object', properties: { t: { type: 'string' }, n: { type: 'integer' } }, required: ['t', 'n'] },
  },
  oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
})

const UNFIT = ' anyOf: a value that fits a schema of anyOf'

/** What is tested, a schema, a value, and what is told of it. */
const rows: readonly (readonly [name: string, schema: object, value: unknown, ...told: string[]])[] = [
  ['a member with one value tells the alternatives apart', tagged, { kind: 'a', x: 'q' }, '/x type: an integer'],
  ['so does the last of them', tagged, { kind: 'b', y: 'q' }, '/y type: an integer'],
  ['a listed value is none that tells them apart', tagged, { kind: 'a', size: 'l' }, '/size enum: one of "s", "m"'],
  ['what is missing is that of the alternative', tagged, { kind: 'b' }, '/y required: this required member'],
  ['a value that chooses none is told alone', tagged, { kind: 'c', x: 'q' }, '/kind enum: one of "a", "b"'],
  ['a choice that is missing is told alone', tagged, { x: 'q' }, '/kind required: this required member'],
  ['a value of another type is told alone', tagged, 7, ' type: an object'],
  ['an object with nothing of any alternative was meant for none', { anyOf: [named, card] }, { z: 1 }, UNFIT],
  [
    'findings of which nobody can tell whose they are, as one alternative has the others again',
    { anyOf: [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'string' }, { type: 'integer' }] },
    true,
    UNFIT,
  ],
  ['alternatives behind $ref', referred, { kind: 'b', y: 1, next: { kind: 'b', y: 'q' } }, '/next/y type: an integer'],
  [
    'listed values of several',
    { oneOf: ['a', 'b'].map((name) => ({ properties: { kind: { enum: [name, `${name}2`] }, [name]: { type: 'integer' } } })) },
    { kind: 'b2', b: 'q' },
    '/b type: an integer',
  ],
  [
    'behind allOf',
    { oneOf: [{ allOf: [named, kind('a', x)] }, { allOf: [named, kind('b', y)] }] },
    { kind: 'a', n: 'q', x: 'q' },
    '/n type: an integer',
    '/x type: an integer',
  ],
  [
    'a choice of another type',
    { oneOf: ['a', 'b'].map((one) => ({ properties: { kind: { type: 'string', const: one } } })) },
    { kind: 7 },
    '/kind enum: one of "a", "b"',
  ],
  ['a schema that nothing fits', { oneOf: [false, tagged] }, { kind: 'a', x: 'q' }, '/x type: an integer'],
  [
    'behind an anchor, with members of a pattern',
    {
      $defs: { a: { $anchor: 'a', patternProperties: { '^x': { type: 'integer' } } } },
      anyOf: [{ $ref: '#a' }, { required: ['y'] }],
    },
    { x1: 'q' },
    '/x1 type: an integer',
  ],
  [
    'what a member needs',
    { anyOf: [{ dependentSchemas: { a: { required: ['b'] } } }, { type: 'string' }] },
    { a: 1 },
    '/b required: this required member',
  ],
  [
    'a discriminator that names nothing',
    { ...openApi(), discriminator: { mapping: { cat: 7 } } },
    { t: 'cat', n: true },
    ' oneOf: a value that fits exactly one schema of oneOf',
  ],
  ['a mapping to nothing', openApi({ cow: 7, cat: 'Cat' }), { t: 'cow', n: true }, '/t enum: one of "cow", "cat"'],
  [
    'an item that only an alternative knows',
    { anyOf: ['string', 'integer'].map((one) => ({ prefixItems: [{ type: one }] })), unevaluatedItems: false },
    [true],
    ' anyOf: a value that fits a schema of anyOf',
  ],
  ['in alternatives', { anyOf: [{ type: 'string' }, tagged] }, { kind: 'a', x: 'q' }, '/x type: an integer'],
  [
    'in the items of a list',
    { type: 'array', items: tagged },
    [{ kind: 'a', x: 'q' }, { kind: 'b', y: 1 }, 7, { kind: 'c' }],
    '/0/x type: an integer',
    '/2 type: an object',
    '/3/kind enum: one of "a", "b"',
  ],
  [
    'beside what else is wrong',
    { type: 'object', properties: { pet: tagged, n: { type: 'integer' } }, required: ['q'] },
    { pet: { kind: 'a', x: 'q' }, n: 'q' },
    '/q required: this required member',
    '/pet/x type: an integer',
    '/n type: an integer',
  ],
  ['the discriminator of OpenAPI', openApi(), { t: 'Dog', n: true }, '/n type: an integer'],
  ['its mapping', openApi({ cat: '#/$defs/Cat', dog: 'Dog' }), { t: 'cat', n: true }, '/n type: a string'],
  ['a value that the mapping lacks', openApi({ cat: 'Cat', dog: 'Dog' }), { t: 'cow', n: true }, '/t enum: one of "cat", "dog"'],
  ['a discriminator that is missing', openApi(), { n: true }, '/t required: this required member'],
  ['types', { anyOf: [{ type: 'number' }, { type: 'string' }] }, true, ' type: a number or a string'],
  [
    'types and null',
    { anyOf: [{ type: ['string', 'null'] }, { type: 'integer' }] },
    true,
    ' type: a string or null or an integer',
  ],
  [
    'the one of the type',
    { anyOf: [{ type: 'null' }, { type: 'string', minLength: 3 }] },
    'a',
    ' minLength: at least 3 characters',
  ],
  ['values', { anyOf: [{ const: 'a' }, { enum: ['b', 'c'] }] }, 'd', ' enum: one of "a", "b", "c"'],
  [
    'formats',
    { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
    'q',
    ' format: a text of the format ipv4 or a text of the format ipv6',
  ],
  [
    'rules of several kinds',
    { oneOf: [{ format: 'ipv4' }, { type: 'string', pattern: '^a' }] },
    'q',
    ' oneOf: a text of the format ipv4 or a text that matches "^a"',
  ],
  [
    'one that fits twice',
    { oneOf: [{ type: 'number' }, { type: 'integer' }, { type: 'null' }] },
    7,
    ' oneOf: a value that fits exactly one schema of oneOf',
  ],
  [
    'members of which one is needed',
    { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    {},
    ' anyOf: a value that fits a schema of anyOf',
  ],
  [
    'a member that all need',
    { anyOf: [{ required: ['id', 'a'] }, { required: ['id', 'b'] }] },
    {},
    '/id required: this required member',
  ],
  ['the one that knows the members', { anyOf: [named, card] }, { number: 'q' }, '/cvc required: this required member'],
  [
    'the deepest one',
    { anyOf: [named, { type: 'object', properties: { a: { type: 'object', properties: { b: { type: 'integer' } } } } }] },
    { a: { b: 'q' } },
    '/a/b type: an integer',
  ],
  [
    'the list, not the text',
    { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] },
    ['a', 7],
    '/1 type: a string',
  ],
  [
    'what then needs',
    JSON.parse('{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}'),
    { a: 1 },
    '/b required: this required member',
  ],
  ['what a member needs', { dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, '/b required: this required member'],
  ['what may not be', { not: { required: ['a'] } }, { a: 1 }, ' not: a value that fits the keyword "not"'],
  ['a list that lacks an item', { contains: named }, [{}, { n: 'q' }], ' contains: a value that fits the keyword "contains"'],
  ['a name', { propertyNames: { minLength: 2, pattern: 'q' } }, { a: 1 }, '/a propertyNames: an allowed name'],
  [
    'a member that only the alternative knows, which did not fit',
    { ...tagged, unevaluatedProperties: false },
    { kind: 'a', x: 'q', more: 1 },
    '/x type: an integer',
    '/more unevaluatedProperties: no such member',
  ],
  [
    'a member of another alternative',
    { ...tagged, unevaluatedProperties: false },
    { kind: 'a', y: 1 },
    '/y unevaluatedProperties: no such member',
  ],
]

describe('what is told of alternatives', () => {
  for (const [name, schema, value, ...expected] of rows) {
    it(`is ${expected.join(', ')} (${name})`, () => {
      expect(told(schema, value)).to.deep.equal(expected)
    })
  }

  it('is the same for each of many items', () => {
    const items = Array.from({ length: 500 }, (_, index) => ({ kind: 'a', x: `${index}` }))
    expect(new Set(told({ type: 'array', items: tagged }, items).map((text) => text.replace(/\d+/, 'n')))).to.deep.equal(
      new Set(['/n/x type: an integer']),
    )
  })

  it('is one finding of the whole value where an alternative is in another schema', () => {
    const ajv = new Ajv2020({ allErrors: true })
    ajv.addSchema({ $id: 'https://example.com/a', ...kind('a', { ...x, self: { $ref: '#' } }) })
    const check = compileSchema({ oneOf: [{ $ref: 'https://example.com/a' }, kind('b', y)] }, ajv)
    expect(check({ kind: 'a', x: 'q' }).map(({ pointer, keyword }) => `${pointer} ${keyword}`)).to.deep.equal([' oneOf'])
  })

  it('is told by an Ajv that knows discriminators', () => {
    const ajv = new Ajv2020({ allErrors: true, discriminator: true })
    const schema = { type: 'object', required: ['kind'], discriminator: { propertyName: 'kind' }, ...tagged }
    const check = compileSchema(schema, ajv)
    const said = (value: unknown): readonly string[] => check(value).map(({ pointer, keyword }) => `${pointer} ${keyword}`)
    expect(said({ kind: 'a', x: 'q' })).to.deep.equal(['/x type'])
    expect(said({ kind: 'c' })).to.deep.equal(['/kind enum'])
    expect(said({})).to.deep.equal(['/kind required'])
    expect(said({ kind: 7 })).to.deep.equal(['/kind type'])
  })
})

describe('what is told of a list of ajv alone', () => {
  for (const [name, schema, value, ...expected] of [
    ['a member with one value', tagged, { kind: 'b', y: 'q' }, '/y type'],
    ['a value that chooses none', tagged, { kind: 'c' }, '/kind enum'],
    ['types', { anyOf: [{ type: 'number' }, { type: 'string' }] }, true, ' type'],
    [
      'alternatives that have a name',
      { $defs: { named, card }, anyOf: [{ $ref: '#/$defs/named' }, { $ref: '#/$defs/card' }] },
      { n: 'q' },
      '/n type',
    ],
    [
      'two members with one value each',
      { oneOf: ['a', 'b'].map((one) => ({ properties: { kind: { const: one }, type: { const: one } } })) },
      { kind: 'a', type: 'b' },
      ' oneOf',
    ],
    ['alternatives that are compiled on their own', referred, { kind: 'b', y: 'q' }, ' anyOf'],
    ['their type', referred, 7, ' type'],
    [
      'what stands beside',
      { type: 'object', properties: { v: { type: 'string', minLength: 9, anyOf: [{ pattern: 'a' }, { pattern: 'b' }] } } },
      { v: 'q' },
      '/v pattern',
      '/v minLength',
    ],
    [
      'what stands beside and was found before',
      { type: 'object', properties: { v: { type: 'string', anyOf: [{ const: 'a' }, { const: 'b' }] } } },
      { v: 7 },
      '/v type',
      '/v enum',
    ],
    [
      'an alternative of a member that is compiled on its own',
      {
        $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } },
        properties: { v: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] } },
      },
      { v: 7 },
      '/v type',
    ],
    ['a list that lacks an item', { contains: named }, [{}], ' contains'],
    ['a name', { propertyNames: { minLength: 2 } }, { a: 1 }, '/a propertyNames'],
    ['a member that only an alternative knows', { ...tagged, unevaluatedProperties: false }, { kind: 'a', x: 'q' }, '/x type'],
    ['one that is too many', { unevaluatedProperties: false }, { a: 1 }, '/a unevaluatedProperties'],
    ['what then says', JSON.parse('{"if": true, "then": false}'), 7, ' false schema'],
  ] as const) {
    it(`is ${expected.join(', ')} (${name})`, () => {
      expect(toldOfList(schema, value)).to.deep.equal(expected)
    })
  }

  it('is one finding of the values that alternatives list, where each is compiled on its own', () => {
    const schema = {
      $defs: { a: { const: 'a' }, others: { enum: ['b', 'c'] } },
      anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/others' }],
    }
    expect(toldOfList(schema, 'd', { inlineRefs: false })).to.deep.equal([' enum'])
  })

  it('is the finding of the keyword where ajv says no more', () => {
    const error = { keyword: 'anyOf', instancePath: '/a', schemaPath: '#/properties/a/anyOf', params: {} }
    expect(meantErrors([error])).to.have.lengthOf(1)
    expect(meantErrors([{ ...error, keyword: 'if' }])).to.have.lengthOf(1)
  })
})

describe('what is told of tuples of draft-07', () => {
  it('is the item of the alternative that was meant', () => {
    const tuple = (kind: string): object => ({ type: 'array', items: [{ const: kind }], additionalItems: { type: 'integer' } })
    const check = compileSchema({ anyOf: [tuple('a'), tuple('b')] }, new Ajv({ allErrors: true, strict: false }))
    expect(check(['b', 1, 'q']).map(({ pointer, keyword }) => `${pointer} ${keyword}`)).to.deep.equal(['/2 type'])
  })
})

describe('nodesOf()', () => {
  it('takes a reference that nobody can follow for a schema somewhere else', () => {
    for (const $ref of ['#/%zz', '#nowhere', 'https://example.com', '#/$defs/none'])
      expect(nodesOf({ $ref }).at({ $ref }, ['a', 'b'])).to.deep.equal([ELSEWHERE])
  })
})

describe('meantErrors()', () => {
  const leaf = fc.constantFrom(
    { type: 'string' },
    { type: 'integer', minimum: 3 },
    { type: 'null' },
    { const: 'a' },
    { enum: ['a', 'b'] },
    { type: 'object', properties: { kind: { const: 'a' }, n: { type: 'integer' } }, required: ['kind', 'n'] },
    {
      type: 'object',
      properties: { kind: { const: 'b' }, m: { type: 'string' } },
      required: ['kind'],
      additionalProperties: false,
    },
    { type: 'array', items: { type: 'string' } },
    { $ref: '#/$defs/node' },
  )
  const { schema } = fc.letrec((tie) => ({
    schema: fc.oneof({ depthSize: 'small' }, leaf, tie('union'), tie('object')),
    union: fc
      .tuple(fc.constantFrom('anyOf', 'oneOf'), fc.array(tie('schema'), { minLength: 1, maxLength: 3 }))
      .map(([name, list]) => ({ [name]: list })),
    object: tie('schema').map((member) => ({
      type: 'object',
      properties: { a: member },
      required: ['a'],
      unevaluatedProperties: false,
    })),
  }))
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('a', 'c', 7, null, true),
      fc.constantFrom({ kind: 'a' }, { kind: 'b', m: 1 }, {}, ['a', 1]),
      tie('object'),
    ),
    object: tie('value').map((a) => ({ a })),
  })).value

  it('tells at least one finding of each value that does not fit, none twice, and only what ajv has found or merged', () => {
    fc.assert(
      fc.property(schema, value, (given, member) => {
        const whole = {
          $defs: { node: { type: 'object', properties: { node: { $ref: '#/$defs/node' } }, required: ['node'] } },
          ...(given as object),
        }
        const check = new Ajv2020({ allErrors: true, strict: false }).compile(whole)
        const fits = check(member)
        const errors = check.errors ?? []
        for (const list of [meantErrors(errors), meantErrors(errors, whole, member)]) {
          expect(list.length === 0).to.equal(fits)
          expect(list.length).to.be.at.most(errors.length)
          const keys = list.map(({ error }) =>
            JSON.stringify([error.instancePath, error.schemaPath, error.keyword, error.params]),
          )
          expect(new Set(keys).size).to.equal(keys.length)
        }
      }),
    )
  })
})
