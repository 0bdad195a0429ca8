/**
 * Takes what built-in objects hold, of whatever realm: `instanceof` knows those of one only, and a test environment of browsers runs the app in
 * another.
 */

/** Gives the entries of a Map. By the built-in iterator: a subclass could have one without end. */
export function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  return ifOfKind(value, 'Map', (map) => [...Map.prototype.entries.call(map as Map<unknown, unknown>)])
}

/** Gives the values of a Set. */
export function valuesOf(value: unknown): readonly unknown[] | undefined {
  return ifOfKind(value, 'Set', (set) => [...Set.prototype.values.call(set as Set<unknown>)])
}

/** Gives the time of a Date; NaN of one that is invalid. */
export function timeOf(value: unknown): number | undefined {
  return ifOfKind(value, 'Date', (date) => Date.prototype.getTime.call(date as Date))
}

/** Gives the primitive of a wrapper such as `new String('a')`. */
export function primitiveIn(value: object): unknown {
  const kind = kindOf(value)
  const valueOf = PRIMITIVES.get(kind)
  return valueOf === undefined ? undefined : ifOfKind(value, kind, (wrapper) => Reflect.apply(valueOf, wrapper, []))
}

const PRIMITIVES: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['String', String.prototype.valueOf],
  ['Number', Number.prototype.valueOf],
  ['Boolean', Boolean.prototype.valueOf],
  ['BigInt', BigInt.prototype.valueOf],
])

// Object.prototype.toString() says `Map`, `Date`, `Object`, or what a class claims to be.
function kindOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice('[object '.length, -1)
  } catch {
    return ''
  }
}

// The name alone can be claimed by `Symbol.toStringTag`; the methods of the built-ins refuse who does.
function ifOfKind<Found>(value: unknown, kind: string, take: (value: object) => Found): Found | undefined {
  try {
    return kindOf(value) === kind ? take(value as object) : undefined
  } catch {
    return undefined
  }
}
