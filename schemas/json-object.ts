/** Objects that hold JSON, told from those of a class, such as a file of a form. */

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

/** Tells whether a property that was read is the value's own, or of a class: not what every object has. */
export function isGiven(target: unknown, key: PropertyKey): boolean {
  if (Object.hasOwn(target as object, key)) return true
  let holder: object | null = Object.getPrototypeOf(target)
  for (let depth = 0; depth < DEEPEST && holder !== null; depth++) {
    if (Object.hasOwn(holder, key)) return !isRoot(holder)
    holder = Object.getPrototypeOf(holder)
  }
  // A Proxy gives what neither it nor a class has.
  return true
}
