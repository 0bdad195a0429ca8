/** Bounds the retries of all calls to one server together: where everything fails, retries only add to the load. */

import { given } from '../../guard/given.js'
import { wrongOption } from '../wrong-argument.js'
import type { RetryReason } from './retry-reason.js'

/** Options of `retryBudget`. */
export interface RetryBudgetOptions {
  /**
   * How many tokens there are at most, and at first.
   * @default 500
   */
  readonly tokens?: number
  /**
   * What a retry costs.
   * @default 14
   */
  readonly cost?: number
  /**
   * What a retry costs that the server has throttled.
   * @default 5
   */
  readonly throttlingCost?: number
}

/** What the calls of one server may spend on retries together. */
export interface RetryBudget {
  /** How many tokens are left. */
  readonly tokens: number
  /** Pays for a retry; `false` where too few tokens are left. `retryAdvice` calls it. */
  readonly spend: (reason: RetryReason) => boolean
  /** Takes note of a call that succeeded: gives back what its last retry cost, whose advice you pass, or one token where it needed none. */
  readonly refill: (advice?: { readonly retry: boolean; readonly reason: RetryReason }) => void
}

const DEFAULTS: Required<RetryBudgetOptions> = { tokens: 500, cost: 14, throttlingCost: 5 }

/**
 * Makes the budget that all calls of one server share: while it is down, 1,000 calls make 35 retries.
 *
 * @throws TypeError with the code `ERR_PROBLEM_OPTION` where an option is wrong
 * @example
 * const budget = retryBudget()
 * const advice = retryAdvice(new ServiceUnavailable(), { method: 'GET', attempt: 1, budget })
 * console.log(advice.retry, budget.tokens) // true 486
 * budget.refill(advice) // after the retry has succeeded
 * console.log(budget.tokens) // 500
 */
export function retryBudget(options: RetryBudgetOptions = {}): RetryBudget {
  const settings = { ...DEFAULTS, ...options }
  for (const [name, value] of Object.entries(settings))
    if (!(Object.hasOwn(DEFAULTS, name) && typeof value === 'number' && value >= 0))
      throw wrongOption(name, 'tokens, cost or throttlingCost, a number from 0 on', value)
  const { tokens: most, cost, throttlingCost } = settings
  const costOf = (reason: unknown): number => (reason === 'throttled' ? throttlingCost : cost)
  let tokens = most
  return {
    get tokens() {
      return tokens
    },
    spend(reason) {
      const left = tokens - costOf(reason)
      if (left < 0) return false
      tokens = left
      return true
    },
    refill(advice) {
      tokens = Math.min(most, tokens + (given(advice, 'retry') === true ? costOf(given(advice, 'reason')) : 1))
    },
  }
}
