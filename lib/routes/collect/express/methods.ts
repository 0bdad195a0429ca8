/** Says for which methods a route of Express is, and with which handlers. */
import { listOf, ownKeys } from '../../../guard/read.js'
import { stored } from '../../../guard/stored.js'
import { namedMethods } from '../../methods.js'

/** A method of a route, and the layers of its handlers. */
export interface RouteMethod {
  /** In upper case; `*` for all. */
  readonly method: string
  readonly layers: readonly unknown[]
}

/** Lists the methods of a route in the order in which they were added. */
export function routeMethodsOf(route: unknown): readonly RouteMethod[] {
  const layers = listOf(stored(route, 'stack'))
  const all = ownKeys(stored(route, 'methods')).filter((method) => method !== '_all')
  const named = namedMethods(all)
  // `app.all()` adds each handler once for each method that Node knows.
  if (named.length < all.length) return [{ method: '*', layers: layers.filter((layer) => isFor(layer, all[0])) }]
  const methods = named.map((method) => ({
    method: method.toUpperCase(),
    layers: layers.filter((layer) => isFor(layer, method)),
  }))
  const forAll = layers.filter((layer) => isFor(layer, undefined))
  // `route.all()` in front of the methods is there for them, as a rule; behind them it answers all others.
  const isLast = forAll.length > 0 && forAll.at(-1) === layers.at(-1)
  return isLast ? [...methods, { method: '*', layers: forAll }] : methods
}

function isFor(layer: unknown, method: string | undefined): boolean {
  const own = stored(layer, 'method')
  return own === undefined || own === method
}
