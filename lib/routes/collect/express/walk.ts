/** Walks through the routers of an Express app, and keeps what is said in front of each route. */
import { listOf } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import type { RouteRecord, SkippedRoute } from '../../record.js'
import { gather, type Saying, sayingsOf } from '../gather.js'
import { joined, NOTHING, type Shape, segmentsOf, template } from '../shape.js'
import { type Around, type Front, isReached, sayingsAround } from './around.js'
import { handleOf, innerRouter, isHidden } from './layer-handle.js'
import { type LayerPaths, pathsOf } from './layer-paths.js'
import { takeOf } from './layer-take.js'
import { routeMethodsOf } from './methods.js'
import { type ExpressRouter, routerOf } from './router.js'

/** A router that the walk is in. */
interface Place {
  readonly router: object
  readonly prefix: Shape
  readonly around: readonly Around[]
  readonly isStrict: boolean
  readonly isCaseSensitive: boolean
  /** What was said so far in this router. */
  readonly fronts: Front[]
}

/** A walk, and what it has found so far. */
export class ExpressWalk {
  readonly records: RouteRecord[] = []
  readonly skipped: SkippedRoute[] = []

  /** Notes what cannot be read. */
  skip(path: string, reason: string, method?: string): void {
    this.skipped.push({ ...(method !== undefined && { method }), path, reason })
  }

  /** Goes through the layers of a router. `prefix` is the path to it, `around` are the routers on the way, the outermost first. */
  through({ router, stack }: ExpressRouter, prefix: Shape = NOTHING, around: readonly Around[] = []): void {
    const isStrict = stored(router, 'strict') === true
    const isCaseSensitive = stored(router, 'caseSensitive') === true
    const place: Place = { router, prefix, around, isStrict, isCaseSensitive, fronts: [] }
    for (const layer of listOf(stack)) {
      const route = stored(layer, 'route')
      if (route === undefined) this.#middleware(layer, place)
      else this.#route(layer, route, place)
    }
  }

  #route(layer: unknown, route: unknown, place: Place): void {
    const paths = pathsOf(layer, place.isStrict)
    for (const { method, layers } of routeMethodsOf(route)) {
      this.#skipUnread(paths, place, method)
      for (const shape of paths.shapes) {
        const whole = joined(place.prefix, shape)
        const ways = [...place.around, here(place, shape, parameterSayings(place.router, shape))]
        if (!isReached(whole.text, ways)) continue
        const path = template(whole)
        if (path.includes('//')) {
          this.skip(path, EMPTY_SEGMENT, method)
          continue
        }
        if (layers.some((own) => routerOf(handleOf(own)) !== undefined)) this.skip(path, ROUTER_IN_ROUTE, method)
        if (layers.some(isHidden)) this.skip(path, HIDDEN, method)
        const own = layers.flatMap((one) => sayingsOf(handleOf(one), () => `of ${method} ${path}`))
        this.records.push({ method, path, problems: gather([...sayingsAround(whole.text, ways), ...own], method) })
      }
    }
  }

  #middleware(layer: unknown, place: Place): void {
    const inner = innerRouter(layer, place.router)
    let paths: LayerPaths | undefined
    const where = (): LayerPaths => {
      paths ??= pathsOf(layer, false)
      return paths
    }
    const words = (): string => `in front of ${template(joined(place.prefix, where().shapes[0] ?? NOTHING))}`
    const sayings = sayingsOf(handleOf(layer), words)
    const reason = inner === 'hidden' || (inner === 'none' && sayings.length === 0 && isHidden(layer)) ? HIDDEN : undefined
    if (reason === undefined && sayings.length === 0 && typeof inner === 'string') return
    this.#skipUnread(where(), place)
    if (reason !== undefined) for (const shape of where().shapes) this.skip(template(joined(place.prefix, shape)), reason)
    else if (typeof inner === 'string') place.fronts.push(front(where().shapes, sayings, place))
    else this.#into(inner, layer, where(), sayings, place)
  }

  #into(inner: ExpressRouter, layer: unknown, paths: LayerPaths, sayings: readonly Saying[], place: Place): void {
    const take = takeOf(layer, paths)
    for (const shape of paths.shapes) {
      const prefix = joined(place.prefix, shape)
      const way = here(place, shape, [...parameterSayings(place.router, shape), ...sayings], take)
      const around = [...place.around, way]
      if (around.some(({ router }) => router === inner.router)) this.skip(template(prefix), CIRCLE)
      else this.through(inner, prefix, around)
    }
  }

  #skipUnread({ unread }: LayerPaths, { prefix }: Place, method?: string): void {
    for (const { path, reason } of unread)
      this.skip(`${prefix.text === '' ? '' : template(prefix)}${path}` || '/', reason, method)
  }
}

function here(place: Place, shape: Shape, sayings: readonly Saying[], take?: Around['take']): Around {
  const { router, isCaseSensitive, fronts, prefix } = place
  const start = prefix.text.length
  return { router, isCaseSensitive, fronts, start, end: start + shape.text.length, sayings, take }
}

function front(shapes: readonly Shape[], sayings: readonly Saying[], { isCaseSensitive }: Place): Front {
  return { outers: shapes.map(({ text }) => segmentsOf(text, isCaseSensitive)), sayings }
}

// Handlers of `router.param()` run for each layer of their router that has the parameter.
function parameterSayings(router: object, { names }: Shape): readonly Saying[] {
  if (names.length === 0) return []
  const handlers = stored(router, 'params')
  return names.flatMap((name) =>
    listOf(stored(handlers, name)).flatMap((handler) => sayingsOf(handler, () => `for the parameter ${name}`)),
  )
}

const EMPTY_SEGMENT =
  'Only requests with an empty segment come to this path, as Express 5 takes `/` in a list of mount paths by the letter. Mount the router once more, without a path.'
const HIDDEN =
  'Another function stands around a handler here, as those of a tracer or of express-async-errors do, and hides what is behind it. Collect the routes in a process that does not load it.'
const ROUTER_IN_ROUTE =
  'The route has a router among its handlers, and the paths of both have to match at once, which no path of OpenAPI says. Mount the router with `use()`.'
const CIRCLE = 'The router is mounted inside of itself, so its paths have no end.'
