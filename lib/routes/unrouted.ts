/** Says why no route answered: the resource is missing, does not have the method, or the server does not know the method at all. */
import { MethodNotAllowed, NotFound, NotImplemented } from '../problem/classes.js'
import type { HttpProblem } from '../problem/problem.js'
import { commonMethods } from '../status/codes.js'
import { type PathMethods, showResource } from './methods.js'

/** Decides between 404, 405 with Allow (RFC 9110 15.5.6) and 501 (RFC 9110 15.6.2). */
export function unroutedProblem(method: string, { allowed, knows }: PathMethods): HttpProblem {
  if (!commonMethods.has(method) && !knows(method)) return new NotImplemented()
  // A route that has the method and passed the request on says that there is nothing.
  if (!showResource(allowed) || allowed.includes(method)) return new NotFound()
  return new MethodNotAllowed({ allow: allowed })
}
