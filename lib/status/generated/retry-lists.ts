// Generated from lib/status with `npm run generate`; do not edit.
import type { StatusReason } from '../codes.js'

/** What a status says, where it is not what its class says. Lists of unknown, as what is looked for in them may be anything. */
export const REASONS: readonly (readonly [StatusReason, readonly unknown[]])[] = [
  ['after-change', [402, 406, 411, 415, 416, 417, 419, 424, 426, 431, 449, 460, 496, 497, 507, 511, 525]],
  ['authenticate', [401, 407, 440, 498, 561]],
  ['never', [501, 505, 506, 508, 510, 526]],
  ['refetch', [409, 412, 428]],
  ['throttled', [420, 429, 509, 529]],
  ['transient', [408, 413, 421, 423, 425]],
]

/** These pass only where the server says when. */
export const WITH_HINT: readonly unknown[] = [413, 423, 509]

/** With these the server has not begun, so a request of any method may be sent again (RFC 9110 15.5.20, RFC 8470 5.2). */
export const NOT_BEGUN: readonly unknown[] = [421, 425]
