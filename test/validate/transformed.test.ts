/** Where a fault is, and whether a value is missing, where a schema of another library changes what came. */
import { type } from 'arktype'
import { expect } from 'chai'
import * as v from 'valibot'
import * as z from 'zod'
import type { RequestSchemas, StandardSchema } from '../../lib/validate/schemas-type.js'
import { outcomeOf } from './parts.js'

const split = (text: string): readonly string[] => text.split(',')
const entries = (value: object): unknown => new Map(Object.entries(value))

/** What happens, the schema, what came, and what is told. */
const rows: readonly (readonly [name: string, schema: StandardSchema, body: unknown, ...told: string[]])[] = [
  [
    'an item of a list that was a text (zod)',
    z.object({
      t: z
        .string()
        .transform(split)
        .pipe(z.array(z.string().min(2))),
    }),
    { t: 'a' },
    '#/t/0 minLength',
  ],
  [
    'an item of a list that was a text (valibot)',
    v.object({ t: v.pipe(v.string(), v.transform(split), v.array(v.pipe(v.string(), v.minLength(2)))) }),
    { t: 'a' },
    '#/t/0 minLength',
  ],
  [
    'an item of a list that was a text (arktype)',
    type({
      t: type('string')
        .pipe((text) => text.split(','))
        .to('(string > 1)[]'),
    }),
    { t: 'a' },
    '#/t/0 minLength',
  ],
  [
    'a text that should have more parts',
    z.object({
      t: z
        .string()
        .transform(split)
        .pipe(z.tuple([z.string(), z.string()])),
    }),
    { t: 'a' },
    '#/t minItems',
  ],
  [
    'a member of a text of JSON',
    z.object({
      t: z
        .string()
        .transform((text): unknown => JSON.parse(text))
        .pipe(z.object({ n: z.number() })),
    }),
    { t: '{}' },
    '#/t/n type',
  ],
  [
    'a member under another name',
    z
      .object({ a: z.string() })
      .transform(({ a }) => ({ b: a.length }))
      .pipe(z.object({ b: z.number().min(3) })),
    { a: 'x' },
    '#/b minimum',
  ],
  [
    'a value that became none',
    z.object({
      a: z
        .string()
        .transform((): unknown => undefined)
        .pipe(z.string()),
    }),
    { a: 'x' },
    '#/a type',
  ],
  ['a missing number that is converted', z.object({ n: z.coerce.number() }), {}, '#/n required'],
  ['a missing date that is converted', z.object({ d: z.coerce.date() }), {}, '#/d required'],
  ['a missing choice', z.object({ e: z.enum(['a', 'b']) }), {}, '#/e required'],
  ['a missing value of its own rule', z.object({ r: z.custom((value) => value !== undefined) }), {}, '#/r required'],
  [
    'a member that a rule of the whole needs',
    z.object({ a: z.string().optional() }).refine(({ a }) => a, { path: ['a'] }),
    {},
    '#/a required',
  ],
  ['an item that is missing', z.object({ t: z.tuple([z.object({ a: z.string() })]) }), { t: [{}] }, '#/t/0/a required'],
  ['an item too much', v.object({ t: v.strictTuple([v.string()]) }), { t: ['a', 'b'] }, '#/t/1 maxItems'],
  ['null', z.object({ a: z.string() }), { a: null }, '#/a type'],
  ['a member that every object has', z.object({ constructor: z.string() }), {}, '#/constructor required'],
  [
    'a member of a Set (valibot)',
    v.object({
      t: v.pipe(
        v.array(v.unknown()),
        v.transform((list) => new Set(list)),
        v.set(v.string()),
      ),
    }),
    { t: ['a', 7] },
    '#/t type',
  ],
  [
    'a member of an object in a Set (valibot)',
    v.object({
      t: v.pipe(
        v.array(v.unknown()),
        v.transform((list) => new Set(list)),
        v.set(v.object({ a: v.string() })),
      ),
    }),
    { t: [{}] },
    '#/t type',
  ],
  [
    'a member of a Set (zod)',
    z.object({
      t: z
        .array(z.any())
        .transform((list) => new Set(list))
        .pipe(z.set(z.string())),
    }),
    { t: ['a', 7] },
    '#/t type',
  ],
  [
    'a member of an object in a Set (zod)',
    z.object({
      t: z
        .array(z.any())
        .transform((list) => new Set(list))
        .pipe(z.set(z.object({ a: z.string() }))),
    }),
    { t: [{}] },
    '#/t type',
  ],
  [
    'a value of a Map (valibot)',
    v.object({
      m: v.pipe(
        v.record(v.string(), v.unknown()),
        v.transform((value) => new Map(Object.entries(value))),
        v.map(v.string(), v.number()) as v.GenericSchema<Map<string, unknown>, unknown>,
      ),
    }),
    { m: { k: 'x' } },
    '#/m/k type',
  ],
  [
    'a value of a Map (zod)',
    z.object({ m: z.record(z.string(), z.any()).transform(entries).pipe(z.map(z.string(), z.number())) }),
    { m: { k: 'x' } },
    '#/m/k type',
  ],
  [
    'a value of a Map whose key is an object (zod)',
    z.object({
      m: z
        .any()
        .transform((): unknown => new Map([[{}, 'x']]))
        .pipe(z.map(z.any(), z.number())),
    }),
    { m: 1 },
    '#/m invalid',
  ],
  [
    'a value of a Map whose key is an object (valibot)',
    v.object({
      m: v.pipe(
        v.any(),
        v.transform((): unknown => new Map([[{}, 'x']])),
        v.map(v.any(), v.number()),
      ),
    }),
    { m: 1 },
    '#/m type',
  ],
  ['a key that is not allowed', z.object({ r: z.record(z.string().min(3), z.number()) }), { r: { a: 1 } }, '#/r/a name'],
]

describe('validate() with schemas that change what came', () => {
  for (const [name, schema, body, ...told] of rows) {
    it(`tells ${told.join(', ')} of ${name}`, async () => {
      const { errors } = (await outcomeOf({ body: schema } satisfies RequestSchemas, { body })) as {
        errors: readonly Readonly<Record<string, string>>[]
      }
      expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).to.deep.equal(told)
      for (const { code, detail } of errors) expect(detail === 'A value is required here.').to.equal(code === 'required')
    })
  }

  it('tells of a union whose alternatives say much no more than that it does not fit', async () => {
    const long = Array.from({ length: 30 }, (_, index) => z.literal(`a value of which there are many ${index}`))
    const { errors } = (await outcomeOf({ body: z.object({ u: z.union(long) }) }, { body: { u: 'x' } })) as {
      errors: readonly unknown[]
    }
    expect(errors).to.deep.equal([{ in: 'body', pointer: '#/u', code: 'enum', detail: 'The value is not allowed here.' }])
  })
})
