/** Reads the paths of a layer of Express: each version keeps them in another way. */
import { itemsOf, listOf } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import { distinct, NOTHING, type Shape } from '../shape.js'
import { type CompiledPath, readCompiled } from './compiled-path.js'
import { readDeclared } from './declared-path.js'
import { seeExpression, sourceOf } from './watched-matcher.js'

/** The paths of a layer, and those that cannot be read. */
export interface LayerPaths {
  readonly shapes: readonly Shape[]
  readonly unread: readonly Unread[]
}

/** A path that cannot be read. */
export interface Unread {
  /** As far as it is known. */
  readonly path: string
  readonly reason: string
}

/** Reads the paths of a layer; `strict` routers tell `/orders/` from `/orders`. */
export function pathsOf(layer: unknown, isStrict: boolean): LayerPaths {
  const route = stored(layer, 'route')
  const found = route === undefined ? mountPaths(layer) : routePaths(layer, route, isStrict)
  const shapes: Shape[] = []
  const unread: Unread[] = []
  for (const one of found) {
    if ('reason' in one) unread.push(one)
    else if (isServed(one)) shapes.push(isStrict ? one : { ...one, text: withoutEnd(one.text) })
    else unread.push({ path: one.text, reason: UNSERVED })
  }
  return { shapes: distinct(shapes), unread }
}

type Found = Shape | Unread

function routePaths(layer: unknown, route: unknown, isStrict: boolean): readonly Found[] {
  const path = stored(route, 'path')
  const source = sourceOf(path)
  if (source !== undefined) return [byExpression(source)]
  const expression = stored(layer, 'regexp')
  const found = expression === undefined ? declared(path, isStrict) : compiled(expression, layer)
  return found.flatMap((one) => {
    if ('reason' in one) return typeof path === 'string' ? { ...one, path } : one
    if (one.text !== '/' && one.text !== '') return one
    // A router takes its path off the request, which is then `/`, and never empty.
    return isStrict && one.text === '' ? [] : NOTHING
  })
}

function mountPaths(layer: unknown): readonly Found[] {
  const expression = stored(layer, 'regexp')
  if (expression !== undefined) return compiled(expression, layer)
  if (stored(layer, 'slash') === true) return [NOTHING]
  const rawPath = stored(layer, 'rawPath')
  if (rawPath !== undefined) return declared(rawPath, false)
  return itemsOf(stored(layer, 'matchers'))?.flatMap(watched) ?? [{ path: '', reason: UNKNOWN_VERSION }]
}

function declared(path: unknown, isStrict: boolean): readonly Found[] {
  const paths: readonly unknown[] = Array.isArray(path) ? listOf(path.flat(Number.POSITIVE_INFINITY)) : [path]
  return paths.flatMap((one): readonly Found[] => {
    if (typeof one !== 'string') return [unreadable(one)]
    return readDeclared(isStrict || one === '/' ? one : withoutEnd(one)) ?? [{ path: one, reason: UNREADABLE }]
  })
}

// Express 4 has one expression for all paths of a layer.
function compiled(expression: unknown, layer: unknown): readonly Found[] {
  const source = sourceOf(expression)
  if (source === undefined) return [{ path: '', reason: UNKNOWN_VERSION }]
  const captures = listOf(stored(layer, 'keys')).map((key) => ({ name: stored(key, 'name') as string | number }))
  return readCompiled(source, captures).flatMap(read)
}

// Express 5.0 to 5.2.
function watched(matcher: unknown): readonly Found[] {
  const seen = seeExpression(matcher)
  if (seen === undefined) return [{ path: '', reason: UNSEEN }]
  if (seen.captures === undefined) return [byExpression(seen.source)]
  const [path] = readCompiled(seen.source, seen.captures) as readonly [CompiledPath]
  return read(path)
}

function read({ source, shapes }: CompiledPath): readonly Found[] {
  return shapes ?? [byExpression(source)]
}

function unreadable(path: unknown): Unread {
  const source = sourceOf(path)
  return source === undefined ? { path: '', reason: UNREADABLE } : byExpression(source)
}

function byExpression(source: string): Unread {
  return { path: source, reason: EXPRESSION }
}

function withoutEnd(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path
}

// What OpenAPI gives a meaning of its own, and what begins the query or the fragment.
function isServed({ text }: Shape): boolean {
  return (text === '' || text.startsWith('/')) && !/[{}?#]/.test(text)
}

const EXPRESSION =
  'A regular expression says which paths it matches, and OpenAPI has no way to write that. Declare a path, or describe the operation by hand.'
const UNREADABLE = 'Its path cannot be read. Declare it as a text that Express documents.'
const UNSERVED =
  'No request can have this path: it does not begin with a slash, or has a character that ends a path or that OpenAPI keeps for itself.'
const UNSEEN =
  'This version of Express hides the path of a mounted router in a closure, and it cannot be seen where RegExp.prototype is frozen or of another realm. Use Express 5.3 or later.'
const UNKNOWN_VERSION = 'The router is none of Express 4.17 to 5.3, so its paths are not known.'
