/** Writes JSON in a process whose Object.prototype has a `toJSON`, of which JSON.stringify() would ask every object and every list. */
import { isGiven } from './json.js'

/** Gives the JSON of a value; `undefined` for what JSON has nothing for. Throws for a cycle, as JSON.stringify() does. */
export function jsonText(value: object): string
export function jsonText(value: unknown): string | undefined
export function jsonText(value: unknown): string | undefined {
  return JSON.stringify('toJSON' in Object.prototype ? shielded(value, '') : value)
}

function shielded(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isGiven(value, 'toJSON') && 'toJSON' in value && typeof value.toJSON === 'function')
    return shielded(Reflect.apply(value.toJSON, value, [key]), key)
  // A copy without a prototype inherits no `toJSON`, and no setter either.
  const copy = Object.setPrototypeOf(Array.isArray(value) ? [] : {}, null) as Record<string, unknown>
  for (const [name, item] of Object.entries(value)) copy[name] = shielded(item, name)
  return copy
}
