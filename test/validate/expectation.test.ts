/** What validate() says of the expectations of schemas of other libraries: what their schema says, never what came. */
import { type } from 'arktype'
import { expect } from 'chai'
import fc from 'fast-check'
import * as v from 'valibot'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { expectation } from '../../lib/validate/expectation.js'
import type { StandardSchema } from '../../lib/validate/schemas-type.js'
import { outcomeOf } from './parts.js'

const SECRET = 'hunter2-secret'
const WRONG = 'The value is not allowed here.'

const zods = { 'zod 4': z as unknown as typeof z3, 'zod 3': z3 }

const rows: readonly (readonly [name: string, schema: StandardSchema, value: unknown, ...details: string[]])[] = [
  ...Object.entries(zods).flatMap(([name, { z: from }]) =>
    (
      [
        ['a type', from.string(), 7, 'Expected a string.'],
        ['an integer', from.number().int(), 1.5, 'Expected an integer.'],
        ['a record', from.record(from.string(), from.string()), SECRET, 'Expected an object.'],
        ['a date', from.date(), SECRET, 'Expected a date.'],
        ['a type that JSON has not', from.map(from.string(), from.string()), SECRET, WRONG],
        ['a number from', from.number().min(1), 0, 'Expected a number >= 1.'],
        ['a number above', from.number().gt(1), 1, 'Expected a number > 1.'],
        ['a number to', from.number().max(1), 2, 'Expected a number <= 1.'],
        ['a number below', from.number().lt(1), 1, 'Expected a number < 1.'],
        ['a bigint from', from.bigint().min(5n), 1n, 'Expected a number >= 5.'],
        ['a date from', from.date().min(new Date(5)), new Date(1), WRONG],
        ['a short text', from.string().max(2), SECRET, 'Expected at most 2 characters.'],
        ['a long text', from.string().min(99), SECRET, 'Expected at least 99 characters.'],
        ['a list', from.array(from.string()).min(2), [SECRET], 'Expected at least 2 items.'],
        ['an enum', from.enum(['a', 'b']), SECRET, 'Expected one of "a", "b".'],
        ['a format', from.string().email(), SECRET, 'Expected a text of the format email.'],
        ['a beginning', from.string().startsWith('x'), SECRET, WRONG],
        ['a multiple', from.number().multipleOf(5), 7, 'Expected a multiple of 5.'],
        ['a check of the app', from.string().refine(() => false, `not ${SECRET}`), SECRET, WRONG],
        ['an alternative', from.union([from.number(), from.boolean()]), SECRET, 'Expected a number or true or false.'],
        ['a very long enum', from.enum(Array.from({ length: 99 }, (_, n) => `v${n}`) as [string]), SECRET, WRONG],
      ] as const
    ).map(([what, schema, value, detail]) => [`${what} in ${name}`, schema as StandardSchema, value, detail] as const),
  ),
  ['a literal in zod 4', z.literal('a'), SECRET, 'Expected "a".'],
  ['a literal in zod 3', z3.literal('a'), SECRET, 'Expected "a".'],
  ['a literal that JSON has not', z.literal(5n), SECRET, WRONG],
  ['a pattern in zod 4', z.string().regex(/^a+$/), SECRET, 'Expected a text that matches "/^a+$/".'],
  ['a type in valibot', v.string(), 7, 'Expected a string.'],
  ['a limit in valibot', v.pipe(v.number(), v.minValue(1)), 0, 'Expected >=1.'],
  ['a length in valibot', v.pipe(v.string(), v.maxLength(1)), SECRET, 'Expected a length <=1.'],
  ['a choice in valibot', v.picklist(['a', 'b']), SECRET, 'Expected ("a" | "b").'],
  ['a format in valibot', v.pipe(v.string(), v.email()), SECRET, 'Expected a text of the format email.'],
  [
    'a check of the app in valibot',
    v.pipe(
      v.string(),
      v.check(() => false, SECRET),
    ),
    SECRET,
    WRONG,
  ],
  ['a custom schema in valibot', v.custom(() => false), SECRET, WRONG],
  ['a type in arktype', type('string'), 7, 'Expected a string.'],
  ['a limit in arktype', type('number >= 1'), 0, 'Expected at least 1.'],
  ['a choice in arktype', type("'a'|'b'"), SECRET, 'Expected "a" or "b".'],
  ['a check of the app in arktype', type('string').narrow((text, ctx) => ctx.mustBe(`no ${text}`)), SECRET, WRONG],
  [
    'several at once in arktype',
    type('string.email & string > 99'),
    SECRET,
    'Expected an email address.',
    'Expected at least length 100.',
  ],
]

describe('expectation()', () => {
  for (const [name, schema, value, ...details] of rows) {
    it(`tells of ${name}`, async () => {
      const { errors } = (await outcomeOf({ query: wrapped(schema) }, { query: { value } })) as {
        errors: readonly Record<string, unknown>[]
      }
      expect(errors.map((error) => error['detail'])).to.deep.equal(details)
      expect(JSON.stringify(errors)).not.to.contain(SECRET)
    })
  }

  it('tells the name of each member that should not be there', async () => {
    for (const schema of [z.object({ a: z.strictObject({}) }), z3.object({ a: z3.object({}).strict() })])
      expect(await outcomeOf({ body: schema }, { body: { a: { b: 1, c: 2 } } })).to.deep.equal({
        status: 422,
        errors: ['b', 'c'].map((name) => ({
          in: 'body',
          pointer: `#/a/${name}`,
          code: 'unknown-member',
          detail: 'Expected no such member.',
        })),
      })
    const body = { a: 1 }
    expect(await outcomeOf({ body: v.strictObject({}) }, { body })).to.deep.equal({
      status: 422,
      errors: [{ in: 'body', pointer: '#/a', code: 'unknown-member', detail: 'Expected no such member.' }],
    })
  })

  it('says nothing of a limit that is no number', () => {
    for (const minimum of ['5', new Date(5), null, undefined])
      expect(expectation('zod', { code: 'too_small', origin: 'number', minimum })).to.equal(undefined)
  })

  it('takes any issue of any vendor, and gives a short text or nothing', () => {
    const issue = fc.record(
      {
        code: fc.constantFrom('invalid_type', 'too_small', 'too_big', 'invalid_value', 'invalid_literal', 'invalid_format', 'x'),
        type: fc.anything(),
        expected: fc.anything(),
        origin: fc.constantFrom('number', 'string', 'array', 'constructor', 7),
        minimum: fc.anything(),
        values: fc.anything(),
        format: fc.anything(),
        description: fc.anything(),
      },
      { requiredKeys: [] },
    )
    const vendor = fc.constantFrom('zod', 'valibot', 'arktype', 'toString', 'own', undefined)
    fc.assert(
      fc.property(vendor, fc.oneof(issue, fc.anything()), (from, given) => {
        const phrase = expectation(from, given)
        expect(phrase === undefined || (typeof phrase === 'string' && phrase.length <= 200)).to.equal(true)
      }),
    )
  })
})

// One member, so that the value itself is never missing.
function wrapped(schema: StandardSchema): StandardSchema {
  const { vendor, validate } = schema['~standard']
  return {
    '~standard': { version: 1, vendor, validate: (query) => validate((query as { readonly value: unknown }).value) },
  }
}
