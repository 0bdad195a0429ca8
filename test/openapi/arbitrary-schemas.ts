/** Makes JSON Schemas of every kind for members, and the members of a small world to try them with. */
import fc from 'fast-check'
import type { JsonSchema } from '../../lib/define/definition.js'
import { endlessness } from '../../schemas/self-reference.js'

/** The names that members have in this world; one of them looks like a member of RFC 9457. */
const names = ['a', 'b', 'stat']

const values = [null, 0, 2, 'x', 'xyz', [], [2, 'x'], { a: 2, b: null }] as const

/** Every object that has some of the members with some of the values. */
export const worldOfMembers: readonly Readonly<Record<string, unknown>>[] = names.reduce<Record<string, unknown>[]>(
  (objects, name) => objects.flatMap((object) => [object, ...values.map((value) => ({ ...object, [name]: value }))]),
  [{}],
)

const name = fc.constantFrom(...names)
const value = fc.constantFrom<unknown>(...values)
const types = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')
const limit = fc.integer({ min: 0, max: 3 })
const pattern = fc.constantFrom('^a', '^s', 'b', '.', '^xyz$')

type Tie = fc.Arbitrary<unknown>

function some(keywords: Readonly<Record<string, Tie>>): Tie {
  return fc.record({ ...keywords }, { requiredKeys: [] })
}

function objectKeywords(schema: Tie): Readonly<Record<string, Tie>> {
  return {
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: schema,
    patternProperties: fc.dictionary(pattern, schema, { maxKeys: 2 }),
    propertyNames: fc.record({ pattern }),
    minProperties: limit,
    maxProperties: limit,
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 1 }),
    unevaluatedProperties: schema,
  }
}

function combinations(schema: Tie): Readonly<Record<string, Tie>> {
  const list = fc.array(schema, { minLength: 1, maxLength: 3 })
  // From entries: an object with `then` looks like a promise.
  const conditions = Object.fromEntries(['not', 'if', 'then', 'else'].map((keyword) => [keyword, schema]))
  return { allOf: list, anyOf: list, oneOf: list, ...conditions }
}

// A few keywords at a time: with all of them a schema allows nothing.
function few(keywords: Readonly<Record<string, Tie>>, most: number): Tie {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { maxLength: most })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((keyword) => [keyword, keywords[keyword] ?? fc.constant(true)]))))
}

const { schema } = fc.letrec<{ schema: unknown; leaf: unknown; inner: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.boolean(),
    fc.record({ type: types }),
    fc.record({ type: types, nullable: fc.constant(true) }),
    fc.record({ type: fc.uniqueArray(types, { minLength: 1, maxLength: 3 }) }),
    fc.record({ const: value }),
    fc.record({ enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.uniqueArray(types, { minLength: 1, maxLength: 2 }),
      enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
    }),
    some({ minimum: limit, exclusiveMinimum: limit, maximum: limit, exclusiveMaximum: limit }),
    some({ minLength: limit, maxLength: limit, pattern, type: fc.constant('string') }),
    fc.record({ $ref: fc.constantFrom('#/$defs/One', '#/$defs/Two', '#two', '#/properties/a', '#') }),
    fc.record({ $ref: fc.constant('#/$defs/One'), type: types }),
  ),
  inner: fc.oneof(
    few(
      {
        type: fc.constantFrom('array', ['array', 'null'], ['array', 'string']),
        items: tie('schema'),
        prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        contains: tie('schema'),
        maxItems: limit,
        unevaluatedItems: tie('schema'),
      },
      4,
    ),
    few({ type: fc.constant('object'), properties: fc.dictionary(name, tie('schema')), ...objectKeywords(tie('schema')) }, 3),
    few(combinations(tie('schema')), 2),
    fc.tuple(tie('leaf')).map(([only]) => ({ anyOf: [only, { type: 'null' }], description: 'Or null.' })),
  ),
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: tie('leaf') },
    { weight: 2, arbitrary: tie('inner') },
  ),
}))

/** A schema of members, as a declaration has it. */
export const membersSchema: fc.Arbitrary<JsonSchema> = fc
  .tuple(
    fc.dictionary(name, schema, { noNullPrototype: true }),
    few({ ...objectKeywords(schema), ...combinations(schema), $ref: fc.constantFrom('#/$defs/One', '#two') }, 3),
    schema,
    schema,
  )
  .map(([declared, keywords, one, two]) => {
    const named = typeof two === 'boolean' ? { not: { const: 2 } } : (two as object)
    // Some of the references lead to `a`.
    const properties: Readonly<Record<string, unknown>> = { a: true, ...declared }
    const { required = [], ...others } = keywords as { readonly required?: readonly string[] }
    return JSON.parse(
      JSON.stringify({
        type: 'object',
        properties,
        required: required.filter((member) => member in properties),
        ...others,
        $defs: { One: one, Two: { ...named, $anchor: 'two' } },
      }),
    ) as JsonSchema
  })
  // A declaration refuses one that refers only to itself.
  .filter((schema) => endlessness(schema) === undefined)
