/** The default log: what a server could not do, on standard error. */
import { describeError, errorLines } from '../../lib/respond/describe-error.js'
import type { ProblemEvent } from '../../lib/respond/events.js'

const LONGEST_URL = 200

/** Logs an event with a status of 500 and above, with stack and causes. The query is left out: it may hold secrets. */
export function logServerErrors({ status, outcome, thrown, document, facts }: ProblemEvent): void {
  if (outcome === 'client-gone' || status < 500) return
  const path = (facts.url.split('?', 1)[0] as string).slice(0, LONGEST_URL)
  const what = { answered: `answered ${status} to`, aborted: 'broke off the response to', 'too-late': 'had already answered' }[
    outcome
  ]
  globalThis.console?.error(
    `http-problems: ${what} ${facts.method} ${path}${document.instance === undefined ? '' : `, ${document.instance}`}\n${errorLines(describeError(thrown)).join('\n')}`,
  )
}
