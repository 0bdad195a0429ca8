/** Uses the main entry in a project that has no types of Node: it must not need them. */
import {
  Conflict,
  createProblem,
  describeStatus,
  type HttpProblem,
  isHttpProblem,
  MethodNotAllowed,
  type NotFound,
  ServiceUnavailable,
  TooManyRequests,
  toProblem,
} from 'http-problems'

export function name(error: Conflict | NotFound): 409 | 404 {
  if (error instanceof Conflict) return error.status
  return error.status
}

export function status(error: unknown): number {
  return isHttpProblem(error) ? error.status : toProblem(error).status
}

export const problems: readonly HttpProblem[] = [
  new MethodNotAllowed({ allow: 'GET' }),
  new ServiceUnavailable({ retryAfter: new Date(0) }),
  new TooManyRequests({ rateLimit: { policies: [{ name: 'day', quota: 10, window: 86_400 }] } }),
  createProblem(404),
]
export const conflict: Conflict = createProblem(409)
export const meaning: string | undefined = describeStatus(409)?.meaning

// @ts-expect-error a 405 must carry Allow
export const withoutAllow = new MethodNotAllowed()
// @ts-expect-error there is no option `details`
export const unknownOption = new Conflict({ details: '' })
