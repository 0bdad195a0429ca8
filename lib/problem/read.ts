/** Reads values that nobody promised to be harmless: a Proxy, a throwing getter, an object of another realm. */

/** Reads one property; a read that throws gives `undefined`. */
export function read(target: unknown, key: PropertyKey): unknown {
  try {
    return (target as Record<PropertyKey, unknown> | null | undefined)?.[key]
  } catch {
    return undefined
  }
}

/** Reads one property and tells of a read that throws. */
export function readOrTell(target: object, key: PropertyKey, tell: () => void): unknown {
  try {
    return (target as Record<PropertyKey, unknown>)[key]
  } catch {
    tell()
    return undefined
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
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]'
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

/** Names a value in an error message: its kind, and the value itself only where it is short and plain. */
export function nameValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length <= 40 ? JSON.stringify(value) : `a string of ${value.length} characters`
    case 'object':
      return nameObject(value)
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    default:
      return String(value)
  }
}

function nameObject(value: object | null): string {
  if (value === null) return 'null'
  try {
    if (Array.isArray(value)) return `an array of ${value.length} items`
  } catch {
    return 'a revoked Proxy'
  }
  if (isError(value)) return 'an Error'
  const name = read(read(value, 'constructor'), 'name')
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `an instance of ${name.slice(0, 40)}` : 'an object'
}
