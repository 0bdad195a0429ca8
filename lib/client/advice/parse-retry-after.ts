/** Reads from the header fields of a response how long the server wants to be left alone. */

import { own } from '../../../schemas/json.js'
import { plainFields } from '../plain-fields.js'
import { wrongArgument } from '../wrong-argument.js'
import { momentOf } from './http-date.js'
import { quotaWait } from './rate-limit.js'

/** The longest wait that is believed, in milliseconds: an hour. */
export const LONGEST_WAIT = 3_600_000

/**
 * Reads how many milliseconds a server asks its clients to wait: in `Retry-After`, else in `RateLimit`, else in the `Reset` fields of rate limits.
 *
 * A date that is past gives 0, and more than an hour counts as an hour. What no grammar allows, such as `-3`, `1.5` or two values, counts as not
 * sent.
 *
 * @param headers a `Headers` object, a Map, or a record of fields
 * @param now the time in milliseconds since 1970
 * @throws TypeError with the code `ERR_PROBLEM_ARGUMENT` where `now` is no time
 * @example
 * console.log(parseRetryAfter({ 'Retry-After': '120' })) // 120000
 * console.log(parseRetryAfter({ RateLimit: '"daily";r=0;t=60' })) // 60000
 */
export function parseRetryAfter(headers: unknown, now: number = Date.now()): number | undefined {
  if (!Number.isFinite(now)) throw wrongArgument('now', 'milliseconds since 1970', now)
  const fields = plainFields(headers)
  const wait = retryAfter((own(fields, 'retry-after') ?? '').trim(), now) ?? quotaWait(fields, now)
  return wait === undefined ? undefined : boundedWait(wait)
}

/** Bounds a wait in milliseconds: it neither ends in the past nor lasts longer than an hour. */
export function boundedWait(wait: number): number {
  return Math.min(Math.max(wait, 0), LONGEST_WAIT)
}

// RFC 9110 10.2.3: digits or a date. Date.parse() would take `-3` and `1.5` for dates.
function retryAfter(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const moment = momentOf(text, now)
  return moment === undefined ? undefined : moment - now
}
