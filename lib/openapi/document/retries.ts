/** Writes what problems say about repeated requests as the extensions of generators that repeat them. */

import { errorFacts } from '../../status/codes.js'
import { isIdempotent } from '../../status/retries.js'
import type { ClassFacts } from '../problem-class.js'
import type { DocumentSettings } from './options.js'

/** What may be done about a problem: the declaration says so, else the table of status codes. */
type Verdict = 'repeat' | 'forbidden' | 'unknown'

function verdictOf({ definition, status = 0 }: ClassFacts, method: string): Verdict {
  switch (definition?.retry?.when) {
    case 'always':
      return 'repeat'
    case 'idempotent':
      return isIdempotent(method) ? 'repeat' : 'forbidden'
    case 'never':
    case 'after-change':
      return 'forbidden'
    default:
      return errorFacts[status]?.retry === 'yes' ? 'repeat' : 'unknown'
  }
}

/** Gives the extensions of an operation by their names. */
export function retryExtensions(
  method: string,
  classes: readonly ClassFacts[],
  { speakeasy, fern }: DocumentSettings['extensions'],
): readonly (readonly [name: string, value: object])[] {
  const repeats = speakeasy ? speakeasyRetries(method, classes) : undefined
  const isForbidden = fern && classes.some((facts) => fernRepeats(facts.status) && verdictOf(facts, method) === 'forbidden')
  return [
    ...(repeats === undefined ? [] : [['x-speakeasy-retries', repeats] as const]),
    ...(isForbidden ? [['x-fern-retries', { disabled: true }] as const] : []),
  ]
}

// Clients of Fern repeat a request after these statuses unless the operation says otherwise; that is all that it can say.
function fernRepeats(status = 0): boolean {
  return status === 408 || status === 429 || status >= 500
}

// The defaults that Speakeasy documents, in milliseconds.
const INITIAL = 500
const MOST = 60_000
const ALL_TOGETHER = 3_600_000

// A status is repeated where all its problems allow that: a client of Speakeasy knows no more of a problem than its status. It obeys Retry-After.
function speakeasyRetries(method: string, classes: readonly ClassFacts[]): object | undefined {
  const repeated = classes.filter(
    ({ status }) =>
      status !== undefined && classes.every((other) => other.status !== status || verdictOf(other, method) === 'repeat'),
  )
  if (repeated.length === 0) return undefined
  const waits = repeated.map(({ definition }) => (definition?.retry?.afterSeconds ?? 0) * 1000)
  const initialInterval = Math.max(INITIAL, ...waits)
  const maxInterval = Math.max(MOST, initialInterval)
  return {
    strategy: 'backoff',
    backoff: { initialInterval, maxInterval, maxElapsedTime: Math.max(ALL_TOGETHER, maxInterval), exponent: 1.5 },
    statusCodes: [...new Set(repeated.map(({ status }) => String(status)))].sort(),
    retryConnectionErrors: isIdempotent(method),
  }
}
