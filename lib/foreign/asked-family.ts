/** Asks a family for its row: most errors are of no library, so what an unknown one costs is what counts. */

import { bare } from '../guard/bare.js'
import type { ForeignFacts } from './facts.js'
import type { Family, FamilyRow, ForeignError } from './family.js'

/** A family with its marks in one list: of objects of one shape a property is read many times faster. */
export interface AskedFamily {
  readonly family: Family
  readonly isTold: boolean
  readonly names: readonly string[]
  readonly keys: readonly string[]
  readonly concerns: Family['concerns']
  readonly marks: readonly FamilyRow['when'][]
}

/** Prepares a family to be asked. */
export function askedFamily(family: Family): AskedFamily {
  const { names, keys, concerns, rows } = family
  const isTold = names !== undefined || keys !== undefined
  return { family, isTold, names: names ?? [], keys: keys ?? [], concerns, marks: rows.map(({ when }) => when) }
}

/**
 * Prepares families to be asked in their order. Gives those that an error concerns at first sight: most errors have neither a name nor a key
 * that tells a family, so those that are told by one are passed over all at once.
 */
export function askedFamilies(families: readonly Family[]): (error: ForeignError) => readonly AskedFamily[] {
  const all = families.map(askedFamily)
  const others = all.filter(({ isTold }) => !isTold)
  const names = new Set(all.flatMap((asked) => asked.names))
  const keys = new Set(all.flatMap((asked) => asked.keys))
  return (error) => {
    if (error.name !== undefined && names.has(error.name)) return all
    for (let index = 0; index < error.keys.length; index++) if (keys.has(error.keys[index] as string)) return all
    return others
  }
}

/** Finds the row of an error in a family. */
export function rowIn(asked: AskedFamily, error: ForeignError, facts: ForeignFacts): FamilyRow | undefined {
  const { family, concerns, marks } = asked
  if ((asked.isTold && !isToldBy(asked, error)) || concerns?.(error) === false) return undefined
  // Not find(), and no iterator: what they cost for each family of each error is more than the marks do.
  for (let index = 0; index < marks.length; index++) if (marks[index]?.(error, facts)) return family.rows[index]
  return undefined
}

function isToldBy({ names, keys }: AskedFamily, error: ForeignError): boolean {
  if (error.name !== undefined && names.includes(error.name)) return true
  for (let index = 0; index < error.keys.length; index++) if (keys.includes(error.keys[index] as string)) return true
  return false
}

/** Takes Object.prototype from a family and its rows: what stands there says nothing about errors. */
export function bareFamily(family: Family): Family {
  family.rows.forEach(bare)
  return bare(family)
}
