/** Finds the row of an error: its own, or the one of an error inside. */

import { causesOf } from '../guard/read.js'
import { type AskedFamily, askedFamilies, askedFamily, rowIn } from './asked-family.js'
import { decoratedRow, writtenStatus } from './decorated.js'
import type { ForeignFacts } from './facts.js'
import { allFamilies } from './families/families.js'
import { type Family, type FamilyRow, type ForeignError, foreignError } from './family.js'
import { blamesUpstream } from './upstream-status.js'

/** A row, and the error that it tells of. */
export interface FoundRow {
  readonly family: Family
  readonly row: FamilyRow
  readonly error: ForeignError
  /** Whether the error is of a validator, and the app has not said by a status whose fault it is. */
  readonly mayBeOwnData: boolean
  readonly facts: ForeignFacts
}

/** Finds the row of an error, in the order of the families. A status that the app wrote on an error of a library counts more. */
export function findRow(error: ForeignError, facts: ForeignFacts): FoundRow | undefined {
  const found = search(error, facts)
  if (found === undefined) return undefined
  const { family, row } = found
  if (family.yields === false) return { family, row, error, facts, mayBeOwnData: false }
  const decorated = decoratedRow(error, row, family, facts)
  const mayBeOwnData = family.mayBeOwnData === true && decorated === undefined && writtenStatus(error) === undefined
  return { family, row: decorated ?? row, error, facts, mayBeOwnData }
}

/** Gives the status that a row has for its error. */
export function statusOfRow({ row, error, facts }: Pick<FoundRow, 'row' | 'error' | 'facts'>): number {
  return typeof row.status === 'number' ? row.status : row.status(error, facts)
}

/**
 * Finds the row of the error that an unknown one wraps, where that says the same about this server: a database that refused, or a
 * dependency that is not there. What else a cause would answer, such as a validator's 422, may be about data of the server's own.
 */
export function throughCause(error: ForeignError, facts: ForeignFacts): FoundRow | undefined {
  for (const inner of causesOf(error.thrown)) {
    const cause = foreignError(inner)
    const found = search(cause, facts)
    if (found === undefined) continue
    const inside = { ...found, error: cause, facts, mayBeOwnData: false }
    return isSeenThrough(inside) ? inside : undefined
  }
  return undefined
}

function isSeenThrough(found: FoundRow): boolean {
  return found.family.isSeenThrough ?? blamesUpstream(statusOfRow(found))
}

/** Gives the families that an error concerns at first sight. */
type Concerned = (error: ForeignError) => readonly AskedFamily[]

let concerned: Concerned | undefined

function search(error: ForeignError, facts: ForeignFacts): { family: Family; row: FamilyRow } | undefined {
  concerned ??= prepareFamilies()
  for (const asked of concerned(error)) {
    const row = rowIn(asked, error, facts)
    if (row !== undefined) return { family: asked.family, row }
  }
  return undefined
}

// Errors that have nothing but a message go to the families that know such.
function prepareFamilies(): Concerned {
  const families = allFamilies()
  const others = askedFamilies(families)
  const plain = families.filter(({ knowsPlain }) => knowsPlain === true).map(askedFamily)
  return (error) => (error.isPlain ? plain : others(error))
}
