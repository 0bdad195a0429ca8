/** Finds the branches that apply to a value: the first that fit, and that make the whole fit. */
import type { Condition, Plan } from './plan.js'
import { type Choices, NO_CHOICES, type Shape, shapeOf, withPlan } from './shape.js'

/** What a value is asked during a search. */
export interface Look {
  /** Reads the value by what applies to it: what it may be, in the order of preference. */
  readonly read: (shape: Shape) => readonly Reading[]
  /** Reads it by one branch alone, without the defaults of that branch. */
  readonly readAlone: (branch: Plan) => unknown
  readonly fits: (plan: Plan, value: unknown) => boolean
  /** Whether there is time for one more trial. */
  readonly hasTime: () => boolean
}

/** What a value may be. */
export interface Reading {
  readonly value: unknown
  /** Whether everything that the schemas name could be read. */
  readonly isApt: boolean
}

/** What a search found. */
export interface Finding {
  readonly value: unknown
  /** Whether it is the one that was asked for; else its faults are those to be told. */
  readonly isFound: boolean
}

interface Completion {
  readonly shape: Shape
  readonly branches: readonly Plan[]
  readonly tests: readonly (readonly [test: Condition['test'], isMet: boolean])[]
}

/**
 * Reads a value by the first branches that fit, passing over as many readings as are said. Branches that fit the value as it came are
 * tried before those that fit with their defaults only, or beside others only.
 */
export function search(roots: readonly Plan[], passOver: number, look: Look): Finding {
  const start = roots.reduce(withPlan, NO_CHOICES)
  let left = passOver
  let told: Reading | undefined
  const fitsAlone = remembering((branch) => look.fits(branch, look.readAlone(branch)))
  for (const admits of [fitsAlone, () => true]) {
    // Those that fit have been passed over, so there is no other reading.
    if (left < passOver) break
    for (const { shape, branches, tests } of completions({ ...start, branches: [], tests: [] }, look, admits)) {
      for (const reading of look.read(shape)) {
        // What applies in any case is right, whatever is chosen.
        if (!look.hasTime()) return { value: firstOf(look.read(shapeOf(start.plans))), isFound: false }
        const fits = (plan: Plan): boolean => look.fits(plan, reading.value)
        if (!roots.every(fits)) told ??= reading.isApt ? reading : undefined
        // What a branch that does not fit has changed may fit another one.
        else if (branches.every(fits) && tests.every(([test, isMet]) => meets(test, reading.value, look) === isMet) && left-- === 0)
          return { value: reading.value, isFound: true }
      }
    }
  }
  return { value: told === undefined ? firstOf(look.read(shapeOf(start.plans))) : told.value, isFound: false }
}

type Open = Choices & Omit<Completion, 'shape'>

function* completions(open: Open, look: Look, admits: (branch: Plan) => boolean): Generator<Completion> {
  const [group, ...groups] = open.groups
  const [condition, ...conditions] = open.conditions
  if (group !== undefined) {
    for (const branch of group.filter(admits))
      yield* completions({ ...open, ...withPlan({ ...open, groups }, branch), branches: [...open.branches, branch] }, look, admits)
    return
  }
  const shape = shapeOf(open.plans)
  if (condition === undefined) return yield { shape, branches: open.branches, tests: open.tests }
  const { test, then, otherwise } = condition
  const isMet = meets(test, firstOf(look.read(shape)), look)
  const applies = isMet ? then : otherwise
  const rest: Choices = { ...open, conditions }
  const tests = [...open.tests, [test, isMet] as const]
  yield* completions({ ...open, ...(applies === undefined ? rest : withPlan(rest, applies)), tests }, look, admits)
}

function meets(test: Condition['test'], value: unknown, { fits }: Look): boolean {
  if (typeof test !== 'string') return fits(test, value)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, test)
}

function firstOf(readings: readonly Reading[]): unknown {
  return readings[0]?.value
}

function remembering(ask: (plan: Plan) => boolean): (plan: Plan) => boolean {
  const known = new Map<Plan, boolean>()
  return (plan) => {
    const answer = known.get(plan) ?? ask(plan)
    known.set(plan, answer)
    return answer
  }
}
