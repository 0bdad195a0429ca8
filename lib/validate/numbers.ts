/** Says what is wrong with a text that stands for a number: nobody would call it one, or its digits would be lost. */
import type { MembersFinding } from '../../schemas/check.js'
import { expectedBy } from '../../schemas/findings/expected.js'
import { valueAt } from '../../schemas/json.js'
import { read } from '../guard/read.js'
import { numberExpected } from './conversion/decimal.js'

type Path = readonly string[]

/** A number that is not what its text says. */
export interface WrongNumber {
  readonly path: Path
  readonly expected: string
}

/** Compares what came with what the user's own ajv made of it. */
export function wrongNumber(came: unknown, made: unknown, path: Path = []): WrongNumber | undefined {
  if (typeof made === 'number') {
    const expected = typeof came === 'string' ? numberExpected(came) : undefined
    return expected === undefined ? undefined : { path, expected }
  }
  if (typeof made !== 'object' || made === null) return undefined
  for (const [name, member] of Object.entries(made)) {
    const found = wrongNumber(memberOf(came, name, Array.isArray(made)), member, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}

// ajv makes a list of one value, and one value of a list of one.
function memberOf(came: unknown, name: string, inList: boolean): unknown {
  if (inList && !Array.isArray(came)) return came
  const member = read(came, name)
  return Array.isArray(member) && member.length === 1 ? member[0] : member
}

const NUMBERS = ['integer', 'number'].map((type) => expectedBy('type', { type }))

/** Says more of a fault where the schema has a number and the text is one that cannot be kept. */
export function withReason(fault: MembersFinding, whole: unknown): MembersFinding {
  if (fault.keyword !== 'type' || !NUMBERS.some((words) => fault.expected.includes(words))) return fault
  const value = valueAt(whole, fault.pointer)
  return { ...fault, expected: (typeof value === 'string' ? numberExpected(value) : undefined) ?? fault.expected }
}
