/** Converts text to the types of a schema, and fills in its defaults. */
import { isJsonObject } from '../../../schemas/json.js'
import { setOwn } from '../../guard/bare.js'
import type { Attempt, Effort } from './attempt.js'
import type { Choices } from './choices.js'
import { listOfOne, type ToList } from './lists.js'
import type { Fits } from './looks.js'
import type { Default, Plan } from './plan.js'
import { type JsonType, readListed, readScalar } from './scalar.js'
import { type Reading, type SearchResult, search } from './search.js'
import { itemPlans, memberPlans, type Shape } from './shape.js'

interface Search {
  readonly roots: readonly Plan[]
  readonly place: Place
  readonly passOver: number
  readonly toList: ToList
  readonly fills: boolean
}

/** What a schema was read into. */
export interface Program {
  readonly root: Plan
  readonly isText: boolean
  /** Whether members may be changed where they are: the value is a copy, and is read once. */
  readonly isOwn: boolean
  /** Gives what applies to a value where each of these schemas does. */
  readonly placeOf: (roots: readonly Plan[]) => Place
  readonly fits: Fits
  /** Gives what makes a list of the text of a member of the whole. */
  readonly listFor: (name: string) => ToList
}

/** What applies to a value. */
export interface Place {
  /** What applies, where nothing has to be chosen. */
  readonly fixed: Shape | undefined
  readonly start: Choices
  /** How many schemas are looked at in a trial. */
  readonly weight: number
}

/** Converts a whole value in one attempt. */
export function convert(program: Program, whole: unknown, attempt: Attempt, effort: Effort): unknown {
  const { isText, fits } = program
  // The defaults in whose values we are: what a default holds may have the same schema, and would be filled in without end.
  const open = new Set<Default>()
  return at([program.root], whole, listOfOne, true)

  function at(roots: readonly Plan[], value: unknown, toList: ToList, fills: boolean, mayUnpack = isText): unknown {
    if (roots.length === 0) return value
    const place = program.placeOf(roots)
    const { fixed } = place
    const alone = mayUnpack ? onlyText(value) : undefined
    if (fixed !== undefined) {
      return firstReading(fixed, alone === undefined || mayBeList(fixed) ? value : alone, toList, fills)
    }
    const { value: found } = attempt.search(roots, value, fills, (passOver) => {
      const result = chosen({ roots, place, passOver, toList, fills }, value)
      const isRight = result.isFound || alone === undefined
      return isRight ? result : chosen({ roots, place, passOver, toList, fills }, alone)
    })
    return found
  }

  function chosen({ roots, place, passOver, toList, fills }: Search, value: unknown): SearchResult {
    return search(roots, place.start, passOver, {
      read: (shape) => readings(shape, value, toList, fills),
      readAlone: (branch) => at([branch], value, toList, false, false),
      fits,
      hasTime: (branch) => effort.spend(value, branch === undefined ? place.weight : program.placeOf([branch]).weight),
    })
  }

  function firstReading(shape: Shape, value: unknown, toList: ToList, fills: boolean): unknown {
    if (typeof value !== 'string') return inside(shape, value, fills)
    const read = shape.scalar === undefined ? undefined : readScalar(shape.scalar, value)
    return read === undefined ? readings(shape, value, toList, fills)[0]?.value : read
  }

  function readings(shape: Shape, value: unknown, toList: ToList, fills: boolean): readonly Reading[] {
    if (typeof value === 'string' && isText) return textReadings(shape, value, toList, fills)
    const made = inside(shape, value, fills)
    return [{ value: made, isApt: hasListed(shape, made) }]
  }

  function inside(shape: Shape, value: unknown, fills: boolean): unknown {
    if (Array.isArray(value)) return items(shape, value, fills)
    return isJsonObject(value) ? members(shape, value, fills) : value
  }

  function textReadings(shape: Shape, text: string, toList: ToList, fills: boolean): readonly Reading[] {
    const { types, values } = shape
    if (types === undefined) return [{ value: values === undefined ? text : readListed(values, text), isApt: true }]
    const read = (type: JsonType): unknown => (type === 'array' ? items(shape, toList(text), fills) : readScalar(type, text))
    const made = types.map(read).filter((value) => value !== undefined)
    if (made.length > 0) return made.map((value) => ({ value, isApt: true }))
    // Types that exclude each other: what fits one of them has fewer faults, and does not fit.
    const some = shape.plans.flatMap((plan) => plan.types ?? []).map(read)
    return [{ value: some.find((value) => value !== undefined) ?? text, isApt: false }]
  }

  function items(shape: Shape, list: readonly unknown[], fills: boolean): readonly unknown[] {
    const { plans } = shape
    const places = plans.reduce((most, { prefix }) => Math.max(most, prefix.length), 0)
    const others = itemPlans(shape, places)
    if (places === 0 && others.length === 0) return list
    return list.map((item, index) => at(index < places ? itemPlans(shape, index) : others, item, listOfOne, fills))
  }

  function members(shape: Shape, came: Readonly<Record<string, unknown>>, fills: boolean): Readonly<Record<string, unknown>> {
    const made: Record<string, unknown> = program.isOwn ? came : { ...came }
    const filled = new Map<string, Default>()
    for (const [name, standby] of fills ? shape.defaults : []) {
      if (open.has(standby) || (Object.hasOwn(made, name) && made[name] !== undefined)) continue
      setOwn(made, name, standby.make())
      filled.set(name, standby)
    }
    for (const name of shape.isOpen ? Object.keys(made) : shape.members.keys()) {
      if (!Object.hasOwn(made, name)) continue
      const standby = filled.get(name)
      if (standby !== undefined) open.add(standby)
      made[name] = at(memberPlans(shape, name), made[name], came === whole ? program.listFor(name) : listOfOne, fills)
      if (standby !== undefined) open.delete(standby)
    }
    return made
  }
}

// One text in a list is one text where the schema has no list.
function mayBeList({ types, values }: Shape): boolean {
  return types === undefined ? values?.some(Array.isArray) !== false : types.includes('array')
}

function onlyText(value: unknown): string | undefined {
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined
}

// Tells of the branches of a union which one was meant.
function hasListed({ members }: Shape, made: unknown): boolean {
  if (!isJsonObject(made)) return true
  return [...members].every(([name, plans]) =>
    plans.every(({ values }) => values === undefined || !Object.hasOwn(made, name) || values.includes(made[name])),
  )
}
