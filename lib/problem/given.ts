/** Reads options that were given to a problem; a wrong one is reported and counts as not given. */
import type { ReportFault } from '../guard/fault.js'
import { nameValue, ownKeys, readOption } from '../guard/read.js'
import { fieldMakers } from './field-makers.js'
import { commonOptions } from './options.js'

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
    const known = [...commonOptions, ...new Set(fieldMakers(status).map(({ option }) => option))].join(', ')
    report('ERR_PROBLEM_OPTION', 'options', `one of ${known}`, nameValue(name))
  }
}
