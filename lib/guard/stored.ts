/** Reads what an object holds without running anything of its owner: no getter, and nothing that a class or Object.prototype has. */

/** Gives the value of a property of the object's own; one that a getter computes counts as none, as does that of an object that refuses. */
export function stored(target: unknown, key: PropertyKey): unknown {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null) return undefined
  try {
    const property = Object.getOwnPropertyDescriptor(target, key)
    // The descriptor of a getter has no value, and could have one from a polluted Object.prototype.
    return property !== undefined && Object.hasOwn(property, 'value') ? property.value : undefined
  } catch {
    return undefined
  }
}
