/** The schema of a problem details object and the validator that is generated from it. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { generateValidator, validatorFile } from '../../schemas/generate.js'
import { problemSchema } from '../../schemas/problem.js'
import { schemaFindings } from '../../schemas/validate.js'

const root = new URL('../../../', import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'))
const rfcSchema = readJson('test/fixtures/rfc9457/problem.schema.json') as Schema

interface Schema {
  readonly [keyword: string]: unknown
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const prose = new Set(['title', 'description', '$comment'])

/** The keywords that judge a document. */
function rules(schema: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !prose.has(keyword)))
}

describe('problemSchema', () => {
  it('has the rules of RFC 9457 Appendix A, property by property', () => {
    const ours: Schema = problemSchema
    expect(Object.keys(ours.properties)).to.deep.equal(Object.keys(rfcSchema.properties))
    for (const [name, property] of Object.entries(rfcSchema.properties)) {
      expect(rules(ours.properties[name] ?? {}), name).to.deep.equal(rules(property))
    }
    expect(rules({ ...ours, properties: {} })).to.deep.equal(rules({ ...rfcSchema, properties: {} }))
  })

  it('is shipped as http-problems/schemas/problem.json', () => {
    const { exports } = readJson('package.json') as { exports: Record<string, string> }
    expect(readJson(exports['./schemas/problem.json'] ?? '')).to.deep.equal(problemSchema)
  })
})

describe('The generated validator', () => {
  it('is what `npm run generate` would write', () => {
    expect(readFileSync(validatorFile, 'utf8')).to.equal(generateValidator())
  })

  it('needs no module at run time', () => {
    expect(readFileSync(validatorFile, 'utf8')).not.to.match(/\brequire\s*\(|\bimport\b/)
  })
})

describe('schemaFindings()', () => {
  const rfc = new Ajv2020({ allErrors: true, formats: { 'uri-reference': fullFormats['uri-reference'] } }).compile(rfcSchema)
  const rfcFaults = (document: unknown): readonly string[] =>
    rfc(document) ? [] : (rfc.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort()
  const ourFaults = (document: unknown): readonly string[] =>
    schemaFindings(document)
      .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
      .sort()

  const anything = fc.anything({ maxDepth: 2 })
  const reference = fc.oneof(
    fc.webUrl(),
    fc.constantFrom('', 'about:blank', '/a?b#c', '//[::1]/', '%zz', 'a b', '\\', '[', '::'),
    fc.string(),
  )
  const status = fc.oneof(fc.integer({ min: -1, max: 700 }), fc.constantFrom(99, 100, 599, 600, 404.5, Number.NaN), anything)
  const document = fc.oneof(
    fc.record(
      {
        type: fc.oneof(reference, anything),
        title: fc.oneof(fc.string(), anything),
        status,
        detail: fc.oneof(fc.string(), anything),
        instance: fc.oneof(reference, anything),
        seat: anything,
      },
      { requiredKeys: [] },
    ),
    anything,
  )

  it('agrees with a fresh run of the schema of RFC 9457 on every document', () => {
    fc.assert(
      fc.property(document, (value) => {
        // ajv-formats takes a quotation mark in a URI; RFC 3986 and we do not.
        fc.pre(!/"(?:type|instance)":"[^"]*\\"/.test(JSON.stringify(value) ?? ''))
        expect(ourFaults(value)).to.deep.equal(rfcFaults(value))
      }),
      { numRuns: 1000 },
    )
  })

  for (const [name, value, faults] of [
    ['an empty object', {}, []],
    ['extension members of any kind', { seat: '12A', errors: [null, 1n] }, []],
    ['every standard member', { type: 'about:blank', title: 'T', status: 404, detail: 'D', instance: '/7' }, []],
    ['a list', [], [' type']],
    ['null', null, [' type']],
    ['a status that is text', { status: '404' }, ['/status type']],
    ['a status below 100', { status: 99 }, ['/status minimum']],
    ['a status above 599', { status: 600 }, ['/status maximum']],
    ['a type with a space', { type: 'a b' }, ['/type format']],
    ['an instance with a space', { instance: 'a b' }, ['/instance format']],
    ['a title and a detail that are numbers', { title: 1, detail: 2 }, ['/detail type', '/title type']],
  ] as const) {
    it(`${faults.length === 0 ? 'accepts' : 'refuses'} ${name}`, () => {
      expect(ourFaults(value)).to.deep.equal(faults)
    })
  }
})
