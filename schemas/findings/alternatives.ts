/**
 * Finds which of several alternatives a value was meant for. Each of them says why the value does not fit it, and all of that together is
 * contradictory advice.
 */
import { own } from '../json.js'

/** What an alternative found, as far as the choice needs it. */
export interface Finding {
  /** The names on the way to the place, from the value that has the alternatives; that of a missing member is the last one. */
  readonly names: readonly string[]
  /** Another type, another value than the only one, or than one of some, a member that is missing or one too many, or anything else. */
  readonly kind: 'type' | 'const' | 'enum' | 'missing' | 'stray' | 'other'
}

/** An alternative, and why the value does not fit it. */
export interface Alternative {
  readonly findings: readonly Finding[]
  /** How many members of the value it knows; none where nobody can tell. */
  readonly known?: number
}

/** The alternative that was meant; or the member in which no alternative agrees with the value; or neither. */
export type Meant<One> = { readonly one: One } | { readonly tag: string } | undefined

/**
 * Chooses in the order of certainty: the alternatives for the type of the value; of these the ones that no member with a fixed value, such
 * as `kind`, rules out; then the one that knows most members; then the one that fits down to the deepest place. Of two that are as good,
 * none was meant. `tags` are the members that are known to tell the alternatives apart.
 */
export function meantOf<One extends Alternative>(alternatives: readonly One[], tags: readonly string[] = []): Meant<One> {
  const ofType = alternatives.filter(({ findings }) => !findings.some(({ names, kind }) => kind === 'type' && names.length === 0))
  const [one, another] = ofType
  if (another === undefined) return one && { one }
  const tag = tagOf(ofType, tags)
  const left = ofType.filter(({ findings }) => tag === undefined || !isRuledOut(findings, tag))
  if (tag !== undefined && left.length === 0) return { tag }
  return closest(left, left.length < ofType.length) ?? missingInAll(left)
}

// A member that all alternatives need, such as the one that would tell them apart.
function missingInAll(alternatives: readonly Alternative[]): { readonly tag: string } | undefined {
  const [first = [], ...others] = alternatives.map(({ findings }) =>
    findings.flatMap(({ names, kind }) => (kind === 'missing' && names.length === 1 ? names : [])),
  )
  const [name, more] = first.filter((one) => others.every((names) => names.includes(one)))
  return name === undefined || more !== undefined ? undefined : { tag: name }
}

function tagOf(alternatives: readonly Alternative[], known: readonly string[]): string | undefined {
  const sure = known.find((name) => alternatives.some(({ findings }) => isRuledOut(findings, name)))
  return sure ?? clearTag(alternatives, 'const') ?? clearTag(alternatives, 'enum')
}

// A member that rules out all alternatives but one, or all, as no other one does.
function clearTag(alternatives: readonly Alternative[], kind: Finding['kind']): string | undefined {
  const counts = new Map<string, number>()
  for (const { findings } of alternatives) {
    const names = findings.filter((finding) => finding.kind === kind && finding.names.length === 1).flatMap(({ names }) => names)
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a)
  if (first === undefined || first[1] < alternatives.length - 1 || first[1] === second?.[1]) return undefined
  return first[0]
}

/** Tells whether the value of a member rules an alternative out, or its absence. */
function isRuledOut(findings: readonly Finding[], name: string): boolean {
  return findings.some(({ names, kind }) => names.length === 1 && names[0] === name && kind !== 'stray')
}

function closest<One extends Alternative>(alternatives: readonly One[], isTagged: boolean): { readonly one: One } | undefined {
  const [one, next] = alternatives.toSorted(compare)
  if (one === undefined || next === undefined) return one && { one }
  if (compare(one, next) === 0) return undefined
  // An object without what every alternative needs, and with nothing that only one of them knows, was meant for none.
  const isGuess = !isTagged && lacks(one) > 0 && depth(next) > 0 && known(one) <= known(next)
  return isGuess ? undefined : { one }
}

function compare(a: Alternative, b: Alternative): number {
  return known(b) - known(a) || depth(b) - depth(a) || lacks(a) - lacks(b) || a.findings.length - b.findings.length
}

function known(alternative: Alternative): number {
  return own(alternative, 'known') ?? 0
}

function depth({ findings }: Alternative): number {
  return Math.min(...findings.map(({ names }) => names.length))
}

function lacks({ findings }: Alternative): number {
  return findings.filter(({ names, kind }) => names.length === 1 && (kind === 'missing' || kind === 'stray')).length
}
