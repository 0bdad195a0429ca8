import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { deepFreeze, definitionOf } from '../../lib/define/definition.js'
import { problemComponents } from '../../lib/openapi/components.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { withoutNullable } from '../../schemas/keywords/nullable.js'
import { compileComponent, compileComponent30 } from '../openapi/validators.js'
import { outcomeOf } from '../validate/parts.js'

/** A schema of a member, what JSON Schema has for it, and whether null fits it. */
const rows: readonly (readonly [schema: object, written: object, takesNull: boolean])[] = [
  [{ type: 'string', nullable: true }, { type: ['string', 'null'] }, true],
  [{ type: 'string', nullable: false }, { type: 'string' }, false],
  [{ type: ['string', 'integer'], nullable: true }, { type: ['string', 'integer', 'null'] }, true],
  [{ type: ['string', 'null'], nullable: true }, { type: ['string', 'null'] }, true],
  [{ type: 'null', nullable: true }, { type: 'null' }, true],
  [{ nullable: true }, {}, true],
  [{ nullable: true, enum: ['a'] }, { enum: ['a'] }, false],
  [{ nullable: true, enum: ['a', null] }, { enum: ['a', null] }, true],
  [{ type: 'string', nullable: true, enum: ['a'] }, { type: ['string', 'null'], enum: ['a'] }, false],
  [{ type: 'string', nullable: true, enum: ['a', null] }, { type: ['string', 'null'], enum: ['a', null] }, true],
  [{ type: 'string', nullable: true, const: 'a' }, { type: ['string', 'null'], const: 'a' }, false],
  [{ nullable: true, const: null }, { const: null }, true],
  [{ nullable: true, allOf: [{ type: 'string' }] }, { allOf: [{ type: 'string' }] }, false],
  [{ allOf: [{ type: 'string', nullable: true }] }, { allOf: [{ type: ['string', 'null'] }] }, true],
  [{ anyOf: [{ type: 'string', nullable: true }] }, { anyOf: [{ type: ['string', 'null'] }] }, true],
  [{ type: 'object', nullable: true, properties: { a: {} } }, { type: ['object', 'null'], properties: { a: {} } }, true],
  [{ type: 'array', items: { type: 'string', nullable: true } }, { type: 'array', items: { type: ['string', 'null'] } }, false],
]

describe('nullable: true', () => {
  const compiler = createCompiler() as SchemaCompiler
  for (const [schema, written, takesNull] of rows) {
    it(`means the same for validate(), members and documents: ${JSON.stringify(schema)}`, async () => {
      const given = deepFreeze({ type: 'object', properties: { a: schema } } as const)
      expect(withoutNullable(given)).to.deep.equal({ type: 'object', properties: { a: written } })
      expect(compileSchema(given, compiler)({ a: null }).length > 0, 'compiled').to.equal(!takesNull)

      for (const ajv of [undefined, new Ajv2020({ strict: false })])
        expect(await outcomeOf({ body: given }, { body: { a: null } }, ajv)).to.have.property(takesNull ? 'body' : 'errors')

      const Any = defineProblem('Any', { type: '/any', status: 409, title: 'Any', members: given })
      expect(definitionOf(Any)?.members?.['properties']).to.deep.equal({ a: written })
      expect(given.properties.a).to.equal(schema)
      const document = { type: '/any', title: 'Any', status: 409, a: null }
      for (const version of ['3.0', '3.1', '3.2'] as const) {
        const { schemas } = problemComponents([Any], { version })
        const fits = (version === '3.0' ? compileComponent30 : compileComponent)(schemas, 'Any')
        expect(fits(document), version).to.equal(takesNull)
        if (version !== '3.0') expect(JSON.stringify(schemas)).not.to.contain('nullable')
      }
    })
  }

  it('is a keyword where a schema stands, and a name elsewhere', () => {
    const schema = deepFreeze({
      properties: { nullable: { type: 'string' } },
      const: { type: 'string', nullable: true },
      default: { type: 'string', nullable: true },
      examples: [{ type: 'string', nullable: true }],
    })
    expect(withoutNullable(schema)).to.equal(schema)
  })

  it('is found wherever schemas stand, those of older drafts too', () => {
    const [before, after] = [{ type: 'string', nullable: true }, { type: ['string', 'null'] }]
    const around = (inner: object): Record<string, unknown> => ({
      $defs: { a: inner },
      dependencies: { a: inner, b: ['c'] },
      items: [inner, true],
      not: { prefixItems: [inner] },
      patternProperties: { a: inner },
      if: { propertyNames: inner },
    })
    expect(withoutNullable(deepFreeze(around(before)))).to.deep.equal(around(after))
  })

  it('beside the types of all members means nothing, since members are an object', () => {
    const members = { type: 'object', nullable: true, properties: { a: {} } } as const
    const Any = defineProblem('Any', { type: '/any', status: 409, title: 'Any', members })
    expect(Any.definition.members).to.deep.equal({ type: 'object', properties: { a: {} } })
  })

  it('that is neither true nor false is refused by its name', () => {
    expect(() => compileSchema({ type: 'string', nullable: 'yes' }, compiler)).to.throw('nullable')
  })
})
