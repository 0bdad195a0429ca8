/** How OpenAPI 3.0 says what JSON Schema 2020-12 says. */
import { expect } from 'chai'
import { beyond, THEN } from './published.js'

const NULL = { type: 'string', nullable: true, enum: [null] }

describe('problemComponents(): schemas of OpenAPI 3.0', () => {
  for (const [name, schema, expected] of [
    ['has true', true, {}],
    ['has false', false, { not: {} }],
    ['takes null out of the types', { type: ['string', 'null'], minLength: 1 }, { type: 'string', nullable: true, minLength: 1 }],
    [
      'has one branch for each type',
      { type: ['string', 'array', 'null'] },
      {
        anyOf: [
          { type: 'string', nullable: true },
          { type: 'array', nullable: true, items: {} },
        ],
      },
    ],
    ['has no type for null', { type: 'null' }, NULL],
    ['knows null as a constant', { const: null }, NULL],
    ['infers the type of a constant', { const: 'a' }, { type: 'string', enum: ['a'] }],
    ['keeps integers', { type: 'integer', enum: [1, 2] }, { type: 'integer', enum: [1, 2] }],
    [
      'keeps null among the values',
      { type: ['string', 'null'], enum: ['a', null, 1] },
      { type: 'string', nullable: true, enum: ['a', null] },
    ],
    ['has no type for values of several', { enum: ['a', 1, null] }, { enum: ['a', 1, null] }],
    ['has arrays as values', { const: [1] }, { type: 'array', items: {}, enum: [[1]] }],
    ['has nothing for values that cannot be', { type: 'string', const: 1 }, { not: {} }],
    [
      'folds null into the only other branch',
      { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'A' },
      { type: 'string', nullable: true, description: 'A' },
    ],
    [
      'folds null into constants',
      { oneOf: [{ type: 'string', const: 'a' }, { const: null }] },
      { type: 'string', nullable: true, enum: ['a', null] },
    ],
    [
      'folds null into values',
      { oneOf: [{ type: 'string', enum: ['a'] }, { enum: [null] }] },
      { type: 'string', nullable: true, enum: ['a', null] },
    ],
    [
      'keeps the branch of null beside one without type',
      { anyOf: [{ minimum: 1 }, { type: 'null' }] },
      { anyOf: [{ minimum: 1 }, NULL] },
    ],
    [
      'keeps the branch of null beside one with branches',
      { anyOf: [{ type: 'string', not: { const: 'a' } }, { type: 'null' }] },
      { anyOf: [{ type: 'string', not: { type: 'string', enum: ['a'] } }, NULL] },
    ],
    [
      'keeps the branch of null where a keyword would clash',
      { anyOf: [{ type: 'string', title: 'B' }, { type: 'null' }], title: 'A' },
      { anyOf: [{ type: 'string', title: 'B' }, NULL], title: 'A' },
    ],
    ['keeps a single branch', { anyOf: [{ type: 'string' }] }, { anyOf: [{ type: 'string' }] }],
    ['keeps true as a branch', { anyOf: [true, { type: 'null' }] }, { anyOf: [{}, NULL] }],
    [
      'has flags for exclusive limits',
      { exclusiveMinimum: 0, exclusiveMaximum: 9 },
      { minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
    ],
    [
      'keeps the narrower limit',
      { minimum: 1, exclusiveMinimum: 0, maximum: 9, exclusiveMaximum: 9 },
      { minimum: 1, maximum: 9, exclusiveMaximum: true },
    ],
    [
      'lets every item be what one of a tuple may be',
      { prefixItems: [{ type: 'string' }, { const: 1 }], items: false },
      { items: { anyOf: [{ type: 'string' }, { type: 'number', enum: [1] }] }, maxItems: 2 },
    ],
    [
      'lets the items of an open tuple be anything',
      { type: 'array', prefixItems: [{ type: 'string' }], maxItems: 1 },
      { type: 'array', items: {}, maxItems: 1 },
    ],
    ['keeps a shorter tuple', { prefixItems: [{ type: 'string' }, true], items: false, maxItems: 1 }, { items: {}, maxItems: 1 }],
    [
      'leaves out contains',
      { type: 'array', items: { type: 'string' }, contains: { const: 'a' }, minContains: 2 },
      { type: 'array', items: { type: 'string' } },
    ],
    [
      'keeps closed objects',
      { type: 'object', properties: { b: { const: 1 } }, required: [], additionalProperties: false },
      { type: 'object', properties: { b: { type: 'number', enum: [1] } }, additionalProperties: false },
    ],
    [
      'lets additional properties be what a pattern allowed',
      { patternProperties: { '^x': { type: 'string' } }, additionalProperties: false },
      { additionalProperties: { type: 'string' } },
    ],
    [
      'lets them be that, or additional ones',
      { patternProperties: { '^x': { type: 'string' } }, additionalProperties: { type: 'integer' } },
      { additionalProperties: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    ],
    ['leaves out patterns', { patternProperties: { '^x': { type: 'string' } } }, {}],
    [
      'says conditions with not',
      { if: { const: 1 }, [THEN]: { minimum: 1 } },
      {
        allOf: [
          {
            anyOf: [
              { allOf: [{ type: 'number', enum: [1] }, { minimum: 1 }] },
              { allOf: [{ not: { type: 'number', enum: [1] } }, {}] },
            ],
          },
        ],
      },
    ],
    ['leaves out conditions that it cannot say', { if: { contains: true }, else: false }, {}],
    ['leaves out not where it cannot say what is forbidden', { not: { propertyNames: { maxLength: 1 } } }, {}],
    [
      'makes anyOf of branches that it cannot say',
      { oneOf: [{ contains: { const: 1 } }, { type: 'string' }] },
      { anyOf: [{}, { type: 'string' }] },
    ],
    [
      'makes anyOf of references to what it cannot say',
      { oneOf: [{ $ref: '#/$defs/Loose' }, { $ref: '#/$defs/Exact' }] },
      { anyOf: [{ $ref: '#/components/schemas/Any.Loose' }, { $ref: '#/components/schemas/Any.Exact' }] },
    ],
    [
      'keeps oneOf of references',
      { oneOf: [{ $ref: '#/$defs/Exact' }] },
      { oneOf: [{ $ref: '#/components/schemas/Any.Exact' }] },
    ],
    [
      'keeps references apart from their siblings',
      { $ref: '#/$defs/Exact', description: 'A' },
      { allOf: [{ $ref: '#/components/schemas/Any.Exact' }], description: 'A' },
    ],
    ['has one example', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
    ['has none of no examples', { type: 'string', examples: [] }, { type: 'string' }],
    [
      'has a format for base64',
      { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
      { type: 'string', format: 'byte' },
    ],
    ['has none for other encodings', { type: 'string', contentEncoding: 'base32', format: 'x' }, { type: 'string', format: 'x' }],
    [
      'leaves out keywords of others, and keeps extensions',
      { type: 'string', transform: ['trim'], 'x-order': 1 },
      { type: 'string', 'x-order': 1 },
    ],
  ] as const) {
    it(`${name} [O10]`, () => {
      const $defs = { Exact: { type: 'string' }, Loose: { contains: { $ref: '#/$defs/Loose' } } }
      expect(beyond('3.0', { properties: { a: schema }, $defs })).to.deep.equal({ properties: { a: expected } })
    })
  }
})
