/** The entry for clients: what the answer of a server means. It needs nothing of Node. */

export { type RetryBudget, type RetryBudgetOptions, retryBudget } from './advice/budget.js'
export { parseRetryAfter } from './advice/parse-retry-after.js'
export { type RetryAdviceOptions, type RetryVerdict, retryAdvice } from './advice/retry-advice.js'
export type { NoRetry, RetryKind, RetryReason } from './advice/retry-reason.js'
export { type AnsweredResponse, fromResponse } from './from-response.js'
export type { FromResponseOptions } from './from-response-options.js'
export { matchProblem } from './match.js'
export { type Fetch, problemFetch } from './problem-fetch.js'
export type { ReceivedProblem } from './received-problem.js'
export type { VendorFacts } from './status-facts.js'
