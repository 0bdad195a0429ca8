/** Tells which of the alternatives of a union was meant, from what a validator found in each of them. */
import { type Finding, meantOf } from '../../../schemas/findings/alternatives.js'
import { owns } from '../../../schemas/json.js'
import type { ValidationCode } from '../fault-codes.js'

/** What a validator found at a place. */
export interface Found {
  /** The names on the way to the place, as far as they are names. */
  readonly path: readonly (string | number)[]
  readonly code: ValidationCode
  /** The issue, or those of the alternatives of which any would do. */
  readonly issues: readonly unknown[]
  /** The one issue that says it in the words of its library: that of the union, where none of the alternatives was meant. */
  readonly issue: unknown
}

/** Gives what was found in the alternative that was meant, or else one finding: `own`, the union's, or what they have in common. */
export function meantIssues<One extends Found>(own: One, alternatives: readonly (readonly One[])[]): readonly One[] {
  if (alternatives.length === 0 || alternatives.some((found) => found.length === 0)) return [own]
  const meant = meantOf(alternatives.map((found) => ({ found, findings: found.map((one) => findingOf(one, own)) })))
  if (meant === undefined) return [wholeOf(own, alternatives)]
  if (owns(meant, 'one')) return meant.one.found
  const path = [...own.path, meant.tag]
  const tagged = alternatives.map((found) =>
    found.filter((one) => one.path.length === path.length && one.path.at(-1) === meant.tag),
  )
  return [wholeOf({ ...own, path }, tagged)]
}

/**
 * Gives the same where a library has one list for all alternatives. These are told apart by what comes last in an object, its members that are
 * one too many, and by what comes first, the member with one value that an object of a tagged union begins with.
 */
export function meantInList<One extends Found>(own: One, list: readonly One[]): readonly One[] {
  const depth = own.path.length
  if (list.every(({ path }) => path.length === depth))
    return meantIssues(
      own,
      list.map((one) => [one]),
    )
  const groups: One[][] = []
  let group: One[] = []
  for (const [index, one] of list.entries()) {
    const beginsWithTag = isTag(one, depth) && !group.some((other) => isTag(other, depth))
    if (index === 0 || beginsWithTag || isAfterStray(list[index - 1], one)) {
      group = []
      groups.push(group)
    }
    group.push(one)
  }
  const told = groups.length > 1 ? meantIssues(own, groups) : [own]
  // A group may be that of several alternatives, so the others' word against it is not enough.
  return groups.some((group) => group === told) && !told.some((one) => isTag(one, depth)) ? told : [own]
}

function isAfterStray(before: Found | undefined, { code }: Found): boolean {
  return before?.code === 'unknown-member' && code !== 'unknown-member'
}

function isTag({ path, code }: Found, depth: number): boolean {
  return path.length === depth + 1 && (code === 'const' || code === 'enum')
}

function findingOf({ path, code }: Found, own: Found): Finding {
  return { names: path.slice(own.path.length).map(String), kind: KINDS.get(code) ?? 'other' }
}

const KINDS: ReadonlyMap<ValidationCode, Finding['kind']> = new Map([
  ['type', 'type'],
  ['const', 'const'],
  ['enum', 'enum'],
  ['required', 'missing'],
  ['unknown-member', 'stray'],
])

// Of the kind that all alternatives found at one place, if they agree.
function wholeOf<One extends Found>(place: One, alternatives: readonly (readonly One[])[]): One {
  const first = alternatives.map((found) => found.find(({ path }) => path.length === place.path.length))
  const all = first.filter((one) => one !== undefined)
  if (all.length < alternatives.length) return place
  const codes = new Set(all.map(({ code }) => (code === 'const' ? 'enum' : code)))
  const [code] = codes
  return { ...place, code: codes.size === 1 ? code : 'union', issues: all.flatMap(({ issues }) => issues) }
}
