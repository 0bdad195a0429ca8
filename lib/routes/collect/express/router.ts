/** Finds the routers of Express in what an app holds, without running anything of the app. */
import { stored } from '../../../guard/stored.js'

/** The router of an app, or one by itself. */
export interface ExpressRouter {
  readonly router: object
  readonly stack: readonly unknown[]
}

/** Gives the router of an app, or a router itself; `undefined` for anything else. */
export function routerOf(value: unknown): ExpressRouter | undefined {
  return asRouter(value) ?? asRouter(stored(value, '_router')) ?? asRouter(lazyRouter(value))
}

/** Tells whether a value is an app of Express. One of Express 4 has no router before its first layer. */
export function isExpressApp(value: unknown): boolean {
  return ['handle', 'set', 'use', 'engine'].every((method) => typeof stored(value, method) === 'function')
}

/** Tells whether an app of Express 4 has no layers yet. */
export function isWithoutLayers(app: unknown): boolean {
  return typeof stored(app, 'lazyrouter') === 'function' && stored(app, '_router') === undefined
}

function asRouter(value: unknown): ExpressRouter | undefined {
  const stack = stored(value, 'stack')
  return Array.isArray(stack) ? { router: value as object, stack } : undefined
}

// What Express 5 makes the router of an app with, minified or not. That of Express 4 throws, and one of the app's own is not run.
const MAKES_ROUTER = /\bnew\s+[\w$.]+\(\{\s*caseSensitive:\s*this\.enabled\(/

function lazyRouter(app: unknown): unknown {
  if (typeof app !== 'function') return undefined
  try {
    const get = Object.getOwnPropertyDescriptor(app, 'router')?.get
    if (get === undefined || !MAKES_ROUTER.test(Function.prototype.toString.call(get))) return undefined
    return Reflect.apply(get, app, [])
  } catch {
    return undefined
  }
}
