import { expect } from 'chai'
import { publish } from './published.js'

const cat = { type: 'object', properties: { kind: { const: 'cat' } }, required: ['kind'] }
const dog = { type: 'object', properties: { kind: { type: 'string', enum: ['dog', 'puppy'] } }, required: ['kind'] }
const bird = { type: 'object', properties: { kind: { type: 'string' } } }
const $defs = { Cat: cat, Dog: dog, Bird: bird }
const [toCat, toDog, toBird] = ['Cat', 'Dog', 'Bird'].map((name) => ({ $ref: `#/$defs/${name}` }))
const published = (name: string): string => `#/components/schemas/Any.${name}`

/** What stands beside the branches, and the mapping that is published. */
const rows: readonly (readonly [what: string, member: object, mapping: object | undefined])[] = [
  [
    'as references are written',
    {
      oneOf: [toCat, toDog],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/$defs/Cat', dog: '#/$defs/Dog', puppy: '#/$defs/Dog' } },
    },
    { cat: published('Cat'), dog: published('Dog'), puppy: published('Dog') },
  ],
  [
    'where it is implied, with the values that the branches have',
    { oneOf: [toCat, toDog], discriminator: { propertyName: 'kind' } },
    { cat: published('Cat'), dog: published('Dog'), puppy: published('Dog') },
  ],
  [
    'where it is implied by names only',
    { anyOf: [toBird, toCat], discriminator: { propertyName: 'kind' } },
    { Bird: published('Bird'), cat: published('Cat') },
  ],
  [
    'where it is implied for some branches',
    { oneOf: [toCat, toDog], discriminator: { propertyName: 'kind', mapping: { tom: '#/$defs/Cat' } } },
    { tom: published('Cat'), dog: published('Dog'), puppy: published('Dog') },
  ],
  [
    'of bare names, and of what is elsewhere',
    {
      oneOf: [toCat, { $ref: 'https://example.com/dog.json' }],
      discriminator: { propertyName: 'kind', mapping: { tom: 'Cat', dog: 'https://example.com/dog.json' } },
    },
    { tom: published('Cat'), dog: 'https://example.com/dog.json' },
  ],
  [
    'of the references that a document has',
    {
      oneOf: [toCat, toDog],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } },
    },
    { cat: published('Cat'), dog: published('Dog') },
  ],
  [
    'without what is no text',
    { oneOf: [toCat], discriminator: { propertyName: 'kind', mapping: { tom: 7 } } },
    { cat: published('Cat') },
  ],
  ['nowhere, where a branch is no reference', { oneOf: [toCat, dog], discriminator: { propertyName: 'kind' } }, undefined],
  [
    'nowhere, where a branch is null',
    { oneOf: [toCat, toDog, { type: 'null' }], discriminator: { propertyName: 'kind', mapping: { cat: '#/$defs/Cat' } } },
    undefined,
  ],
  ['nowhere, where nothing tells the branches', { type: 'object', discriminator: { propertyName: 'kind' } }, undefined],
  ['nowhere, where it is none', { oneOf: [toCat], discriminator: 'kind' }, undefined],
  ['nowhere, without a name', { oneOf: [toCat], discriminator: { mapping: { cat: '#/$defs/Cat' } } }, undefined],
]

describe('problemComponents(): the mapping of a discriminator', () => {
  for (const [what, member, mapping] of rows) {
    it(`is made ${what}`, () => {
      for (const version of ['3.0', '3.1'] as const) {
        const schemas = publish(version, { properties: { pet: member }, $defs })
        const pet = schemas['Any']?.properties?.['pet'] as { discriminator?: object }
        expect(pet.discriminator, version).to.deep.equal(mapping && { propertyName: 'kind', mapping })
        expect(JSON.stringify(schemas)).not.to.contain('$defs')
        for (const target of Object.values(mapping ?? {}))
          if (!target.startsWith('https:')) expect(schemas).to.have.property(target.replace('#/components/schemas/', ''))
      }
    })
  }

  it('is made of values behind references and in parts of a whole', () => {
    const schemas = publish('3.1', {
      properties: { pet: { oneOf: [toCat, toDog], discriminator: { propertyName: 'kind', 'x-note': 1 } } },
      $defs: {
        Base: { properties: { kind: true } },
        CatKind: { const: 'cat' },
        Cat: { allOf: [{ $ref: '#/$defs/Base' }, { properties: { kind: { $ref: '#/$defs/CatKind' } } }] },
        Dog: { allOf: [{ $ref: '#/$defs/Base' }, { properties: { kind: { allOf: [{ const: 'dog' }] } } }] },
      },
    })
    const pet = schemas['Any']?.properties?.['pet'] as { discriminator?: object }
    const mapping = { cat: published('Cat'), dog: published('Dog') }
    expect(pet.discriminator).to.deep.equal({ propertyName: 'kind', 'x-note': 1, mapping })
  })

  it('has a default that is rewritten too, where OpenAPI has one', () => {
    for (const target of ['#/$defs/Bird', 'Bird', '#/components/schemas/Bird']) {
      const discriminator = { propertyName: 'kind', defaultMapping: target }
      const members = { properties: { pet: { oneOf: [toCat, toBird], discriminator } }, $defs }
      for (const version of ['3.0', '3.1', '3.2'] as const) {
        const pet = publish(version, members)['Any']?.properties?.['pet'] as { discriminator?: object }
        const expected = version === '3.2' ? { defaultMapping: published('Bird') } : {}
        expect(pet.discriminator, version).to.deep.equal({
          propertyName: 'kind',
          ...expected,
          mapping: { cat: published('Cat'), Bird: published('Bird') },
        })
      }
    }
  })

  it('leads from a parent to its children, which refer to it', () => {
    const schemas = publish('3.1', {
      properties: { pet: { $ref: '#/$defs/Pet' } },
      $defs: {
        Pet: { type: 'object', discriminator: { propertyName: 'kind', mapping: { cat: '#/definitions/Cat' } } },
      },
      definitions: { Cat: { allOf: [{ $ref: '#/$defs/Pet' }] } },
    })
    expect(schemas['Any.Pet']).to.deep.include({ discriminator: { propertyName: 'kind', mapping: { cat: published('Cat') } } })
    expect(schemas['Any.Cat']).to.deep.equal({ allOf: [{ $ref: published('Pet') }] })
  })

  it('refuses one that leads nowhere, as a reference', () => {
    const discriminator = { propertyName: 'kind', mapping: { cat: '#/$defs/None' } }
    expect(() => publish('3.1', { properties: { pet: { oneOf: [toCat], discriminator } }, $defs }))
      .to.throw(TypeError)
      .that.includes({ code: 'ERR_PROBLEM_SCHEMA', place: 'Any.members.$ref' })
  })

  it('of all members is left out where the branches are put in place', () => {
    const discriminator = { propertyName: 'kind', mapping: { cat: '#/$defs/Cat' } }
    for (const keyword of ['oneOf', 'anyOf'])
      expect(JSON.stringify(publish('3.1', { [keyword]: [toCat, toDog], discriminator, $defs }))).not.to.contain('discriminator')
    expect(publish('3.1', { discriminator, $defs })['Any']).to.deep.include({
      discriminator: { propertyName: 'kind', mapping: { cat: published('Cat') } },
    })
  })
})
