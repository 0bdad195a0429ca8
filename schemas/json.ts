/** JSON Pointers (RFC 6901): they say where in a JSON value something is. */

// RFC 6901 3.
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/

/** Tells whether a value is a JSON Pointer. */
export function isJsonPointer(value: unknown): value is string {
  return typeof value === 'string' && POINTER.test(value)
}

/** Writes the names on the way to a value as a JSON Pointer. */
export function jsonPointer(names: readonly string[]): string {
  return names.map((name) => `/${escapeName(name)}`).join('')
}

/** Writes a name as it stands in a JSON Pointer. */
export function escapeName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Gives the names that a JSON Pointer goes through (RFC 6901 4). */
export function pointerNames(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Finds the value that a JSON Pointer leads to, by own properties only. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root
  for (const name of pointerNames(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return value
}
