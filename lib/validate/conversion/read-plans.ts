/** Reads the plans of a schema, once, when the middleware is made. */

import { own } from '../../../schemas/json.js'
import { jsonText } from '../../../schemas/json-text.js'
import { isRecord } from '../../guard/read.js'
import { type Default, type Draft, markThoseThatSay, NEVER, NOTHING, type Plan } from './plan.js'
import { readReferences, type SchemaRecord } from './references.js'
import type { JsonType } from './scalar.js'

/** Reads a schema; gives the plans of all that it holds, its own one first. In JSON nothing is converted, so types say nothing. */
export function readPlans(root: SchemaRecord, isText: boolean): readonly [root: Plan, ...others: Plan[]] {
  const references = readReferences(root)
  const known = new Map<unknown, Draft>()

  const plan = (schema: unknown): Plan => {
    if (!isRecord(schema)) return schema === false ? NEVER : NOTHING
    const before = known.get(schema)
    if (before !== undefined) return before
    const made: Draft = { ...NOTHING, path: references.pathOf(schema) }
    // Known before it is complete: it may refer to itself.
    known.set(schema, made)
    return Object.assign(made, contents(schema))
  }
  const optional = (schema: unknown): Plan | undefined => (schema === undefined ? undefined : plan(schema))
  const list = (schemas: unknown): readonly Plan[] => (Array.isArray(schemas) ? schemas.map(plan) : [])
  const entries = (schemas: unknown): readonly (readonly [string, Plan])[] =>
    isRecord(schemas) ? Object.entries(schemas).map(([name, schema]) => [name, plan(schema)]) : []
  const referred = (schema: SchemaRecord): readonly Plan[] =>
    ['$ref', '$dynamicRef'].flatMap((keyword) => {
      const reference = own(schema, keyword)
      return typeof reference === 'string' ? [plan(references.target(schema, reference, keyword === '$dynamicRef'))] : []
    })

  const contents = (schema: SchemaRecord): Omit<Plan, 'path' | 'says'> => ({
    types: isText ? typesOf(schema) : undefined,
    values: isText ? valuesOf(schema) : undefined,
    standby: defaultOf(own(schema, 'default')),
    always: [...referred(schema), ...list(own(schema, 'allOf'))],
    groups: [list(own(schema, 'anyOf')), list(own(schema, 'oneOf'))].filter((branches) => branches.length > 0),
    conditions: [
      ...(own(schema, 'if') === undefined
        ? []
        : [{ test: plan(own(schema, 'if')), met: optional(own(schema, 'then')), unmet: optional(own(schema, 'else')) }]),
      ...[...entries(own(schema, 'dependentSchemas')), ...entries(own(schema, 'dependencies'))].map(([test, met]) => ({
        test,
        met,
        unmet: undefined,
      })),
    ],
    properties: new Map(entries(own(schema, 'properties'))),
    patterns: entries(own(schema, 'patternProperties')).map(([pattern, inner]) => [new RegExp(pattern, 'u'), inner]),
    additional: optional(own(schema, 'additionalProperties')),
    unevaluated: optional(own(schema, 'unevaluatedProperties')),
    prefix: list(own(schema, 'prefixItems')),
    items: optional(own(schema, 'items')),
    unevaluatedItems: optional(own(schema, 'unevaluatedItems')),
  })
  const first = plan(root)
  const plans = [...known.values()]
  markThoseThatSay(plans)
  return [first, ...plans.slice(1)]
}

// ajv has checked the schema before, so these are types.
function typesOf(schema: SchemaRecord): readonly JsonType[] | undefined {
  const type = own(schema, 'type')
  if (type === undefined) return undefined
  return (Array.isArray(type) ? type : [type]) as JsonType[]
}

function valuesOf(schema: SchemaRecord): readonly unknown[] | undefined {
  const [only, listed] = [own(schema, 'const'), own(schema, 'enum')]
  if (only !== undefined) return [only]
  return Array.isArray(listed) ? listed : undefined
}

function defaultOf(value: unknown): Default | undefined {
  const text = jsonText(value)
  if (text === undefined) return undefined
  return { make: typeof value === 'object' ? () => JSON.parse(text) as unknown : () => value }
}
