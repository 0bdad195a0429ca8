/** What becomes of a members schema when it describes the whole document. */
import { expect } from 'chai'
import { beyond, publish, THEN } from './published.js'

const closed = { properties: { a: true }, additionalProperties: false }

describe('problemComponents(): a members schema for the whole document', () => {
  for (const [name, members, expected] of [
    [
      'keeps properties and what is required',
      { properties: { a: true }, required: ['a'] },
      { properties: { a: true }, required: ['a'] },
    ],
    [
      'keeps exclusive branches that are open already',
      { oneOf: [{ required: ['a'], additionalProperties: true }] },
      { oneOf: [{ required: ['a'] }] },
    ],
    ['opens what is closed', closed, { properties: { a: true } }],
    ['leaves out what counts or names all members', { minProperties: 1, maxProperties: 2, propertyNames: { maxLength: 1 } }, {}],
    ['leaves out an example of the members alone', { examples: [{ a: 1 }], default: {}, $comment: 'x' }, {}],
    ['has its own title and description', { title: 'Members', description: 'All of them.' }, {}],
    [
      'keeps patterns that fit none of the five',
      { patternProperties: { '^x-': { type: 'string' }, '^s': true } },
      { patternProperties: { '^x-': { type: 'string' } } },
    ],
    ['leaves out a pattern that is none', { patternProperties: { '(': true } }, { patternProperties: {} }],
    [
      'keeps exclusive branches that are exact',
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
      { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    ],
    [
      'makes anyOf of branches that had to be opened',
      { oneOf: [closed, { required: ['b'] }] },
      { anyOf: [{ properties: { a: true } }, { required: ['b'] }] },
    ],
    [
      'keeps both where there is an anyOf already',
      { oneOf: [closed], anyOf: [true] },
      { anyOf: [{ properties: { a: true } }], allOf: [{ anyOf: [{}] }] },
    ],
    [
      'keeps not, unless what it forbids had to be opened',
      { allOf: [{ not: { required: ['a'] } }, { not: closed }, false] },
      { allOf: [{ not: { required: ['a'] } }, {}, { not: {} }] },
    ],
    [
      'keeps conditions',
      { if: { required: ['a'] }, [THEN]: { required: ['b'] } },
      { if: { required: ['a'] }, [THEN]: { required: ['b'] } },
    ],
    ['leaves out conditions on what had to be opened', { if: closed, [THEN]: false }, {}],
    [
      'opens dependent schemas',
      { dependentSchemas: { a: closed }, dependentRequired: { a: ['b'] } },
      { dependentSchemas: { a: { properties: { a: true } } }, dependentRequired: { a: ['b'] } },
    ],
    [
      'puts a schema of its own in place of a reference',
      { $ref: '#/$defs/A', $defs: { A: closed } },
      { allOf: [{ properties: { a: true } }] },
    ],
    ['leaves out a reference to elsewhere', { $ref: 'https://schemas.example.com/a' }, {}],
    [
      'leaves out what a branch says about the five',
      { allOf: [{ properties: { status: false, a: true }, required: ['status', 'a'] }] },
      { allOf: [{ properties: { a: true }, required: ['a'] }] },
    ],
  ] as const) {
    it(`${name} [O7] [O8]`, () => {
      expect(beyond('3.1', members)).to.deep.equal(expected)
    })
  }

  it('makes components of references, under names that say where they come from [O12]', () => {
    const schemas = publish('3.1', {
      $id: 'https://schemas.example.com/any',
      properties: {
        tree: { $ref: '#/$defs/Tree' },
        same: { $ref: 'https://schemas.example.com/any#/$defs/Tree' },
        named: { $ref: '#leaf' },
        odd: { $ref: '#/$defs/a~1b%20c' },
        twin: { $ref: '#/$defs/Deep/$defs/Tree' },
        root: { $ref: '#' },
        far: { $ref: 'https://schemas.example.com/far' },
      },
      $defs: {
        Tree: { type: 'array', items: { $ref: '#/$defs/Tree' } },
        Leaf: { $anchor: 'leaf', type: 'string' },
        Deep: { $defs: { Tree: true } },
        'a/b c': { type: 'null' },
      },
    })
    const { properties } = schemas['Any'] as { properties: Record<string, object> }
    const { tree, same, named, odd, twin, root, far } = properties
    expect({ tree, same, named, odd, twin, root, far }).to.deep.equal({
      tree: { $ref: '#/components/schemas/Any.Tree' },
      same: { $ref: '#/components/schemas/Any.Tree' },
      named: { $ref: '#/components/schemas/Any.leaf' },
      odd: { $ref: '#/components/schemas/Any.a_1b_20c' },
      twin: { $ref: '#/components/schemas/Any.Tree_2' },
      root: { $ref: '#/components/schemas/Any.members' },
      far: { $ref: 'https://schemas.example.com/far' },
    })
    expect(schemas).to.deep.include({
      'Any.Tree': { type: 'array', items: { $ref: '#/components/schemas/Any.Tree' } },
      'Any.Tree_2': true,
      'Any.leaf': { type: 'string' },
    })
  })

  it('writes nullable, which ajv reads, as a type', () => {
    const a = { type: 'string', nullable: true }
    expect(beyond('3.1', { properties: { a } })).to.deep.equal({ properties: { a: { type: ['string', 'null'] } } })
    expect(beyond('3.0', { properties: { a } })).to.deep.equal({ properties: { a } })
  })
})
