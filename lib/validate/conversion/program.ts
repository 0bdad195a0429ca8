/** Makes the conversion of a part of a request from its schema, once, when the middleware is made. */
import type { SchemaCompiler } from '../../../schemas/compile.js'
import { effortFor, startAttempt } from './attempt.js'
import { choicesOf, type Room } from './choices.js'
import { convert, type Place, type Program } from './convert.js'
import { fieldList, listOfOne } from './lists.js'
import { compileLooks } from './looks.js'
import { type Default, inPlace, type Plan } from './plan.js'
import { readPlans } from './read-plans.js'
import type { SchemaRecord } from './references.js'
import { type Shape, standbyOf } from './shape.js'

/** What a schema converts and fills in. */
export interface Conversion {
  /** Gives what a value may become, the best first: the first that fits the schema is the right one. Without any, the first has the faults to tell. */
  readonly of: (value: unknown) => Iterable<unknown>
  /** The default of the whole. */
  readonly standby: Default | undefined
}

/** Of what a value is made: JSON, text, or the fields of a header, of which some are lists. */
export type Source = 'json' | 'text' | 'fields'

/** Makes the conversion. `looks` gives a compiler that no other schema has, if one is needed. */
export function conversionOf(schema: SchemaRecord, source: Source, looks: () => SchemaCompiler): Conversion {
  const isText = source !== 'json'
  const plans = readPlans(schema, isText)
  const [root] = plans
  const standby = standbyOf(root)
  if (!root.says) return { of: (value) => [value], standby }
  const room = { left: MOST_KEPT }
  const single = new Map(plans.map((plan) => [plan, place([plan], room)]))
  const ids = new Map(plans.map((plan, index) => [plan, index]))
  const several = new Map<string, Place>()
  const placeOf = (roots: readonly Plan[]): Place => {
    const alone = roots.length === 1 && roots[0] !== undefined ? single.get(roots[0]) : undefined
    if (alone !== undefined) return alone
    const key = roots.map((plan) => ids.get(plan)).join()
    const known = several.get(key)
    if (known !== undefined) return known
    const made = place(roots, room)
    if (room.left-- > 0) several.set(key, made)
    return made
  }
  const isChoice = (plan: Plan): boolean => single.get(plan)?.fixed === undefined
  const hasChoice = plans.some(isChoice)
  const fits = hasChoice ? compileLooks(schema, plans, isChoice, looks()) : () => true
  const program: Program = {
    root,
    isText,
    isOwn: !hasChoice,
    placeOf,
    fits,
    listFor: source === 'fields' ? fieldList : () => listOfOne,
  }
  if (hasChoice) return { of: (value) => attempts(program, value), standby }
  // Nothing has to be chosen, so that nobody asks how often or how long one has tried.
  const [attempt, effort] = [startAttempt([]), effortFor(undefined)]
  return { of: (value) => [convert(program, value, attempt, effort)], standby }
}

// A combination of branches that is kept takes some hundred bytes.
const MOST_KEPT = 1000

// A value may fit in each place and not as a whole, since `contains` or `not` looks at several places. Then the last choice passes over what it
// had taken, until it has no other; then the one before.
const MOST_ATTEMPTS = 32

function* attempts(program: Program, value: unknown): Generator<unknown> {
  const effort = effortFor(value)
  let passedOver: readonly number[] = []
  for (let count = 0; count < MOST_ATTEMPTS; count++) {
    const attempt = startAttempt(passedOver)
    const made = convert(program, value, attempt, effort)
    if (!attempt.isDead()) yield made
    if (attempt.isHopeless() || effort.isSpent()) return
    const taken = attempt.isDead() ? passedOver.slice(0, -1) : attempt.taken
    const last = taken.at(-1)
    if (last === undefined) return
    effort.restart()
    passedOver = [...taken.slice(0, -1), last + 1]
  }
}

function place(roots: readonly Plan[], room: Room): Place {
  const start = choicesOf(roots, room)
  const shape = start.shape()
  const isFixed = start.group === undefined && start.condition === undefined && !isAmbiguous(shape)
  return { start, fixed: isFixed ? shape : undefined, weight: new Set(roots.flatMap((root) => [...inPlace(root)])).size }
}

// No text is a number and true, or empty and a number; but each is a text, and an item of a list.
function isAmbiguous({ types = [] }: Shape): boolean {
  const made = types.filter((type) => type !== 'object')
  return made.length > 1 && made.some((type) => type === 'string' || type === 'array')
}
