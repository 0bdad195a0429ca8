/** Compares plain values. */
import { isRecord } from './read.js'

/** Tells whether two values have the same JSON, whatever the order of the names. Goes as deep as the second, which is bounded. */
export function equals(got: unknown, wanted: unknown): boolean {
  if (got === wanted) return true
  if (Array.isArray(got) && Array.isArray(wanted))
    return got.length === wanted.length && wanted.every((item, index) => equals(got[index], item))
  if (!isRecord(got) || !isRecord(wanted)) return false
  const names = Object.keys(wanted)
  return (
    names.length === Object.keys(got).length && names.every((name) => Object.hasOwn(got, name) && equals(got[name], wanted[name]))
  )
}
