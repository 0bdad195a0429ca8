/** Errors of circuit breakers, bulkheads and time limits: this server protects itself. */
import type { Family, ForeignError } from '../../family.js'
import { coded, hasKey, hasOnly, isOfClass, named, passing, row, said } from '../rows.js'

const flag =
  (name: string) =>
  (error: ForeignError): boolean =>
    error.get(name) === true

const isItsName = named('TimeoutError', 'AbortError')
const FLAGS: readonly string[] = ['isBrokenCircuitError', 'isBulkheadRejectedError', 'isTaskCancelledError']

/** The family. */
export const resilience: Family = {
  name: 'circuit breakers and time limits',
  concerns: (error) => error.code !== undefined || isItsName(error) || hasKey(error, ...FLAGS),
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

/** Bottleneck, whose class has no name. */
export const bottleneck: Family = {
  name: 'Bottleneck',
  concerns: (error) => error.name === 'Error' && !error.isPlain && hasOnly(error) && isOfClass(error, 'BottleneckError'),
  rows: [
    passing(said(/^This (?:job has been dropped by Bottleneck$|limiter has been stopped\.$)/)),
    row(said(/^This job timed out after \d+ ms\.$/), 504),
  ],
}
