/** Decides over a report: what is an error, what is a warning, and what is no matter. */

import { isPropertyBag, read } from '../../guard/read.js'
import { needKnownKeys, wrongOption } from '../../guard/refuse.js'
import { ProblemAssertionError } from '../assertion-error.js'
import type { ProblemReport } from './reported.js'
import { findingLines } from './summary.js'

/** What a finding is. */
export type RecordSeverity = 'error' | 'warn' | 'ignore'

/** Options of `recorder.assert()`. */
export interface RecordAssertOptions {
  /**
   * Errors that a route answers and nobody declares.
   * @default 'error'
   */
  readonly undeclared?: RecordSeverity
  /**
   * Members and header fields that are not as they were promised.
   * @default 'error'
   */
  readonly broken?: RecordSeverity
  /**
   * Problems that are declared, and that no test has seen.
   * @default 'warn'
   */
  readonly neverSeen?: RecordSeverity
}

const defaults: Required<RecordAssertOptions> = { undeclared: 'error', broken: 'error', neverSeen: 'warn' }
const KINDS = Object.keys(defaults) as readonly (keyof RecordAssertOptions)[]

/** Checks the options of an assertion, and fills them in. */
export function severitiesOf(options: unknown): Required<RecordAssertOptions> {
  if (!isPropertyBag(options)) throw wrongOption('options', "an object such as { undeclared: 'error' }", options)
  needKnownKeys(defaults, options, 'options')
  const given = KINDS.map((kind) => [kind, read(options, kind) ?? defaults[kind]] as const)
  for (const [kind, severity] of given)
    if (severity !== 'error' && severity !== 'warn' && severity !== 'ignore')
      throw wrongOption(`options.${kind}`, "'error', 'warn' or 'ignore'", severity)
  return Object.fromEntries(given) as unknown as Required<RecordAssertOptions>
}

/** Lists the findings of a severity, a line each. */
export function findings(
  report: ProblemReport,
  severities: Required<RecordAssertOptions>,
  severity: RecordSeverity,
): readonly string[] {
  return KINDS.filter((kind) => severities[kind] === severity).flatMap((kind) => findingLines[kind](report))
}

const MOST_LINES = 50

/** Writes findings as lines, and the summary below them. */
export function findingsText(lines: readonly string[], { summary }: ProblemReport): string {
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}\n`)
  const more = lines.length > MOST_LINES ? `  and ${lines.length - MOST_LINES} more\n` : ''
  return `${shown.join('')}${more}\n${summary}`
}

/** Makes the error for findings. */
export function findingsError(lines: readonly string[], report: ProblemReport): ProblemAssertionError {
  const message = `${report.name}: expected every error to be declared, and sent as it is declared\n\n${findingsText(lines, report)}`
  return new ProblemAssertionError(message, lines, [])
}
