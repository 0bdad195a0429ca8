/** Reads the header fields of another server's response. */

import { givenField } from '../problem/fields/given-fields.js'

/** Gives the value of a header field, whatever the form of the fields and the case of the name; lines of a list are joined. */
export function responseField(headers: unknown, name: string): string | number | undefined {
  // In lower case, as an object with `get(name)` of somebody's own may know no other.
  const value = givenField(headers, name.toLowerCase())
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
