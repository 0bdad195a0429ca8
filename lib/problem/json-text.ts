/** Writes JSON in a process whose Object.prototype has a `toJSON`, of which JSON.stringify() would ask every object and every list. */
import { bare, isGiven, setOwn } from './root.js'

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
  const copy = Array.isArray(value) ? [] : {}
  for (const [name, item] of Object.entries(value)) setOwn(copy, name, shielded(item, name))
  // JSON.stringify() finds this one first, and it is no function.
  Object.defineProperty(copy, 'toJSON', bare({ value: undefined }))
  return copy
}
