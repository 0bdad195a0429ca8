/** Objects that hold JSON, told from those of a class, such as a file of a form. */

/** Tells whether a value is an object as JSON.parse makes it, or one without a prototype, as parsers of queries do. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || isRoot(prototype as object)
}

/**
 * Tells whether an object is the Object.prototype of this realm or of another: a test environment gives the app other intrinsics than its
 * parsers have.
 */
export function isRoot(object: object): boolean {
  return object === Object.prototype || (Object.getPrototypeOf(object) === null && Object.hasOwn(object, 'isPrototypeOf'))
}
