import { expect } from 'chai'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { schemaDigest } from '../../schemas/digest.js'
import { load } from '../../schemas/load.js'

const compiler = createCompiler() as SchemaCompiler
const member = (schema: object): Readonly<Record<string, unknown>> => ({ type: 'object', properties: { a: schema } })

/** Keywords that say nothing about a value. */
const annotations: readonly (readonly [what: string, schema: object])[] = [
  ['example', { type: 'string', example: 'x' }],
  ['examples', { type: 'string', examples: ['x'] }],
  ['deprecated', { type: 'string', deprecated: true }],
  ['readOnly', { type: 'string', readOnly: true }],
  ['externalDocs', { type: 'string', externalDocs: { url: 'https://example.com' } }],
  ['xml', { type: 'string', xml: { name: 'a' } }],
  ['discriminator', { type: 'object', discriminator: { propertyName: 'kind' } }],
  ['x-order', { type: 'string', 'x-order': 7 }],
  ['X-Internal', { type: 'string', 'X-Internal': true }],
  ['nullable', { type: 'string', nullable: true }],
  ['x-order of a nested schema', { type: 'array', items: { anyOf: [{ 'x-order': 1 }, { 'x-order': null }] } }],
]

describe('createCompiler()', () => {
  for (const [what, schema] of annotations) {
    it(`takes ${what} for an annotation`, () => {
      expect(compileSchema(member(schema), compiler)({})).to.deep.equal([])
    })
  }

  for (const [schema, reason] of [
    [{ typ: 'string' }, /unknown keyword: "typ"/],
    [{ type: 'text' }, /schema is invalid: .*type must be/],
    [{ format: 'e-mail' }, /unknown format "e-mail"/],
    [{ pattern: '(' }, /Invalid regular expression/],
    [{ $ref: '#/$defs/b' }, /can't resolve reference #\/\$defs\/b/],
    [{ 'y-order': 1 }, /unknown keyword: "y-order"/],
  ] as const) {
    it(`refuses ${JSON.stringify(schema)}`, () => {
      expect(() => compileSchema(member(schema), compiler)).to.throw(Error, reason)
    })
  }

  it('refuses a schema that is checked asynchronously', () => {
    expect(() => compileSchema({ $async: true, ...member({}) }, compiler)).to.throw(TypeError, 'asynchronous')
  })

  it('prints nothing', () => {
    const printed: unknown[] = []
    const { log, warn, error } = console
    Object.assign(console, { log: printed.push, warn: printed.push, error: printed.push })
    try {
      compileSchema({ ...member({ type: 'string' }), description: 'x' }, compiler)
      expect(() => compileSchema(member({ typ: 1 }), compiler)).to.throw()
    } finally {
      Object.assign(console, { log, warn, error })
    }
    expect(printed).to.deep.equal([])
  })

  it('gives none where ajv or its formats cannot be loaded', () => {
    expect(createCompiler(() => undefined)).to.equal(undefined)
    expect(createCompiler((name) => (name.startsWith('ajv/') ? {} : undefined))).to.equal(undefined)
  })

  it('does not load the rest of ajv for the formats', () => {
    const loaded: string[] = []
    createCompiler((name) => void loaded.push(name))
    expect(loaded).to.deep.equal(['ajv/dist/2020.js', 'ajv-formats/dist/formats.js'])
  })

  it('knows every format of ajv-formats', () => {
    for (const format of ['uri', 'uuid', 'date', 'iso-date-time', 'regex', 'byte', 'int64', 'password', 'json-pointer']) {
      expect(compiler.compile({ format })('§'), format).to.be.a('boolean')
    }
  })
})

describe('load()', () => {
  it('gives a package, and nothing where there is none', () => {
    expect(load('ajv/package.json')).to.have.property('name', 'ajv')
    expect(load('no-such-package-of-ours')).to.equal(undefined)
  })
})

describe('schemaDigest()', () => {
  it('is the same for the same schema and another for another', () => {
    const schemas = [{}, { type: 'object' }, member({ type: 'string' }), member({ type: 'number' }), member({ minLength: 1 })]
    expect(new Set(schemas.map(schemaDigest)).size).to.equal(schemas.length)
    expect(schemaDigest(structuredClone(schemas[2])))
      .to.equal(schemaDigest(schemas[2]))
      .and.match(/^[0-9a-f]{16}$/)
  })
})
