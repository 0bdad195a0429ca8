/** The routers around a route, and what is said in them on the way to it. */
import type { Saying } from '../gather.js'
import { filled, isBelow, segmentsOf } from '../shape.js'

/** A layer in front of others that says something. */
export interface Front {
  /** The segments of its paths. */
  readonly outers: readonly (readonly string[])[]
  readonly sayings: readonly Saying[]
}

/** A router on the way to a route, and its layer through which the way goes on. */
export interface Around {
  readonly router: object
  readonly isCaseSensitive: boolean
  /** Where the part of the path that this router sees begins, and where the path of the layer ends. */
  readonly start: number
  readonly end: number
  /** The layers in front of that layer. */
  readonly fronts: readonly Front[]
  /** What is said by that layer, and by the handlers of its parameters. */
  readonly sayings: readonly Saying[]
  /** Gives the part of a path that the layer takes; none where it can be only one. */
  readonly take: ((path: string) => string | undefined) | undefined
}

/** Gives what is said on the way to a route, the outermost first: only what counts for its path. */
export function sayingsAround(text: string, ways: readonly Around[]): readonly Saying[] {
  return ways.flatMap(({ fronts, sayings, start, isCaseSensitive }) => {
    if (fronts.length === 0) return sayings
    const path = segmentsOf(text.slice(start), isCaseSensitive)
    const counting = fronts.filter(({ outers }) => outers.some((outer) => isBelow(path, outer)))
    return [...counting.flatMap((front) => front.sayings), ...sayings]
  })
}

/**
 * Tells whether a request comes to a route. A layer with several paths takes the first that matches: where `{/:lang}` is in front of `/about`, a request
 * for `/about` has a language and no page.
 */
export function isReached(text: string, ways: readonly Around[]): boolean {
  return ways.every(({ start, end, take }) => {
    if (take === undefined) return true
    const path = filled(text.slice(start))
    const taken = take(path === '' ? '/' : path)
    return taken === undefined || withoutEnd(taken) === withoutEnd(path.slice(0, end - start))
  })
}

function withoutEnd(path: string): string {
  return path.replace(/\/+$/, '')
}
