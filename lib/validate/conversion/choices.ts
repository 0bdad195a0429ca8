/** What applies to a value, and what has still to be chosen: the branches of `anyOf` and `oneOf`, and what stands behind a condition. */
import { type Condition, type Plan, withAlways } from './plan.js'
import { type Shape, shapeOf } from './shape.js'

/** What applies, and the choice that comes next. */
export interface Choices {
  readonly plans: readonly Plan[]
  /** The branches of which one is to be chosen. */
  readonly group: readonly Plan[] | undefined
  /** What is to be decided where no branch is left to choose. */
  readonly condition: Condition | undefined
  /** What applies, if nothing more is chosen. */
  readonly shape: () => Shape
  /** Chooses a branch, or what stands behind the condition, which may be nothing. */
  readonly choose: (plan: Plan | undefined) => Choices
}

/** How many choices may still be kept: there can be more than memory holds. */
export interface Room {
  left: number
}

interface State {
  readonly plans: readonly Plan[]
  readonly groups: readonly (readonly Plan[])[]
  readonly conditions: readonly Condition[]
}

/** Gives the choices where these schemas apply. What was put together once is kept. */
export function choicesOf(roots: readonly Plan[], room: Room): Choices {
  return choices(roots.reduce(added, { plans: [], groups: [], conditions: [] }), room)
}

function choices(state: State, room: Room): Choices {
  const { plans, groups, conditions } = state
  const [group, ...otherGroups] = groups
  const [condition, ...otherConditions] = conditions
  const rest: State =
    group === undefined ? { plans, groups, conditions: otherConditions } : { plans, groups: otherGroups, conditions }
  let shape: Shape | undefined
  const known = new Map<Plan | undefined, Choices>()
  return {
    plans,
    group,
    condition,
    shape: () => {
      shape ??= shapeOf(plans)
      return shape
    },
    choose: (plan) => {
      const before = known.get(plan)
      if (before !== undefined) return before
      const chosen = choices(plan === undefined ? rest : added(rest, plan), room)
      if (room.left-- > 0) known.set(plan, chosen)
      return chosen
    },
  }
}

function added({ plans, groups, conditions }: State, plan: Plan): State {
  const all = withAlways(plans, plan)
  const fresh = all.slice(plans.length)
  return {
    plans: all,
    groups: [...groups, ...fresh.flatMap((one) => one.groups)],
    conditions: [...conditions, ...fresh.flatMap((one) => one.conditions)],
  }
}
