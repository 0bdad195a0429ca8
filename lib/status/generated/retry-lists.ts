// Generated from lib/status with `npm run generate`; do not edit.
import type { RetryReason } from '../codes.js'

/** What a status says, where it is not what its class says. */
export const REASONS: readonly (readonly [RetryReason, readonly number[]])[] = [
  ['after-change', [402, 406, 411, 415, 416, 417, 419, 424, 426, 431, 449, 460, 496, 497, 507, 511, 525]],
  ['authenticate', [401, 407, 440, 498, 561]],
  ['never', [501, 505, 506, 508, 510, 526]],
  ['refetch', [409, 412, 428]],
  ['throttled', [420, 429, 509, 529]],
  ['transient', [408, 413, 421, 423, 425]],
]

/** These pass only where the server says when. */
export const WITH_HINT = [413, 423, 509]
