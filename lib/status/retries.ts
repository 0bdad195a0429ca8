/** What may be sent again: requests by their method, and by the status of the response. */
import type { StatusReason } from './codes.js'
import { REASONS, WITH_HINT } from './generated/retry-lists.js'

// RFC 9110 9.2.2, and the draft of QUERY.
const IDEMPOTENT = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/i

/** Tells whether requests of a method have the same effect however often they are sent. */
export function isIdempotent(method: string): boolean {
  return IDEMPOTENT.test(method)
}

/** Tells what a status says; `hasHint` where the response says how long to wait. */
export function statusReason(status: unknown, hasHint: boolean): StatusReason {
  if (!hasHint && WITH_HINT.includes(status)) return 'after-change'
  for (const [reason, codes] of REASONS) if (codes.includes(status)) return reason
  // RFC 9110 15: an unknown 5xx counts as a 500, and so does what is beyond all classes. No response has the status 0.
  return typeof status === 'number' && status > 0 && status < 500 ? 'never' : 'transient'
}
