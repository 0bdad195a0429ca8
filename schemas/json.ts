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

/** Tells whether a value is an object as JSON.parse makes it, or one without a prototype, as parsers of queries do. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || isRoot(prototype as object)
}

/** Gives a property of an object's own: what stands on Object.prototype is no keyword of a schema and no fact of a finding. */
export function own<Target extends object, Name extends keyof Target>(target: Target, name: Name): Target[Name] | undefined {
  return Object.hasOwn(target, name) ? target[name] : undefined
}

/** Tells whether an object has a property of its own, and which of several types it is therefore. */
export function owns<Target extends object, Key extends PropertyKey>(
  target: Target,
  key: Key,
): target is Extract<Target, { readonly [Name in Key]: unknown }> {
  return Object.hasOwn(target, key)
}

/**
 * Tells whether an object is the Object.prototype of this realm or of another: a test environment gives the app other intrinsics than its
 * parsers have.
 */
function isRoot(object: object): boolean {
  return object === Object.prototype || (Object.getPrototypeOf(object) === null && Object.hasOwn(object, 'isPrototypeOf'))
}

// Far beyond every chain of classes. A Proxy can make one without end.
const DEEPEST = 100

/** Tells whether the Object.prototype of this realm is the root of a value, as it is of most. Not by `instanceof`, which goes on for ever with a Proxy. */
export function endsInRoot(target: unknown): boolean {
  let holder: object | null = Object.getPrototypeOf(target)
  for (let depth = 0; depth < DEEPEST && holder !== null; depth++) {
    if (holder === Object.prototype) return true
    holder = Object.getPrototypeOf(holder)
  }
  return false
}

/** Tells whether a property that was read is the value's own, or of a class: not what every object has. */
export function isGiven(target: unknown, key: PropertyKey): boolean {
  if (Object.hasOwn(target as object, key)) return true
  // Where the root of all is this realm's and lacks the name, a class has it. Most reads of an inherited property end here.
  if (!(key in Object.prototype) && endsInRoot(target)) return true
  let holder: object | null = Object.getPrototypeOf(target)
  for (let depth = 0; depth < DEEPEST && holder !== null; depth++) {
    if (Object.hasOwn(holder, key)) return !isRoot(holder)
    holder = Object.getPrototypeOf(holder)
  }
  // A Proxy gives what neither it nor a class has.
  return true
}
