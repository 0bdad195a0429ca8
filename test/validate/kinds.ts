/** Kinds of faults, each as a schema of every validator at hand, and a value that has the fault. */
import { type } from 'arktype'
import * as v from 'valibot'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import type { ValidationCode } from '../../lib/validate/fault-codes.js'
import type { StandardSchema } from '../../lib/validate/schemas-type.js'

/** A kind of fault: the schemas of a member, by validator, where it has such; the value; and the code. */
export interface Kind {
  readonly name: string
  readonly code: ValidationCode
  readonly value: unknown
  readonly schemas: Readonly<Record<string, unknown>>
}

const kind = (name: string, code: ValidationCode, value: unknown, json: object | boolean, more: object): Kind => ({
  name,
  code,
  value,
  schemas: { ajv: json, ...more },
})

/** Stands for no value. */
export const NOTHING = Symbol('nothing')

/** The kinds. */
export const kinds: readonly Kind[] = [
  kind(
    'a missing text',
    'required',
    NOTHING,
    { type: 'string' },
    { zod: z.string(), zod3: z3.string(), valibot: v.string(), arktype: type('string') },
  ),
  kind(
    'a missing number',
    'required',
    NOTHING,
    { type: 'number' },
    { zod: z.number(), zod3: z3.number(), valibot: v.number(), arktype: type('number') },
  ),
  kind(
    'a missing object',
    'required',
    NOTHING,
    { type: 'object' },
    {
      zod: z.object({ a: z.string() }),
      zod3: z3.object({ a: z3.string() }),
      valibot: v.object({ a: v.string() }),
      arktype: type({ a: 'string' }),
    },
  ),
  kind(
    'a number for a text',
    'type',
    7,
    { type: 'string' },
    { zod: z.string(), zod3: z3.string(), valibot: v.string(), arktype: type('string') },
  ),
  kind(
    'a text for a number',
    'type',
    'x',
    { type: 'number' },
    { zod: z.number(), zod3: z3.number(), valibot: v.number(), arktype: type('number') },
  ),
  kind(
    'a text for true or false',
    'type',
    'x',
    { type: 'boolean' },
    { zod: z.boolean(), zod3: z3.boolean(), valibot: v.boolean(), arktype: type('boolean') },
  ),
  kind(
    'null for a text',
    'type',
    null,
    { type: 'string' },
    { zod: z.string(), zod3: z3.string(), valibot: v.string(), arktype: type('string') },
  ),
  kind(
    'an object for a list',
    'type',
    {},
    { type: 'array' },
    { zod: z.array(z.string()), zod3: z3.array(z3.string()), valibot: v.array(v.string()), arktype: type('string[]') },
  ),
  kind(
    'a text for an object',
    'type',
    'x',
    { type: 'object' },
    { zod: z.object({}), zod3: z3.object({}), valibot: v.object({}), arktype: type({ 'a?': 'string' }) },
  ),
  kind(
    '1.5 for an integer',
    'type',
    1.5,
    { type: 'integer' },
    { zod: z.number().int(), zod3: z3.number().int(), valibot: v.pipe(v.number(), v.integer()), arktype: type('number.integer') },
  ),
  kind(
    'none of two types',
    'type',
    true,
    { anyOf: [{ type: 'string' }, { type: 'number' }] },
    {
      zod: z.union([z.string(), z.number()]),
      zod3: z3.union([z3.string(), z3.number()]),
      valibot: v.union([v.string(), v.number()]),
      arktype: type('string | number'),
    },
  ),
  kind(
    'no email address',
    'format',
    'x',
    { type: 'string', format: 'email' },
    { zod: z.email(), zod3: z3.string().email(), valibot: v.pipe(v.string(), v.email()), arktype: type('string.email') },
  ),
  kind(
    'no UUID',
    'format',
    'x',
    { type: 'string', format: 'uuid' },
    { zod: z.uuid(), zod3: z3.string().uuid(), valibot: v.pipe(v.string(), v.uuid()), arktype: type('string.uuid') },
  ),
  kind(
    'no URL',
    'format',
    'x',
    { type: 'string', format: 'uri' },
    { zod: z.url(), zod3: z3.string().url(), valibot: v.pipe(v.string(), v.url()), arktype: type('string.url') },
  ),
  kind(
    'no IP address',
    'format',
    'x',
    { type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
    {
      zod: z.union([z.ipv4(), z.ipv6()]),
      zod3: z3.string().ip(),
      valibot: v.pipe(v.string(), v.ip()),
      arktype: type('string.ip'),
    },
  ),
  kind(
    'no date',
    'format',
    'x',
    { type: 'string', format: 'date' },
    { zod: z.iso.date(), zod3: z3.string().date(), valibot: v.pipe(v.string(), v.isoDate()), arktype: type('string.date.iso') },
  ),
  kind(
    'another form',
    'pattern',
    'x',
    { type: 'string', pattern: '^a' },
    {
      zod: z.string().regex(/^a/),
      zod3: z3.string().regex(/^a/),
      valibot: v.pipe(v.string(), v.regex(/^a/)),
      arktype: type(/^a/),
    },
  ),
  kind(
    'another beginning',
    'pattern',
    'x',
    { type: 'string', pattern: '^a' },
    { zod: z.string().startsWith('a'), zod3: z3.string().startsWith('a'), valibot: v.pipe(v.string(), v.startsWith('a')) },
  ),
  kind(
    'no listed text',
    'enum',
    'x',
    { enum: ['a', 'b'] },
    { zod: z.enum(['a', 'b']), zod3: z3.enum(['a', 'b']), valibot: v.picklist(['a', 'b']), arktype: type("'a' | 'b'") },
  ),
  kind(
    'no listed number',
    'enum',
    7,
    { enum: [1, 2] },
    {
      zod: z.literal([1, 2]),
      zod3: z3.union([z3.literal(1), z3.literal(2)]),
      valibot: v.union([v.literal(1), v.literal(2)]),
      arktype: type('1 | 2'),
    },
  ),
  kind(
    'another value',
    'const',
    'x',
    { const: 'a' },
    { zod: z.literal('a'), zod3: z3.literal('a'), valibot: v.literal('a'), arktype: type("'a'") },
  ),
  kind(
    'a number that is too low',
    'minimum',
    1,
    { type: 'number', minimum: 3 },
    {
      zod: z.number().min(3),
      zod3: z3.number().min(3),
      valibot: v.pipe(v.number(), v.minValue(3)),
      arktype: type('number >= 3'),
    },
  ),
  kind(
    'a number that is too high',
    'maximum',
    7,
    { type: 'number', maximum: 3 },
    {
      zod: z.number().max(3),
      zod3: z3.number().max(3),
      valibot: v.pipe(v.number(), v.maxValue(3)),
      arktype: type('number <= 3'),
    },
  ),
  kind(
    'a number at its lower bound',
    'minimum',
    3,
    { type: 'number', exclusiveMinimum: 3 },
    { zod: z.number().gt(3), zod3: z3.number().gt(3), valibot: v.pipe(v.number(), v.gtValue(3)), arktype: type('number > 3') },
  ),
  kind(
    'a number at its upper bound',
    'maximum',
    3,
    { type: 'number', exclusiveMaximum: 3 },
    { zod: z.number().lt(3), zod3: z3.number().lt(3), valibot: v.pipe(v.number(), v.ltValue(3)), arktype: type('number < 3') },
  ),
  kind(
    'no multiple',
    'multipleOf',
    7,
    { type: 'number', multipleOf: 5 },
    {
      zod: z.number().multipleOf(5),
      zod3: z3.number().multipleOf(5),
      valibot: v.pipe(v.number(), v.multipleOf(5)),
      arktype: type('number % 5'),
    },
  ),
  kind(
    'a text that is too short',
    'minLength',
    'x',
    { type: 'string', minLength: 3 },
    {
      zod: z.string().min(3),
      zod3: z3.string().min(3),
      valibot: v.pipe(v.string(), v.minLength(3)),
      arktype: type('string >= 3'),
    },
  ),
  kind(
    'a text that is too long',
    'maxLength',
    'xxxx',
    { type: 'string', maxLength: 3 },
    {
      zod: z.string().max(3),
      zod3: z3.string().max(3),
      valibot: v.pipe(v.string(), v.maxLength(3)),
      arktype: type('string <= 3'),
    },
  ),
  kind(
    'a text that is shorter than exactly',
    'minLength',
    'x',
    { type: 'string', minLength: 3, maxLength: 3 },
    {
      zod: z.string().length(3),
      zod3: z3.string().length(3),
      valibot: v.pipe(v.string(), v.length(3)),
      arktype: type('string == 3'),
    },
  ),
  kind(
    'a text that is longer than exactly',
    'maxLength',
    'xxxx',
    { type: 'string', minLength: 3, maxLength: 3 },
    {
      zod: z.string().length(3),
      zod3: z3.string().length(3),
      valibot: v.pipe(v.string(), v.length(3)),
      arktype: type('string == 3'),
    },
  ),
  kind(
    'an empty text',
    'minLength',
    '',
    { type: 'string', minLength: 1 },
    {
      zod: z.string().nonempty(),
      zod3: z3.string().nonempty(),
      valibot: v.pipe(v.string(), v.nonEmpty()),
      arktype: type('string > 0'),
    },
  ),
  kind(
    'a list that is too short',
    'minItems',
    ['x'],
    { type: 'array', minItems: 3 },
    {
      zod: z.array(z.string()).min(3),
      zod3: z3.array(z3.string()).min(3),
      valibot: v.pipe(v.array(v.string()), v.minLength(3)),
      arktype: type('string[] >= 3'),
    },
  ),
  kind(
    'a list that is too long',
    'maxItems',
    ['x', 'y'],
    { type: 'array', maxItems: 1 },
    {
      zod: z.array(z.string()).max(1),
      zod3: z3.array(z3.string()).max(1),
      valibot: v.pipe(v.array(v.string()), v.maxLength(1)),
      arktype: type('string[] <= 1'),
    },
  ),
  kind(
    'a list of another length',
    'maxItems',
    ['x', 'y'],
    { type: 'array', minItems: 1, maxItems: 1 },
    {
      zod: z.array(z.string()).length(1),
      zod3: z3.array(z3.string()).length(1),
      valibot: v.pipe(v.array(v.string()), v.length(1)),
      arktype: type('string[] == 1'),
    },
  ),
  kind('a list with equal items', 'uniqueItems', ['x', 'x'], { type: 'array', uniqueItems: true }, {}),
  kind(
    'a list without what it needs',
    'contains',
    ['x'],
    { type: 'array', contains: { const: 'a' } },
    { valibot: v.pipe(v.array(v.string()), v.includes('a')) },
  ),
  kind(
    'too few members',
    'minProperties',
    {},
    { type: 'object', minProperties: 1 },
    { valibot: v.pipe(v.record(v.string(), v.number()), v.minEntries(1)) },
  ),
  kind(
    'too many members',
    'maxProperties',
    { a: 1, b: 2 },
    { type: 'object', maxProperties: 1 },
    { valibot: v.pipe(v.record(v.string(), v.number()), v.maxEntries(1)) },
  ),
  kind('a value that is ruled out', 'not', 'x', { not: { const: 'x' } }, { valibot: v.pipe(v.string(), v.notValue('x')) }),
  kind(
    'a rule of the app',
    'invalid',
    'x',
    {},
    {
      ajv: undefined,
      zod: z.string().refine(() => false),
      zod3: z3.string().refine(() => false),
      valibot: v.pipe(
        v.string(),
        v.check(() => false),
      ),
      arktype: type('string').narrow((_, context) => context.mustBe('nice')),
    },
  ),
  kind(
    'a date that is too early',
    'minimum',
    new Date(1),
    {},
    {
      ajv: undefined,
      zod: z.date().min(new Date(5)),
      zod3: z3.date().min(new Date(5)),
      valibot: v.pipe(v.date(), v.minValue(new Date(5))),
    },
  ),
  kind('a file that is too large', 'maxSize', new Blob(['xx']), {}, { ajv: undefined, valibot: v.pipe(v.blob(), v.maxSize(1)) }),
  kind('a file that is too small', 'minSize', new Blob(['x']), {}, { ajv: undefined, valibot: v.pipe(v.blob(), v.minSize(5)) }),
  kind(
    'a file of another type',
    'media-type',
    new Blob(['x'], { type: 'text/html' }),
    {},
    { ajv: undefined, valibot: v.pipe(v.blob(), v.mimeType(['image/png'])) },
  ),
  kind(
    'a set that is too small',
    'minItems',
    new Set(),
    {},
    {
      ajv: undefined,
      zod: z.set(z.string()).min(1),
      zod3: z3.set(z3.string()).min(1),
      valibot: v.pipe(v.set(v.string()), v.minSize(1)),
    },
  ),
  kind(
    'a list with what is ruled out',
    'not',
    ['a'],
    { not: { contains: { const: 'a' } } },
    { valibot: v.pipe(v.array(v.string()), v.excludes('a')) },
  ),
  kind(
    'an item too much',
    'maxItems',
    ['a', 'b'],
    { prefixItems: [{}], items: false },
    {
      zod: z.tuple([z.string()]),
      zod3: z3.tuple([z3.string()]),
      arktype: type(['string']),
    },
  ),
  kind('no word for true or false', 'type', 'x', {}, { ajv: undefined, zod: z.stringbool() }),
]

/** Makes the schema of an object with the member `v`, which may have no others. */
export const objectOf: Readonly<Record<string, (member: never) => unknown>> = {
  ajv: (member: object) => ({ type: 'object', properties: { v: member }, required: ['v'], additionalProperties: false }),
  zod: (member: z.ZodType) => z.strictObject({ v: member }),
  zod3: (member: z3.ZodType) => z3.object({ v: member }).strict(),
  valibot: (member: v.GenericSchema) => v.strictObject({ v: member }),
  arktype: (member: StandardSchema) => type({ v: member as never, '+': 'reject' }),
}
