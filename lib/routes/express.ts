/** Looks up, in the routers of an Express 4 or 5 app, which methods a path has. Replays the layers' own `match`; changes nothing. */
import { read } from '../problem/read.js'

/** One entry of a router's stack, as far as both versions of Express agree. */
interface Layer {
  readonly route?: { readonly methods?: Readonly<Record<string, boolean>> }
  readonly handle?: unknown
  readonly path: string
  /** Tells whether a path matches and leaves the matched part in `path`; since router 2.3 it gives the match itself. */
  readonly match: (path: string) => boolean | { readonly path: string } | undefined
}

/** The parts of a request that say where in an app it is. */
export interface RoutedRequest {
  readonly app?: unknown
  readonly baseUrl?: string
  readonly path?: string
}

/** What an app knows about a path. */
export interface PathMethods {
  /** The methods of the routes that match the path; empty where none does. */
  readonly allowed: readonly string[]
  /** Whether some route of the app has the method. */
  readonly knows: (method: string) => boolean
}

/**
 * Finds the methods of the path of a request. Routes behind `stopAt`, the handler that asks, are not counted: it answers before them.
 * A mounted app hides its routes from its parent, so it needs a handler of its own.
 */
export function pathMethods(req: RoutedRequest, stopAt?: unknown): PathMethods {
  const stack = stackOf(req.app)
  const methods = new Set<string>()
  collect(stack, pathInApp(req, stack, stopAt), stopAt, methods)
  if (methods.has('GET')) methods.add('HEAD')
  // Express answers OPTIONS by itself for every path that has routes.
  if (methods.size > 0) methods.add('OPTIONS')
  return { allowed: [...methods], knows: (method) => hasMethod(stack, method) }
}

function stackOf(app: unknown): readonly Layer[] {
  // Express 4 keeps its router in `_router` and throws from `router`.
  return layersOf(read(app, '_router') ?? read(app, 'router'))
}

function layersOf(router: unknown): readonly Layer[] {
  const stack = read(router, 'stack')
  return Array.isArray(stack) ? stack : []
}

/** Collects methods in the order of the stack; true as soon as the handler is reached that asks. */
function collect(stack: readonly Layer[], path: string, stopAt: unknown, methods: Set<string>): boolean {
  for (const layer of stack) {
    if (stopAt !== undefined && layer.handle === stopAt) return true
    const rest = restAfter(layer, path)
    if (rest === undefined) continue
    for (const method of routeMethods(layer)) methods.add(method)
    if (collect(layersOf(layer.handle), rest, stopAt, methods)) return true
  }
  return false
}

function routeMethods({ route }: Layer): string[] {
  // `router.all()` marks its route with `_all`: it has answered nothing when this code asks.
  return Object.keys(route?.methods ?? {})
    .filter((method) => method !== '_all')
    .map((method) => method.toUpperCase())
}

/** Gives what a layer leaves of a path for the router inside it; `undefined` where it does not match. */
function restAfter(layer: Layer, path: string): string | undefined {
  try {
    const match = layer.match(path)
    if (!match) return undefined
    const rest = path.slice((match === true ? layer.path : match.path).length)
    return rest.startsWith('/') ? rest : `/${rest}`
  } catch {
    // A path whose percent-encoding is malformed matches nothing.
    return undefined
  }
}

// `req.path` is relative to the router that asks, `req.baseUrl` leads to it from the outermost app. Inside a mounted app only a part
// of `baseUrl` belongs to the app: the part for which the way down to the asking handler leaves exactly `req.path`.
function pathInApp(req: RoutedRequest, stack: readonly Layer[], stopAt: unknown): string {
  const path = req.path ?? '/'
  const base = req.baseUrl ?? ''
  if (read(req.app, 'parent') === undefined) return base + path
  const way = wayTo(stack, stopAt) ?? []
  const starts = [base.length, ...[...base.matchAll(/\//g)].map(({ index }) => index).reverse()]
  // None fits where a middleware has rewritten the two.
  return starts.map((start) => base.slice(start) + path).find((candidate) => follow(way, candidate) === path) ?? path
}

function wayTo(stack: readonly Layer[], handler: unknown): readonly Layer[] | undefined {
  for (const layer of stack) {
    if (layer.handle === handler) return []
    const way = wayTo(layersOf(layer.handle), handler)
    if (way !== undefined) return [layer, ...way]
  }
  return undefined
}

function follow(way: readonly Layer[], path: string): string | undefined {
  let rest: string | undefined = path
  for (const layer of way) {
    if (rest === undefined) return undefined
    rest = restAfter(layer, rest)
  }
  return rest
}

function hasMethod(stack: readonly Layer[], method: string): boolean {
  return stack.some((layer) => routeMethods(layer).includes(method) || hasMethod(layersOf(layer.handle), method))
}
