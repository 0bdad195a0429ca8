/** Says whether a request that failed is worth sending again, and when. */

import { given } from '../../guard/given.js'
import { isBranded } from '../../problem/brand.js'
import { isIdempotent } from '../../status/retries.js'
import { wrongOption } from '../wrong-argument.js'
import type { RetryBudget } from './budget.js'
import { FIRST_WAITS, reasonOf } from './problem-reason.js'
import type { RetryReason } from './retry-reason.js'

/** What `retryAdvice` needs to know of the request. */
export interface RetryAdviceOptions {
  /** The method of the request. */
  readonly method: string
  /** How many times the request was sent by now. */
  readonly attempt: number
  /**
   * How many times the request is sent at most.
   * @default 3
   */
  readonly maxAttempts?: number | undefined
  /**
   * The key in the field Idempotency-Key of the request: with one, and a server that knows the field, a POST or PATCH may be repeated.
   * @default the request has none
   */
  readonly idempotencyKey?: string | undefined
  /**
   * Whether new credentials were tried for this request.
   * @default true from the second attempt on
   */
  readonly authenticated?: boolean | undefined
  /**
   * The budget that the calls of this server share; an advice to retry is paid from it.
   * @default none
   */
  readonly budget?: RetryBudget | undefined
}

/** What is to be done about a request that failed. */
export interface RetryVerdict {
  /** Whether the same request is to be sent again. */
  readonly retry: boolean
  /** How many milliseconds to wait before; where `retry` is false how long the server asks everybody to wait, 0 where it does not say. */
  readonly afterMs: number
  /** Why. Without a retry it says what would help: `refetch`, `authenticate`, `after-change`. */
  readonly reason: RetryReason
}

/**
 * Advises about a retry: by what the problem says (`retryable`, `retryAfter`, the `retry` of its declaration), else by its status.
 *
 * What the server says about the wait is obeyed; else the wait doubles with each attempt, with jitter, up to 20 seconds: from 50 ms for a fault
 * that passes, from a second where requests are throttled. POST, PATCH and methods that nobody knows are repeated with an idempotency key
 * only, or where the problem says that nothing happened. An error that is no problem is not worth a retry.
 *
 * @throws TypeError with the code `ERR_PROBLEM_OPTION` where an option is wrong
 * @example
 * const limited = new TooManyRequests({ retryAfter: 2 })
 * console.log(retryAdvice(limited, { method: 'GET', attempt: 1 })) // { retry: true, afterMs: 2000, reason: 'throttled' }
 * console.log(retryAdvice(limited, { method: 'POST', attempt: 1 })) // { retry: false, afterMs: 2000, reason: 'method' }
 * console.log(retryAdvice(new Conflict(), { method: 'PUT', attempt: 1 })) // { retry: false, afterMs: 0, reason: 'refetch' }
 */
export function retryAdvice(error: unknown, options: RetryAdviceOptions): RetryVerdict {
  const { method, attempt, maxAttempts, idempotencyKey, authenticated, budget } = readOptions(options)
  if (!isBranded(error)) return { retry: false, afterMs: 0, reason: 'never' }
  const { reason, hint, isHarmless } = reasonOf(error)
  const not = (why: RetryReason): RetryVerdict => ({ retry: false, afterMs: hint ?? 0, reason: why })

  if (reason === 'authenticate' && (authenticated ?? attempt > 1)) return not('never')
  const firstWait = FIRST_WAITS[reason]
  if (!firstWait) return not(reason)
  if (!(isHarmless || idempotencyKey || isIdempotent(method))) return not('method')
  if (attempt >= maxAttempts) return not('attempts')
  if (budget?.spend(reason) === false) return not('budget')
  // A date that is past, or a 0, names no wait: that the clock of the client is fast must not make it hammer.
  return { retry: true, afterMs: hint || backoff(firstWait, attempt, reason === 'transient'), reason }
}

const LONGEST_BACKOFF = 20_000

// Where a server throttles, full jitter could make the wait next to nothing, so half of it is certain.
function backoff(firstWait: number, attempt: number, isFull: boolean): number {
  const most = Math.min(firstWait * 2 ** (attempt - 1), LONGEST_BACKOFF)
  return Math.round(most * (isFull ? Math.random() : (1 + Math.random()) / 2))
}

function readOptions(options: RetryAdviceOptions): RetryAdviceOptions & { readonly maxAttempts: number } {
  // Without Object.prototype: what stands there was given by nobody.
  const settings = Object.assign(Object.create(null) as RetryAdviceOptions, options)
  const { method, attempt, maxAttempts = 3, idempotencyKey = '', authenticated = false, budget } = settings
  const right = {
    method: typeof method === 'string' && method,
    attempt: isCount(attempt),
    maxAttempts: isCount(maxAttempts),
    idempotencyKey: typeof idempotencyKey === 'string',
    authenticated: typeof authenticated === 'boolean',
    budget: budget === undefined || typeof given(budget, 'spend') === 'function',
  }
  for (const name of Object.keys({ ...right, ...settings }) as (keyof RetryAdviceOptions)[])
    if (!(Object.hasOwn(right, name) && right[name])) throw wrongOption(name, WORDS, settings[name])
  return Object.assign(settings, { maxAttempts })
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0
}

const WORDS = 'a method, attempt and maxAttempts from 1 on, idempotencyKey, authenticated or budget'
