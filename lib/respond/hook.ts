/** Calls what the user gave as an option. */

import { comesTooLate } from '../guard/call.js'
import type { ReportFault } from '../guard/fault.js'

/** Calls a function of the user; one that throws is reported and gives `undefined`. */
export function callHook<Result>(name: string, hook: () => Result, report: ReportFault): Result | undefined {
  try {
    const result = hook()
    if (!comesTooLate(result)) return result
    report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that is not asynchronous', 'one that is')
    return undefined
  } catch {
    report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that does not throw', 'one that did')
    return undefined
  }
}
