/** Sorts the arguments of a problem class: text, cause, options in their allowed orders. Never throws. */

import type { ReportFault } from '../guard/fault.js'
import { nameValue, oneOf } from '../guard/name.js'
import { isError, isPropertyBag, ownKeys, readOrTell } from '../guard/read.js'
import { fieldMakers } from './field-makers.js'
import { commonOptions } from './options.js'

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

/** Reads one option; one that throws when it is read is reported and counts as absent. */
export function readOption(options: object | undefined, name: string, report: ReportFault): unknown {
  if (options === undefined) return undefined
  return readOrTell(options, name, () =>
    report('ERR_PROBLEM_OPTION', name, 'a readable option', 'one that throws when it is read'),
  )
}

/** Options as they came. */
export type GivenOptions = Readonly<Record<string, unknown>> | undefined

/** Reads an option that is a text; empty where there is none. */
export function textOption(options: GivenOptions, name: 'detail' | 'instance', report: ReportFault): string {
  const value = readOption(options, name, report)
  if (typeof value === 'string') return value
  if (value !== undefined && value !== null) report('ERR_PROBLEM_OPTION', name, 'a string', nameValue(value))
  return ''
}

/** Reads an option that is true or false. */
export function booleanOption(options: GivenOptions, name: 'expose', fallback: boolean, report: ReportFault): boolean {
  const value = readOption(options, name, report)
  if (value === undefined || typeof value === 'boolean') return value ?? fallback
  report('ERR_PROBLEM_OPTION', name, 'true or false', nameValue(value))
  return fallback
}

/** Reports options that the class of a status does not have. */
export function reportUnknown(
  options: Readonly<Record<string, unknown>>,
  status: number,
  alsoKnown: ReadonlySet<string> | undefined,
  report: ReportFault,
): void {
  for (const name of ownKeys(options)) {
    if (commonOptions.has(name) || alsoKnown?.has(name) || fieldMakers(status).some(({ option }) => option === name)) continue
    const known = [...commonOptions, ...new Set(fieldMakers(status).map(({ option }) => option))]
    report('ERR_PROBLEM_OPTION', 'options', oneOf(known), nameValue(name))
  }
}
