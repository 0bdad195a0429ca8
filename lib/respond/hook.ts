/** Calls what the user gave as an option. */
import type { ReportFault } from '../problem/fault.js'

/** Calls a function of the user; one that throws is reported and gives `undefined`. */
export function callHook<Result>(name: string, hook: () => Result, report: ReportFault): Result | undefined {
  try {
    return hook()
  } catch {
    report('ERR_PROBLEM_HOOK', `options.${name}`, 'a function that does not throw', 'one that did')
    return undefined
  }
}
