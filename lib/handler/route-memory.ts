/** Remembers what was told of which route, so that a notice comes once for each. */

import type { ReportFault } from '../guard/fault.js'
import type { MatchedRoute } from '../routes/matched.js'

/** Tells whether a route is seen for the first time. */
export type RouteMemory = (route: MatchedRoute) => boolean

// Patterns are of the app, but a method can be anything that a client invents.
const MOST_NOTICES = 500

/** Makes the memory of one handler. Routes that are gone are forgotten. */
export function createRouteMemory(): RouteMemory {
  const byPattern = new Set<string>()
  const byObject = new WeakMap<object, Set<string>>()

  return ({ method, declared }) => {
    const seen = typeof declared === 'object' ? (byObject.get(declared) ?? new Set<string>()) : byPattern
    const key = typeof declared === 'string' ? `${method} ${declared}` : method
    if (seen.has(key) || seen.size >= MOST_NOTICES) return false
    seen.add(key)
    if (typeof declared === 'object') byObject.set(declared, seen)
    return true
  }
}

/** Makes a reporter that passes on what is told of thrown faults once for each route, with its name as the place. */
export function oncePerRoute(report: ReportFault, route: () => MatchedRoute, isFirst: RouteMemory): ReportFault {
  return (code, place, expected, got) => {
    if (code !== 'ERR_PROBLEM_VALIDATOR') return report(code, place, expected, got)
    const matched = route()
    if (isFirst(matched)) report(code, matched.name, expected, got)
  }
}
