/** The tokens of a declared path, whatever its syntax, and the paths that they stand for. */
import { owns } from '../../../schemas/json.js'
import { MOST_SHAPES } from './shape.js'

/** A part of a path: a text, a parameter, or several ways to go on. */
export type Token = string | Parameter | { readonly choices: readonly (readonly Token[])[] }

/** A parameter of a path. */
export interface Parameter {
  readonly name: string
  /** What its values look like, as the source of a RegExp; a segment where nothing is said. */
  readonly pattern?: string | undefined
}

/** One way through a path, without choices. */
export type Way = readonly (string | Parameter)[]

/** Gives the ways through a path, the longest first; `undefined` where there are too many. */
export function waysThrough(tokens: readonly Token[]): readonly Way[] | undefined {
  let ways: readonly Way[] = [[]]
  for (const token of tokens) {
    const steps = stepsOf(token)
    if (steps === undefined || ways.length * steps.length > MOST_SHAPES) return undefined
    ways = ways.flatMap((way) => steps.map((step) => [...way, ...step]))
  }
  return ways
}

// What one token may be; `undefined` where that is too much.
function stepsOf(token: Token): readonly Way[] | undefined {
  if (!isChoice(token)) return [[token]]
  const choices = token.choices.map(waysThrough)
  return choices.every((ways) => ways !== undefined) ? choices.flat() : undefined
}

function isChoice(token: Token): token is { readonly choices: readonly (readonly Token[])[] } {
  return typeof token === 'object' && owns(token, 'choices')
}
