/** Errors of circuit breakers, bulkheads and time limits: this server protects itself. */
import { coded, type Family, type ForeignError, hasOnly, passing, row, said } from './family.js'

const flag =
  (name: string) =>
  (error: ForeignError): boolean =>
    error.get(name) === true

/** The family. */
export const resilience: Family = {
  name: 'circuit breakers and time limits',
  rows: [
    // opossum
    passing(coded('EOPENBREAKER', 'ESEMLOCKED')),
    row((error) => error.code === 'ETIMEDOUT' && error.get('syscall') === undefined && said(/^Timed out after/)(error), 504),
    // cockatiel
    passing(flag('isBrokenCircuitError')),
    passing(flag('isBulkheadRejectedError')),
    row(flag('isTaskCancelledError'), 504),
    row(isTimeout, 504),
    passing(isAbort),
  ],
}

// The codes of DOMException for AbortSignal.timeout() and AbortController.
const DOM_TIMEOUT = 23
const DOM_ABORT = 20

// p-timeout has a name and nothing else. An error of the app with this name has more to say.
function isTimeout(error: ForeignError): boolean {
  return error.name === 'TimeoutError' && (error.code === DOM_TIMEOUT || isBare(error))
}

// Node, the web, node-fetch, and what has a name and nothing else.
function isAbort(error: ForeignError): boolean {
  if (error.name !== 'AbortError') return false
  return error.code === DOM_ABORT || error.code === 'ABORT_ERR' || error.get('type') === 'aborted' || isBare(error)
}

function isBare(error: ForeignError): boolean {
  return error.isError && hasOnly(error, 'name', 'message') && error.code === undefined && error.get('status') === undefined
}
