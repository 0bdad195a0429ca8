/** The tokens of a path of @koa/router, whatever its syntax, and the paths that they stand for. */
import { owns } from '../../../../schemas/json.js'

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

/** More optional parts than this makes of a path are no paths to document. */
export const MOST_WAYS = 64

/** Gives the ways through a path, the longest first; `undefined` where there are too many. */
export function waysThrough(tokens: readonly Token[]): readonly Way[] | undefined {
  let ways: readonly Way[] = [[]]
  for (const token of tokens) {
    const steps = isChoice(token) ? token.choices.map(waysThrough) : [[[token]]]
    const next: Way[] = []
    for (const step of steps) {
      if (step === undefined) return undefined
      next.push(...ways.flatMap((way) => step.map((further) => [...way, ...further])))
    }
    if (next.length > MOST_WAYS) return undefined
    ways = next
  }
  return ways
}

function isChoice(token: Token): token is { readonly choices: readonly (readonly Token[])[] } {
  return typeof token === 'object' && owns(token, 'choices')
}
