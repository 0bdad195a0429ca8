/** Schemas and requests that would take for ever if every combination of branches were tried. */
import { expect } from 'chai'
import { prepareValidation } from '../../../lib/validate/prepare.js'
import type { RequestSchemas } from '../../../lib/validate/schemas-type.js'
import { type Given, partsOf } from '../parts.js'

type Schema = Readonly<Record<string, unknown>>

const integer = { type: 'integer' }
const text = { type: 'string' }
const union = { anyOf: [integer, text] }
const several = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))
const members = (count: number, make: (index: number) => readonly [string, unknown]): Schema =>
  Object.fromEntries(several(count, make))

// Many times what it takes on a slow machine, and nothing beside two to the power of twenty.
const MOST_MILLISECONDS = 3000

function judge(schemas: RequestSchemas, given: Given): 'through' | 'refused' {
  const check = prepareValidation(schemas)
  const start = process.cpuUsage().user
  const verdict = check(partsOf(given))
  expect((process.cpuUsage().user - start) / 1000).to.be.lessThan(MOST_MILLISECONDS)
  return 'problem' in verdict ? 'refused' : 'through'
}

function values(schemas: RequestSchemas, given: Given): unknown {
  const verdict = prepareValidation(schemas)(partsOf(given))
  return 'values' in verdict ? verdict.values?.['body'] : verdict
}

const query = (schema: Schema): RequestSchemas => ({ query: { type: 'object', ...schema } })

describe('validate() with hostile schemas', () => {
  it('finds the branches of twenty unions of a query', () => {
    const group = (index: number) => ({
      anyOf: [{ properties: { [`a${index}`]: integer }, required: ['never'] }, { properties: { [`b${index}`]: integer } }],
    })
    const schemas = query({ allOf: several(20, group), additionalProperties: true })
    expect(judge(schemas, { query: members(20, (index) => [`b${index}`, '5']) })).to.equal('through')
  })

  it('gives up where none of three to the power of twenty combinations fits', () => {
    const branch = (name: string) => ({ properties: { [name]: integer }, required: ['never'] })
    const schemas = query({
      allOf: several(20, (index) => ({ anyOf: [branch(`a${index}`), branch(`b${index}`), branch(`c${index}`)] })),
    })
    expect(judge(schemas, { query: { a0: '1' } })).to.equal('refused')
  })

  it('gives up where each branch fits, and the whole never does', () => {
    const either = { anyOf: [{ type: ['integer', 'string'] }, { type: ['string', 'integer'] }] }
    const schemas = query({
      properties: { x: { allOf: [...several(20, () => either), { not: { maximum: 9 } }, { not: text }] } },
    })
    expect(judge(schemas, { query: { x: '5' } })).to.equal('refused')
  })

  it('gives up where twenty parameters fit, and the whole never does', () => {
    const schemas = query({ properties: members(20, (index) => [`p${index}`, union]), required: ['never'] })
    expect(judge(schemas, { query: members(20, (index) => [`p${index}`, '5']) })).to.equal('refused')
  })

  it('decides thirty conditions', () => {
    const dependentSchemas = members(30, (index) => [`a${index}`, { properties: { [`b${index}`]: integer } }])
    const came = { ...members(30, (index) => [`a${index}`, 'x']), ...members(30, (index) => [`b${index}`, '5']) }
    expect(judge(query({ dependentSchemas }), { query: came })).to.equal('through')
    expect(judge(query({ dependentSchemas }), { query: { ...came, b3: 'x' } })).to.equal('refused')
  })

  it('converts unions that hold themselves, twelve levels deep', () => {
    const $defs = {
      tree: {
        anyOf: [
          { properties: { a: { $ref: '#/$defs/tree' } }, type: 'object', required: ['b'] },
          { type: 'object', properties: { a: { $ref: '#/$defs/tree' } } },
          integer,
        ],
      },
    }
    const nested = (levels: number, leaf: string): unknown => (levels === 0 ? leaf : { a: nested(levels - 1, leaf) })
    const schemas = query({ properties: { a: { $ref: '#/$defs/tree' } }, $defs })
    expect(judge(schemas, { query: nested(12, '5') as Schema })).to.equal('through')
    expect(judge(schemas, { query: nested(12, 'x') as Schema })).to.equal('refused')
  })

  it('converts a list of twenty thousand unions', () => {
    const list = { type: 'array', items: { anyOf: [{ ...integer, maximum: 5 }, text] } }
    const form = { x: several(20_000, String) }
    const schema = { type: 'object', properties: { x: list } }
    expect(judge({ body: schema }, { form })).to.equal('through')
    expect(judge({ body: { ...schema, properties: { x: { ...list, contains: { const: 'never' } } } } }, { form })).to.equal(
      'refused',
    )
  })

  it('finds the branches of seven hundred events, each of one of sixty kinds', () => {
    const oneOf = several(60, (index) => ({
      type: 'object',
      properties: { kind: { const: `k${index}` }, n: integer, size: { ...integer, default: index } },
      required: ['kind'],
    }))
    const list = { type: 'array', items: { oneOf } }
    const events = several(700, (index) => ({ kind: `k${59 - (index % 3)}`, n: '5' }))
    const made = values({ body: { type: 'object', properties: { events: list } } }, { form: { events } })
    expect(made).to.deep.equal({ events: events.map(({ kind }, index) => ({ kind, n: 5, size: 59 - (index % 3) })) })
    const sent = events.map(({ kind }) => ({ kind }))
    expect(values({ body: list }, { body: sent })).to.deep.equal(
      sent.map(({ kind }, index) => ({ kind, size: 59 - (index % 3) })),
    )
  }).timeout(20_000)

  it('compiles a union of three hundred', () => {
    const oneOf = several(300, (index) => ({
      properties: { kind: { const: `k${index}` }, n: { default: index } },
      required: ['kind'],
    }))
    expect(judge({ body: { type: 'object', oneOf } }, { body: { kind: 'k299' } })).to.equal('through')
  }).timeout(20_000)
})
