/** Errors of the app's own whose status and message are meant for clients. */

import { isProblemClass } from '../define/problem-class.js'
import { callHook } from '../guard/call.js'
import type { ReportFault } from '../guard/fault.js'
import { itemsOf } from '../guard/read.js'
import { isFunction, wrongOption } from '../guard/refuse.js'
import type { AnyClass } from '../problem/brand.js'
import { createProblem } from '../problem/create.js'
import type { HttpProblem } from '../problem/problem.js'
import { withoutStack } from '../problem/stack.js'
import { writtenStatus } from './decorated.js'
import { ownHeaders, ownMessage } from './exposed.js'
import { foreignError } from './family.js'
import { isClass } from './outcome.js'

/** A class of errors, or a function that recognises one. */
export type ExposedErrors = AnyClass<Error> | ((error: unknown) => boolean)

/** An entry of the option `expose`, checked, with its name. */
export interface PlacedExposed {
  readonly name: string
  readonly recognises: (error: unknown) => unknown
}

// Everybody throws these, so their messages are anybody's.
const OF_THE_LANGUAGE: readonly unknown[] = [
  Error,
  AggregateError,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
]

/** Checks the option `expose`. */
export function prepareExposed(given: unknown): readonly PlacedExposed[] {
  if (given === undefined) return []
  const items = itemsOf(given)
  if (items === undefined) throw wrongOption('options.expose', 'a list of error classes and functions', given)
  return items.map((item, index) => {
    const name = `expose[${index}]`
    if (!isFunction(item)) throw wrongOption(`options.${name}`, 'an error class of your own or a function', item)
    const target = item as AnyClass | ((error: unknown) => unknown)
    if (OF_THE_LANGUAGE.includes(target) || isProblemClass(target))
      throw wrongOption(`options.${name}`, 'an error class of your own, which no library throws and which is no problem', target)
    return { name, recognises: isClass(target) ? (error) => error instanceof target : (error) => target(error) }
  })
}

/**
 * Makes the problem of an error that the app has exposed: with its status and fields, and its message where that is a 4xx. `undefined` where
 * the error has no status, or no entry recognises it. An entry that fails is reported, and the next is asked.
 */
export function exposedProblem(entries: readonly PlacedExposed[], thrown: unknown, report: ReportFault): HttpProblem | undefined {
  const error = foreignError(thrown)
  const status = writtenStatus(error)
  if (status === undefined) return undefined
  if (!entries.some(({ name, recognises }) => Boolean(callHook(name, () => recognises(thrown), report)))) return undefined
  const options = { detail: ownMessage(error, status), headers: ownHeaders(error, report), cause: thrown }
  return withoutStack(() => createProblem(status, options))
}
