/** Checks the members of a declared problem against their schema, as they will be sent. */

import type { MembersFinding } from '../../../schemas/check.js'
import { own, pointerNames } from '../../../schemas/json.js'
import type { ProblemDefinition } from '../../define/definition.js'
import type { ProblemFault } from '../../guard/fault.js'
import { shortName } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import type { DocumentMaking, Draft } from '../making.js'
import { faultsInMembers } from './faults.js'

/** The members of a problem that are its own, and what it was declared to have. */
export interface OwnMembers {
  readonly names: readonly string[]
  readonly definition: ProblemDefinition
}

/** Leaves out top-level members that break the schema, and reports what is wrong. Gives the faults. Never throws. */
export function checkMembers<Request>(
  document: Draft,
  { names, definition }: OwnMembers,
  { settings, report }: DocumentMaking<Request>,
): readonly ProblemFault[] {
  if (read(definition, 'members') === undefined) return []
  const check = settings.membersCheck(definition, report)
  if (check === undefined) return []
  const sent = names.map((given) => given.toWellFormed()).filter((given) => Object.hasOwn(document, given))
  // An ordinary object: to ajv, one without a prototype equals no `const` and nothing of an `enum`.
  const members: Record<string, unknown> = Object.fromEntries(sent.map((given) => [given, document[given]]))
  const name = read(definition, 'name')
  const place = `${typeof name === 'string' ? shortName(name) : 'definition'}.members`
  const all: ProblemFault[] = []
  // One member may hide the fault of another, from a check that stops at the first one for example.
  for (let round = 0; round <= names.length; round++) {
    let found: readonly MembersFinding[]
    try {
      found = check(members)
    } catch {
      report('ERR_PROBLEM_SCHEMA', place, 'a schema that can be checked', 'one whose check throws')
      return all
    }
    const faults = faultsInMembers(found, members, place, 'ERR_PROBLEM_MEMBERS').filter((fault) => !isKnown(fault, all))
    for (const { code, place: at, expected, got } of faults) report(code, at, expected, got)
    all.push(...faults)
    const blamed = blamedMembers(found).filter((member) => Object.hasOwn(members, member))
    if (blamed.length === 0) break
    for (const member of blamed) {
      delete members[member]
      delete document[member]
    }
  }
  return all
}

// What was left out before may be missed now.
function isKnown({ place, expected }: ProblemFault, known: readonly ProblemFault[]): boolean {
  return known.some((fault) => fault.place === place && (fault.expected === expected || fault.got !== 'nothing'))
}

/** Names the members to leave out: those that are wrong in fact, else those of the alternative that fits best. */
function blamedMembers(found: readonly MembersFinding[]): string[] {
  const facts = namesIn(found.filter(({ branch }) => branch === undefined))
  if (facts.length > 0) return facts
  const alternatives = found.filter(({ branch }) => branch !== undefined)
  const branches = [...new Set(alternatives.map(({ branch }) => branch))]
  const [closest = []] = branches
    .map((name) => alternatives.filter(({ branch }) => branch === name))
    .toSorted((a, b) => a.length - b.length)
  return closest.length > 0 ? namesIn(closest) : found.flatMap((fault) => own(fault, 'closest') ?? []).flatMap(firstName)
}

function namesIn(found: readonly MembersFinding[]): string[] {
  return found.flatMap(({ pointer }) => firstName(pointer))
}

function firstName(pointer: string): readonly string[] {
  return pointerNames(pointer).slice(0, 1)
}
