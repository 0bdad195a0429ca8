/** The keyword `uniqueItems` in one pass: ajv compares each item with each other, which takes seconds for a list of thousands. */

/**
 * Tells whether no two items are equal (JSON Schema 2020-12 validation, 6.4.3).
 *
 * The text of the function is written into compiled validators, so it names nothing outside of itself.
 */
export function haveNoEquals(items: readonly unknown[]): boolean {
  const identities = new Map<object, number>()
  const identify = (value: object): number => {
    const known = identities.get(value) ?? identities.size
    identities.set(value, known)
    return known
  }
  // Equal values have equal keys: the order of members does not count.
  const keyOf = (value: unknown): string => {
    if (typeof value === 'string') return JSON.stringify(value)
    if (typeof value !== 'object' || value === null) return String(value)
    if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`
    const prototype: unknown = Object.getPrototypeOf(value)
    // An instance of a class equals nothing but itself.
    if (prototype !== Object.prototype && prototype !== null) return `#${identify(value)}`
    const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${keyOf(member)}`)
    return `{${members.sort().join()}}`
  }
  const seen = new Set<string>()
  return items.every((item) => seen.size < seen.add(keyOf(item)).size)
}
