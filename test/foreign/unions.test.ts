/** What is told of the unions of schema libraries, thrown and by validate(). */
import { type } from 'arktype'
import { expect } from 'chai'
import * as v from 'valibot'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { toProblem } from '../../lib/foreign/to-problem.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import { outcomeOf } from '../validate/parts.js'

type Faults = readonly Readonly<Record<string, string>>[]

const schemas = {
  zod: z.object({
    x: z.union([z.object({ kind: z.literal('a'), n: z.number() }), z.object({ kind: z.literal('b'), m: z.number() })]),
  }),
  'zod, discriminated': z.object({
    x: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), n: z.number() }),
      z.object({ kind: z.literal('b'), m: z.number() }),
    ]),
  }),
  'zod 3': z3.object({
    x: z3.union([z3.object({ kind: z3.literal('a'), n: z3.number() }), z3.object({ kind: z3.literal('b'), m: z3.number() })]),
  }),
  valibot: v.object({
    x: v.union([v.object({ kind: v.literal('a'), n: v.number() }), v.object({ kind: v.literal('b'), m: v.number() })]),
  }),
  'valibot, variants': v.object({
    x: v.variant('kind', [v.object({ kind: v.literal('a'), n: v.number() }), v.object({ kind: v.literal('b'), m: v.number() })]),
  }),
  arktype: type({ x: type({ kind: "'a'", n: 'number' }).or({ kind: "'b'", m: 'number' }) }),
}

const told = (faults: unknown): readonly string[] => (faults as Faults).map(({ pointer, code }) => `${pointer} ${code}`)

async function found(schema: unknown, body: unknown): Promise<readonly string[]> {
  const { errors } = (await outcomeOf({ body: schema } as RequestSchemas, { body })) as { readonly errors: unknown }
  return told(errors)
}

function thrown(schema: unknown, value: unknown, part?: (name: string) => unknown): readonly string[] {
  try {
    if (schema instanceof z.ZodType || schema instanceof z3.ZodType) schema.parse(value)
    else if (typeof schema === 'function') (schema as unknown as { assert(value: unknown): void }).assert(value)
    else v.parse(schema as v.GenericSchema, value)
  } catch (error) {
    return told(toProblem(error, part && { facts: { part } }).extensions['errors'])
  }
  return []
}

describe('a union', () => {
  for (const [library, schema] of Object.entries(schemas)) {
    it(`of ${library} tells the faults of the alternative that was meant`, async () => {
      expect(await found(schema, { x: { kind: 'a', n: 'q' } })).to.deep.equal(['#/x/n type'])
      expect(await found(schema, { x: { kind: 'b', m: 'q' } })).to.deep.equal(['#/x/m type'])
      expect(await found(schema, { x: { kind: 'b' } })).to.deep.equal(['#/x/m required'])
    })

    it(`of ${library} tells the member that chooses none of them, or that is missing`, async () => {
      expect(await found(schema, { x: { kind: 'c' } })).to.deep.equal(['#/x/kind enum'])
      expect(await found(schema, { x: {} })).to.deep.equal(['#/x/kind required'])
      expect(await found(schema, {})).to.deep.equal(['#/x required'])
    })

    it(`of ${library} tells the same in an error that is thrown, or one fault of the whole value`, () => {
      expect(thrown(schema, { x: { kind: 'a', n: 'q' } })).to.deep.equal(['#/x/n type'])
      const isList = library === 'valibot'
      expect(thrown(schema, { x: { kind: 'b', m: 'q' } })).to.deep.equal([isList ? '#/x union' : '#/x/m type'])
      const body = { x: {} }
      expect(thrown(schema, body, () => body)).to.deep.equal([isList ? '#/x union' : '#/x/kind required'])
    })
  }

  it('of variants tells the type of a value that is no object', async () => {
    expect(await found(schemas['valibot, variants'], { x: 7 })).to.deep.equal(['#/x type'])
  })

  it('of objects, of which none was meant, tells one fault', async () => {
    const objects = [z.object({ a: z.string() }), z.object({ b: z.string() })] as const
    expect(await found(z.object({ x: z.union(objects) }), { x: {} })).to.deep.equal(['#/x union'])
  })

  it('whose alternatives throw when they are asked again is told as a whole', async () => {
    let count = 0
    const moody = (): boolean => {
      count++
      if (count > 1) throw new Error('secret')
      return false
    }
    const both = v.union([v.pipe(v.string(), v.check(moody)), v.pipe(v.string(), v.minLength(9))])
    expect(await found(v.object({ x: both }), { x: 'a' })).to.deep.equal(['#/x union'])
  })

  it('of types tells one fault', async () => {
    for (const schema of [z.union([z.string(), z.number()]), v.union([v.string(), v.number()]), type('string | number')])
      expect(await found(schema, true)).to.deep.equal(['# type'])
  })

  it('of which several fit tells one fault', () => {
    expect(thrown(z.xor([z.string(), z.string().min(1)]), 'q')).to.deep.equal(['# union'])
  })

  it('in a union, in lists, behind what is optional and after a transformation is told the same', async () => {
    const inner = v.union([
      v.object({ kind: v.literal('a'), n: v.number() }),
      v.object({ kind: v.literal('b'), m: v.pipe(v.number(), v.minValue(1)) }),
    ])
    const union = v.union([v.string(), inner])
    for (const [schema, body, place] of [
      [v.object({ x: v.array(v.optional(union)) }), { x: [{ kind: 'b', m: 'q' }] }, '#/x/0/m'],
      [v.object({ x: v.tuple([union]) }), { x: [{ kind: 'b', m: 'q' }] }, '#/x/0/m'],
      [v.object({ x: v.tupleWithRest([v.string()], union) }), { x: ['a', { kind: 'b', m: 'q' }] }, '#/x/1/m'],
      [v.object({ x: v.record(v.string(), union) }), { x: { y: { kind: 'b', m: 'q' } } }, '#/x/y/m'],
      [v.objectWithRest({}, union), { y: { kind: 'b', m: 'q' } }, '#/y/m'],
      [
        v.pipe(
          v.object({ y: v.any() }),
          v.transform(({ y }) => ({ y, z: 1 })),
          v.object({ y: union }),
        ),
        { y: { kind: 'b', m: 'q' } },
        '#/y/m',
      ],
    ] as const)
      expect(await found(schema, body)).to.deep.equal([`${place} type`])
  })

  it('whose schema does not answer at once is told as a whole', async () => {
    const later = v.objectAsync({
      kind: v.literal('a'),
      n: v.pipeAsync(
        v.number(),
        v.checkAsync(async () => true),
      ),
    })
    const schema = v.objectAsync({ x: v.unionAsync([later, v.object({ kind: v.literal('b'), m: v.number() })]) })
    expect(await found(schema, { x: { kind: 'b', m: 'q' } })).to.deep.equal(['#/x union'])
    const lazy = v.object({ x: v.lazy(() => schemas.valibot.entries.x) })
    expect(await found(lazy, { x: { kind: 'b', m: 'q' } })).to.deep.equal(['#/x union'])
  })

  it('that holds itself ends', () => {
    const issue: Record<string, unknown> = { code: 'invalid_union', message: 'x', path: [] }
    issue['errors'] = [[issue], [issue, issue]]
    const problem = toProblem(Object.assign(new Error('x'), { name: 'ZodError', issues: [issue] }))
    expect(problem.status).to.equal(422)
    expect(told(problem.extensions['errors'])).to.have.lengthOf(1)
  })
})
