/** What a status says about sending the same request again. */

import { own } from '../../../schemas/json.js'
import { phrases, retryVerdicts, vendors } from '../generated/status-facts.js'
import type { NoRetry, RetryKind } from './retry-reason.js'

/** What is to be done, for which requests. */
export interface Verdict {
  readonly reason: RetryKind | NoRetry
  /** Which requests may be repeated. */
  readonly requests: 'none' | 'idempotent' | 'all'
}

const REFETCH = [409, 412, 428]
const AUTHENTICATE = [401, 407]
// 420, 509 and 529 are those of vendors.
const THROTTLED = [420, 429, 509, 529]
// The server tells that it has not begun: RFC 9110 15.5.20, RFC 8470 5.2.
const NOTHING_HAPPENED = [421, 425]
// These pass only when the server says when.
const WITH_HINT = [413, 423, 509]
// A 507 must not be repeated without a person (RFC 4918 11.5); for 511 and 525 somebody has to do something.
const NOT_BY_ITSELF = [507, 511, 525]

/** Tells what a status says; `hasHint` where the response says how long to wait. No response has the status 0. */
export function verdictOf(status: number, hasHint: boolean): Verdict {
  const vendor = own(vendors, status)
  const listed = vendor?.retry ?? own(retryVerdicts, status) ?? (own(phrases, status) === undefined ? undefined : 'no')
  if (AUTHENTICATE.includes(vendor?.equivalent ?? status)) return refused('authenticate')
  if (REFETCH.includes(status)) return refused('refetch')
  if (!mayPass(status, listed, hasHint)) return refused(listed === 'conditional' ? 'after-change' : 'never')
  const reason = THROTTLED.includes(status) ? 'throttled' : 'transient'
  return { reason, requests: NOTHING_HAPPENED.includes(status) ? 'all' : 'idempotent' }
}

/** Makes the verdict that no request may be repeated as it is. */
export function refused(reason: NoRetry): Verdict {
  return { reason, requests: 'none' }
}

// What is conditional in the table goes by its prose: a 4xx needs another request, a 5xx passes by itself.
function mayPass(status: number, listed: string | undefined, hasHint: boolean): boolean {
  if (WITH_HINT.includes(status)) return hasHint
  if (NOT_BY_ITSELF.includes(status)) return false
  // RFC 9110 15: an unknown code counts as the x00 of its class, one beyond all classes as a 5xx.
  return listed === 'yes' || status === 0 || (status >= 500 && listed !== 'no')
}
