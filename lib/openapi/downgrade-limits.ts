/** Turns the limits of numbers into those of OpenAPI 3.0. */

import { type Converted, NOTHING } from '../../schemas/conversion.js'
import type { SchemaRecord } from '../../schemas/keywords/keywords.js'
import { read } from '../guard/read.js'

/** Turns a limit and its exclusive twin: there each is a number of its own, here the exclusive one is a flag. */
export function downgradeLimit(
  limit: string,
  exclusive: string,
  schema: SchemaRecord,
  narrower: (...limits: number[]) => number,
): Converted {
  const limits = [read(schema, limit), read(schema, exclusive)].filter((value) => typeof value === 'number')
  if (limits.length === 0) return NOTHING
  const narrowest = narrower(...limits)
  return { schema: { [limit]: narrowest, ...(narrowest === read(schema, exclusive) && { [exclusive]: true }) }, exact: true }
}
