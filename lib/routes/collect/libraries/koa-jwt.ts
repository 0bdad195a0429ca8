/** koa-jwt, whose option `passthrough` makes it answer nothing. */
import { bare } from '../../../guard/bare.js'
import { stored } from '../../../guard/stored.js'
import { Unauthorized } from '../../../problem/classes.js'
import type { LibraryProblem } from './library.js'
import { callWithReplaced, ENOUGH } from './replaced.js'
import { isFunctionOf } from './source.js'

const TEXT = /\bpassthrough\b[\s\S]*\bjwtOriginalError\b/

// The beginning of version 4. It asks for a token, and then either refuses or looks for the secret.
const BEGINNING =
  /^async function jwt\(ctx, next\) \{\s*let token;\s*tokenResolvers\.find\(resolver => token = resolver\(ctx, opts\)\);\s*if \(!token && !passthrough\) \{\s*ctx\.throw\(401,[\s\S]*?\}\s*let \{ state: \{ secret = opts\.secret \} \} = ctx;/

/**
 * Recognises the middleware by its name, its `unless()`, and its text. With `passthrough` it lets everybody through, and answers nothing. What `unless()` gives
 * is another function, which hides it.
 */
export function koaJwtProblems(handler: unknown): readonly LibraryProblem[] {
  if (typeof stored(handler, 'unless') !== 'function' || !isFunctionOf(handler, 'jwt', TEXT)) return []
  const refuses = isFunctionOf(handler, 'jwt', BEGINNING) ? refusesWithoutToken(handler) : undefined
  if (refuses === false) return []
  const evidence = refuses === undefined ? 'koa-jwt (whether it has the option passthrough cannot be seen)' : 'koa-jwt'
  return [{ class: Unauthorized, evidence }]
}

// Nothing of the app runs: `getToken` of the app is one of the functions that find() would call, and find() is replaced. Without a token the middleware then
// refuses, or reads the state, where it is stopped.
function refusesWithoutToken(jwt: (...args: readonly unknown[]) => unknown): boolean | undefined {
  let refuses: boolean | undefined
  const stop = (answer: boolean) => (): never => {
    refuses = answer
    throw ENOUGH
  }
  const ctx = Object.defineProperty(bare({ throw: stop(true) }), 'state', bare({ get: stop(false) }))
  callWithReplaced(
    Array.prototype,
    'find',
    () => undefined,
    () => jwt(ctx, undefined),
  )
  return refuses
}
