/** Reads from the header fields of a response how long the server wants to be left alone. */

import { waitOf } from '../../problem/fields/wait.js'
import { plainFields } from '../plain-fields.js'
import { wrongArgument } from '../wrong-argument.js'
import { quotaWait } from './rate-limit.js'

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
 * console.log(parseRetryAfter({ ratelimit: '"daily";r=0;t=60' })) // 60000
 */
export function parseRetryAfter(headers: unknown, now: number = Date.now()): number | undefined {
  if (!Number.isFinite(now)) throw wrongArgument('now', 'milliseconds since 1970', now)
  const fields = plainFields(headers)
  const wait = waitOf((fields['retry-after'] ?? '').trim(), now)
  return boundedWait(Number.isNaN(wait) ? quotaWait(fields, now) : wait)
}

// An hour: who asks for more is mistaken.
const LONGEST_WAIT = 3_600_000

/** Bounds a wait in milliseconds: it neither ends in the past nor lasts longer than an hour. */
export function boundedWait(wait: number | undefined): number | undefined {
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT)
}
