/** Which branch of a schema converts a text. */
import { expect } from 'chai'
import { conditional, outcomeOf } from '../parts.js'

type Schema = Readonly<Record<string, unknown>>

const integer = { type: 'integer' }
const boolean = { type: 'boolean' }
const text = { type: 'string' }
const list = (items: Schema) => ({ type: 'array', items })
const union = [integer, text]

/** Schemas of one parameter, with what it becomes. */
const kept: readonly (readonly [name: string, x: Schema, came: unknown, made: unknown])[] = [
  ['leaves a text that a failing branch of anyOf would change', { anyOf: [{ ...integer, maximum: 5 }, text] }, '0012', '0012'],
  ['converts by the first branch of anyOf that fits', { anyOf: [{ ...integer, maximum: 5 }, text] }, '03', 3],
  ['converts by the order of branches', { anyOf: [text, integer] }, '5', '5'],
  ['converts by the branch of oneOf that fits', { oneOf: [integer, { ...text, enum: ['all'] }] }, '5', 5],
  ['leaves a text for the branch of oneOf that fits', { oneOf: [integer, { ...text, enum: ['all'] }] }, 'all', 'all'],
  ['takes one value for one, where a list would do too', { oneOf: [text, list(text)] }, 'a', 'a'],
  ['takes two values for a list', { oneOf: [text, list(text)] }, ['a', 'b'], ['a', 'b']],
  ['takes a list of one for a list', { oneOf: [text, list(text)] }, ['a'], ['a']],
  ['takes a list of one for one value where no list fits', { oneOf: [integer, boolean] }, ['5'], 5],
  ['takes one value for a list where the list comes first', { anyOf: [list(text), text] }, 'a', ['a']],
  ['converts the items of the list that fits', { oneOf: [integer, list(integer)] }, ['1', '2'], [1, 2]],
  ['converts each item by the branch that fits it', list({ anyOf: union }), ['1', 'a', '02'], [1, 'a', 2]],
  ['leaves what not looks at', { ...text, not: { ...integer, minimum: 10 } }, '007', '007'],
  ['leaves a text where not forbids what it would become', { anyOf: union, not: integer }, '5', '5'],
  ['leaves what if looks at', conditional({ ...integer, minimum: 10 }, { maxLength: 1 }, text), '007', '007'],
  ['leaves what contains looks at', { type: 'array', contains: text, not: { contains: integer } }, ['1'], ['1']],
  ['leaves what no branch names', { anyOf: [{ minLength: 3 }, { maximum: 2 }] }, '5', '5'],
  ['makes the whole fit: the limit beside the branches', { anyOf: union, minLength: 2 }, '5', 5],
  ['makes the whole fit: a type beside the branches', { allOf: [{ anyOf: union }, text] }, '5', '5'],
  ['makes the whole fit: two unions', { allOf: [{ anyOf: [integer, text] }, { anyOf: [boolean, text] }] }, 'true', 'true'],
  ['makes the whole fit: what several items make together', list({ anyOf: union, description: 'x' }), ['5', '5'], [5, 5]],
  ['takes a list of one for the listed value that it says', { enum: [5, 'a', null] }, ['05'], 5],
  ['takes a list of one for a listed text', { const: 'a' }, ['a'], 'a'],
  ['takes a list of one for a list that is listed', { enum: ['a', ['a']] }, ['a'], ['a']],
  ['reads a text by what all lists of values have', { allOf: [{ enum: ['5', 5, 6] }, { enum: [5, 7] }] }, '5', 5],
  ['takes another branch where contains asks for it', { ...list({ anyOf: union }), contains: { const: '5' } }, ['5'], ['5']],
  [
    'takes another branch where only one item may have it',
    { ...list({ anyOf: union }), uniqueItems: true },
    ['5', '05'],
    [5, '05'],
  ],
  ['gives up no number where oneOf needs exactly one', { oneOf: [integer, { type: 'number', exclusiveMinimum: 5.5 }] }, '5', 5],
  ['follows branches of branches', { anyOf: [{ anyOf: [boolean, { allOf: [integer, { maximum: 9 }] }] }, text] }, '7', 7],
  [
    'follows branches of branches to the last',
    { anyOf: [{ anyOf: [boolean, { allOf: [integer, { maximum: 9 }] }] }, text] },
    '11',
    '11',
  ],
  ['converts by then where if fits', conditional({ enum: ['12', 12] }, integer, boolean), '12', 12],
  ['converts by else where if does not fit', conditional({ enum: ['12', 12] }, integer, boolean), 'true', true],
  ['knows types in any order: a limit before', { allOf: [{ maximum: 100 }, integer] }, '100', 100],
  ['takes a list of types for branches: the number first', { type: ['integer', 'string'] }, '5', 5],
  ['takes a list of types for branches: the text first', { type: ['string', 'integer'] }, '5', '5'],
  ['takes a list of types for branches: what no number says', { type: ['integer', 'string'] }, '5a', '5a'],
  ['takes a list of types for branches: what does not fit', { type: ['integer', 'string'], maximum: 4 }, '5', '5'],
  ['takes the types that two lists share', { allOf: [{ type: ['number', 'string'] }, { type: ['integer', 'boolean'] }] }, '5', 5],
  ['takes an integer that must be a number', { allOf: [integer, { type: 'number' }] }, '5.0', 5],
  ['takes an integer for a number that must be one', { allOf: [{ type: 'number' }, integer] }, '5.0', 5],
  ['leaves a text that is no object', { type: ['object', 'string'] }, '5', '5'],
  ['makes no object of a text', { type: ['object', 'integer'] }, '5', 5],
  ['knows the number of an enum beside lists and objects', { enum: [[5], { a: 5 }, 5] }, '5', 5],
  ['leaves an empty text a text', { type: ['string', 'null'] }, '', ''],
  ['takes an empty text for null where a text must not be empty', { type: ['string', 'null'], minLength: 1 }, '', null],
  ['takes an empty text for null', { type: ['integer', 'null'] }, '', null],
  ['takes an empty text for null where nullable is true', { ...integer, nullable: true }, '', null],
  ['takes an empty text for null by const', { anyOf: [integer, { const: null }] }, '', null],
  ['takes an exact text for a branch that reads no rounded number', { anyOf: union }, '9007199254740993.0', '9007199254740993.0'],
  ['knows the numbers of an enum without a type', { enum: [1, 2] }, '2', 2],
  ['knows the number of a const without a type', { const: 5 }, '5', 5],
  ['knows false', { anyOf: [boolean, text] }, 'false', false],
  ['knows true and null of an enum', { enum: ['a', true, null] }, 'true', true],
  ['knows null of an enum', { enum: ['a', true, null] }, '', null],
  ['leaves a text that the enum lists', { enum: [1, '1'] }, '1', '1'],
  ['leaves a text that the enum lists beside a number', { enum: [1, 'a'] }, 'a', 'a'],
  ['knows a const in a branch', { anyOf: [{ const: 1 }, { const: 'a' }] }, '1', 1],
  ['converts by the type beside an enum', { enum: ['1', 1], ...integer }, '1', 1],
  [
    'converts the places of a list',
    { type: 'array', prefixItems: [integer, text], items: boolean },
    ['1', '2', 'true'],
    [1, '2', true],
  ],
  ['converts unevaluated items', { type: 'array', prefixItems: [text], unevaluatedItems: integer }, ['1', '2'], ['1', 2]],
  [
    'converts no item that a schema beside has evaluated',
    { type: 'array', allOf: [{ prefixItems: [text] }], unevaluatedItems: integer },
    ['1', '2'],
    ['1', 2],
  ],
]

/** Schemas of one parameter, with the codes of what is wrong. */
const refused: readonly (readonly [name: string, x: Schema, came: unknown, codes: readonly string[]])[] = [
  ['a limit before the type', { allOf: [{ maximum: 100 }, integer] }, '1000000', ['maximum']],
  ['a limit behind the type', { allOf: [integer, { maximum: 100 }] }, '1000000', ['maximum']],
  ['a lower limit before the type', { allOf: [{ minimum: 5 }, integer] }, '4', ['minimum']],
  ['a step before the type', { allOf: [{ multipleOf: 5 }, integer] }, '7', ['multipleOf']],
  ['listed numbers before the type', { allOf: [{ enum: [1, 2] }, integer] }, '3', ['enum']],
  ['the length of a list before its type', { allOf: [{ maxItems: 1 }, list(integer)] }, ['1', '2'], ['maxItems']],
  ['a limit behind a reference', { allOf: [{ $ref: '#/$defs/limit' }, integer] }, '101', ['maximum']],
  ['a limit beside a reference to the type', { maximum: 100, $ref: '#/$defs/whole' }, '101', ['maximum']],
  [
    'a type behind a reference that is behind one',
    { allOf: [{ maximum: 100 }, { $ref: '#/$defs/indirect' }] },
    '101',
    ['maximum'],
  ],
  ['what contains would have to convert', { type: 'array', contains: integer }, ['1'], ['contains']],
  ['a number in place of text that not forbids', { not: text }, '5', ['not']],
  ['a number that is both', { oneOf: [integer, { type: 'number' }] }, '5', ['union']],
  ['a number that is not whole where one schema asks for an integer', { allOf: [{ type: 'number' }, integer] }, '5.5', ['type']],
  ['a list of one that fits no branch', { anyOf: [integer, boolean] }, ['a'], ['type']],
  ['types that exclude each other', { allOf: [integer, boolean] }, '5', ['type']],
]

const $defs = { limit: { maximum: 100 }, whole: integer, indirect: { $ref: '#/$defs/whole' } }
const query = (x: Schema) => ({ query: { type: 'object', properties: { x }, $defs } })

describe('validate() with branches', () => {
  for (const [name, x, came, made] of kept) {
    it(name, async () => {
      expect(await outcomeOf(query(x), { query: { x: came } })).to.deep.equal({ query: { x: made } })
    })
  }

  for (const [name, x, came, codes] of refused) {
    it(`refuses ${name}`, async () => {
      const outcome = (await outcomeOf(query(x), { query: { x: came } })) as { errors?: readonly { code: string }[] }
      expect(outcome.errors?.map(({ code }) => code)).to.deep.equal(codes)
    })
  }
})

/** Schemas of a whole query. */
const wholes: readonly (readonly [name: string, schema: Schema, came: Schema, made: Schema])[] = [
  [
    'converts by the branch of the whole that fits',
    {
      oneOf: [
        { properties: { kind: { const: 'a' }, n: integer }, required: ['kind'] },
        { properties: { kind: { const: 'b' }, n: boolean } },
      ],
    },
    { kind: 'b', n: 'true' },
    { kind: 'b', n: true },
  ],
  [
    'converts nothing by a branch that fits only beside what it would convert',
    { anyOf: [{ properties: { n: integer }, required: ['a'] }, { required: ['b'] }] },
    { n: '5', b: '1' },
    { n: '5', b: '1' },
  ],
  [
    'converts by then where if fits what was converted',
    {
      properties: { k: integer },
      ...conditional({ properties: { k: { maximum: 5 } }, required: ['k'] }, { properties: { n: integer } }),
    },
    { k: '5', n: '1' },
    { k: 5, n: 1 },
  ],
  [
    'leaves what then has where if does not fit',
    {
      properties: { k: integer },
      ...conditional({ properties: { k: { maximum: 5 } }, required: ['k'] }, { properties: { n: integer } }),
    },
    { k: '6', n: '1' },
    { k: 6, n: '1' },
  ],
  [
    'converts by dependentSchemas where the member is there',
    { dependentSchemas: { k: { properties: { n: integer } } } },
    { k: 'a', n: '1' },
    { k: 'a', n: 1 },
  ],
  [
    'leaves what dependentSchemas has where the member is not there',
    { dependentSchemas: { k: { properties: { n: integer } } } },
    { n: '1' },
    { n: '1' },
  ],
  ['leaves names', { propertyNames: { type: 'string', maxLength: 1 }, additionalProperties: integer }, { 7: '7' }, { 7: 7 }],
  [
    'converts by patterns, and the others by additionalProperties',
    { properties: { a: {} }, patternProperties: { '^n': integer }, additionalProperties: boolean },
    { a: '1', n: '1', o: 'true' },
    { a: '1', n: 1, o: true },
  ],
  [
    'converts unevaluated members',
    { properties: { a: text }, allOf: [{ properties: { b: {} } }], unevaluatedProperties: integer },
    { a: '1', b: '1', c: '1' },
    { a: '1', b: '1', c: 1 },
  ],
  [
    'converts members of members',
    { properties: { filter: { type: 'object', properties: { n: { anyOf: union } } } } },
    { filter: { n: '5' } },
    { filter: { n: 5 } },
  ],
  [
    'follows a schema that refers to itself',
    { properties: { n: integer, next: { $ref: '#' } } },
    { n: '1', next: { n: '2', next: { n: '3' } } },
    { n: 1, next: { n: 2, next: { n: 3 } } },
  ],
  [
    'follows $dynamicRef',
    { $dynamicAnchor: 'node', properties: { n: integer, next: { $dynamicRef: '#node' } } },
    { next: { n: '2' } },
    { next: { n: 2 } },
  ],
  [
    'follows $dynamicRef to the outermost schema of the name',
    {
      $id: 'https://api.example.com/node',
      $dynamicAnchor: 'node',
      properties: { n: integer, tree: { $ref: 'tree' } },
      $defs: { tree: { $id: 'tree', $dynamicAnchor: 'node', properties: { next: { $dynamicRef: '#node' } } } },
    },
    { tree: { next: { n: '2' } } },
    { tree: { next: { n: 2 } } },
  ],
  [
    'follows $anchor',
    { properties: { n: { $ref: '#number' } }, $defs: { n: { $anchor: 'number', ...integer } } },
    { n: '2' },
    { n: 2 },
  ],
  [
    'follows addresses',
    {
      $id: 'https://api.example.com/query',
      properties: {
        n: { $ref: 'parts#/$defs/n' },
        m: { $ref: 'https://api.example.com/parts' },
        o: { $ref: '#/$defs/parts/$defs/n' },
      },
      $defs: { parts: { $id: 'parts', ...boolean, $defs: { n: { anyOf: union } } } },
    },
    { n: '2', m: 'true', o: '3' },
    { n: 2, m: true, o: 3 },
  ],
  [
    'follows a name beside an id that is one',
    {
      $id: 'urn:example:query',
      properties: { n: { $ref: 'urn:example:number' } },
      $defs: { n: { $id: 'urn:example:number', anyOf: union }, m: { $id: 'parts' } },
    },
    { n: '2' },
    { n: 2 },
  ],
  [
    'leaves what a schema of elsewhere describes',
    { properties: { n: { $ref: 'https://json-schema.org/draft/2020-12/schema' }, m: integer } },
    { n: { title: '1' }, m: '1' },
    { n: { title: '1' }, m: 1 },
  ],
  [
    'converts members that two patterns match',
    { patternProperties: { n: { anyOf: union }, '^a': { maximum: 5, default: 1 } }, minProperties: 2 },
    { an: '5', ann: '7', b: '5' },
    { an: 5, ann: '7', b: '5' },
  ],
  [
    'follows an id that is a name',
    { $id: 'urn:example:query', properties: { n: { $ref: '#/$defs/n' } }, $defs: { n: { anyOf: union } } },
    { n: '2' },
    { n: 2 },
  ],
  [
    'finds schemas under an extension',
    { properties: { n: { $ref: '#/x-schemas/n' } }, 'x-schemas': { n: { anyOf: union } } },
    { n: '2' },
    { n: 2 },
  ],
  [
    'asks for schemas with any name',
    { properties: { 'a/b ~%?#"ü': { anyOf: [{ ...integer, maximum: 5 }, text] } } },
    { 'a/b ~%?#"ü': '07' },
    { 'a/b ~%?#"ü': '07' },
  ],
  [
    'takes another branch where the whole asks for it',
    { properties: { a: { anyOf: union }, b: { anyOf: union } }, not: { properties: { a: integer } } },
    { a: '5', b: '6' },
    { a: '5', b: 6 },
  ],
  [
    'converts a member that two schemas name',
    { allOf: [{ properties: { n: { anyOf: union } } }, { properties: { n: { minLength: 1, maximum: 5 } } }] },
    { n: '07' },
    { n: '07' },
  ],
  [
    'takes true and false for schemas',
    { properties: { a: true, b: integer, c: { anyOf: [false, integer, true] } }, required: ['a'] },
    { a: '1', b: '1', c: 'x' },
    { a: '1', b: 1, c: 'x' },
  ],
]

describe('validate() with branches of a whole query', () => {
  for (const [name, schema, came, made] of wholes) {
    it(name, async () => {
      expect(await outcomeOf({ query: { type: 'object', ...schema } }, { query: came })).to.deep.equal({ query: made })
    })
  }

  const member = { type: 'object', properties: { n: { anyOf: union } } }
  const references: readonly [name: string, schema: Schema][] = [
    ['a pointer', { $ref: '#/$defs/one', $defs: { one: member } }],
    ['an anchor', { $ref: '#one', $defs: { one: { $anchor: 'one', ...member } } }],
    ['a URI', { $id: 'https://example.com/all', $ref: 'all#/$defs/one', $defs: { one: member } }],
    ['a pointer, with notes', { $comment: 'generated', title: 'One', $ref: '#/definitions/one', definitions: { one: member } }],
  ]
  for (const [name, schema] of references) {
    it(`converts a form, and takes JSON, whose schema is nothing but a reference: ${name}`, async () => {
      expect(await outcomeOf({ body: schema }, { form: { n: '5' } })).to.deep.equal({ body: { n: 5 } })
      expect(await outcomeOf({ body: schema }, { body: { n: '5' } })).to.deep.equal({ body: { n: '5' } })
    })
  }

  it('follows $dynamicRef in branches, beside allOf, and where it is only looked at', async () => {
    const named = (name: string, more: Schema) => ({ properties: { kind: { const: name }, ...more }, required: ['kind'] })
    const schema = {
      $dynamicAnchor: 'node',
      type: 'object',
      oneOf: [
        named('list', { items: list({ $dynamicRef: '#node', allOf: [{ minProperties: 1 }] }) }),
        named('leaf', { n: integer }),
      ],
      not: { properties: { other: { $dynamicRef: '#node' } }, required: ['other'] },
    }
    const tree = (n: unknown) => ({
      kind: 'list',
      items: [
        { kind: 'leaf', n },
        { kind: 'list', items: [{ kind: 'leaf', n }] },
      ],
    })
    expect(await outcomeOf({ body: schema }, { form: tree('5') })).to.deep.equal({ body: tree(5) })
    expect(await outcomeOf({ body: schema }, { form: tree('x') })).to.have.property('status', 422)
    expect(await outcomeOf({ body: schema }, { form: { kind: 'leaf', other: { kind: 'leaf' } } })).to.have.property('status', 422)
  })

  const nullables: readonly (readonly [name: string, x: Schema])[] = [
    ['beside a choice', { nullable: true, anyOf: union }],
    ['beside a reference', { nullable: true, $ref: '#/$defs/union' }],
    ['beside a list of types', { nullable: true, type: ['integer', 'string'] }],
    ['in a branch, beside allOf', { anyOf: [{ nullable: true, allOf: [integer] }, text] }],
    ['that is false, beside null', { nullable: false, type: ['integer', 'null'], anyOf: [integer, { type: 'null' }] }],
  ]
  for (const [name, x] of nullables) {
    it(`takes nullable ${name}, and leaves the schema of the app as it is`, async () => {
      const schema = { type: 'object', properties: { x }, $defs: { union: { anyOf: union } } }
      const before = structuredClone(schema)
      expect(await outcomeOf({ query: schema }, { query: { x: '5' } })).to.deep.equal({ query: { x: 5 } })
      expect(await outcomeOf({ body: schema }, { form: { x: '5' } })).to.deep.equal({ body: { x: 5 } })
      expect(schema).to.deep.equal(before)
    })
  }

  it('tells of the branch that was meant what is wrong with it', async () => {
    const kind = (name: string, more: Schema) => ({ properties: { kind: { const: name }, ...more }, required: ['kind', 'z'] })
    const schema = { type: 'object', oneOf: [kind('a', { n: boolean }), kind('b', { n: integer })] }
    const { errors } = (await outcomeOf({ query: schema }, { query: { kind: 'b', n: '5' } })) as { errors: readonly object[] }
    expect(errors).to.deep.include({ in: 'query', parameter: 'z', code: 'required', detail: 'A value is required here.' })
    expect(errors).not.to.deep.include({ in: 'query', parameter: 'n', code: 'type', detail: 'Expected an integer.' })
  })

  it('leaves what is no text as it is', async () => {
    const file = Buffer.from('1')
    const schema = { type: 'object', properties: { n: { anyOf: union }, file: { anyOf: [integer, {}] }, list: list(text) } }
    const query = { n: 5, file, list: ['a', 'b'] }
    expect(await outcomeOf({ query: schema }, { query })).to.deep.equal({ query })
  })
})
