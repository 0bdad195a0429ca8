/** What stands in front of the routes of a router of Koa, found by the path of a route. */
import type { Saying } from './gather.js'
import type { KoaLayer } from './koa-layer.js'

/** The layers so far that say something. */
export interface Front {
  readonly add: (layer: KoaLayer, sayings: readonly Saying[]) => void
  /** Gives what the layers say that a request for a path meets, in their order. */
  readonly at: (path: string) => readonly Saying[]
}

interface Entry {
  readonly index: number
  readonly regexp: RegExp
  readonly sayings: readonly Saying[]
}

/**
 * Makes a list of layers that is empty. A router of Koa has the layers of all routers in it in one list, so each layer stands under the text with which its
 * paths begin: to ask every layer about every route would take a time that grows with their product.
 */
export function createFront(): Front {
  const byStart = new Map<string, Entry[]>()
  let count = 0

  return {
    add(layer, sayings) {
      if (sayings.length === 0) return
      const start = startOf(layer)
      const entry = { index: count++, regexp: layer.regexp, sayings }
      byStart.set(start, [...(byStart.get(start) ?? []), entry])
    },
    at(path) {
      if (count === 0) return []
      // Most routers take a path in any case.
      const lower = path.toLowerCase()
      const starts = Array.from({ length: path.length + 1 }, (_, end) => byStart.get(lower.slice(0, end)) ?? [])
      const met = starts.flat().filter(({ regexp }) => regexp.test(path))
      return met.toSorted((one, other) => one.index - other.index).flatMap((entry) => entry.sayings)
    },
  }
}

function startOf({ path, regexp }: KoaLayer): string {
  // Without its anchor, the expression of a layer of version 14 finds its path anywhere.
  return regexp.source.startsWith('^') ? textAtStart(path).toLowerCase() : ''
}

/** Gives the text with which every path of a layer begins. */
export function textAtStart(path: unknown): string {
  return typeof path === 'string' ? path.replace(/[^\w/.~%@&=,;'-][^]*$/, '') : ''
}
