/** Reads the Retry-After of another server's response, which may be repeated to our client. */

import { responseField } from './field.js'

// RFC 9110 10.2.3: seconds or a date. A day is more than anyone waits for a dependency.
const MOST_SECONDS = 86_400

/** Gives seconds or a moment; `undefined` where there is neither, or a longer wait than a day. */
export function relayedRetryAfter(headers: unknown): number | Date | undefined {
  const given = responseField(headers, 'Retry-After')
  if (typeof given !== 'string') return undefined
  const text = given.trim()
  if (/^\d{1,6}$/.test(text)) return Number(text) <= MOST_SECONDS ? Number(text) : undefined
  const moment = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN
  // A comparison with NaN, of a date that is none, is false.
  return Math.abs(moment - Date.now()) <= MOST_SECONDS * 1000 ? new Date(moment) : undefined
}
