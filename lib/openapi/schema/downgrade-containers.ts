/** Turns the keywords of arrays and objects into those of OpenAPI 3.0, which has no tuples and no patterns for names. */

import type { Converted } from '../../../schemas/conversion.js'
import { mapValues, type Schema, type SchemaRecord } from '../../../schemas/keywords/keywords.js'
import { bareCopy } from '../../guard/bare.js'

type Convert = (schema: Schema) => Converted

/** Turns `items` and `prefixItems`. */
export function downgradeItems(schema: SchemaRecord, convert: Convert): Converted {
  const {
    prefixItems,
    items = true,
    maxItems,
  } = bareCopy(schema) as { prefixItems?: readonly Schema[]; items?: Schema; maxItems?: unknown }
  if (prefixItems !== undefined) return downgradeTuple(prefixItems, items, maxItems, convert)
  const converted = convert(items)
  return { schema: { items: converted.schema }, exact: converted.exact }
}

/** Turns `properties`, `additionalProperties` and `patternProperties`. */
export function downgradeObject(schema: SchemaRecord, convert: Convert): Converted {
  const { properties, patternProperties, additionalProperties } = bareCopy(schema) as {
    properties?: Readonly<Record<string, Schema>>
    patternProperties?: Readonly<Record<string, Schema>>
    additionalProperties?: Schema
  }
  const members = mapValues(properties ?? {}, convert)
  const patterns = Object.values(patternProperties ?? {})
  const others = additionalProperties === undefined ? undefined : additional(additionalProperties, patterns, convert)
  return {
    schema: {
      ...(properties !== undefined && { properties: mapValues(members, (member) => member.schema) }),
      ...(others !== undefined && { additionalProperties: others.value }),
    },
    exact: patterns.length === 0 && (others?.exact ?? true) && Object.values(members).every(({ exact }) => exact),
  }
}

// Every item may be what any of them may be; the order is lost.
function downgradeTuple(prefix: readonly Schema[], rest: Schema, maxItems: unknown, convert: Convert): Converted {
  const most = rest === false && (typeof maxItems !== 'number' || maxItems > prefix.length) && { maxItems: prefix.length }
  const possible = [...prefix, ...(rest === false ? [] : [rest])]
  const items = possible.includes(true) ? {} : { anyOf: possible.map((one) => convert(one).schema) }
  return { schema: { items, ...most }, exact: false }
}

// A name that fits a pattern was never an additional one.
function additional(others: Schema, patterns: readonly Schema[], convert: Convert): { value: unknown; exact: boolean } {
  if (typeof others === 'boolean' && patterns.length === 0) return { value: others, exact: true }
  const possible = [others, ...patterns].filter((one) => one !== false).map(convert)
  const [only] = possible
  return {
    value: possible.length === 1 ? only?.schema : { anyOf: possible.map(({ schema }) => schema) },
    exact: possible.every(({ exact }) => exact),
  }
}
