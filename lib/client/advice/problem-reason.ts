/** What a problem says about sending the same request again: itself first, then its type, then its status. */

import type { RetryAdvice } from '../../define/definition.js'
import { given } from '../../guard/given.js'
import { NOT_BEGUN } from '../../status/generated/retry-lists.js'
import { statusReason } from '../../status/retries.js'
import { boundedWait, parseRetryAfter } from './parse-retry-after.js'
import type { RetryReason } from './retry-reason.js'

/** What a problem says. */
export interface ProblemReason {
  readonly reason: RetryReason
  /** How long the server asks to wait, in milliseconds. */
  readonly hint: number | undefined
  /** Whether the server has done nothing yet, so that a request of any method may be repeated. */
  readonly isHarmless: boolean
}

/** The reasons that make a retry worth it, each with its first wait in milliseconds. */
export const FIRST_WAITS: Readonly<Partial<Record<RetryReason, number>>> = { transient: 50, throttled: 1000, declared: 1000 }

/** Reads what a problem says. */
export function reasonOf(problem: unknown): ProblemReason {
  const status = given(problem, 'status')
  const extensions = given(problem, 'extensions')
  const retryable = given(extensions, 'retryable')
  const when = declared(problem, 'when')
  const hint =
    milliseconds(given(extensions, 'retryAfter')) ??
    parseRetryAfter(given(problem, 'headers')) ??
    milliseconds(declared(problem, 'afterSeconds'))
  const ofStatus = statusReason(status, hint !== undefined)

  const mayPass = FIRST_WAITS[ofStatus]
  // What it takes instead of the same request again the status may still know.
  const says = retryable === true ? 'always' : retryable === false && (mayPass || when) ? 'never' : when

  let reason: RetryReason = ofStatus
  if (says === 'always' || says === 'idempotent') reason = mayPass ? ofStatus : 'declared'
  else if (says === 'never' || (says === 'after-change' && ofStatus !== 'refetch' && ofStatus !== 'authenticate')) reason = says
  return { reason, hint, isHarmless: when === 'always' || NOT_BEGUN.includes(status) }
}

function milliseconds(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && seconds >= 0 ? boundedWait(seconds * 1000) : undefined
}

// An error that was given another type afterwards is not of the declared one any more.
function declared(problem: unknown, name: keyof RetryAdvice): unknown {
  const definition = given(given(problem, 'constructor'), 'definition')
  return given(problem, 'type') === given(definition, 'type') ? given(given(definition, 'retry'), name) : undefined
}
