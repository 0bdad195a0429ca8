/** Reads the Retry-After of another server's response, which may be repeated to our client. */
import { read } from '../problem/read.js'

// RFC 9110 10.2.3: seconds or a date. A day is more than anyone waits for a dependency.
const MOST_SECONDS = 86_400

/** Gives seconds or a moment, or `undefined` where there is none that makes sense. */
export function relayedRetryAfter(headers: unknown): number | Date | undefined {
  const text = fieldOf(headers)
  if (text === undefined) return undefined
  if (/^\d{1,6}$/.test(text)) return Number(text) <= MOST_SECONDS ? Number(text) : undefined
  const moment = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN
  // NaN is not at most anything.
  return Math.abs(moment - Date.now()) <= MOST_SECONDS * 1000 ? new Date(moment) : undefined
}

// A plain record of Node and axios, or a Headers object of fetch.
function fieldOf(headers: unknown): string | undefined {
  const plain = read(headers, 'retry-after') ?? read(headers, 'Retry-After')
  if (plain !== undefined) return typeof plain === 'string' ? plain.trim() : undefined
  const get = read(headers, 'get')
  if (typeof get !== 'function') return undefined
  try {
    const value: unknown = get.call(headers, 'retry-after')
    return typeof value === 'string' ? value.trim() : undefined
  } catch {
    return undefined
  }
}
