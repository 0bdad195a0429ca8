/** Walks through the routers of an Express 4 or 5 app as a request for a path does. Replays the layers' own `match`; changes nothing. */
import { read } from '../guard/read.js'
import { namedMethods } from './methods.js'

/** One entry of a router's stack, as far as all versions of Express agree. */
export interface Layer {
  /** The name of the handler when it was added; what wraps a handler afterwards leaves it alone. */
  readonly name?: string
  readonly route?: { readonly methods?: Readonly<Record<string, boolean>>; readonly stack?: unknown; readonly path?: unknown }
  readonly handle?: unknown
  readonly path: string
  /** Express 4 has one; the router of Express 5 has matchers. */
  readonly regexp?: unknown
  /** Tells whether a path matches, and leaves the matched part in `path` and the values of parameters in `params`; since router 2.3 it gives the match. */
  readonly match: (path: string) => boolean | Match | undefined
  readonly params?: unknown
}

/** What a layer takes of a path. */
export interface Match {
  readonly path: string
  readonly params?: unknown
  /** What the app declared, since router 2.3. */
  readonly pattern?: unknown
}

/** A layer that a request meets. */
export interface Step {
  readonly layer: Layer
  /** The path that came to its router. */
  readonly given: string
  /** What its handlers see in `req.path`. */
  readonly path: string
  /** Whether routes or routers were added in front of it. */
  readonly isBehindRoutes: boolean
  /** The step into the router that has it; none in the outermost. */
  readonly into: Step | undefined
}

/** What a walk has to know. */
export interface Walk {
  /** Tells whether a step is the end of its router: no request comes past it, out of the router apart. */
  readonly isEnd: (step: Step) => boolean
  /** The layers of an app that some function calls. Nobody sees which one, so each may. */
  readonly guest?: readonly Layer[] | undefined
}

/** Gives the layers of an app, or of a router; none where a value is neither. */
export function layersOf(app: unknown): readonly Layer[] {
  // Express 4 keeps the router of an app in `_router` and throws from `router`.
  for (const router of [app, read(app, '_router'), read(app, 'router')]) {
    const layers = listOf(read(router, 'stack'))
    if (layers.length > 0) return layers
  }
  return []
}

/** Lists the layers that match a path, in the order in which a request meets them. */
export function stepsOf(layers: readonly Layer[], path: string, walk: Walk): readonly Step[] {
  const steps: Step[] = []
  take(layers, path, walk, { steps, around: [], isBehindRoutes: false, into: undefined })
  return steps
}

/** The steps so far, and the routers around, each with the path that came into it. */
interface Progress {
  readonly steps: Step[]
  readonly around: readonly (readonly [layers: readonly Layer[], path: string])[]
  readonly isBehindRoutes: boolean
  readonly into: Step | undefined
}

function take(layers: readonly Layer[], path: string, walk: Walk, progress: Progress): void {
  const { steps, around, into } = progress
  let { isBehindRoutes } = progress
  // A router that is used inside of itself leads on only as long as it takes something off the path.
  if (around.some(([outer, seen]) => outer === layers && seen === path)) return
  for (const layer of layers) {
    const rest = restAfter(layer, path)
    if (rest !== undefined) {
      const step = { layer, given: path, path: rest, isBehindRoutes, into }
      steps.push(step)
      if (walk.isEnd(step)) return
      for (const inner of innerLayers(layer, walk.guest))
        take(inner, rest, walk, { steps, around: [...around, [layers, path]], isBehindRoutes, into: step })
    }
    isBehindRoutes ||= layer.route !== undefined || innerLayers(layer).length > 0
  }
}

/** Gives the handlers of a layer: its own, or those of its route. */
export function handlersOf(layer: Layer): readonly unknown[] {
  if (layer.route === undefined) return [layer.handle]
  return listOf(read(layer.route, 'stack')).map(({ handle }) => handle)
}

/** Tells whether a layer is a function that nobody can look into, and like another handler one for errors or for requests. */
export function isLike(handler: { readonly length: number }, { route, handle }: Layer): boolean {
  if (route !== undefined || typeof handle !== 'function' || layersOf(handle).length > 0) return false
  // Express knows an error handler by its four parameters.
  return (handle.length === 4) === (handler.length === 4)
}

/** Gives the methods that the route of a layer names. */
export function routeMethods({ route }: Layer): readonly string[] {
  // `router.all()` marks its route with `_all`, `app.all()` adds each method that Node knows.
  return namedMethods(Object.keys(route?.methods ?? {}).filter((method) => method !== '_all')).map((method) =>
    method.toUpperCase(),
  )
}

/** Tells whether some route names a method, whatever its path is. */
export function hasMethod(layers: readonly Layer[], method: string, seen = new Set<unknown>()): boolean {
  if (seen.has(layers)) return false
  seen.add(layers)
  return layers.some(
    (layer) => routeMethods(layer).includes(method) || innerLayers(layer).some((inner) => hasMethod(inner, method, seen)),
  )
}

const CALLER = { length: 3 }

function innerLayers(layer: Layer, guest?: readonly Layer[]): readonly (readonly Layer[])[] {
  if (guest !== undefined && isLike(CALLER, layer)) return [guest]
  // `app.all()` adds the same router once for each method.
  return [...new Set(handlersOf(layer).map(layersOf))].filter((inner) => inner.length > 0)
}

/** Gives the path that the handlers of a layer see; `undefined` where a request does not come to them. */
function restAfter(layer: Layer, path: string): string | undefined {
  const matched = matchOf(layer, path)?.path
  if (matched === undefined) return undefined
  // A route takes nothing off the path.
  if (matched === '' || layer.route !== undefined) return path
  // What Express itself demands, since a pattern may match anywhere: the beginning of the path, and whole segments of it.
  const rest = path.slice(matched.length)
  const boundary = read(layer, 'regexp') === undefined ? /^(?:\/|$)/ : /^(?:[/.]|$)/
  if (!path.startsWith(matched) || !boundary.test(rest)) return undefined
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Matches a path; `undefined` where the layer does not take it. */
export function matchOf(layer: Layer, path: string): Match | undefined {
  try {
    const match = layer.match(path)
    if (!match) return undefined
    return match === true ? layer : match
  } catch {
    // A path whose percent-encoding is malformed matches nothing.
    return undefined
  }
}

function listOf(value: unknown): readonly Layer[] {
  // Express keeps layers in both of its lists.
  return Array.isArray(value) ? (value as readonly Layer[]) : []
}
