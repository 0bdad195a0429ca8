/** Finds the ways in which a request may have come to a handler of Express: through which app, and where in its routers. */

import { assignOwn } from '../guard/bare.js'
import { read } from '../guard/read.js'
import { handlersOf, type Layer, layersOf, type Step, stepsOf } from './walk.js'

/** The parts of a request that say where in an app it is. */
export interface RoutedRequest {
  readonly app?: unknown
  readonly baseUrl?: string
  readonly path?: string
}

/** A handler that asks for the methods of a path. */
export interface AskingHandler {
  readonly name: string
  readonly length: number
}

/** One way in which a request may have come to the handler. */
export interface Way {
  /** What of the path led to the app, as the client wrote it; nothing where the server calls the app. */
  readonly before: string
  /** The same as it was declared; `undefined` where nobody tells. */
  readonly mountedAt: string | undefined
  readonly layers: readonly Layer[]
  readonly guest: readonly Layer[] | undefined
  readonly steps: readonly Step[]
}

// Tracers and helpers wrap the handlers of an app. What they copy are enumerable properties with names; they lose symbols.
const MARK = 'httpProblems'

/** Marks a handler, so that it is found where a tracer has wrapped it. */
export function recognizable<Handler extends object>(handler: Handler): Handler {
  return assignOwn(handler, { [MARK]: Symbol('handler') })
}

/** Tells whether a step is the handler that asks. Its path tells apart the places of one that is used in several. */
export function isAsking({ layer, path }: Step, asking: AskingHandler, req: RoutedRequest): boolean {
  return path === pathOf(req) && handlersOf(layer).some((handle) => markOf(handle) === markOf(asking))
}

function markOf(handler: unknown): unknown {
  const mark = read(handler, MARK)
  return typeof mark === 'symbol' ? mark : handler
}

/** Gives what a handler sees as the path of its request. */
export function pathOf(req: RoutedRequest): string {
  return req.path ?? '/'
}

/** Gives the ways of a request to the handler that asks, the likeliest first. */
export function* waysOf(req: RoutedRequest, asking: AskingHandler): Generator<Way> {
  const isEnd = (step: Step): boolean => isAsking(step, asking, req)
  for (const { app, guest } of appsOf(req)) {
    const layers = layersOf(app)
    for (const [before, path] of pathsIn(app, req)) {
      const mountedAt = before === '' ? '' : mountPathOf(app)
      yield { before, mountedAt, layers, guest, steps: stepsOf(layers, path, { isEnd, guest }) }
    }
  }
}

// Express sets `req.app` when an app begins, and only an app that it is mounted in sets it back. Where a function or a vhost called the app, it stays: the
// app that asks may be another one, to which the server gives its requests.
function* appsOf(req: RoutedRequest): Generator<{ readonly app: unknown; readonly guest: readonly Layer[] | undefined }> {
  const { app } = req
  yield { app, guest: undefined }
  for (const listener of listenersOf(read(read(req, 'socket'), 'server')))
    if (listener !== app) yield { app: listener, guest: layersOf(app) }
}

function listenersOf(server: unknown): readonly unknown[] {
  try {
    return Array.from((server as { listeners(event: string): readonly unknown[] }).listeners('request'))
  } catch {
    // What stands there is no server, as in a function of a cloud.
    return []
  }
}

// Whoever mounts or calls an app under more segments than these has long URLs; each costs a walk.
const MOST_SEGMENTS = 16

// `req.path` is relative to the router that asks, `req.baseUrl` leads to it from the outermost app. Which part of `baseUrl` belongs to the app nobody
// says: the longest comes first, since only a router takes off what stands in it.
function pathsIn(app: unknown, req: RoutedRequest): readonly (readonly [before: string, path: string])[] {
  const given = read(req, 'baseUrl')
  const base = typeof given === 'string' ? given : ''
  const starts = [...base.matchAll(/\//g)].slice(0, MOST_SEGMENTS).map(({ index }) => index)
  return [...starts.slice(segmentsAround(app)), base.length].map((start) => [
    base.slice(0, start),
    base.slice(start) + pathOf(req),
  ])
}

function mountPathOf(app: unknown): string | undefined {
  const parent = read(app, 'parent')
  if (typeof parent !== 'function') return undefined
  const mountPath = read(app, 'mountpath')
  return typeof mountPath === 'string' ? `${mountPathOf(parent) ?? ''}${mountPath.replace(/\/+$/, '')}` : undefined
}

/** Counts the segments of the path that an app is mounted under, as far as they are there for sure. */
function segmentsAround(app: unknown): number {
  const parent = read(app, 'parent')
  // An app is a function, in every version.
  if (typeof parent !== 'function') return 0
  const mountPath = read(app, 'mountpath')
  const segments = typeof mountPath === 'string' ? mountPath.split('/').filter((segment) => /^[^{}()*?+\\]+$/.test(segment)) : []
  return segments.length + segmentsAround(parent)
}
