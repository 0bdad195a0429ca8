/** Reads the header fields of a response into a plain record. */

import { itemsOf, ownKeys, read } from '../guard/read.js'

/** Gives the fields of a `Headers` object, of a Map or of a record, by their names in lower case; lines of one field are joined (RFC 9110 5.3). */
export function plainFields(headers: unknown): Readonly<Record<string, string>> {
  const fields = new Map<string, string>()
  const add = (value: unknown, name: unknown): void => {
    const line = itemsOf(value)?.join(', ') ?? value
    if (typeof line !== 'string' && typeof line !== 'number') return
    const key = String(name).toLowerCase()
    fields.set(key, fields.has(key) ? `${fields.get(key)}, ${line}` : String(line))
  }
  const forEach = read(headers, 'forEach')
  try {
    if (typeof forEach === 'function') Reflect.apply(forEach, headers, [add])
    else for (const name of ownKeys(headers)) add(read(headers, name), name)
  } catch {
    // The fields that came before stay.
  }
  return Object.fromEntries(fields)
}
