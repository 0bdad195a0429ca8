/** express-jwt: `expressjwt()`. */
import { stored } from '../../../guard/stored.js'
import { Unauthorized } from '../../../problem/classes.js'
import type { LibraryProblem } from './library.js'
import { isFunctionOf } from './source.js'

// The codes of its errors.
const TEXT = /\bcredentials_bad_format\b[\s\S]*\bcredentials_required\b/

/**
 * Recognises the middleware by its `unless()` and the codes of its errors. Its options cannot be seen, and need not be: with `credentialsRequired: false` it
 * lets requests without a token through, and still refuses a token that is not valid. What `unless()` gives is another function, which hides it.
 */
export function expressJwtProblems(handler: unknown): readonly LibraryProblem[] {
  if (typeof stored(handler, 'unless') !== 'function' || !isFunctionOf(handler, 'middleware', TEXT)) return []
  return [{ class: Unauthorized, evidence: 'expressjwt()' }]
}
