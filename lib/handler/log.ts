/** The default log: what a server could not do, on standard error. */

import { describeError, errorLines } from '../guard/describe.js'
import { faultMessage } from '../guard/fault.js'
import { redact } from '../guard/redact.js'
import { visible } from '../guard/visible.js'
import type { ProblemEvent } from './event.js'
import { isServerError } from './server-error.js'

const LONGEST_METHOD = 40
const LONGEST_URL = 200

/** Logs an error of the server, with stack and causes, and what is to be decided about validators. The query is left out: it may hold secrets. */
export function logServerErrors(event: ProblemEvent): void {
  logThrownFaults(event)
  if (!isServerError(event)) return
  const { status, outcome, thrown, document, method } = event
  const path = redact(event.path.slice(0, LONGEST_URL))
  const what = { answered: `answered ${status} to`, aborted: 'broke off the response to', 'too-late': 'had already answered' }[
    // An error whose client has gone is no error of the server.
    outcome as Exclude<ProblemEvent['outcome'], 'client-gone'>
  ]
  const head = `${what} ${method.slice(0, LONGEST_METHOD)} ${path}${document.instance === undefined ? '' : `, ${document.instance}`}`
  globalThis.console?.error(`http-problems: ${visible(head)}\n${errorLines(describeError(thrown)).join('\n')}`)
}

/** Logs that an error of a validator was answered as a fault of the client: the event has it once for each route. */
export function logThrownFaults<Request>({ faults }: ProblemEvent<Request>): void {
  for (const fault of faults)
    if (fault.code === 'ERR_PROBLEM_VALIDATOR') globalThis.console?.error(`http-problems: ${faultMessage(fault)}`)
}
