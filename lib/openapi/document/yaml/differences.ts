/** Finds where two documents differ, as data: what was written is compared with what was meant before anybody gets it. */
import { equals } from '../../../guard/equals.js'
import { isRecord } from '../../../guard/read.js'

/** Lists the places where one document is not as the other: the keys from the root. The order of keys does not count; a list is one place. */
export function differences(one: unknown, other: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isRecord(one) || !isRecord(other)) return equals(one, other) ? [] : [path]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap((key) => {
    const inner = [...path, key]
    return Object.hasOwn(one, key) && Object.hasOwn(other, key) ? differences(one[key], other[key], inner) : [inner]
  })
}
