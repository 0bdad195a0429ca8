/** Reads values that nobody promised to be harmless: a Proxy, a throwing getter, an object of another realm. */

import { isGiven } from '../../schemas/json.js'

/** Reads one property, its own or that of a class; one that throws when it is read, and one that stands on Object.prototype, are `undefined`. */
export function read(target: unknown, key: PropertyKey): unknown {
  try {
    const value = (target as Record<PropertyKey, unknown> | null | undefined)?.[key]
    return value === undefined || isGiven(target, key) ? value : undefined
  } catch {
    return undefined
  }
}

/** Reads one property and tells of a read that throws. */
export function readOrTell(target: object, key: PropertyKey, tell: () => void): unknown {
  try {
    const value = (target as Record<PropertyKey, unknown>)[key]
    return value === undefined || isGiven(target, key) ? value : undefined
  } catch {
    if (mayBeGiven(target, key)) tell()
    return undefined
  }
}

// A Proxy that refuses to tell may have the property.
function mayBeGiven(target: object, key: PropertyKey): boolean {
  try {
    return isGiven(target, key)
  } catch {
    return true
  }
}

/** Lists the own enumerable string keys; an object that refuses has none. */
export function ownKeys(target: unknown): string[] {
  try {
    return Object.keys(target as object)
  } catch {
    return []
  }
}

/** Tells whether an object has a property, own or inherited; one that refuses has none. */
export function has(target: object, key: PropertyKey): boolean {
  try {
    return key in target && isGiven(target, key)
  } catch {
    return false
  }
}

// Far beyond every list of methods, challenges or field lines, and cheap to copy.
const MOST_ITEMS = 100_000

/**
 * Copies the items of an array by index, so that neither its methods nor its holes have a say; a longer one is cut, since a client can make
 * a validator list a fault for each item of its body. What is no readable array gives `undefined`.
 */
export function itemsOf(value: unknown): unknown[] | undefined {
  try {
    if (!Array.isArray(value)) return undefined
    const length = Math.min(value.length, MOST_ITEMS)
    return Array.from({ length }, (_, index) => (value as readonly unknown[])[index])
  } catch {
    return undefined
  }
}

/** Copies the items of an array in the same way; what is no readable array has none. */
export function listOf(value: unknown): unknown[] {
  return itemsOf(value) ?? []
}

/** Gets the prototype; a Proxy that refuses has none. */
export function prototypeOf(target: unknown): object | null {
  try {
    return Object.getPrototypeOf(target)
  } catch {
    return null
  }
}

/** Tells whether a value is an Error, of this realm or another. */
export function isError(value: unknown): value is Error {
  if (typeof value !== 'object' || value === null) return false
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]' || isErrorByClass(value)
  } catch {
    return false
  }
}

// DOMException stands on Error.prototype; classes of apps are a few deep.
const DEEPEST_CLASS = 20

// A class with a name of its own for toString(), such as DOMException: of another realm, it is told by an Error.prototype above it.
function isErrorByClass(value: object): boolean {
  let holder: object | null = Object.getPrototypeOf(value)
  for (let depth = 0; depth < DEEPEST_CLASS && holder !== null; depth++) {
    if (Object.hasOwn(holder, 'message') && read(read(holder, 'constructor'), 'name') === 'Error') return true
    holder = Object.getPrototypeOf(holder)
  }
  return false
}

/** Tells whether a value holds what it has in properties: no array, Error, Date, Map or bytes. */
export function isPropertyBag(value: unknown): value is Readonly<Record<string, unknown>> {
  try {
    return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
  } catch {
    return false
  }
}

/** Tells whether a value is as `{}`: of this realm, of no class, and without any property of its own. */
export function isEmptyRecord(value: unknown): boolean {
  try {
    return Object.getPrototypeOf(value) === Object.prototype && Reflect.ownKeys(value as object).length === 0
  } catch {
    return false
  }
}

/** Tells whether a value is a plain record: an object that is no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

// Deeper than layers of an app wrap each other; also the end of a circle.
const MOST_CAUSES = 4

/** Lists the cause of an error, the cause of that, and so on, as far as they are objects. */
export function causesOf(thrown: unknown): readonly object[] {
  const causes: object[] = []
  let inner = read(thrown, 'cause')
  // verror has a function there.
  while (causes.length < MOST_CAUSES && typeof inner === 'object' && inner !== null) {
    causes.push(inner)
    inner = read(inner, 'cause')
  }
  return causes
}
