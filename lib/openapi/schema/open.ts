/**
 * Makes a members schema fit a whole document: it was written for the extension members alone, and could forbid the five members beside them.
 *
 * Whatever the schema allows stays allowed. A keyword that cannot be kept without forbidding one of the five is left out.
 */

import { type Converted, combine, convertCombination, convertCondition, LEFT_OUT, NOTHING } from '../../../schemas/conversion.js'
import { mapValues, type Schema, type SchemaRecord } from '../../../schemas/keywords/keywords.js'
import { isReserved, standardMembers } from '../../problem/members.js'
import type { References } from './references.js'

// Keywords that count, name or compare all members. Published schemas are open (CONFORMANCE O7, O8).
const CLOSING: ReadonlySet<string> = new Set([
  'additionalProperties',
  'const',
  'dependencies',
  'enum',
  'maxProperties',
  'minProperties',
  'propertyNames',
  'unevaluatedProperties',
])

// Keywords that say nothing about values, or are read together with `if`.
const SILENT: ReadonlySet<string> = new Set([
  '$anchor',
  '$comment',
  '$defs',
  '$dynamicAnchor',
  '$id',
  '$schema',
  'default',
  'definitions',
  'else',
  'examples',
  'then',
])

/** Opens a schema that is applied to the document itself: the root of the members, or a part of its `allOf` and the like. */
export function openSchema(schema: Schema, references: References): Converted {
  if (typeof schema === 'boolean') return { schema: schema ? {} : { not: {} }, exact: true }
  references.needPublishable(schema)
  const open = (inner: Schema): Converted => openSchema(inner, references)
  return combine(Object.entries(schema).map(([keyword, value]) => openKeyword(keyword, value, schema, references, open)))
}

function openKeyword(
  keyword: string,
  value: unknown,
  schema: SchemaRecord,
  references: References,
  open: (schema: Schema) => Converted,
): Converted {
  if (SILENT.has(keyword)) return NOTHING
  if (CLOSING.has(keyword)) return value === true ? NOTHING : LEFT_OUT
  const combination = convertCombination(keyword, value, open)
  if (combination !== undefined) return combination
  switch (keyword) {
    case 'if':
      return convertCondition(schema, open)
    case '$ref':
      return openReference(references.find(String(value)), open)
    case 'required': {
      const names = (value as readonly string[]).filter((name) => !isReserved(name))
      return { schema: { required: names }, exact: names.length === (value as readonly string[]).length }
    }
    case 'discriminator':
      // The branches beside it are no references any more.
      return Object.hasOwn(schema, 'oneOf') || Object.hasOwn(schema, 'anyOf')
        ? NOTHING
        : { schema: references.publish({ discriminator: value }), exact: true }
    case 'dependentSchemas':
      return openDependent(value as Readonly<Record<string, Schema>>, open)
    case 'dependentRequired':
    case 'patternProperties':
    case 'properties':
      return withoutStandard(keyword, value as SchemaRecord, references)
    default:
      return { schema: references.publish({ [keyword]: value }), exact: true }
  }
}

// The schema that a reference leads to is opened in a copy, as it is written for members as well. One outside of the members schema cannot be
// opened. A declaration refuses references that would go on for ever.
function openReference(target: Schema | undefined, open: (schema: Schema) => Converted): Converted {
  if (target === undefined) return LEFT_OUT
  const { schema, exact } = open(target)
  return { schema: { allOf: [schema] }, exact }
}

function openDependent(value: Readonly<Record<string, Schema>>, open: (schema: Schema) => Converted): Converted {
  const opened = mapValues(value, open)
  return {
    schema: { dependentSchemas: mapValues(opened, ({ schema }) => schema) },
    exact: Object.values(opened).every(({ exact }) => exact),
  }
}

// Members have none of the five names, so what is said about them says nothing about members.
function withoutStandard(keyword: string, value: SchemaRecord, references: References): Converted {
  const speaksOfFive = keyword === 'patternProperties' ? matchesStandard : isReserved
  const kept = Object.entries(value).filter(([name]) => !speaksOfFive(name))
  return {
    schema: references.publish({ [keyword]: Object.fromEntries(kept) }),
    exact: kept.length === Object.keys(value).length,
  }
}

function matchesStandard(pattern: string): boolean {
  try {
    const expression = new RegExp(pattern, 'u')
    return standardMembers.some((name) => expression.test(name))
  } catch {
    return true
  }
}
