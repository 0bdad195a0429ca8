/** Sorts the arguments of a problem class: text, cause, options in their allowed orders. Never throws. */
import type { ReportFault } from '../guard/fault.js'
import { isError, isPropertyBag, nameValue } from '../guard/read.js'

/** What the arguments say. */
export interface SortedArguments {
  /** The positional text; empty where there is none. */
  readonly text: string
  readonly options: Readonly<Record<string, unknown>> | undefined
  /** The Error that came in the place of the text or of the options. */
  readonly cause: Error | undefined
}

const NO_ARGUMENTS: SortedArguments = { text: '', options: undefined, cause: undefined }

/** Sorts the two arguments; whatever has no place there is reported and left out. */
export function sortArguments(first: unknown, second: unknown, report: ReportFault): SortedArguments {
  if (second === undefined) {
    if (first === undefined) return NO_ARGUMENTS
    if (typeof first === 'string') return { text: first, options: undefined, cause: undefined }
  }
  const firstIsError = isError(first)
  const firstIsOptions = !firstIsError && isPropertyBag(first)
  // `(text, error)` is a habit from other libraries. As options, an Error would show what it keeps in its `detail`, `headers` and so on.
  const secondIsError = !firstIsError && !firstIsOptions && isError(second)
  const cause = firstIsError ? first : secondIsError ? second : undefined
  const options = firstIsOptions ? first : secondIsError ? undefined : optionsFrom(second, report)
  if (firstIsOptions && second !== undefined) {
    report('ERR_PROBLEM_ARGUMENT', 'arguments', 'nothing after the options', nameValue(second))
  }
  return { text: firstIsError || firstIsOptions ? '' : textFrom(first, report), options, cause }
}

function optionsFrom(value: unknown, report: ReportFault): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === null) return undefined
  if (isPropertyBag(value)) return value
  report('ERR_PROBLEM_ARGUMENT', 'options', 'an object', nameValue(value))
  return undefined
}

function textFrom(value: unknown, report: ReportFault): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  report('ERR_PROBLEM_ARGUMENT', 'text', 'a string', nameValue(value))
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : ''
}
