/** Copies extension members onto a problem or a document; the five members of RFC 9457 always win. */

import { emptyRecord, setOwn } from '../guard/bare.js'
import type { ReportFault } from '../guard/fault.js'
import { nameValue, shortName } from '../guard/name.js'
import { isPropertyBag, ownKeys, readOrTell } from '../guard/read.js'

/** The members that RFC 9457 3.1 defines. */
export const standardMembers = ['type', 'title', 'status', 'detail', 'instance'] as const

// `__proto__` would change the prototype of whoever copies the document by assignment.
const RESERVED: ReadonlySet<string> = new Set([...standardMembers, '__proto__'])

// More members do not fit into a body of the default limit, and each costs time at every step.
const MOST_MEMBERS = 20_000

/** Tells whether an extension member cannot have this name. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name)
}

/** One of the members that RFC 9457 3.1 defines. */
export type StandardMember = (typeof standardMembers)[number]

/** Copies the own enumerable members as own data properties; reserved names are reported and left out. */
export function copyMembers(source: unknown, place: string, report: ReportFault): Record<string, unknown> {
  if (source === undefined || source === null) return emptyRecord()
  const copy: Record<string, unknown> = {}
  if (!isPropertyBag(source)) {
    report('ERR_PROBLEM_OPTION', place, 'an object of members', nameValue(source))
    return copy
  }
  const names = ownKeys(source)
  if (names.length > MOST_MEMBERS) report('ERR_PROBLEM_BODY', place, `at most ${MOST_MEMBERS} members`, `${names.length}`)
  for (const name of names.slice(0, MOST_MEMBERS)) {
    const at = `${place}.${shortName(name)}`
    if (isReserved(name)) report('ERR_PROBLEM_MEMBER', at, 'a name that RFC 9457 does not use', nameValue(name))
    else {
      const tell = (): void => report('ERR_PROBLEM_MEMBER', at, 'a readable member', 'one that throws')
      setOwn(copy, name, readOrTell(source, name, tell))
    }
  }
  return copy
}
