/** What whoever tells a fault knows beyond what the issue holds: it helps to find out who wrote a text, and no app gets to see it. */

import { read } from '../../guard/read.js'
import { namesOfPointer, type Place } from '../place.js'

/** What was judged, and by which schema. */
export interface Seen {
  /** The part of the request that was judged, as the schema got it; of a schema that was called by hand, each part that it may be. */
  readonly wholes: readonly unknown[]
  /** The schema of that part, where it is one of a library. */
  readonly schema?: unknown
}

/** What is known of a value whose text is judged: what it may be, and the schema where `validate()` has asked it. */
export interface Known {
  readonly values: readonly unknown[]
  readonly schema: unknown
}

/** Where the context of `describeFault` holds it: under a symbol, so that an app which logs or copies the context does not meet the value. */
export const SEEN: unique symbol = Symbol('http-problems/seen')

/** Gives what may be the value at the place of a fault. */
export function valuesAt(place: Place, seen: Seen | undefined): readonly unknown[] {
  const names = namesOf(place)
  return (seen?.wholes ?? []).map((whole) => names.reduce(memberOf, whole))
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? read(value, name) : undefined
}

/** Gives the names on the way to the place of a fault. */
export function namesOf(place: Place): readonly string[] {
  const [pointer, name] = [read(place, 'pointer'), read(place, 'parameter') ?? read(place, 'header')]
  if (typeof name === 'string') return name.split('.')
  return typeof pointer === 'string' ? namesOfPointer(pointer) : []
}
