/** Walks through the layers of a router of @koa/router 13, 14 and 15. */
import { listOf } from '../../guard/read.js'
import { stored } from '../../guard/stored.js'
import { namedMethods } from '../methods.js'
import type { RouteRecord, SkippedRoute } from '../record.js'
import { gather, type Saying, sayingsOf } from './gather.js'
import { createFront, type Front, textAtStart } from './koa-front.js'
import { isComposed, mountPath, paramHandler, routerOf } from './koa-hidden.js'
import { type KoaLayer, layerOf, pathsOf, UNREADABLE } from './koa-layer.js'

/** What stands around a router, or around an app that is mounted. */
export interface Surroundings {
  /** The path that koa-mount takes off. */
  readonly base: string
  /** What stands in front says. */
  readonly sayings: readonly Saying[]
}

/** What a walk has found so far. */
export interface Found {
  readonly records: RouteRecord[]
  readonly skipped: SkippedRoute[]
}

/** Adds the routes of a router. */
export function walkRouter(router: unknown, { base, sayings }: Surroundings, found: Found): void {
  const front = createFront()
  // Such a router runs one layer alone, which is that of the route.
  const isExclusive = stored(router, 'exclusive') === true
  for (const value of listOf(stored(router, 'stack'))) {
    const layer = layerOf(value)
    if (layer === undefined) found.skipped.push({ path: base === '' ? '/' : base, reason: UNREADABLE.form })
    else if (layer.methods.length > 0) addRoutes(layer, { base, sayings, front, isExclusive }, found)
    else {
      const place = `${base}${textAtStart(layer.path)}`
      const said = sayingsIn(layer, place === '' ? '/' : place, `in front of ${place === '' ? '/' : place}`, found)
      if (!isExclusive) front.add(layer, said)
    }
  }
}

interface Place extends Surroundings {
  readonly front: Front
  readonly isExclusive: boolean
}

function addRoutes(layer: KoaLayer, { base, sayings, front, isExclusive }: Place, found: Found): void {
  const methods = methodsOf(layer)
  const paths = pathsOf(layer)
  if (typeof paths === 'string') {
    for (const method of methods)
      found.skipped.push({ method, path: `${base}${String(layer.path)}`, reason: UNREADABLE[paths] })
    return
  }
  const [first] = paths
  const name = `${methods.join(', ')} ${mounted(base, first?.path ?? '/')}`
  const own = sayingsIn(layer, mounted(base, first?.path ?? '/'), `of ${name}`, found)
  for (const { path, sample } of paths) {
    const said = [...sayings, ...front.at(sample), ...own]
    for (const method of methods) found.records.push({ method, path: mounted(base, path), problems: gather(said, method) })
  }
  // What is for all methods is often there for the routes behind it, such as a check of who asks.
  if (!isExclusive && methods.includes('*')) front.add(layer, own)
}

// The router answers HEAD where it has GET. What has all methods that Node knows was added by `all()`.
function methodsOf({ methods }: KoaLayer): readonly string[] {
  const named = [...new Set(namedMethods(methods))]
  if (named.length === 0) return ['*']
  return named.filter((method) => method !== 'HEAD' || !named.includes('GET'))
}

/** Writes a path below the path that an app is mounted at. */
function mounted(base: string, path: string): string {
  return path === '/' && base !== '' ? base : `${base}${path}`
}

function sayingsIn({ stack }: KoaLayer, path: string, place: string, found: Found): readonly Saying[] {
  return stack.flatMap((middleware) => {
    if (routerOf(middleware) !== undefined || mountPath(middleware) !== undefined || isComposed(middleware)) {
      found.skipped.push({ path, reason: HIDDEN_IN_ROUTE })
      return sayingsOf(middleware, () => place)
    }
    const ofParam = paramHandler(middleware)
    if (ofParam === undefined) return sayingsOf(middleware, () => place)
    const { param, handler } = ofParam
    if (handler === undefined) found.skipped.push({ path, reason: HIDDEN_PARAM })
    return sayingsOf(handler, () => `of the parameter ${param}`)
  })
}

const HIDDEN_IN_ROUTE =
  'What koa-compose, koa-mount or another router hides behind this path cannot be read: use it with `router.use()`, or in the app.'

const HIDDEN_PARAM = 'A handler of `router.param()` cannot be read here: mark the route with `problems()`.'
