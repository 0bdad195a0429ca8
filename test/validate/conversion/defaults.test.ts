/** Which defaults are filled in. */
import { expect } from 'chai'
import { conditional, outcomeOf } from '../parts.js'

type Schema = Readonly<Record<string, unknown>>

const integer = { type: 'integer' }
const five = { ...integer, default: 5 }
const kind = (name: string, more: Schema = {}) => ({ properties: { kind: { const: name }, ...more }, required: ['kind'] })

/** Schemas of an object, with what it becomes, in a query and in a body alike. */
const filled: readonly (readonly [name: string, schema: Schema, came: Schema, made: Schema])[] = [
  ['that of a member', { properties: { n: five } }, {}, { n: 5 }],
  ['none where a value came', { properties: { n: { default: 5 } } }, { n: null }, { n: null }],
  ['that of a member that is undefined', { properties: { n: five } }, { n: undefined }, { n: 5 }],
  ['that of a member that is required', { properties: { n: five }, required: ['n'] }, {}, { n: 5 }],
  ['that behind a reference', { properties: { n: { $ref: '#/$defs/five' } }, $defs: { five } }, {}, { n: 5 }],
  ['that beside a reference first', { properties: { n: { $ref: '#/$defs/five', default: 6 } }, $defs: { five } }, {}, { n: 6 }],
  ['those of a whole behind a reference', { $ref: '#/$defs/all', $defs: { all: { properties: { n: five } } } }, {}, { n: 5 }],
  ['that in allOf', { properties: { n: { allOf: [integer, { default: 5 }] } } }, {}, { n: 5 }],
  [
    'those of each schema in allOf, the first of a member',
    { allOf: [{ properties: { n: five } }, { properties: { n: { default: 6 }, m: five } }] },
    {},
    { n: 5, m: 5 },
  ],
  ['those of a member that came', { properties: { o: { type: 'object', properties: { n: five } } } }, { o: {} }, { o: { n: 5 } }],
  ['none of a member that did not come', { properties: { o: { type: 'object', properties: { n: five } } } }, {}, {}],
  [
    'those of a member that has one',
    { properties: { o: { type: 'object', properties: { n: five }, default: {} } } },
    {},
    { o: { n: 5 } },
  ],
  [
    'those of items',
    { properties: { list: { type: 'array', items: { type: 'object', properties: { n: five } } } } },
    { list: [{}, { n: 6 }] },
    { list: [{ n: 5 }, { n: 6 }] },
  ],
  [
    'those of members that no schema names',
    { additionalProperties: { type: 'object', properties: { n: five } } },
    { a: {} },
    { a: { n: 5 } },
  ],
  [
    'those of the branch of oneOf that fits',
    { oneOf: [kind('a', { n: five }), kind('b', { m: five })] },
    { kind: 'b' },
    { kind: 'b', m: 5 },
  ],
  [
    'those of the first branch of anyOf that fits',
    { anyOf: [kind('a', { n: five }), { properties: { m: five } }, { properties: { o: five } }] },
    { kind: 'b' },
    { kind: 'b', m: 5 },
  ],
  [
    'none of a branch that would fit with them only',
    { anyOf: [{ properties: { n: five }, required: ['n'] }, { required: ['kind'] }] },
    { kind: 'b' },
    { kind: 'b' },
  ],
  ['those without which no branch fits', { oneOf: [{ properties: { n: five }, required: ['n'] }, kind('b')] }, {}, { n: 5 }],
  [
    'those of the branch of a member',
    { properties: { o: { oneOf: [kind('a', { n: five }), kind('b', { m: five })] } } },
    { o: { kind: 'a' } },
    { o: { kind: 'a', n: 5 } },
  ],
  [
    'those of then where if fits',
    { ...conditional(kind('a'), { properties: { n: five } }, { properties: { m: five } }) },
    { kind: 'a' },
    { kind: 'a', n: 5 },
  ],
  [
    'those of else where if does not fit',
    { ...conditional(kind('a'), { properties: { n: five } }, { properties: { m: five } }) },
    { kind: 'b' },
    { kind: 'b', m: 5 },
  ],
  [
    'those of then where if fits with a default',
    { properties: { kind: { default: 'a' } }, ...conditional(kind('a'), { properties: { n: five } }) },
    {},
    { kind: 'a', n: 5 },
  ],
  [
    'those of dependentSchemas where the member is there',
    { dependentSchemas: { kind: { properties: { n: five } } } },
    { kind: 'a' },
    { kind: 'a', n: 5 },
  ],
  [
    'those of dependentSchemas where the member has a default',
    { properties: { kind: { default: 'a' } }, dependentSchemas: { kind: { properties: { n: five } } } },
    {},
    { kind: 'a', n: 5 },
  ],
  ['none of dependentSchemas where the member is not there', { dependentSchemas: { kind: { properties: { n: five } } } }, {}, {}],
  [
    'none of not, if, contains and names',
    {
      not: { properties: { n: five }, required: ['x'] },
      ...conditional({ properties: { n: five }, required: ['n'] }, {}, {}),
      propertyNames: { default: 'a' },
    },
    { list: [] },
    { list: [] },
  ],
  ['none of a branch of a member that did not come', { properties: { n: { anyOf: [five, { type: 'null' }] } } }, {}, {}],
  ['none of the whole, which is there', { default: { n: 5 } }, {}, {}],
  ['none of a place in a list', { properties: { list: { type: 'array', prefixItems: [five] } } }, { list: [] }, { list: [] }],
  [
    'none of a member that would become a prototype',
    JSON.parse('{"properties": {"__proto__": {"default": {"admin": true}}, "n": {"default": 5}}}') as Schema,
    {},
    { n: 5 },
  ],
  ['that of a member with the same schema once', { properties: { n: { $ref: '#', default: {} } } }, {}, { n: {} }],
  [
    'that of a member with the same schema in each value that came',
    { properties: { n: { $ref: '#', default: {} }, m: { $ref: '#' } } },
    { m: { m: {} } },
    { n: {}, m: { n: {}, m: { n: {} } } },
  ],
  [
    'those of items with the same schema once',
    { properties: { list: { type: 'array', items: { $ref: '#' }, default: [{}] }, n: five } },
    {},
    { list: [{ n: 5 }], n: 5 },
  ],
  [
    'those of schemas that have each other for a default once',
    {
      properties: { a: { $ref: '#/$defs/a' } },
      $defs: {
        a: { properties: { b: { $ref: '#/$defs/b' } }, default: {} },
        b: { properties: { a: { $ref: '#/$defs/a' }, n: five }, default: {} },
      },
    },
    {},
    { a: { b: { n: 5 } } },
  ],
  [
    'that of a branch with the same schema once',
    {
      properties: { n: { $ref: '#/$defs/either', default: {} } },
      $defs: { either: { anyOf: [integer, { type: 'object', properties: { n: { $ref: '#/$defs/either', default: {} } } }] } },
    },
    {},
    { n: { n: {} } },
  ],
  [
    'those of members called as those of every object',
    { properties: { constructor: five, toString: five } },
    {},
    { constructor: 5, toString: 5 },
  ],
]

describe('validate() with defaults', () => {
  for (const [name, schema, came, made] of filled) {
    it(`fills in ${name}`, async () => {
      const typed = { type: 'object', ...schema }
      expect(await outcomeOf({ body: typed }, { body: came })).to.deep.equal({ body: made })
      expect(await outcomeOf({ query: typed }, { query: came })).to.deep.equal({ query: made })
    })
  }

  it('fills in the whole body where none was sent', async () => {
    const schema = { type: 'object', properties: { n: integer, m: five }, default: { n: 6 } }
    expect(await outcomeOf({ body: schema }, {})).to.deep.equal({ body: { n: 6, m: 5 } })
    expect(await outcomeOf({ body: { $ref: '#/$defs/five', $defs: { five } } }, {})).to.deep.equal({ body: 5 })
  })

  it('asks for a body where the default of the whole does not fit, and where it was not read', async () => {
    const schema = { ...integer, default: 'a' }
    expect(await outcomeOf({ body: schema }, {})).to.have.property('status', 400)
    expect(await outcomeOf({ body: schema }, { bodyIs: 'unread' })).to.have.property('status', 415)
  })

  it('makes a default anew for each request', async () => {
    const schemas = { body: { type: 'object', properties: { list: { default: [] } } } }
    const [one, two] = (await Promise.all([1, 2].map(() => outcomeOf(schemas, { body: {} })))) as { body: { list: unknown } }[]
    expect(one).to.deep.equal({ body: { list: [] } })
    expect(one?.body.list).not.to.equal(two?.body.list)
  })

  it('takes a default for what was sent: in a query it is text that may be converted', async () => {
    const schema = { type: 'object', properties: { n: { ...integer, default: '5' }, list: { type: 'array', default: 'a' } } }
    expect(await outcomeOf({ query: schema }, { query: {} })).to.deep.equal({ query: { n: 5, list: ['a'] } })
  })

  it('ignores a default that JSON does not have', async () => {
    const schema = { type: 'object', properties: { n: { default: () => 5 } } }
    expect(await outcomeOf({ body: schema }, { body: {} })).to.deep.equal({ body: {} })
  })

  it('converts nothing in JSON', async () => {
    const schema = { type: 'object', properties: { n: { anyOf: [five, { type: 'string' }] }, m: five, list: { type: 'array' } } }
    expect(await outcomeOf({ body: schema }, { body: { n: '5' } })).to.deep.equal({ body: { n: '5', m: 5 } })
    expect(await outcomeOf({ body: schema }, { body: { list: 'a' } })).to.have.property('status', 422)
  })
})
