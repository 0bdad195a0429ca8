/**
 * What becomes of the errors of validators that are thrown outside of `validate()`. Nobody can tell whether they are about the request or about
 * data of the server's own: a row, the answer of another server. Decision 25.
 */

import type { ReportFault } from '../guard/fault.js'
import { read } from '../guard/read.js'
import { wrongOption } from '../guard/refuse.js'
import type { CreateOptions } from '../problem/create.js'
import { listed } from '../validate/faults.js'

/** Whose fault errors of validators are: the client's, a 4xx with `errors`, or the server's, as every error that nobody knows. */
export type ThrownFaults = 'client' | 'server'

/** Checks the option `thrownFaults`. */
export function prepareThrownFaults(given: unknown, owner = 'options'): ThrownFaults | undefined {
  if (given === undefined || given === 'client' || given === 'server') return given
  throw wrongOption(`${owner}.thrownFaults`, "'client' or 'server'", given)
}

/** Tells whether the faults say where in the request they are: then a validator of requests found them, or a schema of its parts. */
export function areOfRequest(options: CreateOptions | undefined): boolean {
  const faults = listed(read(options?.extensions, 'errors'))
  return faults.length > 0 && faults.every((fault) => read(fault, 'in') !== undefined)
}

/** Tells that nobody has said whose fault they are. */
export function tellThrownFaults(report: ReportFault): void {
  report(
    'ERR_PROBLEM_VALIDATOR',
    'thrown',
    'faults of the request from validate()',
    "a validator's error that was thrown outside of it",
  )
}
