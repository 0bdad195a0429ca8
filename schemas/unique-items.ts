/** The keyword `uniqueItems` in one pass: ajv compares each item with each other, which takes seconds for a list of thousands. */
import { isJsonObject } from './json-object.js'

/** Tells whether no two items are equal (JSON Schema 2020-12 validation, 6.4.3). */
export function haveNoEquals(items: readonly unknown[]): boolean {
  const identities = new Map<object, number>()
  const seen = new Set<string>()
  return items.every((item) => seen.size < seen.add(keyOf(item, identities)).size)
}

// Equal values have equal keys: the order of members does not count.
function keyOf(value: unknown, identities: Map<object, number>): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => keyOf(item, identities)).join()}]`
  // What is of a class equals nothing but itself.
  if (!isJsonObject(value)) return `#${identify(value, identities)}`
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(value[name], identities)}`).join()}}`
}

function identify(value: object, identities: Map<object, number>): number {
  const known = identities.get(value) ?? identities.size
  identities.set(value, known)
  return known
}
