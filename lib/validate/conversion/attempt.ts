/** Bounds the work of a search over a whole value: each trial costs as much as the value that it looks at, and nothing is searched twice. */
import { isJsonObject } from '../../../schemas/json.js'
import type { Plan } from './plan.js'
import type { SearchResult } from './search.js'

/** What trials may cost, in values and schemas that are looked at. */
export interface Effort {
  /** Takes the cost of a trial, which looks at a value and at some schemas; tells whether there was enough left. */
  readonly spend: (value: unknown, schemas: number) => boolean
  readonly isSpent: () => boolean
  /** Leaves no more than any value is worth: for what is done again, however large the value is. */
  readonly restart: () => void
}

// As much as two hundred trials of a union of two for each value: enough for unions inside of unions some fifty levels deep.
const EFFORT_PER_VALUE = 640
// Some thousand combinations of branches for one parameter.
const LEAST_EFFORT = 20_000
// Most requests need a few trials, and are not measured.
const FREE_TRIALS = 16

/** Gives the effort that a value is worth. */
export function effortFor(whole: unknown): Effort {
  let trials = 0
  let left = LEAST_EFFORT
  let sizeOf: ((value: unknown) => number) | undefined
  const spend = (value: unknown, schemas: number): boolean => {
    if (++trials <= FREE_TRIALS) return true
    if (sizeOf === undefined) {
      sizeOf = measured(whole)
      left += EFFORT_PER_VALUE * sizeOf(whole)
    }
    left -= schemas * sizeOf(value)
    return left >= 0
  }
  const restart = (): void => {
    left = Math.min(left, LEAST_EFFORT)
  }
  return { spend, isSpent: () => left < 0, restart }
}

function measured(whole: unknown): (value: unknown) => number {
  const sizes = new Map<unknown, number>()
  const measure = (value: unknown): number => {
    if (!Array.isArray(value) && !isJsonObject(value)) return 1
    const size = Object.values(value).reduce((sum: number, member) => sum + measure(member), 1)
    sizes.set(value, size)
    return size
  }
  measure(whole)
  return (value) => sizes.get(value) ?? 1
}

/** One conversion of a whole value, which passes over as many fitting readings at each choice as it was told. */
export interface Attempt {
  /** Searches, unless the same was searched before. `fills` is whether defaults are filled in. */
  readonly search: (
    roots: readonly Plan[],
    value: unknown,
    fills: boolean,
    run: (passOver: number) => SearchResult,
  ) => SearchResult
  /** What the choices passed over, in their order. */
  readonly taken: readonly number[]
  /** Whether a reading was asked for that is not there. */
  readonly isDead: () => boolean
  /** Whether something fits in no way, so that the whole does not. */
  readonly isHopeless: () => boolean
}

interface Known {
  readonly roots: readonly Plan[]
  readonly fills: boolean
  readonly result: SearchResult
}

/** Starts an attempt. */
export function startAttempt(passedOver: readonly number[]): Attempt {
  const taken: number[] = []
  const found = new Map<unknown, Known[]>()
  let [isDead, isHopeless, depth] = [false, false, 0]

  const searchOnce = (run: (passOver: number) => SearchResult): SearchResult => {
    const passOver = passedOver[taken.length] ?? 0
    taken.push(passOver)
    depth++
    const result = run(passOver)
    depth--
    if (!result.isFound && passOver > 0) isDead = true
    else if (!result.isFound && depth === 0) isHopeless = true
    return result
  }
  const search: Attempt['search'] = (roots, value, fills, run) => {
    // Texts that are equal may stand at different places, and are no work.
    if (typeof value !== 'object') return searchOnce(run)
    const before = found.get(value) ?? []
    const isSame = (known: Known): boolean =>
      known.fills === fills && known.roots.length === roots.length && known.roots.every((root, index) => root === roots[index])
    const known = before.find(isSame)?.result
    if (known !== undefined) return known
    const result = searchOnce(run)
    found.set(value, [...before, { roots, fills, result }])
    return result
  }
  return { search, taken, isDead: () => isDead, isHopeless: () => isHopeless }
}
