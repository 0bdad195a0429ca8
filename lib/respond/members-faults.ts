/** Turns what a check of members found into faults. A value that was refused is never quoted: it may be a secret. */
import type { MembersFault } from '../../schemas/check.js'
import type { FaultCode, ProblemFault } from '../problem/fault.js'

// Enough to find the place; a name from outside can be of any length.
const LONGEST_POINTER = 120

// A list of a thousand wrong items has a fault in each; the first ones say it all.
const MOST_FAULTS = 10

/** Describes findings as faults: the place with its JSON Pointer, what was expected, and the kind of what came. */
export function faultsInMembers(
  found: readonly MembersFault[],
  members: unknown,
  place: string,
  code: FaultCode,
): readonly ProblemFault[] {
  return found.slice(0, MOST_FAULTS).map(({ pointer, expected }) => ({
    code,
    place: `${place}#${pointer.slice(0, LONGEST_POINTER)}`,
    expected,
    got: kindOf(valueAt(members, pointer)),
  }))
}

/** Splits a JSON Pointer into the names that it goes through (RFC 6901 4). */
export function pointerNames(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function valueAt(members: unknown, pointer: string): unknown {
  let value = members
  for (const name of pointerNames(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return value
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array of ${value.length} items`
  return { string: 'a string', number: 'a number', boolean: 'a boolean' }[typeof value as string] ?? 'an object'
}
