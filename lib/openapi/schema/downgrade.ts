/**
 * Turns a schema of JSON Schema 2020-12 into one of OpenAPI 3.0, which has another dialect (CONFORMANCE O10).
 *
 * What 3.0 cannot express is left out or widened, so that whatever was allowed stays allowed.
 */

import { type Converted, combine, convertCombination, LEFT_OUT, NOTHING } from '../../../schemas/conversion.js'
import { mapValues, type Schema, type SchemaRecord } from '../../../schemas/keywords/keywords.js'
import { read } from '../../guard/read.js'
import { downgradeObject } from './downgrade-containers.js'
import { downgradeType, foldNull } from './downgrade-types.js'

// Keywords that are the same in both dialects, or that one of the functions below reads.
const SAME: ReadonlySet<string> = new Set([
  'default',
  'deprecated',
  'description',
  'discriminator',
  'example',
  'externalDocs',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'minItems',
  'minLength',
  'minProperties',
  'multipleOf',
  'pattern',
  'readOnly',
  'title',
  'uniqueItems',
  'writeOnly',
])

// Read together with others, or without a meaning for validators.
const NOT_ALONE: ReadonlySet<string> = new Set(
  (
    'additionalProperties const contentMediaType contentSchema else enum exclusiveMaximum exclusiveMinimum items ' +
    'maxContains maximum minContains minimum patternProperties prefixItems properties then type'
  ).split(' '),
)

/** Turns all schemas of a Components Object into the dialect of OpenAPI 3.0. */
export function downgradeAll(schemas: Readonly<Record<string, Schema>>): Record<string, SchemaRecord> {
  // Schemas can refer to each other in circles: all count as exact until one is found that is not, and those that refer to it.
  const inexact = new Set<string>()
  const isExact = (name: string): boolean => Object.hasOwn(schemas, name) && !inexact.has(name)
  for (let before = -1; before < inexact.size; ) {
    before = inexact.size
    for (const [name, schema] of Object.entries(schemas)) if (!downgrade(schema, isExact).exact) inexact.add(name)
  }
  return mapValues(schemas, (schema) => downgrade(schema, isExact).schema)
}

type IsExact = (component: string) => boolean

function downgrade(given: Schema, isExact: IsExact): Converted {
  if (typeof given === 'boolean') return { schema: given ? {} : { not: {} }, exact: true }
  const schema = foldNull(given)
  const convert = (inner: Schema): Converted => downgrade(inner, isExact)
  return combine([
    downgradeType(schema, convert),
    ...Object.entries(schema).map(([keyword, value]) => downgradeKeyword(keyword, value, schema, convert, isExact)),
    downgradeLimit('minimum', 'exclusiveMinimum', schema, Math.max),
    downgradeLimit('maximum', 'exclusiveMaximum', schema, Math.min),
    downgradeObject(schema, convert),
  ])
}

function downgradeKeyword(
  keyword: string,
  value: unknown,
  schema: SchemaRecord,
  convert: (schema: Schema) => Converted,
  isExact: IsExact,
): Converted {
  if (SAME.has(keyword) || keyword.startsWith('x-')) return { schema: { [keyword]: value }, exact: true }
  if (NOT_ALONE.has(keyword)) return NOTHING
  const combination = convertCombination(keyword, value, convert)
  if (combination !== undefined) return combination
  switch (keyword) {
    case '$ref':
      return { schema: onlyReference(schema, String(value)), exact: isExact(String(value).replace(/^.*\//, '')) }
    case 'if':
      return downgradeCondition(schema, convert)
    case 'required':
      return { schema: (value as readonly string[]).length > 0 ? { required: value } : {}, exact: true }
    case 'examples':
      return {
        schema: (value as readonly unknown[]).length > 0 ? { example: (value as readonly unknown[])[0] } : {},
        exact: true,
      }
    case 'contentEncoding':
      return { schema: value === 'base64' && read(schema, 'format') === undefined ? { format: 'byte' } : {}, exact: true }
    default:
      // A keyword without a counterpart, such as `contains`: what it forbids is allowed.
      return LEFT_OUT
  }
}

// OpenAPI 3.0 ignores what stands beside a $ref.
function onlyReference(schema: SchemaRecord, $ref: string): SchemaRecord {
  return Object.keys(schema).length === 1 ? { $ref } : { allOf: [{ $ref }] }
}

// `if A then B else C` is the same as `(A and B) or (not A and C)`.
function downgradeCondition(schema: SchemaRecord, convert: (schema: Schema) => Converted): Converted {
  const condition = convert(read(schema, 'if') as Schema)
  if (!condition.exact) return LEFT_OUT
  const [yes, no] = [read(schema, 'then'), read(schema, 'else')].map((branch) => convert((branch ?? true) as Schema)) as [
    Converted,
    Converted,
  ]
  return {
    schema: {
      allOf: [{ anyOf: [{ allOf: [condition.schema, yes.schema] }, { allOf: [{ not: condition.schema }, no.schema] }] }],
    },
    exact: yes.exact && no.exact,
  }
}

/** Turns a limit and its exclusive twin: there each is a number of its own, here the exclusive one is a flag. */
function downgradeLimit(
  limit: string,
  exclusive: string,
  schema: SchemaRecord,
  narrower: (...limits: number[]) => number,
): Converted {
  const limits = [read(schema, limit), read(schema, exclusive)].filter((value) => typeof value === 'number')
  if (limits.length === 0) return NOTHING
  const narrowest = narrower(...limits)
  return { schema: { [limit]: narrowest, ...(narrowest === read(schema, exclusive) && { [exclusive]: true }) }, exact: true }
}
