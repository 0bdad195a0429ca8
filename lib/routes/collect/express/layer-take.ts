/** Asks a layer of Express which part of a path it takes, with nothing but the expressions that Express compiled. */
import { listOf, read } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import { REST } from '../shape.js'
import type { LayerPaths } from './layer-paths.js'

/** Gives what asks a layer of a router for the part that it takes of a path; `undefined` where it has one path, and takes as many segments as that has. */
export function takeOf(layer: unknown, { shapes, unread }: LayerPaths): ((path: string) => string | undefined) | undefined {
  // An expression of the app's own may remember where it matched.
  if (unread.length > 0 || (shapes.length < 2 && !shapes.some(({ text }) => text.includes(REST)))) return undefined
  const expression = stored(layer, 'regexp')
  const matchers = listOf(stored(layer, 'matchers'))
  return (path) => {
    try {
      if (expression !== undefined) return RegExp.prototype.exec.call(expression as RegExp, path)?.[0]
      for (const matcher of matchers) {
        const taken = read((matcher as (path: string) => unknown)(path), 'path')
        if (typeof taken === 'string') return taken
      }
    } catch {
      // A layer that cannot be asked takes what its path says.
    }
    return undefined
  }
}
