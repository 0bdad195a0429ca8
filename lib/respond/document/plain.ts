/** Turns any value into one that JSON can carry, in bounded time: whoever throws decides what it holds, and a getter can do anything. */

import { setOwn } from '../../guard/bare.js'
import { base64, bytesOf } from '../../guard/bytes.js'
import type { ReportFault } from '../../guard/fault.js'
import { entriesOf, primitiveIn, valuesOf } from '../../guard/kind.js'
import { nameValue, shortName } from '../../guard/name.js'
import { isError, ownKeys, readOrTell } from '../../guard/read.js'
import { isHttpProblem } from '../../problem/problem.js'

// Deeper than any document for people; parsers with a limit of their own start at about 100.
const DEEPEST = 64

/** What a conversion may still spend. */
export interface Budget {
  /** How many values it looks at. Each takes a byte at least, so a body's limit is a good start. */
  values: number
  /** How many of them are objects: a Proxy can make more for ever, and each is slow. */
  objects: number
}

/** The state of one walk: the way down to the value at hand. */
interface Walk {
  readonly root: string
  readonly keys: (string | number)[]
  readonly ancestors: object[]
  readonly budget: Budget
  readonly report: ReportFault
}

class OverBudget extends Error {}

/**
 * Converts one member. `undefined` means that it is left out; each replacement is reported.
 * Whatever has a `toJSON` (Date, URL, a problem) gives what that says; a Map becomes an object, a Set an array, bytes base64, a BigInt its digits.
 */
export function plainMember(value: unknown, root: string, budget: Budget, report: ReportFault): unknown {
  try {
    return plain(value, { root, keys: [], ancestors: [], budget, report })
  } catch (error) {
    if (error instanceof OverBudget) report('ERR_PROBLEM_BODY', root, 'a value that a body has room for', 'a larger one')
    else report('ERR_PROBLEM_MEMBER', root, 'a readable value', 'one that throws when it is read')
    return undefined
  }
}

function plain(value: unknown, walk: Walk): unknown {
  spend(walk, 1)
  switch (typeof value) {
    case 'string':
      // A longer text can never fit, and the same one may stand at a million places.
      spend(walk, value.length)
      return value.toWellFormed()
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : replace(value, null, 'a finite number', walk)
    case 'bigint':
      return replace(value, String(value), 'a number or a string', walk)
    case 'undefined':
      return undefined
    case 'object':
      return value === null ? null : plainObject(value, walk)
    default:
      return replace(value, undefined, 'a value that JSON has', walk)
  }
}

function spend({ budget }: Walk, values: number): void {
  budget.values -= values
  if (budget.values < 0) throw new OverBudget()
}

function replace<Substitute>(value: unknown, substitute: Substitute, expected: string, { root, keys, report }: Walk): Substitute {
  const place = [root, ...keys.slice(0, 5).map((key) => shortName(String(key)))].join('.')
  report('ERR_PROBLEM_MEMBER', place, expected, nameValue(value))
  return substitute
}

function plainObject(value: object, walk: Walk): unknown {
  if (walk.ancestors.includes(value)) return replace(value, undefined, 'no cycle', walk)
  if (walk.ancestors.length >= DEEPEST) return replace(value, undefined, `at most ${DEEPEST} levels`, walk)
  walk.budget.objects -= 1
  if (walk.budget.objects < 0) throw new OverBudget()
  walk.ancestors.push(value)
  const result = convert(value, walk)
  walk.ancestors.pop()
  return result
}

function convert(value: object, walk: Walk): unknown {
  const bytes = bytesOf(value)
  if (bytes !== undefined) return plainBytes(bytes, walk)
  // Before toJSON(): that of an upstream error can hold its stack and the request with its credentials.
  if (isError(value) && !isHttpProblem(value)) return replace(value, undefined, 'no Error, it would tell internals', walk)
  const toJSON = readOrTell(value, 'toJSON', () => undefined)
  if (typeof toJSON === 'function') return fromToJSON(value, toJSON as () => unknown, walk)
  const entries = entriesOf(value)
  if (entries !== undefined) return plainMap(entries, walk)
  const items = valuesOf(value)
  if (items !== undefined) return plainItems(items, walk)
  const inner = primitiveIn(value)
  if (inner !== undefined) return plain(inner, walk)
  return Array.isArray(value) || ArrayBuffer.isView(value)
    ? plainItems(value as ArrayLike<unknown>, walk)
    : plainRecord(value, walk)
}

function plainBytes(bytes: Uint8Array, walk: Walk): string {
  spend(walk, bytes.length)
  return base64(bytes)
}

function fromToJSON(value: object, toJSON: () => unknown, walk: Walk): unknown {
  let result: unknown
  try {
    result = Reflect.apply(toJSON, value, [])
  } catch {
    return replace(value, undefined, 'a toJSON() that does not throw', walk)
  }
  // A toJSON() that gives its own object means: take my members.
  return result === value ? plainRecord(value, walk) : plain(result, walk)
}

function plainMap(entries: readonly (readonly [unknown, unknown])[], walk: Walk): unknown {
  return entries.every(([key]) => typeof key === 'string')
    ? plainRecord(Object.fromEntries(entries), walk)
    : plainItems(entries, walk)
}

function plainItems(items: ArrayLike<unknown>, walk: Walk): unknown[] {
  const copy: unknown[] = []
  for (let index = 0; index < items.length; index++) {
    // As in JSON.stringify: an item that has no JSON form keeps its place.
    copy.push(plainChild(items, index, walk) ?? null)
  }
  return copy
}

function plainRecord(record: object, walk: Walk): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const key of ownKeys(record)) {
    spend(walk, key.length)
    if (key === '__proto__') {
      replace(key, undefined, 'a name that no parser takes for a prototype', walk)
      continue
    }
    const value = plainChild(record, key, walk)
    if (value !== undefined) setOwn(copy, key.toWellFormed(), value)
  }
  return copy
}

function plainChild(owner: object, key: string | number, walk: Walk): unknown {
  walk.keys.push(key)
  const value = readOrTell(owner, key, () => replace(undefined, undefined, 'a member that can be read', walk))
  const result = plain(value, walk)
  walk.keys.pop()
  return result
}
