/** Finds the branches that apply to a value: the first that fit, and that make the whole fit. */
import type { Choices } from './choices.js'
import type { Condition, Plan } from './plan.js'
import type { Shape } from './shape.js'

/** What a value is asked during a search. */
export interface Look {
  /** Reads the value by what applies to it: what it may be, in the order of preference. */
  readonly read: (shape: Shape) => readonly Reading[]
  /** Reads the value by one branch alone, without the defaults of that branch. */
  readonly readAlone: (branch: Plan) => unknown
  readonly fits: (plan: Plan, value: unknown) => boolean
  /** Whether there is time for one more trial, of a branch alone or of all that applies. */
  readonly hasTime: (branch?: Plan) => boolean
}

/** What a value may be. */
export interface Reading {
  readonly value: unknown
  /** Whether everything that the schemas name could be read. */
  readonly isApt: boolean
}

/** What a search found. */
export interface SearchResult {
  readonly value: unknown
  /** Whether the value is the reading that was asked for; else its faults are those to be told. */
  readonly isFound: boolean
}

/**
 * Reads a value by the first branches that fit, passing over as many readings as are said. Branches that fit the value as it came are
 * tried before those that fit with their defaults only, or beside others only.
 */
export function search(roots: readonly Plan[], start: Choices, passOver: number, look: Look): SearchResult {
  let left = passOver
  let told: Reading | undefined
  const fitsAlone = remembering((branch) => look.hasTime(branch) && look.fits(branch, look.readAlone(branch)))
  for (const admits of [fitsAlone, () => true]) {
    // The readings that fit have been passed over, so there is no other one.
    if (left < passOver) break
    for (const { choices, branches, tests } of completions({ choices: start, branches: [], tests: [] }, look, admits)) {
      for (const reading of look.read(choices.shape())) {
        if (!look.hasTime()) return sure(start, look)
        const fits = (plan: Plan): boolean => look.fits(plan, reading.value)
        if (!roots.every(fits)) told ??= reading.isApt ? reading : undefined
        // What a branch that does not fit has changed may fit another one.
        else if (
          branches.every(fits) &&
          tests.every(([test, isMet]) => meets(test, reading.value, look) === isMet) &&
          left-- === 0
        )
          return { value: reading.value, isFound: true }
      }
    }
  }
  return told === undefined ? sure(start, look) : { value: told.value, isFound: false }
}

// What applies in any case is right, whatever is chosen.
function sure(start: Choices, look: Look): SearchResult {
  return { value: firstOf(look.read(start.shape())), isFound: false }
}

/** Choices that are made. */
interface Completion {
  readonly choices: Choices
  readonly branches: readonly Plan[]
  readonly tests: readonly (readonly [test: Condition['test'], isMet: boolean])[]
}

function* completions(open: Completion, look: Look, admits: (branch: Plan) => boolean): Generator<Completion> {
  const { choices, branches, tests } = open
  const { group, condition } = choices
  if (group !== undefined) {
    for (const branch of group)
      if (admits(branch))
        yield* completions({ choices: choices.choose(branch), branches: [...branches, branch], tests }, look, admits)
  } else if (condition !== undefined) {
    const { test, met, unmet } = condition
    const isMet = meets(test, firstOf(look.read(choices.shape())), look)
    yield* completions({ choices: choices.choose(isMet ? met : unmet), branches, tests: [...tests, [test, isMet]] }, look, admits)
  } else yield open
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
