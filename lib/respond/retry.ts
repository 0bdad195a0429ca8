/** Tells whether the request of a problem may be sent again, and when: the declaration says so, else the table of status codes. */
import { definitionOf, type RetryAdvice } from '../define/definition.js'
import { read } from '../guard/read.js'
import { givenField } from '../problem/fields/given-fields.js'
import type { HttpProblem } from '../problem/problem.js'
import { idempotentMethods } from '../status/idempotent.js'
import { type StatusReason, statusReason } from '../status/retry-reason.js'

/** What is known about sending a request again. */
export interface RetryVerdict {
  readonly when: RetryAdvice['when']
  /** Seconds to wait before. */
  readonly afterSeconds: number | undefined
}

/** Tells whether a request may be sent again as it is, after the wait that is named. */
export function maySendAgain({ when, afterSeconds }: RetryVerdict, method: string): boolean {
  // A wait that the problem names is the change.
  if (when === 'after-change') return afterSeconds !== undefined
  return when === 'always' || (when === 'idempotent' && idempotentMethods.has(method))
}

// RFC 9110 15.5.9 and 15.5.20, RFC 8470 5.2, RFC 6585 4: a server that answers so has not carried out the request.
const REFUSED: ReadonlySet<number> = new Set([408, 421, 425, 429])

const WHEN: { readonly [Reason in StatusReason]: RetryAdvice['when'] } = {
  transient: 'idempotent',
  throttled: 'idempotent',
  authenticate: 'after-change',
  refetch: 'after-change',
  'after-change': 'after-change',
  never: 'never',
}

/** Gives the verdict about a problem that is answered with a status. */
export function retryVerdict(problem: HttpProblem, status: number): RetryVerdict {
  const declared = definitionOf(problem)?.retry
  const when = declared?.when ?? (REFUSED.has(status) ? 'always' : WHEN[statusReason(status, false)])
  return { when, afterSeconds: secondsIn(givenField(read(problem, 'headers'), 'retry-after')) ?? declared?.afterSeconds }
}

function secondsIn(value: unknown): number | undefined {
  const text = String(value)
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const wait = Math.ceil((Date.parse(text) - Date.now()) / 1000)
  return value !== undefined && wait >= 0 ? wait : undefined
}
