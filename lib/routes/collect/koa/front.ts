/** What stands in front of the routes of a router of Koa, found by the path of a route. */
import type { Saying } from '../gather.js'
import type { KoaLayer } from './layer.js'

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
  let [count, isAnchored] = [0, true]

  return {
    add({ path, regexp }, sayings) {
      if (sayings.length === 0) return
      // Most routers take a path in upper and lower case.
      const start = textAtStart(path).toLowerCase()
      // Without an anchor, the expression of a layer of version 14 finds its path behind any slash.
      isAnchored &&= regexp.source.startsWith('^')
      const entries = byStart.get(start)
      const entry = { index: count++, regexp, sayings }
      if (entries === undefined) byStart.set(start, [entry])
      else entries.push(entry)
    },
    at(path) {
      if (count === 0) return NOTHING
      const near = new Set<Entry>(byStart.get(''))
      const lower = path.toLowerCase()
      for (let from = 0; from >= 0; from = isAnchored ? -1 : lower.indexOf('/', from + 1))
        for (let end = from + 1; end <= lower.length; end++)
          for (const entry of byStart.get(lower.slice(from, end)) ?? NOTHING) near.add(entry)
      const met = [...near].filter(({ regexp }) => regexp.test(path))
      return met.toSorted((one, other) => one.index - other.index).flatMap((entry) => entry.sayings)
    },
  }
}

const NOTHING = [] as const

/** Gives the text with which every path of a layer begins: nothing where it does not begin with a slash. */
export function textAtStart(path: unknown): string {
  return typeof path === 'string' ? (/^\/[\w/.~%@&=,;'-]*/.exec(path)?.[0] ?? '') : ''
}
