/** Finds the numbers that ajv made of texts that nobody would call a number, or whose digits were lost. */

type Path = readonly string[]

/** A number that is not what its text says. */
export interface WrongNumber {
  readonly path: Path
  readonly expected: string
}

// What people write, and no more: to JavaScript a blank is 0, and `0x10` is 16.
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const DIGITS = /^[+-]?\d+$/

/** Compares what came with what ajv made of it. */
export function wrongNumber(came: unknown, made: unknown, path: Path = []): WrongNumber | undefined {
  if (typeof made === 'number') return typeof came === 'string' ? wrongText(came, made, path) : undefined
  if (typeof made !== 'object' || made === null) return undefined
  for (const [name, member] of Object.entries(made)) {
    const found = wrongNumber(memberOf(came, name, Array.isArray(made)), member, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}

function wrongText(text: string, made: number, path: Path): WrongNumber | undefined {
  // To ajv, the text `Infinity` is a number, and an integer too.
  if (!Number.isFinite(made)) return { path, expected: 'a finite number' }
  if (!DECIMAL.test(text)) return { path, expected: 'a number in decimal digits' }
  return DIGITS.test(text) && !Number.isSafeInteger(made)
    ? { path, expected: 'a number that is not rounded, at most 9007199254740991' }
    : undefined
}

// ajv makes a list of one value, and one value of a list of one.
function memberOf(came: unknown, name: string, inList: boolean): unknown {
  if (inList && !Array.isArray(came)) return came
  const member = typeof came === 'object' && came !== null ? (came as Readonly<Record<string, unknown>>)[name] : undefined
  return Array.isArray(member) && member.length === 1 ? member[0] : member
}
