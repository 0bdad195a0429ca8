/** Errors of circuit breakers, bulkheads and time limits: this server protects itself. */
import { coded, type Family, type ForeignError, passing, row } from './family.js'

const flag =
  (name: string) =>
  (error: ForeignError): boolean =>
    error.get(name) === true

/** The family. */
export const resilience: Family = {
  name: 'circuit breakers and time limits',
  rows: [
    // connect-timeout: the request took longer than the app allows.
    passing((error) => error.code === 'ETIMEDOUT' && error.get('status') === 503 && typeof error.get('timeout') === 'number'),
    // opossum
    passing(coded('EOPENBREAKER', 'ESEMLOCKED')),
    row(
      (error) =>
        error.code === 'ETIMEDOUT' && error.get('syscall') === undefined && /^Timed out after/.test(error.text('message') ?? ''),
      504,
    ),
    // cockatiel
    passing(flag('isBrokenCircuitError')),
    passing(flag('isBulkheadRejectedError')),
    row(flag('isTaskCancelledError'), 504),
    // p-timeout, AbortSignal.timeout().
    row((error) => error.name === 'TimeoutError', 504),
    passing((error) => error.name === 'AbortError'),
  ],
}
