/** Reads the Retry-After of another server's response, which may be repeated to our client. */
import { givenField } from '../problem/fields/given-fields.js'

// RFC 9110 10.2.3: seconds or a date. A day is more than anyone waits for a dependency.
const MOST_SECONDS = 86_400

/** Gives seconds or a moment, or `undefined` where there is none that makes sense. */
export function relayedRetryAfter(headers: unknown): number | Date | undefined {
  const given = givenField(headers, 'retry-after')
  if (typeof given !== 'string') return undefined
  const text = given.trim()
  if (/^\d{1,6}$/.test(text)) return Number(text) <= MOST_SECONDS ? Number(text) : undefined
  const moment = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN
  // NaN is not at most anything.
  return Math.abs(moment - Date.now()) <= MOST_SECONDS * 1000 ? new Date(moment) : undefined
}
