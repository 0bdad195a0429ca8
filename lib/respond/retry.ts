/** Tells whether the request of a problem may be sent again, and when: the declaration says so, else the table of status codes. */
import { definitionOf, type RetryAdvice } from '../define/definition.js'
import { read } from '../guard/read.js'
import { givenField } from '../problem/fields/given-fields.js'
import { waitOf } from '../problem/fields/wait.js'
import type { HttpProblem } from '../problem/problem.js'
import { errorFacts, type RetryReason } from '../status/codes.js'
import { isIdempotent, statusReason } from '../status/retries.js'

/** What is known about sending a request again. */
export interface RetryFacts {
  readonly when: RetryAdvice['when']
  /** Seconds to wait before. */
  readonly afterSeconds: number | undefined
}

/** Tells whether a request may be sent again as it is, after the wait that is named. */
export function maySendAgain({ when, afterSeconds }: RetryFacts, method: string): boolean {
  // A wait that the problem names is the change.
  if (when === 'after-change') return afterSeconds !== undefined
  return when === 'always' || (when === 'idempotent' && isIdempotent(method))
}

const WHEN: { readonly [Reason in RetryReason]: RetryAdvice['when'] } = {
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
  return { when: declared?.when ?? whenOf(status), afterSeconds: wait >= 0 ? wait : declared?.afterSeconds }
}

function whenOf(status: number): RetryAdvice['when'] {
  // A 4xx that passes by itself refuses the request before anything is done: 408, 421, 425, 429.
  const isRefused = status < 500 && errorFacts[status]?.retry === 'yes'
  return isRefused ? 'always' : WHEN[statusReason(status, false)]
}
