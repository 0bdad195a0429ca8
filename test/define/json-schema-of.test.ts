import { toStandardJsonSchema } from '@valibot/to-json-schema'
import { type as ark } from 'arktype'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import * as v from 'valibot'
import * as z from 'zod'
import { defineProblem } from '../../lib/define/define.js'

const base = { type: '/declared', status: 409, title: 'Declared' } as const
// What the test passes may have no place in the types, as in JavaScript.
const declare = (members: unknown) => defineProblem('Declared', { ...base, members: members as z.ZodObject })

function refusalOf(members: unknown): unknown {
  try {
    declare(members)
  } catch (error) {
    return error
  }
  throw new Error('The schema was taken.')
}

const jsonSchema = {
  type: 'object',
  properties: {
    seat: { type: 'string' },
    price: { type: 'number' },
    rows: { type: 'array', items: { type: 'object', properties: { row: { type: 'integer' } }, required: ['row'] } },
  },
}

describe('the members of a declared type come from', () => {
  it('zod', () => {
    const members = z.object({
      seat: z.string(),
      price: z.number().optional(),
      rows: z.array(z.object({ row: z.int32() })),
    })
    class Taken extends defineProblem('Taken', { ...base, members, detail: ({ seat }) => `Seat ${seat}` }) {}
    const taken = new Taken({ seat: '12A', rows: [{ row: 1 }] })
    expectTypeOf(taken.seat).toBeString()
    expectTypeOf(taken.price).toEqualTypeOf<number | undefined>()
    expectTypeOf(taken.rows).toEqualTypeOf<{ row: number }[]>()
    expect(taken.toJSON()).to.include({ seat: '12A', detail: 'Seat 12A' })
    expect(Taken.definition.members).to.deep.equal({
      ...jsonSchema,
      properties: {
        ...jsonSchema.properties,
        rows: {
          type: 'array',
          items: {
            type: 'object',
            properties: { row: { type: 'integer', minimum: -2147483648, maximum: 2147483647 } },
            required: ['row'],
          },
        },
      },
      required: ['seat', 'rows'],
    })
    // @ts-expect-error a seat is a string
    expect(new Taken({ seat: 12, rows: [] }).extensions).to.deep.equal({ seat: 12, rows: [] })
  })

  it('valibot, by its JSON Schema package', () => {
    const members = toStandardJsonSchema(
      v.object({
        seat: v.string(),
        price: v.optional(v.number()),
        rows: v.array(v.object({ row: v.pipe(v.number(), v.integer()) })),
      }),
    )
    class Taken extends defineProblem('Taken', { ...base, members, detail: ({ seat }) => `Seat ${seat}` }) {}
    const taken = new Taken({ seat: '12A', rows: [{ row: 1 }] })
    expectTypeOf(taken.seat).toBeString()
    expectTypeOf(taken.price).toEqualTypeOf<number | undefined>()
    expect(taken.toJSON()).to.include({ seat: '12A', detail: 'Seat 12A' })
    expect(Taken.definition.members).to.deep.equal({ ...jsonSchema, required: ['seat', 'rows'] })
    // @ts-expect-error rows are missing
    expect(new Taken({ seat: '12A' }).extensions).to.deep.equal({ seat: '12A' })
  })

  it('arktype', () => {
    const members = ark({ seat: 'string', 'price?': 'number', rows: ark({ row: 'number.integer' }).array() })
    class Taken extends defineProblem('Taken', { ...base, members, detail: ({ seat }) => `Seat ${seat}` }) {}
    const taken = new Taken({ seat: '12A', rows: [{ row: 1 }] })
    expectTypeOf(taken.seat).toBeString()
    expectTypeOf(taken.price).toEqualTypeOf<number | undefined>()
    expect(taken.toJSON()).to.include({ seat: '12A', detail: 'Seat 12A' })
    const { required, ...rest } = Taken.definition.members ?? {}
    expect(rest).to.deep.equal(jsonSchema)
    expect(required).to.have.members(['seat', 'rows'])
    // @ts-expect-error there is no member `sead`
    expect(new Taken({ seat: '12A', rows: [], sead: '' }).extensions).to.include({ sead: '' })
  })

  it('what the schema puts out, where it makes something else of what it takes', () => {
    const members = z.object({ row: z.string().transform(Number).pipe(z.number()), size: z.number().default(1) })
    const Taken = defineProblem('Taken', { ...base, members })
    expectTypeOf(new Taken({ row: 1, size: 2 }).row).toBeNumber()
    expect(Taken.definition.members).to.deep.include({ required: ['row', 'size'] })
    expect(Taken.definition.members?.['properties']).to.deep.include({ row: { type: 'number' } })
  })

  it("zod's objects, open unless they were closed, since clients must ignore what they do not know [O8]", () => {
    const members = z.object({ open: z.object({}), closed: z.strictObject({}), all: z.looseObject({ a: z.string() }) })
    expect(declare(members).definition.members).to.deep.equal({
      type: 'object',
      properties: {
        open: { type: 'object', properties: {} },
        closed: { type: 'object', properties: {}, additionalProperties: false },
        all: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: {} },
      },
      required: ['open', 'closed', 'all'],
    })
  })

  it('a schema with an id of its own', () => {
    const named = z.object({ seat: z.string() }).meta({ id: 'DeclaredSeat' })
    expect(declare(named).definition.members).to.deep.equal({ ...jsonSeat })
    const nested = z.object({ next: named }).meta({ id: 'DeclaredNext' })
    expect(declare(nested).definition.members).to.deep.include({
      type: 'object',
      properties: { next: { $ref: '#/$defs/DeclaredSeat' } },
    })
    expect(declare(nested).definition.members?.['$defs']).to.deep.include({ DeclaredSeat: jsonSeat })
    const recursive = z
      .object({
        seat: z.string(),
        get next() {
          return recursive.optional()
        },
      })
      .meta({ id: 'DeclaredList' })
    expect(declare(recursive).definition.members).to.deep.include({ type: 'object', required: ['seat'] })
    expect(declare(recursive).definition.members?.['$defs']).to.have.property('DeclaredList')
  })
})

const jsonSeat = { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] }

const dates: Readonly<Record<string, readonly [place: string, members: unknown]>> = {
  'zod, a date': ['Declared.members.when', z.object({ seat: z.string(), when: z.coerce.date() })],
  'zod, a transform': ['Declared.members.row', z.object({ row: z.string().transform(Number) })],
  'zod, inside': [
    'Declared.members.order.lines.paid',
    z.object({ order: z.object({ lines: z.array(z.object({ paid: z.date() })) }) }),
  ],
  'zod, optional': ['Declared.members.order.paid', z.object({ order: z.object({ paid: z.bigint().optional() }).optional() })],
  'zod, no object': ['Declared.members', z.date()],
  'valibot, a date': ['Declared.members.when', toStandardJsonSchema(v.object({ seat: v.string(), when: v.date() }))],
  'valibot, a transform': [
    'Declared.members.row',
    toStandardJsonSchema(v.object({ row: v.pipe(v.string(), v.transform(Number)) })),
  ],
  'valibot, inside': [
    'Declared.members.order.lines.paid',
    toStandardJsonSchema(
      v.object({ seat: v.string(), order: v.optional(v.object({ lines: v.array(v.object({ paid: v.date() })) })) }),
    ),
  ],
  'valibot, no object': ['Declared.members', toStandardJsonSchema(v.date())],
  'arktype, a date': ['Declared.members.when', ark({ seat: 'string', when: 'Date' })],
  'arktype, a morph': ['Declared.members.when', ark({ when: 'string.date.parse' })],
  'arktype, a bigint inside': ['Declared.members.order.paid', ark({ order: { paid: 'bigint' } })],
}

describe('what JSON Schema cannot express is refused, and the member named:', () => {
  for (const [what, [place, members]] of Object.entries(dates)) {
    it(what, () => {
      const refusal = refusalOf(members)
      expect(refusal).to.be.instanceOf(TypeError)
      expect(refusal).to.include({ code: 'ERR_PROBLEM_SCHEMA', place, expected: 'a schema that JSON Schema can express' })
      expect(refusal)
        .to.have.property('got')
        .that.matches(/^one that it cannot: .*(?:date|transform|bigint|domain)/i)
    })
  }
})

describe('a Standard Schema is refused', () => {
  it('where it gives no JSON Schema', () => {
    expect(refusalOf(v.object({ seat: v.string() }))).to.include({
      code: 'ERR_PROBLEM_SCHEMA',
      place: 'Declared.members',
      got: 'one of "valibot" that does not',
    })
  })

  it('where it describes no object with members', () => {
    for (const members of [z.string(), z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])])
      expect(refusalOf(members)).to.include({ code: 'ERR_PROBLEM_SCHEMA', place: 'Declared.members.type' })
    expect(refusalOf(z.record(z.string(), z.number()))).to.include({ place: 'Declared.members.properties' })
    expect(refusalOf(z.looseObject({}))).to.include({ place: 'Declared.members.properties' })
  })

  it('where a member has a reserved name', () => {
    expect(refusalOf(z.object({ status: z.number() }))).to.include({ place: 'Declared.members.properties.status' })
  })

  const boom = (): never => {
    throw new Error('boom')
  }
  const broken: Readonly<Record<string, [vendor: string, output: unknown]>> = {
    'of an unknown library fails': ['mine', boom],
    'of a known library fails': ['valibot', boom],
    'is no function': ['mine', 7],
  }
  for (const [what, [vendor, output]] of Object.entries(broken)) {
    it(`where the conversion ${what}`, () => {
      expect(refusalOf({ '~standard': { version: 1, vendor, jsonSchema: { output } } })).to.include({
        code: 'ERR_PROBLEM_SCHEMA',
        place: 'Declared.members',
      })
    })
  }

  const strange: readonly unknown[] = [undefined, 7, 'x', [], { $ref: 'https://example.com/' }, { $ref: '#/$defs/A' }]
  for (const given of strange) {
    it(`where the conversion gives ${JSON.stringify(given)}`, () => {
      const schema = { '~standard': { version: 1, vendor: 'mine', jsonSchema: { output: () => given } } }
      expect(refusalOf(schema)).to.include({ code: 'ERR_PROBLEM_SCHEMA' })
    })
  }
})
