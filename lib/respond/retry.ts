/** Tells whether the request of a problem may be sent again, and when: the declaration says so, else the table of status codes. */
import { definitionOf, type RetryAdvice } from '../define/definition.js'
import { read } from '../guard/read.js'
import { givenField } from '../problem/fields/given-fields.js'
import { waitOf } from '../problem/fields/wait.js'
import type { HttpProblem } from '../problem/problem.js'
import type { StatusReason } from '../status/codes.js'
import { NOT_BEGUN } from '../status/generated/retry-lists.js'
import { isIdempotent, statusReason } from '../status/retries.js'

/** What is known about sending a request again. */
export interface RetryFacts {
  readonly when: RetryAdvice['when']
  /** Seconds to wait before. */
  readonly afterSeconds: number | undefined
}

/** Tells whether a request may be sent again as it is, after the wait that is named. */
export function maySendAgain({ when }: RetryFacts, method: string): boolean {
  return when === 'always' || (when === 'idempotent' && isIdempotent(method))
}

const WHEN: { readonly [Reason in StatusReason]: RetryAdvice['when'] } = {
  transient: 'idempotent',
  throttled: 'idempotent',
  authenticate: 'after-change',
  refetch: 'after-change',
  'after-change': 'after-change',
  never: 'never',
}

/** Gives what is known about a problem that is answered with a status. */
export function retryFacts(problem: HttpProblem, status: number): RetryFacts {
  const declared = definitionOf(problem)?.retry
  const wait = Math.ceil(waitOf(String(givenField(read(problem, 'headers'), 'retry-after')), Date.now()) / 1000)
  const afterSeconds = wait >= 0 ? wait : declared?.afterSeconds
  const when = declared?.when ?? WHEN[statusReason(status, afterSeconds !== undefined)]
  return { when: when === 'idempotent' && NOT_BEGUN.includes(status) ? 'always' : when, afterSeconds }
}
