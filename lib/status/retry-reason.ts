/** What a status says about sending the same request again: the verdict of the status table, with what its prose says of the conditions. */

/** What a status says about a retry. `transient` and `throttled` pass; the others name what has to happen before. */
export type StatusReason = 'transient' | 'throttled' | 'authenticate' | 'refetch' | 'after-change' | 'never'

// A test compares the lists with the table, which is too large for a browser. Codes that IANA does not have are those of vendors.
const AUTHENTICATE = [401, 407, 440, 498, 561]
const REFETCH = [409, 412, 428]
// These pass only when the server says when.
const WITH_HINT = [413, 423, 509]
// A 507 must not be repeated without a person (RFC 4918 11.5).
const AFTER_CHANGE = [402, 406, 411, 415, 416, 417, 419, 424, 426, 431, 449, 460, 496, 497, 507, 511, 525]
const THROTTLED = [420, 429, 509, 529]
// No response has the status 0.
const PASSING = [0, 408, 413, 421, 423, 425]
const LASTING = [501, 505, 506, 508, 510, 526]

/** Tells what a status says; `hasHint` where the response says how long to wait. */
export function statusReason(status: number, hasHint: boolean): StatusReason {
  if (AUTHENTICATE.includes(status)) return 'authenticate'
  if (REFETCH.includes(status)) return 'refetch'
  if (AFTER_CHANGE.includes(status) || (WITH_HINT.includes(status) && !hasHint)) return 'after-change'
  if (THROTTLED.includes(status)) return 'throttled'
  // RFC 9110 15: an unknown 5xx counts as a 500, and so does what is beyond all classes.
  return PASSING.includes(status) || (status >= 500 && !LASTING.includes(status)) ? 'transient' : 'never'
}
