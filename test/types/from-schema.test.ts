/** The types of values that a JSON Schema literal lets through promise nothing that the schema does not check. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import type { FromSchema } from '../../lib/define/from-schema.js'

// As defineProblem() and validate() infer it. The value is of no concern.
const typeOf = <const Schema>(schema: Schema) => schema as FromSchema<Schema> | undefined

describe('The type of the values of a schema', () => {
  it('has null beside a type that is nullable, and where a list has it', () => {
    expectTypeOf(typeOf({ type: 'string', nullable: true })).toEqualTypeOf<string | null | undefined>()
    expectTypeOf(typeOf({ type: 'string', nullable: false })).toEqualTypeOf<string | undefined>()
    expectTypeOf(typeOf({ type: ['string', 'integer'], nullable: true })).toEqualTypeOf<string | number | null | undefined>()
    expectTypeOf(typeOf({ type: 'array', items: { type: 'string' }, nullable: true })).toEqualTypeOf<
      string[] | null | undefined
    >()
    expectTypeOf(
      typeOf({ type: 'object', properties: { a: { type: 'integer', nullable: true } }, required: ['a'], nullable: true }),
    ).toEqualTypeOf<{ a: number | null } | null | undefined>()
    expectTypeOf(typeOf({ type: 'string', nullable: true, enum: ['a', null] })).toEqualTypeOf<'a' | null | undefined>()
    expectTypeOf(typeOf({ type: 'string', nullable: true, enum: ['a'] })).toEqualTypeOf<'a' | undefined>()
    expectTypeOf(typeOf({ nullable: true, enum: ['a'] })).toEqualTypeOf<'a' | undefined>()
    expectTypeOf(typeOf({ nullable: true, const: 1 })).toEqualTypeOf<1 | undefined>()
    expectTypeOf(typeOf({ nullable: true })).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf({ type: 'string', nullable: true as boolean })).toEqualTypeOf<string | null | undefined>()
    expectTypeOf(typeOf({ anyOf: [{ type: 'string', nullable: true }, { type: 'integer' }] })).toEqualTypeOf<
      string | number | null | undefined
    >()
    expect(typeOf({})).to.deep.equal({})
  })

  it('has as many items as the schema asks for, and what may come behind them', () => {
    const pair = [{ type: 'string' }, { type: 'integer' }] as const
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, items: { type: 'boolean' } })).toEqualTypeOf<
      [string?, number?, ...boolean[]] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, items: false })).toEqualTypeOf<[string?, number?] | undefined>()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, items: false, minItems: 2 })).toEqualTypeOf<
      [string, number] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, minItems: 1 })).toEqualTypeOf<
      [string, number?, ...unknown[]] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, items: { type: 'null' }, minItems: 9 })).toEqualTypeOf<
      [string, number, ...null[]] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, items: true })).toEqualTypeOf<
      [string?, number?, ...unknown[]] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, items: false as boolean })).toEqualTypeOf<
      [string?, number?, ...unknown[]] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: pair, minItems: 2 as number, items: false })).toEqualTypeOf<
      [string?, number?] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', prefixItems: [] as { type: 'string' }[], items: { type: 'integer' } })).toEqualTypeOf<
      unknown[] | undefined
    >()
    expectTypeOf(typeOf({ type: 'array', items: [{ type: 'string' }] })).toEqualTypeOf<unknown[] | undefined>()
    expectTypeOf(typeOf({ type: 'array', items: false })).toEqualTypeOf<never[] | undefined>()
    expectTypeOf(typeOf({ prefixItems: pair })).toEqualTypeOf<unknown>()
  })

  it('has every member that a name may mean', () => {
    const patternProperties = { '^n_': { type: 'integer' }, '^s_': { type: 'string' } } as const
    expectTypeOf(typeOf({ type: 'object', patternProperties, additionalProperties: { type: 'boolean' } })).toEqualTypeOf<
      { [name: string]: number | string | boolean } | undefined
    >()
    expectTypeOf(typeOf({ type: 'object', patternProperties, additionalProperties: false })).toEqualTypeOf<
      { [name: string]: number | string } | undefined
    >()
    expectTypeOf(typeOf({ type: 'object', patternProperties })).toEqualTypeOf<{ [name: string]: unknown } | undefined>()
    expectTypeOf(typeOf({ type: 'object', additionalProperties: { type: 'string' } })).toEqualTypeOf<
      { [name: string]: string } | undefined
    >()
    expectTypeOf(
      typeOf({
        type: 'object',
        properties: { a: { type: 'string' } },
        additionalProperties: { type: 'integer' },
        patternProperties,
      }),
    ).toEqualTypeOf<{ a?: string } | undefined>()
  })

  it('requires what a literal requires, and nothing for names that are not known', () => {
    const properties = { a: { type: 'string' }, b: { type: 'integer' } } as const
    expectTypeOf(typeOf({ type: 'object', properties, required: ['a', 'c'] })).toEqualTypeOf<
      { a: string; b?: number } | undefined
    >()
    expectTypeOf(typeOf({ type: 'object', properties, required: [] as string[] })).toEqualTypeOf<
      { a?: string; b?: number } | undefined
    >()
    expectTypeOf(typeOf({ type: 'object', properties, dependentRequired: { a: ['b'] } })).toEqualTypeOf<
      { a?: string; b?: number } | undefined
    >()
    expectTypeOf(typeOf({ type: ['object', 'null'], properties, required: ['a'] })).toEqualTypeOf<
      { a: string; b?: number } | null | undefined
    >()
    expectTypeOf(typeOf({ properties, required: ['a'] })).toEqualTypeOf<unknown>()
  })

  it('is everything for true, nothing for false, and unknown for what is not followed', () => {
    expectTypeOf(typeOf(true)).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf(false)).toEqualTypeOf<undefined>()
    expectTypeOf(typeOf({ type: 'object', properties: { a: true, b: false }, required: ['a'] })).toEqualTypeOf<
      { a: unknown; b?: never } | undefined
    >()
    expectTypeOf(typeOf({ anyOf: [true, { type: 'string' }] })).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf({ $ref: '#/$defs/a' })).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf({ allOf: [{ type: 'string' }] })).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf({ not: { type: 'string' } })).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf({ type: 'string', not: { const: 'a' }, allOf: [{ minLength: 1 }] })).toEqualTypeOf<string | undefined>()
    expectTypeOf(typeOf({ type: 'integer', enum: [1, 'a'] })).toEqualTypeOf<1 | undefined>()
    expectTypeOf(typeOf({ type: 'text' as string })).toEqualTypeOf<unknown>()
    expectTypeOf(typeOf({ enum: [] as string[] })).toEqualTypeOf<string | undefined>()
  })
})
