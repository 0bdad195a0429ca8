/** Reads header fields of a `Headers`, of a record with names in any case, or of whatever came instead. */
import { itemsOf, ownKeys, read } from '../guard/read.js'

/** Gives the value of a header field. */
export type FieldReader = (name: string) => string | undefined

/** Makes the function that reads a header field. */
export function fieldReader(headers: unknown): FieldReader {
  const get = read(headers, 'get')
  if (typeof get === 'function')
    return (name) => {
      try {
        return fieldText(Reflect.apply(get, headers, [name.toLowerCase()]))
      } catch {
        return undefined
      }
    }
  return (name) => fieldText(read(headers, nameIn(headers, name.toLowerCase())))
}

function nameIn(headers: unknown, lowered: string): string {
  return ownKeys(headers).find((key) => key.toLowerCase() === lowered) ?? lowered
}

function fieldText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const lines = itemsOf(value)
  return lines === undefined ? undefined : lines.filter((line) => typeof line === 'string').join(', ')
}
