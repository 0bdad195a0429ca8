/** Why a request is sent again, or why it is not. */

/** What makes a retry worth it. */
export type RetryKind =
  /** Something failed that usually recovers at once. */
  | 'transient'
  /** The server gets too many requests. */
  | 'throttled'
  /** The problem itself says so, of a status that does not. */
  | 'declared'

/** What is in the way of a retry. */
export type NoRetry =
  /** The same request fails again. */
  | 'never'
  /** The request, or something that it needs, has to be changed first. */
  | 'after-change'
  /** The state that the request was based on is not the current one: get that, decide anew. */
  | 'refetch'
  /** New credentials are needed. */
  | 'authenticate'
  /** The first request may have had its effect, and the method is not idempotent: it would need an idempotency key. */
  | 'method'
  /** All attempts were made. */
  | 'attempts'
  /** The budget is used up: others fail as well. */
  | 'budget'

/** The reason of an advice. */
export type RetryReason = RetryKind | NoRetry
