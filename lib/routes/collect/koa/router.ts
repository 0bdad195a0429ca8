/** Walks through the layers of a router of @koa/router 13, 14 and 15. */
import { listOf } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import { namedMethods } from '../../methods.js'
import type { RouteRecord, SkippedRoute } from '../../record.js'
import { gather, type Saying, sayingsOf } from '../gather.js'
import { createFront, type Front, textAtStart } from './front.js'
import { isComposed, mountPath, paramHandler, routerOf } from './hidden.js'
import { type KoaLayer, layerOf, pathsOf, UNREADABLE } from './layer.js'

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
export function walkRouter(router: unknown, around: Surroundings, found: Found): void {
  const front = createFront()
  // Such a router runs one layer alone, which is that of the route.
  const isExclusive = stored(router, 'exclusive') === true
  for (const value of listOf(stored(router, 'stack'))) {
    const layer = layerOf(value)
    if (layer === undefined) {
      found.skipped.push({ path: orRoot(around.base), reason: UNREADABLE.form })
      continue
    }
    const path = orRoot(`${around.base}${textAtStart(layer.path)}`)
    noteHidden(layer, path, found)
    const methods = methodsOf(layer)
    if (methods.length > 0) addRoutes(layer, methods, { ...around, front }, found)
    // What is for all methods is often there for the routes behind it, such as a check of who asks.
    if (!isExclusive && (methods.length === 0 || methods.includes('*')))
      front.add(
        layer,
        sayingsIn(layer, () => `in front of ${path}`),
      )
  }
}

interface Place extends Surroundings {
  readonly front: Front
}

function addRoutes(layer: KoaLayer, methods: readonly string[], { base, sayings, front }: Place, found: Found): void {
  const paths = pathsOf(layer)
  if (typeof paths === 'string') {
    const path = `${base}${typeof layer.path === 'string' ? layer.path : layer.regexp.source}`
    found.skipped.push(...methods.map((method) => ({ method, path, reason: UNREADABLE[paths] })))
    return
  }
  for (const { path: own, sample } of paths) {
    const path = own === '/' ? orRoot(base) : `${base}${own}`
    const before = [...sayings, ...front.at(sample)]
    for (const method of methods) {
      const said = [...before, ...sayingsIn(layer, () => `of ${method} ${path}`)]
      found.records.push({ method, path, problems: gather(said, method) })
    }
  }
}

function orRoot(path: string): string {
  return path === '' ? '/' : path
}

// The router answers HEAD where it has GET. What has all methods that Node knows was added by `all()`.
function methodsOf({ methods }: KoaLayer): readonly string[] {
  if (methods.length === 0) return []
  const named = [...new Set(namedMethods(methods))]
  if (named.length === 0) return ['*']
  return named.filter((method) => method !== 'HEAD' || !named.includes('GET'))
}

function sayingsIn({ stack }: KoaLayer, place: () => string): readonly Saying[] {
  return stack.flatMap((middleware) => {
    const ofParam = paramHandler(middleware)
    return ofParam === undefined
      ? sayingsOf(middleware, place)
      : sayingsOf(ofParam.handler, () => `of the parameter ${ofParam.param}`)
  })
}

function noteHidden({ stack }: KoaLayer, path: string, { skipped }: Found): void {
  for (const middleware of stack) {
    const ofParam = paramHandler(middleware)
    if (ofParam !== undefined && ofParam.handler === undefined) skipped.push({ path, reason: HIDDEN_PARAM })
    if (routerOf(middleware) !== undefined || mountPath(middleware) !== undefined || isComposed(middleware))
      skipped.push({ path, reason: HIDDEN_IN_ROUTE })
  }
}

const HIDDEN_IN_ROUTE =
  'What koa-compose, koa-mount or another router hides in a route or in front of one cannot be read: use a router with `router.use()`, the others in the app.'

const HIDDEN_PARAM = 'A handler of `router.param()` cannot be read here: mark the route with `problems()`.'
