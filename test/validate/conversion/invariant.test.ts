/** What holds for every schema and every text: what comes through fits as if it had come typed, and says what the text says. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'chai'
import fc from 'fast-check'
import { prepareValidation } from '../../../lib/validate/prepare.js'
import { conditional, type Given, partsOf } from '../parts.js'

type Schema = Readonly<Record<string, unknown>>
type Values = Readonly<Record<string, unknown>>

const text = fc.constantFrom('', '0', '5', '05', '5.0', '12', '-0', '1.5', '1e1', 'true', 'false', 'null', 'a', 'ab', ' 5', '0x5')
const rounded = fc.constantFrom('9007199254740993.0', '123456789012345678e0', '4.99999999999999999999', '1e400', '1e-400')
const value = fc.oneof({ weight: 8, arbitrary: text }, rounded, {
  weight: 3,
  arbitrary: fc.array(text, { minLength: 1, maxLength: 3 }),
})

const type = fc.constantFrom('string', 'integer', 'number', 'boolean', 'null', 'array')
const keyword: fc.Arbitrary<Schema> = fc.oneof(
  { weight: 4, arbitrary: type.map((one) => ({ type: one })) },
  fc.uniqueArray(type, { minLength: 1, maxLength: 3 }).map((types) => ({ type: types })),
  fc.constantFrom('string', 'integer').map((one) => ({ type: one, nullable: true })),
  fc.constantFrom<Schema>(
    { maximum: 5 },
    { minimum: 5 },
    { minLength: 2 },
    { maxItems: 1 },
    { multipleOf: 5 },
    { uniqueItems: true },
    { const: 5 },
    { const: '5' },
    { enum: [5, 'a', null] },
    { enum: [true, 12, '12'] },
    { $ref: '#/$defs/one' },
    { $ref: '#/$defs/two' },
    { contains: { type: 'integer' } },
  ),
)

const { schema } = fc.letrec<{ schema: Schema | boolean; leaf: Schema; joined: Schema }>((tie) => ({
  leaf: fc.array(keyword, { minLength: 1, maxLength: 2 }).map((parts) => Object.assign({}, ...parts) as Schema),
  joined: fc.oneof(
    fc
      .tuple(fc.constantFrom('anyOf', 'oneOf', 'allOf'), fc.array(tie('schema'), { minLength: 1, maxLength: 3 }))
      .map(([name, branches]) => ({ [name]: branches })),
    tie('schema').map((not) => ({ not })),
    fc.tuple(tie('schema'), tie('schema')).map(([items, first]) => ({ type: 'array', items, prefixItems: [first] })),
    tie('schema').map((items) => ({ items })),
    fc.tuple(tie('schema'), tie('schema'), tie('schema')).map(([test, yes, no]) => conditional(test, yes, no)),
    fc.tuple(tie('leaf'), tie('joined')).map(([leaf, joined]) => ({ ...leaf, ...joined })),
  ),
  schema: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('joined'), fc.boolean()),
}))

const properties = fc.dictionary(fc.constantFrom('x', 'y', 'z'), schema, { maxKeys: 3 })
const whole: fc.Arbitrary<Schema> = fc.oneof(
  properties.map((inner) => ({ properties: inner })),
  fc.array(properties, { minLength: 1, maxLength: 3 }).map((all) => ({ anyOf: all.map((inner) => ({ properties: inner })) })),
  fc.array(properties, { minLength: 2, maxLength: 2 }).map((all) => ({ allOf: all.map((inner) => ({ properties: inner })) })),
  fc
    .tuple(properties, properties, properties)
    .map(([base, test, yes]) => ({ properties: base, ...conditional({ properties: test }, { properties: yes }) })),
  fc.tuple(properties, properties).map(([base, more]) => ({ properties: base, dependentSchemas: { x: { properties: more } } })),
  fc.tuple(properties, properties).map(([base, not]) => ({ properties: base, not: { properties: not, required: ['x'] } })),
  fc.tuple(schema, schema).map(([x, others]) => ({ properties: { x }, unevaluatedProperties: others })),
  fc.tuple(schema, schema).map(([y, others]) => ({ patternProperties: { '[yz]': y }, additionalProperties: others })),
)
const request = fc.tuple(whole, schema, schema).map(
  ([inner, one, two]): Schema => ({
    type: 'object',
    ...inner,
    $defs: { one: withoutReferences(one), two: withoutReferences(two) },
  }),
)
// A member of its own kind of each object has a default.
const DEFAULT = 'a default'
const withDefaults = (schema: Schema): Schema =>
  JSON.parse(
    JSON.stringify(schema).replaceAll(
      /"properties":\{(?="[xz]")/g,
      `"properties":{"d":{"default":"${DEFAULT}","description":"d"},`,
    ),
  ) as Schema
const query = fc.dictionary(fc.constantFrom('x', 'y', 'z'), value, { maxKeys: 3 })

describe('The conversion of text', () => {
  it('lets through only what fits as if it had come typed, and what says what the text says', function () {
    this.timeout(60_000)
    const counts = { through: 0, refused: 0, converted: 0 }
    fc.assert(
      fc.property(request, query, (schema, came) => {
        const fits = oracle(schema)
        // ajv refuses some schemas, such as `nullable` beside a `const`.
        if (fits === undefined) return
        const made = through(schema, { query: came })
        if (made === undefined) {
          counts.refused++
          // Text that fits as it is never needs more.
          expect(fits(came), JSON.stringify({ schema, came })).to.equal(false)
          return
        }
        counts.through++
        if (typeof made !== 'object' || made === null) throw new Error('a query is an object')
        expect(fits(made), JSON.stringify({ schema, came, made })).to.equal(true)
        expect(Object.keys(made)).to.deep.equal(Object.keys(came))
        for (const [name, member] of Object.entries(came))
          expect(says(member, (made as Values)[name]), JSON.stringify({ member, made })).to.equal(true)
        if (JSON.stringify(made) !== JSON.stringify(came)) counts.converted++
        expect(through(schema, { query: came })).to.deep.equal(made)
      }),
      { numRuns: 150 },
    )
    // Or the property would have said nothing.
    for (const count of Object.values(counts)) expect(count).to.be.greaterThan(0)
  })

  it('changes nothing in JSON, and adds defaults only', function () {
    this.timeout(60_000)
    const counts = { through: 0, refused: 0, filled: 0 }
    const json = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.oneof(value, fc.constantFrom(5, 12, true, null)), {
      maxKeys: 3,
    })
    fc.assert(
      fc.property(request.map(withDefaults), json, (schema, came) => {
        const fits = oracle(schema)
        if (fits === undefined) return
        const made = through(schema, { body: came })
        if (made === undefined) counts.refused++
        else {
          counts.through++
          expect(fits(made), JSON.stringify({ schema, came, made })).to.equal(true)
          expect(isFilled(came, made), JSON.stringify({ schema, came, made })).to.equal(true)
          if (JSON.stringify(made) !== JSON.stringify(came)) counts.filled++
        }
      }),
      { numRuns: 150 },
    )
    for (const count of Object.values(counts)) expect(count).to.be.greaterThan(0)
  })
})

function through(schema: Schema, given: Given): unknown {
  const name = 'body' in given ? 'body' : 'query'
  const verdict = prepareValidation({ [name]: schema })(partsOf(given))
  if (verdict instanceof Promise) throw new Error('JSON Schemas are synchronous')
  return verdict.values?.[name]
}

// Whether all that came is there still, and all that is new is a default.
function isFilled(came: unknown, made: unknown): boolean {
  if (typeof made !== 'object' || made === null || typeof came !== 'object' || came === null) return came === made
  return Object.entries({ ...came, ...made }).every(([name, member]) =>
    Object.hasOwn(came, name) ? isFilled((came as Values)[name], (made as Values)[name]) : member === DEFAULT,
  )
}

function oracle(schema: Schema): ((value: unknown) => boolean) | undefined {
  try {
    const ajv = new Ajv2020({ strict: false, logger: false })
    return ajv.compile(schema) as (value: unknown) => boolean
  } catch {
    return undefined
  }
}

// Two fragments that refer to each other would have no end in ajv.
function withoutReferences(schema: Schema | boolean): Schema | boolean {
  return JSON.parse(JSON.stringify(schema).replaceAll(/"\$ref":"[^"]*"/g, '"title":"none"')) as Schema | boolean
}

function says(came: unknown, made: unknown): boolean {
  if (Array.isArray(made)) return (Array.isArray(came) ? came : [came]).every((item, index) => says(item, made[index]))
  const text: unknown = Array.isArray(came) && came.length === 1 ? came[0] : came
  if (typeof text !== 'string') return false
  if (typeof made === 'number') return !Object.is(made, -0) && /^[-\d.e]+$/.test(text) && isSame(text, made)
  return made === null ? text === '' : text === String(made)
}

// All numbers of this property have few digits, or differ by more than these.
function isSame(text: string, made: number): boolean {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const [whole = '', behind = ''] = mantissa.split('.')
  const shift = Number(exponent) - behind.length
  if (Math.abs(shift) > 30) return false
  const scaled = BigInt(whole + behind) * 10n ** BigInt(shift + 30)
  const [madeWhole = '', madeBehind = ''] = String(made).split('.')
  return scaled === BigInt(madeWhole + madeBehind) * 10n ** BigInt(30 - madeBehind.length)
}
