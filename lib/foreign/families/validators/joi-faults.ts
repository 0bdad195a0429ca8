/** Makes faults of the details of joi, which libraries around it hand on. Their context holds the value. */

import { itemsOf, read } from '../../../guard/read.js'
import { listed, type ValidationFault } from '../../../validate/faults.js'
import { type Found, meantInList } from '../../../validate/issues/alternatives.js'
import { pathOf, placeIn, pointerOf } from '../../../validate/place.js'
import { joiCode, joiMembers } from './joi-codes.js'

/** Tells whether a value is the list of details of an error of joi. */
export function isDetailList(list: unknown): boolean {
  const details = itemsOf(list)
  return (
    details !== undefined &&
    details.length > 0 &&
    details.every((one) => itemsOf(read(one, 'path')) !== undefined && typeof read(one, 'type') === 'string')
  )
}

/** Makes the faults of such a list. */
export function joiFaults(details: unknown): ValidationFault[] {
  return detailFaults(details, (path) => ({ pointer: pointerOf(path) }))
}

/** Makes the faults of such a list that is about a part of the request. */
export function joiFaultsIn(part: string, details: unknown): ValidationFault[] {
  return detailFaults(details, (path) => placeIn(part, path))
}

function detailFaults(details: unknown, place: (path: unknown) => ValidationFault): ValidationFault[] {
  return listed(details)
    .flatMap((detail) => foundIn(detail, 0))
    .map(({ path, code, issue }) => ({ ...place(path), code, issue }))
}

// Alternatives in alternatives, deeper than anyone writes; also the end of a detail that holds itself.
const DEEPEST = 8

function foundIn(detail: unknown, depth: number): readonly Found[] {
  const own = { path: pathOf(read(detail, 'path')), code: joiCode(detail), issues: [], issue: detail }
  const members = joiMembers(detail)
  if (members.length > 0) return members.map((name) => ({ ...own, path: [...own.path, String(name)] }))
  const inner = own.code === 'union' && depth < DEEPEST ? innerDetails(detail) : []
  return inner.length === 0
    ? [own]
    : meantInList(
        own,
        inner.flatMap((one) => foundIn(one, depth + 1)),
      )
}

// `match('all')` has a list of errors, others have one of details.
function innerDetails(detail: unknown): readonly unknown[] {
  return listed(read(read(detail, 'context'), 'details')).flatMap((one) => itemsOf(read(one, 'details')) ?? [one])
}
