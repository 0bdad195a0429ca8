/** Reads the plans of a schema, once, when the middleware is made. */
import { isRecord } from '../../problem/read.js'
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
      const reference = schema[keyword]
      return typeof reference === 'string' ? [plan(references.target(schema, reference, keyword === '$dynamicRef'))] : []
    })

  const contents = (schema: SchemaRecord): Omit<Plan, 'path' | 'says'> => ({
    types: isText ? typesOf(schema) : undefined,
    values: isText ? valuesOf(schema) : undefined,
    standby: defaultOf(schema['default']),
    always: [...referred(schema), ...list(schema['allOf'])],
    groups: [list(schema['anyOf']), list(schema['oneOf'])].filter((branches) => branches.length > 0),
    conditions: [
      ...(schema['if'] === undefined
        ? []
        : [{ test: plan(schema['if']), met: optional(schema['then']), unmet: optional(schema['else']) }]),
      ...[...entries(schema['dependentSchemas']), ...entries(schema['dependencies'])].map(([test, met]) => ({ test, met })),
    ],
    properties: new Map(entries(schema['properties'])),
    patterns: entries(schema['patternProperties']).map(([pattern, inner]) => [new RegExp(pattern, 'u'), inner]),
    additional: optional(schema['additionalProperties']),
    unevaluated: optional(schema['unevaluatedProperties']),
    prefix: list(schema['prefixItems']),
    items: optional(schema['items']),
    unevaluatedItems: optional(schema['unevaluatedItems']),
  })
  const first = plan(root)
  const plans = [...known.values()]
  markThoseThatSay(plans)
  return [first, ...plans.slice(1)]
}

// ajv has checked the schema before, so these are types.
function typesOf({ type }: SchemaRecord): readonly JsonType[] | undefined {
  if (type === undefined) return undefined
  return (Array.isArray(type) ? type : [type]) as JsonType[]
}

function valuesOf(schema: SchemaRecord): readonly unknown[] | undefined {
  if (schema['const'] !== undefined) return [schema['const']]
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined
}

function defaultOf(value: unknown): Default | undefined {
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return undefined
  return { make: typeof value === 'object' ? () => JSON.parse(text) as unknown : () => value }
}
