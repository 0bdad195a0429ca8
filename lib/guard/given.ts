/** Reads as `read()` does, in the few bytes that a browser has for it. */

/** Reads a property; one that throws, and one that stands on the Object.prototype of this realm, are `undefined`. */
export function given(target: unknown, key: PropertyKey): unknown {
  try {
    const value = (target as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key]
    return value === Object.prototype[key as 'constructor'] ? undefined : value
  } catch {
    return undefined
  }
}
