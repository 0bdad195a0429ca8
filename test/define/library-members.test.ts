/** What zod, valibot and arktype take comes through, and what they do not know does not. */
import { toStandardJsonSchema } from '@valibot/to-json-schema'
import { type as ark, type Type } from 'arktype'
import { expect } from 'chai'
import * as v from 'valibot'
import * as z from 'zod'
import { defineProblem } from '../../lib/define/define.js'
import type { ProblemDefinition } from '../../lib/define/definition.js'
import { collectFaults } from '../../lib/guard/fault.js'
import { problemComponents } from '../../lib/openapi/components.js'
import { createMembersValidator } from '../../lib/respond/members/validator.js'
import type { MembersCheck } from '../../schemas/check.js'

const base = { type: '/declared', status: 409, title: 'Declared' } as const
const define = (members: unknown): ProblemDefinition =>
  // What libraries of three kinds give has no one type.
  defineProblem('Declared', { ...base, members: members as z.ZodObject }).definition
const checkOf = (members: unknown): MembersCheck => {
  const definition = define(members)
  const { faults, report } = collectFaults()
  const check = createMembersValidator({})(definition, report)
  expect(faults).to.deep.equal([])
  return check as MembersCheck
}

/** Texts of all kinds; each validator takes some of them. */
const texts = `
A|abc|ABC|aBc|xxa|https://bücher.example/|https://a.example/b c|http://x|mailto:a@b.c|a@b.co|ä@b.co|PT0.5S|P1W|P1Y2M|10:20|10:20:30|10:20:30.5
2020-01-01|2020-01-01T10:20|2020-01-01T10:20:30Z|2020-01-01 10:20:30|2020-01-01T10:20:30+02:00|2024-W05|::1|::ffff:1.2.3.4|1.2.3.4|1.2.3.4/8|::/0
::ffff:1.2.3.4/96|QQ==|QUJD|123e4567-e89b-42d3-a456-426614174000|123E4567-E89B-42D3-A456-426614174000|00000000-0000-0000-0000-000000000000
😀|😀😀|cjld2cjxh0000qzrmn831i7rn|tz4a98xxat96iws9zmbrgj3a|01ARZ3NDEKTSV4RRFFQ69G5FAV|01arz3ndektsv4rrffq69g5fav|9m4e2mr0ui3e8a215n4g
0ujtsYcgvSTl8PAuAdqWYSMnLOv|V1StGXR8_Z5jdHi6B-myT|+14155552671|deadbeef|0xFF|0XFF|0O17|#FFF|00:1A:2b:3c:4D:5e|01:23:45:67:89:ab|0123.4567.89ab
00:25:96:FF:FE:12:34:56|example.com|a.b.|{"a":1}|12|-1|slug-a|US-S1Z-99-00001|DEUTDEFF|4242424242424242|d41d8cd98f00b204e9800998ecf8427e
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855|1.0.0-beta+1|true|v1|GB82WEST12345698765432|EUR
eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U`
  .trim()
  .split(/[|\n]/)
  .concat('', 'a\nb', 'ſ', ' a ', '\t')

const zods: Readonly<Record<string, z.ZodType>> = {
  email: z.email(),
  'email of HTML': z.email({ pattern: z.regexes.html5Email }),
  'email of RFC 5322': z.email({ pattern: z.regexes.rfc5322Email }),
  'email with all letters': z.email({ pattern: z.regexes.unicodeEmail }),
  url: z.url(),
  'url with a host': z.url({ hostname: /^A/i }),
  httpUrl: z.httpUrl(),
  uuid: z.uuid(),
  uuidv4: z.uuidv4(),
  guid: z.guid(),
  emoji: z.emoji(),
  nanoid: z.nanoid(),
  cuid: z.cuid(),
  cuid2: z.cuid2(),
  ulid: z.ulid(),
  xid: z.xid(),
  ksuid: z.ksuid(),
  ipv4: z.ipv4(),
  ipv6: z.ipv6(),
  mac: z.mac(),
  cidrv4: z.cidrv4(),
  cidrv6: z.cidrv6(),
  base64: z.base64(),
  base64url: z.base64url(),
  e164: z.e164(),
  jwt: z.jwt(),
  hostname: z.hostname(),
  hex: z.hex(),
  'hash md5': z.hash('md5'),
  'hash sha256': z.hash('sha256'),
  'stringFormat with a pattern': z.stringFormat('mine', /^abc$/i),
  'stringFormat with a function': z.stringFormat('mine', (text) => text.length > 3),
  date: z.iso.date(),
  time: z.iso.time(),
  datetime: z.iso.datetime(),
  'datetime, local': z.iso.datetime({ local: true, offset: true }),
  duration: z.iso.duration(),
  startsWith: z.string().startsWith('a'),
  endsWith: z.string().endsWith('c'),
  includes: z.string().includes('a'),
  'includes from a position': z.string().includes('a', { position: 1 }).includes('x'),
  lowercase: z.string().lowercase(),
  uppercase: z.string().uppercase(),
  regex: z.string().regex(/^abc$/i),
  'regex of several lines': z.string().regex(/^b/m),
  'regex with all characters': z.string().regex(/a.b/s),
  'two of regex': z.string().regex(/a/i).regex(/B/i),
  min: z.string().min(2),
  length: z.string().length(2),
  max: z.string().max(2),
  trim: z.string().trim(),
  templateLiteral: z.templateLiteral(['v', z.int()]),
  enum: z.enum(['A', 'abc']),
  literal: z.literal('abc'),
  union: z.union([z.email(), z.url()]),
  xor: z.xor([z.email(), z.url()]),
  meta: z.string().meta({ unit: 'EUR', required: true, minLength: 'none', format: 'price', examples: 'a' }),
}

const valibotActions = [
  v.base64(),
  v.bic(),
  v.cuid2(),
  v.decimal(),
  v.digits(),
  v.domain(),
  v.email(),
  v.emoji(),
  v.endsWith('c'),
  v.hash(['md5', 'sha256']),
  v.hexColor(),
  v.hexadecimal(),
  v.includes('a'),
  v.ipv4(),
  v.ipv6(),
  v.isoDate(),
  v.isoDateTime(),
  v.isoTime(),
  v.isoTimeSecond(),
  v.isoTimestamp(),
  v.isoWeek(),
  v.isrc(),
  v.jwsCompact(),
  v.ksuid(),
  v.length(2),
  v.mac(),
  v.mac48(),
  v.mac64(),
  v.maxLength(2),
  v.metadata({ unit: 'EUR', required: true }),
  v.minLength(2),
  v.nanoid(),
  v.nonEmpty(),
  v.octal(),
  v.regex(/^abc$/i),
  v.regex(/a.b/su),
  v.rfcEmail(),
  v.slug(),
  v.startsWith('a'),
  v.ulid(),
  v.url(),
  v.uuid(),
] as const

const arktypes = [
  'string.alpha',
  'string.alphanumeric',
  'string.base64',
  'string.base64.url',
  'string.capitalize.preformatted',
  'string.creditCard',
  'string.date',
  'string.date.epoch',
  'string.date.iso',
  'string.digits',
  'string.email',
  'string.hex',
  'string.integer',
  'string.ip',
  'string.ip.v4',
  'string.ip.v6',
  'string.json',
  'string.lower.preformatted',
  'string.normalize.NFC.preformatted',
  'string.numeric',
  'string.regex',
  'string.semver',
  'string.trim.preformatted',
  'string.upper.preformatted',
  'string.url',
  'string.uuid',
  'string.uuid.v4',
  'string>=2',
  'string==2',
  'string<=2',
] as const

// Each text has a type of its own.
type Ark = Type<string>

/** A validator: the members with it, and what it makes of a text. */
type Row = readonly [name: string, members: unknown, take: (text: string) => unknown]

const rows: readonly Row[] = [
  ...Object.entries(zods).map(([name, a]): Row => [`zod: ${name}`, z.strictObject({ a }), (text) => a.safeParse(text).data]),
  ...valibotActions.map((action): Row => {
    // Actions of all kinds at once have no one type.
    const a = v.pipe(v.string(), action as ReturnType<typeof v.email<string>>)
    return [
      `valibot: ${action.type} ${String('requirement' in action ? action.requirement : '').slice(0, 20)}`,
      toStandardJsonSchema(v.strictObject({ a })),
      (text) => (v.is(a, text) ? text : undefined),
    ]
  }),
  ...[...arktypes.map((name) => ark(name)), ark(/^abc$/i), ark(/^b/m), ark(/a/i).and(/B/i)].map((any): Row => {
    const given = any as Ark
    const take = (text: string): unknown => (given.allows(text) ? text : undefined)
    return [`arktype: ${given.expression.slice(0, 40)}`, ark({ '+': 'reject', a: given }), take]
  }),
]

describe('members that a library takes come through:', () => {
  for (const [name, members, take] of rows) {
    it(name, () => {
      const check = checkOf(members)
      const taken = texts.map(take).filter((text) => text !== undefined)
      expect(taken).not.to.deep.equal([])
      for (const a of taken) expect(check({ a }), JSON.stringify(a)).to.deep.equal([])
      expect(check({ a: taken[0], stray: 1 }).map(({ pointer }) => pointer)).to.deep.equal(['/stray'])
      expect(check({ a: 7 }).length, 'a number').to.be.above(0)
      for (const version of ['3.0', '3.1', '3.2'] as const) {
        const Class = defineProblem('Declared', { ...base, members: members as z.ZodObject })
        expect(problemComponents([Class], { version }).schemas).to.have.property('Declared')
      }
    })
  }

  it('numbers', () => {
    const members = {
      zod: z.strictObject({ a: z.number().multipleOf(0.1) }),
      valibot: toStandardJsonSchema(v.strictObject({ a: v.pipe(v.number(), v.multipleOf(0.5)) })),
      arktype: ark({ '+': 'reject', a: 'number % 3' }),
    }
    expect(checkOf(members.zod)({ a: 0.1 + 0.2 })).to.deep.equal([])
    expect(checkOf(members.zod)({ a: 0.35 }).map(({ keyword }) => keyword)).to.deep.equal(['multipleOf'])
    expect(checkOf(members.valibot)({ a: 1e21 })).to.deep.equal([])
    expect(checkOf(members.arktype)({ a: 3 * 2 ** 60 })).to.deep.equal([])
    for (const int of [z.int(), z.int32(), z.uint32(), z.float32(), z.float64(), z.number().positive().max(5)])
      expect(checkOf(z.strictObject({ a: int }))({ a: 5 })).to.deep.equal([])
  })

  it('and those that do not fit are told in the words of JSON Schema', () => {
    const check = checkOf(z.strictObject({ a: z.string().min(2).max(3), b: z.string().regex(/^x$/i).optional() }))
    expect(check({ a: 'a' }).map(({ keyword, expected }) => [keyword, expected])).to.deep.equal([
      ['minLength', 'at least 2 characters'],
    ])
    expect(check({ a: 'abcd', b: 'y' }).map(({ keyword }) => keyword)).to.have.members(['maxLength', 'pattern'])
  })
})

describe('the members of a library are refused by name', () => {
  const refusals: Readonly<Record<string, readonly [place: string, members: unknown]>> = {
    'for a pattern that JSON Schema does not have': [
      '.order.code',
      z.object({ order: z.object({ code: z.string().regex(/(a)\1/i) }) }),
    ],
    'for such a name of a member': ['.names', z.object({ names: z.looseRecord(z.string().regex(/^(a)\1$/i), z.string()) })],
    'for such a pattern of valibot': ['.code', toStandardJsonSchema(v.object({ code: v.pipe(v.string(), v.regex(/(a)\1/i)) }))],
    'for such a pattern of arktype': ['.code', ark({ code: /(a)\1/i })],
    'for a file': ['.upload', z.object({ upload: z.file() })],
    'for a bigint': ['.big', z.object({ big: z.bigint() })],
    'for a check that is a function': [
      '.even',
      toStandardJsonSchema(
        v.object({
          even: v.pipe(
            v.number(),
            v.check(() => true),
          ),
        }),
      ),
    ],
  }
  for (const [what, [place, members]] of Object.entries(refusals)) {
    it(what, () => {
      expect(() => define(members))
        .to.throw(TypeError)
        .that.includes({ code: 'ERR_PROBLEM_SCHEMA', place: `Declared.members${place}` })
    })
  }
})

describe('the JSON Schema of any library', () => {
  const of = (schema: object): unknown => ({
    '~standard': { version: 1, vendor: 'mine', jsonSchema: { output: () => ({ type: 'object', ...schema }) } },
  })
  const THEN = 'then'

  it('may have words of its own, and stays closed', () => {
    const check = checkOf(
      of({
        properties: { a: { type: 'string', format: 'mine', is: 'x', properties: 7, allOf: [], required: ['b', 'b'] } },
        additionalProperties: false,
        oddKeyword: { $ref: 7 },
        [THEN]: { minProperties: 9 },
      }),
    )
    expect(check({ a: 'x' })).to.deep.equal([])
    expect(check({ a: 'x', b: 1 }).map(({ pointer }) => pointer)).to.deep.equal(['/b'])
  })

  it('may have anchors and URIs that are none', () => {
    const properties = {
      a: { $anchor: 'a b', type: 'string' },
      b: { $dynamicAnchor: '1' },
      c: { $id: 'urn:a#b' },
      d: { $anchor: 'ok' },
    }
    const { members } = define(of({ properties, $id: '#none' }))
    expect(members).to.deep.equal({ type: 'object', properties: { a: { type: 'string' }, b: {}, c: {}, d: { $anchor: 'ok' } } })
  })

  it('may name a member by a URI, which documents cannot hold', () => {
    const uri = { $id: 'https://example.com/price' }
    const schemas = [
      z
        .strictObject({ price: z.string().meta(uri), prices: z.array(z.string().meta(uri)) })
        .meta({ $id: 'https://example.com/root' }),
      toStandardJsonSchema(v.strictObject({ price: v.pipe(v.string(), v.metadata(uri)), prices: v.array(v.string()) })),
    ]
    for (const members of schemas) {
      expect(checkOf(members)({ price: 'a', prices: ['b'], stray: 1 }).map(({ pointer }) => pointer)).to.deep.equal(['/stray'])
      const Class = defineProblem('Declared', { ...base, members: members as z.ZodObject })
      for (const version of ['3.0', '3.1', '3.2'] as const)
        expect(problemComponents([Class], { version }).schemas['Declared']?.properties?.['price']).to.deep.equal({
          type: 'string',
        })
    }
  })

  it('does not forbid what a format would have allowed', () => {
    const mail = { type: 'string', format: 'email' }
    const properties = { a: {}, b: {}, c: {}, d: {}, e: {}, f: {} }
    const check = checkOf(
      of({
        properties: {
          ...properties,
          a: { not: mail },
          b: { oneOf: [mail, { type: 'string', format: 'uri' }] },
          c: { if: mail, [THEN]: false },
          d: { if: { type: 'string' }, [THEN]: { minLength: 2 }, else: { type: 'null' } },
          e: { oneOf: [{ const: 1 }, { const: 1, type: 'number' }] },
          f: { anyOf: [true, false], prefixItems: [mail, true], if: true, contains: { $ref: '#/$defs/g' } },
        },
        $defs: { g: { type: 'integer' } },
      }),
    )
    expect(check({ a: 'x', b: 'x', c: 'x', d: 'xx', f: ['x', 1] })).to.deep.equal([])
    expect(check({ d: 'x' }).map(({ keyword }) => keyword)).to.include('minLength')
    expect(check({ e: 1 }).map(({ keyword }) => keyword)).to.include('oneOf')
    expect(check({ f: ['x'] }).map(({ keyword }) => keyword)).to.include('contains')
  })

  it('may name types that there are, in a list too', () => {
    const types = [7, 'text', [], ['string', 'text'], ['string', 'string'], ['string', 'null']]
    const properties = Object.fromEntries(types.map((type, index) => [`a${index}`, { type }]))
    const { members } = define(of({ properties }))
    const { a5, ...others } = { ...(members?.['properties'] as Readonly<Record<string, object>>) }
    expect(a5).to.deep.equal({ type: ['string', 'null'] })
    expect(Object.values(others)).to.deep.equal([{}, {}, {}, {}, {}])
  })

  it('may come from a library of another version', () => {
    for (const vendor of ['zod', 'valibot', 'arktype']) {
      const output = (): object => ({ type: 'object', properties: { a: { pattern: '(' } } })
      expect(() => define({ '~standard': { version: 1, vendor, jsonSchema: { output } } }))
        .to.throw(TypeError)
        .that.includes({ place: 'Declared.members.a', got: 'one that it cannot: the pattern /(/ means something else there' })
    }
  })

  it('may have patterns without the flag u', () => {
    const definition = define(of({ properties: { a: { pattern: '^[\\w-.]+$', patternProperties: { '^\\-': {} } } } }))
    expect(definition.members?.['properties']).to.deep.equal({ a: { pattern: '^[\\w\\-.]+$', patternProperties: { '^-': {} } } })
  })

  it('is checked by an Ajv of the user too', async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js')
    const definition = define(z.strictObject({ a: z.string().startsWith('a').meta({ unit: 'EUR' }) }))
    const { report } = collectFaults()
    const check = createMembersValidator({ ajv: new Ajv2020({ allErrors: true }) })(definition, report)
    expect(check?.({ a: 'abc' })).to.deep.equal([])
    expect(check?.({ a: 'b', c: 1 })).to.have.length(2)
  })
})

describe('a schema that was written by hand', () => {
  it('may have every format of JSON Schema, and no other word of its own', () => {
    const a = (schema: object): unknown => ({ type: 'object', properties: { a: schema } })
    for (const format of ['idn-email', 'idn-hostname', 'iri', 'iri-reference', 'uri-template', 'regex', 'duration'])
      expect(checkOf(a({ format }))({ a: 'x' }).length, format).to.be.below(2)
    for (const schema of [{ format: 'starts_with' }, { unit: 'EUR' }, { $id: 7 }])
      expect(() =>
        createMembersValidator({
          types: [defineProblem('A', { ...base, members: a(schema) as { type: 'object'; properties: object } as never })],
        }),
      )
        .to.throw(TypeError)
        .that.includes({ code: 'ERR_PROBLEM_SCHEMA' })
  })
})
