/** Reads the Retry-After of another server's response, which may be repeated to our client. */

import { waitOf } from '../problem/fields/wait.js'
import { responseField } from './field.js'

// RFC 9110 10.2.3: seconds or a date. A day is more than anyone waits for a dependency.
const LONGEST_WAIT = 86_400_000

/** Gives seconds or a moment, as it was sent; `undefined` where there is neither, or a longer wait than a day. */
export function relayedRetryAfter(headers: unknown): number | Date | undefined {
  const given = responseField(headers, 'Retry-After')
  if (typeof given !== 'string') return undefined
  const text = given.trim()
  const now = Date.now()
  const wait = waitOf(text, now)
  // A comparison with NaN, of what is neither, is false.
  if (!(Math.abs(wait) <= LONGEST_WAIT)) return undefined
  return /^\d/.test(text) ? wait / 1000 : new Date(now + wait)
}
