/** What a schema says about conversions and defaults. Keywords that only look at a value, such as `not`, say nothing. */
import { bare } from '../../guard/bare.js'
import type { JsonType } from './scalar.js'

/** What one schema says. Its children are the plans of the schemas that it holds or refers to, so plans may go in circles. */
export interface Plan {
  /** The names on the way to the schema, from the root. */
  readonly path: readonly string[]
  /** Whether the schema may convert or fill in anything. */
  readonly says: boolean
  readonly types?: readonly JsonType[] | undefined
  /** The values of `const` or `enum`. */
  readonly values?: readonly unknown[] | undefined
  readonly standby?: Default | undefined
  /** What applies to the same value in any case: `$ref` and `allOf`. */
  readonly always: readonly Plan[]
  /** The branches of each `anyOf` and `oneOf`, of which one applies. */
  readonly groups: readonly (readonly Plan[])[]
  readonly conditions: readonly Condition[]
  readonly properties: ReadonlyMap<string, Plan>
  readonly patterns: readonly (readonly [pattern: RegExp, plan: Plan])[]
  readonly additional?: Plan | undefined
  readonly unevaluated?: Plan | undefined
  readonly prefix: readonly Plan[]
  readonly items?: Plan | undefined
  readonly unevaluatedItems?: Plan | undefined
}

/** The default of a schema. */
export interface Default {
  /** Makes the value anew: what one request gets must not change that of the next. */
  readonly make: () => unknown
}

/** What applies to the same value under a condition: that it fits `if`, or has a member of a name. */
export interface Condition {
  readonly test: Plan | string
  readonly met?: Plan | undefined
  readonly unmet?: Plan | undefined
}

/** A plan in the making. */
export interface Draft extends Plan {
  says: boolean
  groups: Plan['groups']
  conditions: Plan['conditions']
}

/** The plan of a schema that says nothing: of `true`, and of one that stands elsewhere. */
export const NOTHING: Plan = bare({
  path: [],
  says: false,
  always: [],
  groups: [],
  conditions: [],
  properties: new Map(),
  patterns: [],
  prefix: [],
})

/** The plan of `false`, which nothing fits. */
export const NEVER: Plan = bare({ ...NOTHING })

/** Marks the plans that say anything, and takes choices away where nothing depends on them. */
export function markThoseThatSay(plans: readonly Draft[]): void {
  // What is told of a schema is told of those that hold it, until nothing is new: schemas may go in circles.
  const isNews = (plan: Draft): boolean => !plan.says && (saysAlone(plan) || childrenOf(plan).some(({ says }) => says))
  for (let news = plans.filter(isNews); news.length > 0; news = plans.filter(isNews)) for (const plan of news) plan.says = true
  for (const plan of plans) {
    plan.groups = plan.groups.filter((branches) => branches.some(({ says }) => says))
    plan.conditions = plan.conditions.filter(({ met, unmet }) => met?.says === true || unmet?.says === true)
  }
}

// An object is never made of text.
function saysAlone({ types, values, standby }: Plan): boolean {
  return types?.some((type) => type !== 'object') === true || values !== undefined || standby !== undefined
}

/** Adds a plan to others that apply to the same value, with all that applies wherever it does. */
export function withAlways(plans: readonly Plan[], added: Plan): readonly Plan[] {
  const all = new Set([...plans, added])
  // A set that grows while it is read gives what was added too, and a schema that refers to itself is in it once.
  for (const plan of all) for (const next of plan.always) all.add(next)
  return [...all]
}

/** Lists what applies to the same value, or may. */
export function inPlace(plan: Plan): ReadonlySet<Plan> {
  const found = new Set([plan])
  for (const one of found)
    for (const next of [...one.always, ...one.groups.flat(), ...one.conditions.flatMap(outcomes)]) found.add(next)
  return found
}

function outcomes({ met, unmet }: Condition): readonly Plan[] {
  return [met, unmet].filter((plan) => plan !== undefined)
}

/** Lists what applies to members or items, each with the names that it is for. */
export function belowOf(plan: Plan): readonly (readonly [name: string, plan: Plan])[] {
  const { properties, patterns, prefix, additional, unevaluated, items, unevaluatedItems } = plan
  const others = [...patterns.map(([, inner]) => inner), ...prefix, additional, unevaluated, items, unevaluatedItems]
  return [...properties, ...others.flatMap((inner): [string, Plan][] => (inner === undefined ? [] : [[ANY, inner]]))]
}

/** Stands for all names. */
export const ANY = ''

function childrenOf(plan: Plan): readonly Plan[] {
  return [...plan.always, ...plan.groups.flat(), ...plan.conditions.flatMap(outcomes), ...belowOf(plan).map(([, inner]) => inner)]
}
