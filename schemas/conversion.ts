/** What a conversion of schemas gives, and how its parts are put together. */
import { own } from './json.js'
import type { Schema, SchemaRecord } from './keywords/keywords.js'

/** A schema that was made from another one. It never allows less. */
export interface Converted {
  readonly schema: SchemaRecord
  /** Whether it allows no more either. Only then may it stand under `not`, `if` or `oneOf`. */
  readonly exact: boolean
}

/** A part of a conversion that adds nothing to the schema. */
export const NOTHING: Converted = { schema: {}, exact: true }

/** A part whose keywords were left out, so that the schema allows more. */
export const LEFT_OUT: Converted = { schema: {}, exact: false }

const COMBINING: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf'])

/** Puts the parts of a schema together. A keyword that two of them have is kept for both, in `allOf`. */
export function combine(parts: readonly Converted[]): Converted {
  let schema: Record<string, unknown> = {}
  const all: unknown[] = []
  for (const [keyword, value] of parts.flatMap((part) => Object.entries(part.schema))) {
    if (keyword === 'allOf') all.push(...(value as readonly unknown[]))
    else if (Object.hasOwn(schema, keyword)) all.push({ [keyword]: value })
    // A spread defines the keyword; an assignment would be caught by a setter on Object.prototype.
    else schema = { ...schema, [keyword]: value }
  }
  return { schema: { ...schema, ...(all.length > 0 && { allOf: all }) }, exact: parts.every(({ exact }) => exact) }
}

/** Converts a keyword that combines schemas; every other one gives `undefined`. */
export function convertCombination(
  keyword: string,
  value: unknown,
  convert: (schema: Schema) => Converted,
): Converted | undefined {
  if (keyword === 'not') return convertNot(value as Schema, convert)
  return COMBINING.has(keyword) ? convertList(keyword, value as readonly Schema[], convert) : undefined
}

// Inexact alternatives could overlap, so that `oneOf` would refuse what it should allow.
function convertList(keyword: string, schemas: readonly Schema[], convert: (schema: Schema) => Converted): Converted {
  const converted = schemas.map(convert)
  const exact = converted.every((one) => one.exact)
  return { schema: { [keyword === 'oneOf' && !exact ? 'anyOf' : keyword]: converted.map(({ schema }) => schema) }, exact }
}

// Under `not`, a schema that allows more would forbid more.
function convertNot(schema: Schema, convert: (schema: Schema) => Converted): Converted {
  const inner = convert(schema)
  return inner.exact ? { schema: { not: inner.schema }, exact: true } : LEFT_OUT
}

/** Converts `if` with its `then` and `else`. Where the condition has lost something, nobody knows which of the two is meant. */
export function convertCondition(schema: SchemaRecord, convert: (schema: Schema) => Converted): Converted {
  const condition = convert(own(schema, 'if') as Schema)
  if (!condition.exact) return LEFT_OUT
  const branches = ['then', 'else'].filter((name) => own(schema, name) !== undefined)
  const converted = branches.map((name) => [name, convert(schema[name] as Schema)] as const)
  return {
    schema: { if: condition.schema, ...Object.fromEntries(converted.map(([name, branch]) => [name, branch.schema])) },
    exact: converted.every(([, { exact }]) => exact),
  }
}
