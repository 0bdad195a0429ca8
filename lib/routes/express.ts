/** Looks up, in the routers of an Express 4 or 5 app, which methods a path has. */
import type { PathMethods } from './methods.js'
import { hasMethod, isLike, routeMethods, type Step } from './walk.js'
import { type AskingHandler, isAsking, pathOf, type RoutedRequest, type Way, waysOf } from './ways.js'

/**
 * Finds the methods of the path of a request. Routes behind the handler that asks are not counted: it answers before them.
 * A mounted app hides its routes from its parent, so it needs a handler of its own.
 */
export function pathMethods(req: RoutedRequest, asking: AskingHandler): PathMethods {
  const ways: Way[] = []
  for (const way of waysOf(req, asking)) {
    // The last: out of a router, a request comes past a handler in it.
    const end = way.steps.findLastIndex((step) => isAsking(step, asking, req))
    if (end >= 0) return methodsOf(way, way.steps.slice(0, end))
    ways.push(way)
  }
  return methodsForHidden(asking, req, ways)
}

// A function around the handler that copies none of its properties hides it. Then it is one of the functions that see the path: the one with its name, or
// the last, since it stands behind the routes.
function methodsForHidden(asking: AskingHandler, req: RoutedRequest, ways: readonly Way[]): PathMethods {
  const seesPath = (step: Step): boolean => step.path === pathOf(req)
  const couldBe = (step: Step): boolean => seesPath(step) && step.isBehindRoutes && isLike(asking, step.layer)
  for (const isLikely of [({ layer }: Step) => layer.name === asking.name, () => true]) {
    for (const way of ways) {
      const end = way.steps.findLastIndex((step) => couldBe(step) && isLikely(step))
      if (end >= 0) return methodsOf(way, way.steps.slice(0, end))
    }
  }
  // The handler is a step of no way, as one that a route has for itself.
  const way = ways.reduce((likely, next) => (likely.steps.some(seesPath) ? likely : next))
  return methodsOf(way, way.steps)
}

function methodsOf({ layers, guest = [] }: Way, steps: readonly Step[]): PathMethods {
  const methods = new Set(steps.flatMap(({ layer }) => routeMethods(layer)))
  if (methods.has('GET')) methods.add('HEAD')
  // Express answers OPTIONS by itself for every path that has routes.
  if (methods.size > 0) methods.add('OPTIONS')
  return { allowed: [...methods], knows: (method) => hasMethod([...layers, ...guest], method) }
}
