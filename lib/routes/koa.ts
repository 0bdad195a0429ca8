/** Reads what @koa/router left on a context: the layers that matched the path, and the methods that the router knows. */
import { read } from '../guard/read.js'
import { namedMethods, type PathMethods } from './methods.js'

/** Reads the methods from `ctx.matched` and `ctx.router`; `undefined` where no router ran. */
export function matchedMethods(ctx: object): PathMethods | undefined {
  const matched = read(ctx, 'matched')
  if (!Array.isArray(matched)) return undefined
  const allowed = [...new Set(matched.flatMap((layer) => namedMethods(textList(read(layer, 'methods')))))]
  const implemented = textList(read(read(ctx, 'router'), 'methods'))
  return { allowed, knows: (method) => implemented.includes(method) || allowed.includes(method) }
}

function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
