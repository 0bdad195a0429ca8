/** Says whether a request that failed is worth sending again, and when. */

import { definitionOf } from '../../define/definition.js'
import { ownKeys, read } from '../../guard/read.js'
import { isBranded } from '../../problem/brand.js'
import { idempotentMethods } from '../../status/idempotent.js'
import { wrongOption } from '../wrong-argument.js'
import type { RetryBudget } from './budget.js'
import { boundedWait, parseRetryAfter } from './parse-retry-after.js'
import type { RetryReason } from './retry-reason.js'
import { refused, type Verdict, verdictOf } from './status-verdict.js'

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
export interface RetryAdvice {
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
export function retryAdvice(error: unknown, options: RetryAdviceOptions): RetryAdvice {
  const { isRepeatable, attempt, maxAttempts, authenticated, budget } = readOptions(options)
  if (!isBranded(error) || wasAborted(error)) return { retry: false, afterMs: 0, reason: 'never' }
  const hint = hintOf(error)
  const { reason, requests } = verdictOn(error, hint !== undefined)
  const not = (why: RetryReason): RetryAdvice => ({ retry: false, afterMs: hint ?? 0, reason: why })

  if (requests === 'none') return not(reason === 'authenticate' && authenticated ? 'never' : reason)
  if (requests === 'idempotent' && !isRepeatable) return not('method')
  if (attempt >= maxAttempts) return not('attempts')
  if (budget?.spend(reason) === false) return not('budget')
  // A date that is past, or a 0, names no wait: that the clock of the client is fast must not make it hammer.
  return { retry: true, afterMs: hint || backoff(reason, attempt), reason }
}

// What was aborted was so by the app itself.
function wasAborted(error: unknown): boolean {
  return read(error, 'status') === 0 && read(read(error, 'cause'), 'name') === 'AbortError'
}

function hintOf(error: unknown): number | undefined {
  const member = seconds(read(read(error, 'extensions'), 'retryAfter'))
  return member ?? parseRetryAfter(read(error, 'headers')) ?? seconds(read(definitionOf(error)?.retry, 'afterSeconds'))
}

function seconds(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? boundedWait(value * 1000) : undefined
}

// The member comes from the occurrence itself; the declaration speaks of all.
function verdictOn(error: unknown, hasHint: boolean): Verdict {
  const status = read(error, 'status')
  const ofStatus = verdictOf(typeof status === 'number' ? status : Number.NaN, hasHint)
  const retryable = read(read(error, 'extensions'), 'retryable')
  const when = read(definitionOf(error)?.retry, 'when')
  if (retryable === false || (retryable !== true && when === 'never')) return refused('never')
  const isRefused = ofStatus.requests === 'none'
  const reason = isRefused ? 'declared' : ofStatus.reason
  if (when === 'always') return { reason, requests: 'all' }
  if (retryable === true || when === 'idempotent') return { reason, requests: isRefused ? 'idempotent' : ofStatus.requests }
  if (when !== 'after-change') return ofStatus
  // The status may know which change it is.
  return ofStatus.reason === 'refetch' || ofStatus.reason === 'authenticate' ? ofStatus : refused('after-change')
}

const LONGEST_BACKOFF = 20_000

// Where a server throttles, full jitter could make the wait next to nothing, so half of it is certain.
function backoff(reason: RetryReason, attempt: number): number {
  const isTransient = reason === 'transient'
  const most = Math.min((isTransient ? 50 : 1000) * 2 ** (attempt - 1), LONGEST_BACKOFF)
  return Math.round(isTransient ? most * Math.random() : (most / 2) * (1 + Math.random()))
}

const OPTIONS: Readonly<Record<keyof RetryAdviceOptions, true>> = {
  method: true,
  attempt: true,
  maxAttempts: true,
  idempotencyKey: true,
  authenticated: true,
  budget: true,
}

function readOptions(options: RetryAdviceOptions) {
  for (const name of ownKeys(options))
    if (!Object.hasOwn(OPTIONS, name)) throw wrongOption(name, `one of ${Object.keys(OPTIONS).join(', ')}`, read(options, name))
  const [method, attempt, key, authenticated, budget] = ['method', 'attempt', 'idempotencyKey', 'authenticated', 'budget'].map(
    (name) => read(options, name),
  )
  const maxAttempts = read(options, 'maxAttempts') ?? 3
  if (typeof method !== 'string' || method === '') throw wrongOption('method', 'the name of a method', method)
  if (!isCount(attempt)) throw wrongOption('attempt', 'a whole number from 1 on', attempt)
  if (!isCount(maxAttempts)) throw wrongOption('maxAttempts', 'a whole number from 1 on', maxAttempts)
  if (key !== undefined && typeof key !== 'string') throw wrongOption('idempotencyKey', 'a text', key)
  if (authenticated !== undefined && typeof authenticated !== 'boolean')
    throw wrongOption('authenticated', 'true or false', authenticated)
  if (budget !== undefined && typeof read(budget, 'spend') !== 'function') throw wrongOption('budget', 'a retryBudget()', budget)
  const isRepeatable = idempotentMethods.has(method.toUpperCase()) || (key ?? '') !== ''
  return {
    isRepeatable,
    attempt,
    maxAttempts,
    authenticated: authenticated ?? attempt > 1,
    budget: budget as RetryBudget | undefined,
  }
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1
}
