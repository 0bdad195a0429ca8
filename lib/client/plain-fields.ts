/** Reads the header fields of a response into a plain record. */

import { given } from '../guard/given.js'

/** Gives the fields of a `Headers` object, of a Map or of a record, by their names in lower case; lines of one field are joined (RFC 9110 5.3). */
export function plainFields(headers: unknown): Readonly<Record<string, string>> {
  const fields = Object.create(null) as Record<string, string>
  try {
    for (const [name, value] of given(headers, 'forEach') ? (headers as Headers) : Object.entries(headers as object))
      if (value != null) fields[name.toLowerCase()] = `${value}`
  } catch {
    // The fields that came before stay.
  }
  return fields
}
