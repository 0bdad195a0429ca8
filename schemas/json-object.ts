/** Objects that hold JSON, told from those of a class, such as a file of a form. */

/** Tells whether a value is an object as JSON.parse makes it, or one without a prototype, as parsers of queries do. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || isRoot(prototype as object)
}

// Of this realm or of another: a test environment gives the app other intrinsics than its parsers have.
function isRoot(prototype: object): boolean {
  return (
    prototype === Object.prototype || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'))
  )
}
