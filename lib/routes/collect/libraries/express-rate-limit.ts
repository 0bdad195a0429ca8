/** express-rate-limit: `rateLimit()`. */
import { stored } from '../../../guard/stored.js'
import { TooManyRequests } from '../../../problem/classes.js'
import type { LibraryProblem } from './library.js'

/**
 * Recognises the middleware by the two functions that it has for its store. Its options cannot be seen: it answers a 429 itself, in plain text, unless its
 * `handler` passes a problem on.
 */
export function expressRateLimitProblems(handler: unknown): readonly LibraryProblem[] {
  const isLimit =
    typeof handler === 'function' && ['resetKey', 'getKey'].every((name) => typeof stored(handler, name) === 'function')
  return isLimit ? [{ class: TooManyRequests, evidence: 'rateLimit() (a problem where its handler passes one on)' }] : []
}
