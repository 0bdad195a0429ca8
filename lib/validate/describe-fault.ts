/** Texts of the app's own for what is wrong with the values of a request. */

import { bareCopy, defineHidden } from '../guard/bare.js'
import { callHook } from '../guard/call.js'
import type { ReportFault } from '../guard/fault.js'
import { nameValue } from '../guard/name.js'
import { isFunction, isText, wrongOption } from '../guard/refuse.js'
import type { ValidationCode } from './fault-codes.js'
import type { Place } from './place.js'
import { SEEN, type Seen } from './texts/seen.js'

/** One fault in a request as it is told: an item of `errors`. */
export interface ToldFault extends Place {
  readonly code: ValidationCode
  /** What is wrong, in our words, which quote nothing of the request. */
  readonly detail: string
}

/** What helps to find words for a fault. */
export interface FaultContext<Request = unknown> {
  /** The request of Express, or the context of Koa, whose language the text may be in. `toProblem(error)` has none. */
  readonly request: Request
  /** The name of the library whose schema `validate()` has asked, where it has one, such as `zod`. */
  readonly vendor: string | undefined
}

/**
 * Gives the text of a fault, or `undefined` for our words. `issue` is what the validator found, as it gave it; of a database, the error.
 * One that throws, or gives anything else, counts as not given.
 */
export type DescribeFault<Request = unknown> = (
  fault: ToldFault,
  issue: unknown,
  context: FaultContext<Request>,
) => string | undefined

/** Gives the text of a fault: the app's, or else ours. */
export type DetailOf = (fault: ToldFault, issue: unknown, vendor?: string, seen?: Seen) => string

// A text is a sentence or two for a person; a longer one is a dump.
const LONGEST = 1000

/** Makes what asks the hook for the texts of one problem. However often it fails there, that is reported once. */
export function describedBy<Request>(
  hook: DescribeFault<Request> | undefined,
  request: Request | undefined,
  report: ReportFault,
): DetailOf | undefined {
  if (hook === undefined) return undefined
  // Whoever has no request, such as toProblem(), has a hook that expects none.
  const contextOf = (vendor: string | undefined, seen: Seen | undefined): FaultContext<Request> => {
    const context = { request: request as Request, vendor }
    if (seen !== undefined) defineHidden(context, SEEN, seen)
    return context
  }
  let hasFailed = false
  const once: ReportFault = (...fault) => {
    if (!hasFailed) report(...fault)
    hasFailed = true
  }
  return (fault, issue, vendor, seen) => {
    const given: unknown = callHook('describeFault', () => hook(bareCopy(fault), issue, contextOf(vendor, seen)), once)
    if (given === undefined) return fault.detail
    if (isText(given)) return given.slice(0, LONGEST).toWellFormed()
    once('ERR_PROBLEM_HOOK', 'options.describeFault', 'a function that returns a text or undefined', nameValue(given))
    return fault.detail
  }
}

/** Checks the option `describeFault`. */
export function prepareDescribeFault(given: unknown): DescribeFault | undefined {
  if (given === undefined || isFunction(given)) return given as DescribeFault | undefined
  throw wrongOption('options.describeFault', 'a function', given)
}
