/** Reads a path as it is declared in Express 5: `/orders/:id`, `/files/*rest`, `/orders{/:id}`. */
import { readPath8 } from '../path-8.js'
import { joined, NOTHING, PARAMETER, REST, type Shape } from '../shape.js'
import { type Parameter, waysThrough } from '../tokens.js'

/** Gives the paths that a declared one stands for: an optional part gives two. `undefined` where it cannot be read. */
export function readDeclared(path: string): readonly Shape[] | undefined {
  const tokens = readPath8(path)
  const ways = tokens && waysThrough(tokens)
  return ways?.map((way) => way.map(shapeOf).reduce(joined, NOTHING))
}

function shapeOf(part: string | Parameter): Shape {
  if (typeof part === 'string') return { text: part, names: [] }
  return { text: part.pattern === undefined ? PARAMETER : REST, names: [part.name] }
}
