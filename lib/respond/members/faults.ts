/** Turns what a check of members found into faults. A value that was refused is never quoted: it may be a secret. */
import type { MembersFinding } from '../../../schemas/check.js'
import { valueAt } from '../../../schemas/json.js'
import type { FaultCode, ProblemFault } from '../../guard/fault.js'
import { nameKind } from '../../guard/name.js'

// Enough to find the place; a name from outside can be of any length.
const LONGEST_POINTER = 120

// A list of a thousand wrong items has a fault in each; the first ones say it all.
const MOST_FAULTS = 10

/** Describes findings as faults: the place with its JSON Pointer, what was expected, and the kind of what came. */
export function faultsInMembers(
  found: readonly MembersFinding[],
  members: unknown,
  place: string,
  code: FaultCode,
): readonly ProblemFault[] {
  return found.slice(0, MOST_FAULTS).map(({ pointer, expected }) => ({
    code,
    place: `${place}#${pointer.slice(0, LONGEST_POINTER)}`,
    expected,
    got: nameKind(valueAt(members, pointer)),
  }))
}
