/** Compiles the checks of single schemas, all in one: which branch fits is asked of ajv, and ajv changes nothing. */
import { CONTEXT } from '../../../schemas/check.js'
import type { SchemaCompiler } from '../../../schemas/compile.js'
import { own } from '../../../schemas/json.js'
import { changeInner } from '../../../schemas/keywords/keywords.js'
import { isRecord } from '../../guard/read.js'
import { ANY, belowOf, NEVER, NOTHING, type Plan } from './plan.js'
import { addressOf, ROOT, readReferences, type SchemaRecord } from './references.js'

/** Tells whether a value fits the schema of a plan. One that nobody needs to ask for fits. */
export type Fits = (plan: Plan, value: unknown) => boolean

// ajv writes the members of an object into each other, and JavaScript stops at some thousand levels.
const PER_GROUP = 64

/** Compiles the checks that may be asked for, where something has to be chosen. */
export function compileLooks(
  schema: SchemaRecord,
  plans: readonly [Plan, ...Plan[]],
  isChoice: (plan: Plan) => boolean,
  compiler: SchemaCompiler,
): Fits {
  const asked = askedFor(plans, isChoice)
  const id = own(schema, '$id')
  const base = typeof id === 'string' ? id.replace(/#.*$/s, '') : ROOT
  const groups = Array.from({ length: Math.ceil(asked.length / PER_GROUP) }, (_, group) =>
    asked.slice(group * PER_GROUP, (group + 1) * PER_GROUP),
  )
  // A validator that ajv made takes a context; one of another make ignores it.
  const check = compiler.compile({
    $defs: {
      // ajv has no end with an embedded schema that is nothing but a `$ref` to a part of itself, so there is a keyword that any value fits.
      root: { minProperties: 0, ...withoutDynamic(schema, base), $id: base },
      ...record(groups, (group) => ({ properties: record(group, ({ path }) => ({ $ref: addressOf(base, path) })) })),
    },
    properties: record(groups, (_, name) => ({ $ref: `#/$defs/${name}` })),
  }) as (data: unknown, context: object) => unknown
  const places = new Map(groups.flatMap((group, outer) => group.map((plan, inner) => [plan, [outer, inner]] as const)))
  return (plan, value) => {
    const place = places.get(plan)
    if (place === undefined) return plan !== NEVER
    return check({ [place[0]]: { [place[1]]: value } }, CONTEXT) === true
  }
}

// ajv looks for the target of a `$dynamicRef` in the outermost schema, which is not the root here. Every check starts at the root, so there is one
// target only.
function withoutDynamic(root: SchemaRecord, base: string): SchemaRecord {
  const references = readReferences(root)
  const change = (schema: SchemaRecord): SchemaRecord => {
    const changed = changeInner(schema, change)
    const { $dynamicRef: _, ...rest } = changed
    const $dynamicRef = own(changed, '$dynamicRef')
    const target = typeof $dynamicRef === 'string' ? references.target(schema, $dynamicRef, true) : undefined
    if (!isRecord(target)) return changed
    // At the end, so that the others stay at their places.
    const allOf = own(rest, 'allOf')
    const others = Array.isArray(allOf) ? allOf : []
    return { ...rest, allOf: [...others, { $ref: addressOf(base, references.pathOf(target)) }] }
  }
  return change(root)
}

function record<Item>(items: readonly Item[], make: (item: Item, name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(items.map((item, index) => [index, make(item, String(index))]))
}

// Branches and conditions; what stands at a place with a choice; and what may apply to a member of the same name.
function askedFor(plans: readonly [Plan, ...Plan[]], isChoice: (plan: Plan) => boolean): readonly Plan[] {
  const below = plans.flatMap(belowOf)
  const choices = below.filter(([, plan]) => isChoice(plan)).map(([name]) => name)
  const names = new Set(choices)
  const isAsked = (name: string): boolean => names.has(name) || (names.size > 0 && (name === ANY || names.has(ANY)))
  const beside = below.filter(([name]) => isAsked(name)).map(([, plan]) => plan)
  const chosen = plans.flatMap(({ groups, conditions }) => [
    ...groups.flat(),
    ...conditions.flatMap(({ test }) => (typeof test === 'string' ? [] : [test])),
  ])
  const asked = new Set([...(isChoice(plans[0]) ? [plans[0]] : []), ...beside, ...chosen])
  // The plans NOTHING and NEVER have no address, and need none.
  return [...asked].filter((plan) => plan !== NOTHING && plan !== NEVER)
}
