/** Checks the members of a declared problem against their schema, as they will be sent. */
import type { MembersFault } from '../../schemas/check.js'
import type { ProblemDefinition } from '../problem/definition.js'
import type { ProblemFault, ReportFault } from '../problem/fault.js'
import { read } from '../problem/read.js'
import type { Draft } from './extensions.js'
import { faultsInMembers, pointerNames } from './members-faults.js'
import type { Settings } from './settings.js'

/** Leaves out top-level members that break the schema, and reports what is wrong. Gives the faults. Never throws. */
export function checkMembers<Request>(
  document: Draft,
  names: readonly string[],
  definition: ProblemDefinition,
  { membersCheck }: Pick<Settings<Request>, 'membersCheck'>,
  report: ReportFault,
): readonly ProblemFault[] {
  if (read(definition, 'members') === undefined) return []
  const check = membersCheck(definition, report)
  if (check === undefined) return []
  const members = Object.fromEntries(
    names.map((name) => [name.toWellFormed(), document[name.toWellFormed()]]).filter(([, value]) => value !== undefined),
  )
  const name = read(definition, 'name')
  const place = `${typeof name === 'string' ? name.slice(0, 40) : 'definition'}.members`
  let found: readonly MembersFault[]
  try {
    found = check(members)
  } catch {
    report('ERR_PROBLEM_SCHEMA', place, 'a schema that can be checked', 'one whose check throws')
    return []
  }
  for (const { pointer } of found) {
    const [member] = pointerNames(pointer)
    if (member !== undefined && Object.hasOwn(members, member)) delete document[member]
  }
  const faults = faultsInMembers(found, members, place, 'ERR_PROBLEM_MEMBERS')
  for (const { code, place: at, expected, got } of faults) report(code, at, expected, got)
  return faults
}
