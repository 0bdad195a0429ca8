/** What several schemas that all apply to one value say together. */
import { type Default, inPlace, type Plan, withAlways } from './plan.js'
import { commonTypes, type JsonType } from './scalar.js'

/** What applies to a value, where nothing has to be chosen any more. */
export interface Shape {
  readonly plans: readonly Plan[]
  /** The types that all of them allow; `undefined` where none says any. */
  readonly types: readonly JsonType[] | undefined
  /** The type of a single value, where there is but one. */
  readonly scalar: JsonType | undefined
  /** The values that each `const` and `enum` has; `undefined` where there is none. */
  readonly values: readonly unknown[] | undefined
  /** The members that they name, each with what applies to it. */
  readonly members: ReadonlyMap<string, readonly Plan[]>
  /** Whether a member that no schema names may have a schema. */
  readonly isOpen: boolean
  readonly defaults: ReadonlyMap<string, Default>
}

/** Puts together what schemas say. */
export function shapeOf(plans: readonly Plan[]): Shape {
  const members = new Map<string, Plan[]>()
  const defaults = new Map<string, Default>()
  for (const [name, plan] of plans.flatMap(({ properties }) => [...properties])) {
    // A member that would become a prototype is never let through.
    if (!plan.says || name === '__proto__') continue
    members.set(name, [...(members.get(name) ?? []), plan])
    const standby = standbyOf(plan)
    if (standby !== undefined && !defaults.has(name)) defaults.set(name, standby)
  }
  const lists = plans.flatMap(({ types }) => (types === undefined ? [] : [types]))
  const types = lists.length === 0 ? undefined : lists.reduce(commonTypes)
  const [only] = types ?? []
  const listed = plans.flatMap(({ values }) => (values === undefined ? [] : [values]))
  return {
    plans,
    types,
    scalar: types?.length === 1 && only !== 'array' ? only : undefined,
    values: listed.length === 0 ? undefined : listed.reduce((values, others) => values.filter((value) => others.includes(value))),
    members,
    isOpen: plans.some(isOpen),
    defaults,
  }
}

/** Gives the default of a schema: its own one, or one of those that apply wherever it does. */
export function standbyOf(plan: Plan): Default | undefined {
  return withAlways([], plan).find(({ standby }) => standby !== undefined)?.standby
}

/** Lists what applies to a member of this name. */
export function memberPlans({ plans, members, isOpen }: Shape, name: string): readonly Plan[] {
  const known = isOpen ? undefined : members.get(name)
  return (
    known ??
    applying(
      plans,
      (plan) => ownMemberPlans(plan, name),
      ({ unevaluated }) => unevaluated,
    )
  )
}

/** Lists what applies to the item at an index. */
export function itemPlans({ plans }: Shape, index: number): readonly Plan[] {
  return applying(
    plans,
    (plan) => ownItemPlans(plan, index),
    ({ unevaluatedItems }) => unevaluatedItems,
  )
}

// JSON Schema 2020-12 core, 11: what the keywords beside it, and those that apply in place, have seen is evaluated.
function applying(
  plans: readonly Plan[],
  own: (plan: Plan) => readonly Plan[],
  rest: (plan: Plan) => Plan | undefined,
): readonly Plan[] {
  const all = plans.flatMap((plan) => {
    const unevaluated = rest(plan)
    if (unevaluated?.says !== true) return own(plan)
    const isSeen = plans.some((other) => inPlace(plan).has(other) && own(other).length > 0)
    return isSeen ? own(plan) : [unevaluated]
  })
  return all.filter(({ says }) => says)
}

function ownMemberPlans({ properties, patterns, additional }: Plan, name: string): readonly Plan[] {
  const property = properties.get(name)
  const matching = patterns.filter(([pattern]) => pattern.test(name)).map(([, plan]) => plan)
  const own = property === undefined ? matching : [property, ...matching]
  return own.length > 0 || additional === undefined ? own : [additional]
}

function ownItemPlans({ prefix, items }: Plan, index: number): readonly Plan[] {
  const own = prefix[index] ?? items
  return own === undefined ? [] : [own]
}

function isOpen({ patterns, additional, unevaluated }: Plan): boolean {
  return patterns.length > 0 || additional?.says === true || unevaluated?.says === true
}
