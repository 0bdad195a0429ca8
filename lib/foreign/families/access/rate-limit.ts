/** What rate limiters throw. */
import type { Family, ForeignError } from '../../family.js'

const DETAIL = 'There were too many requests. Please wait.'

/** The family. */
export const rateLimit: Family = {
  name: 'rate limiters',
  concerns: ({ isError }) => !isError,
  rows: [
    // rate-limiter-flexible throws its result, which is no Error.
    {
      when: (error) =>
        typeof error.get('msBeforeNext') === 'number' &&
        typeof error.get('remainingPoints') === 'number' &&
        typeof error.get('consumedPoints') === 'number',
      status: 429,
      options: (error) => {
        const seconds = secondsLeft(error)
        const remaining = Math.max(0, Math.trunc(error.get('remainingPoints') as number) || 0)
        return {
          detail: DETAIL,
          retryAfter: seconds,
          rateLimit: { limits: [{ name: 'default', remaining, reset: seconds }] },
        }
      },
    },
  ],
}

function secondsLeft(error: ForeignError): number {
  const milliseconds = error.get('msBeforeNext') as number
  return Number.isFinite(milliseconds) ? Math.max(0, Math.ceil(milliseconds / 1000)) : 1
}
