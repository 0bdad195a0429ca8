/** Converts text to the types of a schema, and fills in its defaults. What it is given stays as it is. */
import { isJsonObject } from '../../../schemas/json-object.js'
import type { Attempt, Effort } from './attempt.js'
import { listOfOne, type ToList } from './lists.js'
import type { Fits } from './looks.js'
import type { Plan } from './plan.js'
import { readListed, readScalar } from './scalar.js'
import { type Finding, type Reading, search } from './search.js'
import { itemPlans, memberPlans, NO_CHOICES, type Shape, shapeOf, withPlan } from './shape.js'

/** What a schema was read into. */
export interface Program {
  readonly root: Plan
  readonly isText: boolean
  /** What applies, for each plan with nothing to choose; a plan that is not here has a choice. */
  readonly fixed: ReadonlyMap<Plan, Shape>
  readonly fits: Fits
  /** Gives what makes a list of the text of a member of the whole. */
  readonly listFor: (name: string) => ToList
}

/** Converts a whole value in one attempt. */
export function convert(program: Program, whole: unknown, attempt: Attempt, effort: Effort): unknown {
  const { isText, fits } = program
  return at([program.root], whole, listOfOne, true)

  function at(roots: readonly Plan[], value: unknown, toList: ToList, fills: boolean, mayUnpack = isText): unknown {
    const shape = fixedShape(program, roots)
    const alone = mayUnpack ? onlyText(value) : undefined
    if (shape !== undefined) {
      // One text in a list is one text where the schema has no list.
      const isOne = alone !== undefined && shape.types?.includes('array') === false
      return firstReading(shape, isOne ? alone : value, toList, fills)
    }
    const { value: found } = attempt.search(roots, value, fills, (passOver) => {
      const finding = chosen(roots, passOver, value, toList, fills)
      if (finding.isFound || alone === undefined) return finding
      const unpacked = chosen(roots, passOver, alone, toList, fills)
      return unpacked.isFound ? unpacked : finding
    })
    return found
  }

  function chosen(roots: readonly Plan[], passOver: number, value: unknown, toList: ToList, fills: boolean): Finding {
    return search(roots, passOver, {
      read: (shape) => readings(shape, value, toList, fills),
      readAlone: (branch) => at([branch], value, toList, false, false),
      fits,
      hasTime: () => effort.spend(value),
    })
  }

  function firstReading(shape: Shape, value: unknown, toList: ToList, fills: boolean): unknown {
    const [type, ...others] = shape.types ?? []
    const isPlain = typeof value === 'string' && type !== undefined && type !== 'array' && others.length === 0
    const scalar = isPlain && isText ? readScalar(type, value) : undefined
    return scalar === undefined ? readings(shape, value, toList, fills)[0]?.value : scalar
  }

  function readings(shape: Shape, value: unknown, toList: ToList, fills: boolean): readonly Reading[] {
    if (typeof value === 'string') return isText ? textReadings(shape, value, toList, fills) : [{ value, isApt: true }]
    if (Array.isArray(value)) return [{ value: items(shape, value, fills), isApt: true }]
    if (!isJsonObject(value)) return [{ value, isApt: true }]
    const made = members(shape, value, fills)
    return [{ value: made, isApt: hasListed(shape, made) }]
  }

  function textReadings(shape: Shape, text: string, toList: ToList, fills: boolean): readonly Reading[] {
    const { types, values } = shape
    if (types === undefined) return [{ value: values === undefined ? text : readListed(values, text), isApt: true }]
    const made = types
      .map((type) => (type === 'array' ? items(shape, toList(text), fills) : readScalar(type, text)))
      .filter((value) => value !== undefined)
    return made.length > 0 ? made.map((value) => ({ value, isApt: true })) : [{ value: text, isApt: false }]
  }

  function items(shape: Shape, list: readonly unknown[], fills: boolean): readonly unknown[] {
    const { plans } = shape
    const places = plans.reduce((most, { prefix }) => Math.max(most, prefix.length), 0)
    const others = itemPlans(shape, places)
    if (places === 0 && others.length === 0) return list
    return list.map((item, index) => at(index < places ? itemPlans(shape, index) : others, item, listOfOne, fills))
  }

  function members(shape: Shape, came: Readonly<Record<string, unknown>>, fills: boolean): Readonly<Record<string, unknown>> {
    const filled = fills ? withDefaults(shape, came) : came
    let made: Record<string, unknown> | undefined
    for (const name of shape.isOpen ? Object.keys(filled) : shape.members.keys()) {
      if (!Object.hasOwn(filled, name)) continue
      const member = at(memberPlans(shape, name), filled[name], came === whole ? program.listFor(name) : listOfOne, fills)
      if (member === filled[name]) continue
      made ??= { ...filled }
      made[name] = member
    }
    return made ?? filled
  }
}

function fixedShape({ fixed }: Program, roots: readonly Plan[]): Shape | undefined {
  const [root, ...others] = roots
  if (root !== undefined && others.length === 0) return fixed.get(root)
  return roots.every((plan) => fixed.has(plan)) ? shapeOf(roots.reduce(withPlan, NO_CHOICES).plans) : undefined
}

function onlyText(value: unknown): string | undefined {
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined
}

function withDefaults({ defaults }: Shape, came: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let filled = came
  for (const [name, standby] of defaults) {
    // Not by assignment: a property may be called `__proto__`.
    if (!Object.hasOwn(came, name) || came[name] === undefined) filled = { ...filled, [name]: standby.make() }
  }
  return filled
}

// Tells of the branches of a union which one was meant.
function hasListed({ members }: Shape, made: Readonly<Record<string, unknown>>): boolean {
  return [...members].every(([name, plans]) =>
    plans.every(({ values }) => values === undefined || !Object.hasOwn(made, name) || values.includes(made[name])),
  )
}
