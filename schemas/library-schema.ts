/**
 * What is believed of a JSON Schema that a library has written, such as zod.
 *
 * The library is the one that decides what a value may be. Its JSON Schema tells others about it, in words that JSON Schema may not have, and its
 * formats are not those of JSON Schema: `z.url()` takes `https://bücher.example/`, which is no `uri`.
 */
import { type Converted, combine, convertCombination, convertCondition, LEFT_OUT, NOTHING } from './conversion.js'
import { isApplicator, isAssertion, mayBe } from './keywords/keyword-kinds.js'
import { changeInner, mapSchemas, type Schema, type SchemaRecord, withoutKeyword } from './keywords/keywords.js'

/** Leaves out the keywords whose values are of another kind, such as `required: true`: people put what they like beside a schema. */
export function tidySchema(schema: SchemaRecord): SchemaRecord {
  const entries = Object.entries(schema).filter(([keyword, value]) => mayBe(keyword, value))
  return changeInner(Object.fromEntries(entries), tidySchema)
}

/** Leaves out the URIs of the schemas inside of one: a document could not hold them, and nothing refers to what people put beside a schema. */
export function withoutInnerIds(schema: SchemaRecord): SchemaRecord {
  return changeInner(schema, (inner) => withoutInnerIds(withoutKeyword(inner, '$id')))
}

/** Gives the part of a tidy schema that members are checked against. It never allows less than the library. */
export function assertedPart(schema: SchemaRecord): SchemaRecord {
  return convert(schema).schema
}

function convert(schema: SchemaRecord): Converted {
  return combine(Object.entries(schema).map(([keyword, value]) => asserted(keyword, value, schema)))
}

function convertAny(schema: Schema): Converted {
  if (typeof schema === 'boolean') return { schema: schema ? {} : { not: {} }, exact: true }
  return convert(schema)
}

function asserted(keyword: string, value: unknown, schema: SchemaRecord): Converted {
  if (keyword === 'format') return LEFT_OUT
  // The schema that a reference leads to may have lost a format.
  if (isAssertion(keyword)) return { schema: { [keyword]: value }, exact: !/ref$/i.test(keyword) }
  if (keyword === 'if') return convertCondition(schema, convertAny)
  const isRest = ['then', 'else'].includes(keyword)
  return convertCombination(keyword, value, convertAny) ?? (isRest || !isApplicator(keyword) ? NOTHING : applied(keyword, value))
}

function applied(keyword: string, value: unknown): Converted {
  const parts: Converted[] = []
  // True and false stay: a finding of ajv is told by the keyword that has them.
  const change = (inner: Schema): Schema => {
    if (typeof inner === 'boolean') return inner
    const part = convert(inner)
    parts.push(part)
    return part.schema
  }
  return { schema: { [keyword]: mapSchemas(keyword, value, change) }, exact: parts.every(({ exact }) => exact) }
}
