/** Says what the handler of a layer is: a router, a mounted app, or a function, which may stand around another one. */
import { stored } from '../../../guard/stored.js'
import { mountsApp, seeMountedApp } from './mounted-app.js'
import { type ExpressRouter, isWithoutLayers, routerOf } from './router.js'

/** Gives the handler of a layer. */
export function handleOf(layer: unknown): unknown {
  return stored(layer, 'handle')
}

/** Gives the router that a layer leads to: `none` where it is a function, or an app without routes, `hidden` where it cannot be seen. */
export function innerRouter(layer: unknown, router: object): ExpressRouter | 'none' | 'hidden' {
  const handle = handleOf(layer)
  const inner = routerOf(handle)
  if (inner !== undefined) return inner
  if (!mountsApp(handle)) {
    // What Express calls its own functions.
    const name = stored(layer, 'name')
    return name === 'router' || name === 'mounted_app' ? 'hidden' : 'none'
  }
  const seen = seeMountedApp(handle, router)
  if (seen === null || isWithoutLayers(seen)) return 'none'
  return routerOf(seen) ?? 'hidden'
}

/** Tells whether the handler of a layer was put in the place of another one, after that had given the layer its name. */
export function isHidden(layer: unknown): boolean {
  const name = stored(handleOf(layer), 'name')
  // What Express calls a function without a name.
  return stored(layer, 'name') !== (typeof name === 'string' && name !== '' ? name : '<anonymous>')
}
