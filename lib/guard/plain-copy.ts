/** Copies plain data, so that whoever gets it may do with it what he likes. */
import { setOwn } from './bare.js'

/** Copies what JSON can carry, all the way down; it must have no cycles. */
export function plainCopy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainCopy) as Value
  const copy = {}
  for (const [name, item] of Object.entries(value)) setOwn(copy, name, plainCopy(item))
  return copy as Value
}
