/** The user's own table of errors: which become which problem, asked before every family. */

import { isProblemClass } from '../define/problem-class.js'
import type { ReportFault } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { causesOf, isError, itemsOf, read } from '../guard/read.js'
import { wrongArgument, wrongOption } from '../guard/refuse.js'
import type { AnyClass } from '../problem/brand.js'
import type { HttpProblem } from '../problem/problem.js'
import { isClass, problemOfClass, problemOrNothing, type SimpleProblemClass } from './outcome.js'

/** One entry of the option `map`; the function `map` makes it. */
export interface ErrorMapper {
  /** Tells whether the entry is for an error. */
  readonly handles: (error: unknown) => boolean
  /** Gives the problem of such an error, or `undefined` to leave it to whoever is asked next. */
  readonly convert: (error: unknown) => HttpProblem | undefined
}

/** An entry with its place in the options. */
export interface PlacedMapper extends ErrorMapper {
  readonly place: string
  /** Who has the entry: a handler, or a scope of routes. */
  readonly owner: 'map' | 'scope'
}

/** What became of an error: a problem, another error in its place, or nothing. */
export type Mapped = ({ readonly problem: HttpProblem } | { readonly instead: unknown }) & Pick<PlacedMapper, 'owner'>

/**
 * Makes an entry of the option `map`: errors of a class, or those that a predicate picks, become a problem. A problem class gets the error
 * as its `cause`. A function returns the problem, or `undefined` to leave the error to the next entry; what it throws takes the error's place.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where an argument is no class and no function
 * @example
 * class OutOfStock extends Error {
 *   left = 0
 * }
 * const options = {
 *   map: [map(OutOfStock, (error) => new Conflict(`Only ${error.left} are left.`, { cause: error })), map(RangeError, BadRequest)],
 * }
 * console.log(toProblem(new OutOfStock(), options).detail) // Only 0 are left.
 */
export function map<Thrown>(
  target: AnyClass<Thrown> | ((error: unknown) => error is Thrown),
  outcome: SimpleProblemClass | ((error: Thrown) => HttpProblem | undefined),
): ErrorMapper
// Of several overloads TypeScript tells why the last one does not fit, so this one takes every target.
export function map(
  target: AnyClass | ((error: unknown) => boolean),
  outcome: SimpleProblemClass | ((error: unknown) => HttpProblem | undefined),
): ErrorMapper
export function map(target: unknown, outcome: unknown): ErrorMapper {
  if (typeof target !== 'function') throw wrongArgument('map', 'an error class or a predicate first', target)
  if (typeof outcome !== 'function') throw wrongArgument('map', 'a problem class or a function second', outcome)
  if (isClass(outcome) && !isProblemClass(outcome))
    throw wrongArgument('map', 'a problem class or a function second', 'another class')
  return {
    // The predicate is called as a function, so that its result is what it says.
    handles: isClass(target) ? (error) => error instanceof target : (error) => Boolean(target(error)),
    convert: isProblemClass(outcome) ? (error) => problemOfClass(outcome, error) : (error) => outcome(error),
  }
}

/** Checks the option `map`. */
export function prepareMappers(given: unknown, owner = 'options'): readonly PlacedMapper[] {
  if (given === undefined) return []
  const items = itemsOf(given)
  if (items === undefined) throw wrongOption(`${owner}.map`, 'a list of entries made by map()', given)
  return items.map((item, index) => {
    const place = `${owner}.map[${index}]`
    const handles = read(item, 'handles')
    const convert = read(item, 'convert')
    if (typeof handles !== 'function' || typeof convert !== 'function') throw wrongOption(place, 'an entry made by map()', item)
    return {
      place,
      owner: owner === 'problemScope' ? 'scope' : 'map',
      handles: handles as ErrorMapper['handles'],
      convert: convert as ErrorMapper['convert'],
    }
  })
}

/** Asks the entries in their order. One that fails or answers nonsense is reported, and the next is asked. */
export function askMappers(mappers: readonly PlacedMapper[], thrown: unknown, report: ReportFault): Mapped | undefined {
  for (const { place, owner, handles, convert } of mappers) {
    const fault = (expected: string, got: string): void => report('ERR_PROBLEM_HOOK', place, expected, got)
    try {
      if (!handles(thrown)) continue
    } catch {
      fault('a class or predicate that does not throw', 'one that did')
      continue
    }
    try {
      const problem = problemOrNothing(convert(thrown), fault)
      if (problem !== undefined) return { problem, owner }
    } catch (instead) {
      if (instead === thrown) continue
      if (isMeant(instead, thrown)) return { instead, owner }
      fault('a problem, undefined, or a throw of another error', `a throw of ${nameValue(instead)} by mistake`)
    }
  }
  return undefined
}

// What the engine throws where code is wrong: `error.meta.target[0]` of an error without `meta`.
const MISTAKES = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'URIError', 'EvalError'])

// A mistake that the entry took out of the error was there before, and so it was thrown on purpose.
function isMeant(instead: unknown, thrown: unknown): boolean {
  if (!isError(instead)) return false
  return !MISTAKES.has(String(read(instead, 'name'))) || causesOf(thrown).includes(instead)
}
