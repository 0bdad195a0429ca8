/** Says what was done with a document, or what has to be: in words, or as JSON for programs. */
import type { ProblemsReport } from '../../lib/openapi/document/document-problems.js'
import type { CompletedYaml } from '../../lib/openapi/document/yaml/complete.js'
import type { RouteRecords, SkippedRoute } from '../../lib/routes/record.js'
import type { Console } from '../command.js'
import type { Wishes } from './arguments.js'

/** A part of the document that changes: what goes and what comes at a line. */
export interface ChangedLines {
  /** The number of the line in the old text, counted from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** What came of a run, as `--json` prints it. */
export interface Outcome extends ProblemsReport {
  /** Whether the document lacks something, or has what nobody declares any more. */
  readonly stale: boolean
  readonly routes: number
  readonly skipped: readonly SkippedRoute[]
  readonly changes: readonly ChangedLines[]
  /** The new document, where it is not written to a file. */
  readonly text?: string
}

/** Puts together what came of a run. `target` is what the document is compared with. */
export function outcomeOf(
  { check, out }: Wishes,
  records: RouteRecords,
  before: string,
  { text, edits, report }: CompletedYaml,
  target: string | undefined,
): Outcome {
  return {
    stale: text !== target,
    routes: records.length,
    ...report,
    skipped: records.skipped,
    changes: changedLines(before, edits),
    ...(!check && out === undefined && { text }),
  }
}

function changedLines(before: string, edits: CompletedYaml['edits']): readonly ChangedLines[] {
  // The edits are in their order, so each line break is counted once.
  let [line, counted] = [1, 0]
  return edits.map(({ start, end, text }) => {
    line += before.slice(counted, start).split('\n').length - 1
    counted = start
    return { line, removed: linesOf(before.slice(start, end)), added: linesOf(text) }
  })
}

/** Tells what came of a run; gives the exit code. */
export function tell(outcome: Outcome, wishes: Wishes, args: readonly string[], { print, complain }: Console): number {
  const { check, json, out, source, allowConflicts } = wishes
  const { stale, text, conflicts } = outcome
  const isWrong = conflicts.some(({ reason }) => reason !== 'elsewhere') && !allowConflicts
  const name = out ?? source ?? 'the document'
  if (json) print(JSON.stringify(outcome, null, 2))
  else if (check) for (const line of checkLines(outcome, name, args)) (stale || isWrong ? complain : print)(line)
  else if (text !== undefined) print(text.replace(/\r?\n$/, ''))
  if (!json && !check) for (const line of summaryLines(outcome, name)) (out === undefined ? complain : print)(line)
  return check && (stale || isWrong) ? 1 : 0
}

/** Tells of the parts of an app that cannot be read. */
export function tellSkipped({ skipped }: RouteRecords, { complain }: Console): void {
  for (const { method, path, reason } of skipped)
    complain(`http-problems: not seen: ${method === undefined ? '' : `${method} `}${path}: ${reason}`)
}

function summaryLines(outcome: Outcome, name: string): readonly string[] {
  const { stale, routes, added, replaced, removed } = outcome
  const counts = `${added.length} responses added, ${replaced.length} replaced, ${removed.length} removed; ${routes} routes`
  return [`${name}: ${stale ? counts : `up to date, ${routes} routes`}`, ...noteLines(outcome), ...conflictLines(outcome)]
}

function checkLines(outcome: Outcome, name: string, args: readonly string[]): readonly string[] {
  const { stale, routes, changes, added, replaced, removed } = outcome
  if (!stale) return [`${name}: up to date, ${routes} routes`, ...noteLines(outcome), ...conflictLines(outcome)]
  const again = args.filter((arg) => arg !== '--check')
  const isNamed = args.some((arg) => /^(?:-o|--out)/.test(arg))
  return [
    `${name}: not up to date; run: npx http-problems openapi ${again.join(' ')}${isNamed ? '' : ` --out ${name}`}`,
    ...responseLines('missing', added),
    ...responseLines('changed', replaced),
    ...responseLines('no longer declared', removed),
    ...changes.flatMap(({ line, removed, added }) => [
      `  line ${line}:`,
      ...removed.map((one) => `    - ${one}`),
      ...added.map((one) => `    + ${one}`),
    ]),
    ...noteLines(outcome),
    ...conflictLines(outcome),
  ]
}

function responseLines(word: string, responses: ProblemsReport['added']): readonly string[] {
  return responses.map(({ method, path, status, types }) =>
    `  ${word}: ${method} ${path} ${status} ${types.join(', ')}`.trimEnd(),
  )
}

function conflictLines({ conflicts }: Outcome): readonly string[] {
  return conflicts.map(({ method, path, status, message }) => `  conflict: ${method} ${path} ${status}: ${message}`)
}

function noteLines({ unmatched, unanswered }: Outcome): readonly string[] {
  return [
    ...unmatched.map(({ method, path }) => `  note: ${method} ${path} is no operation of the document`),
    ...unanswered.map(({ method, path }) => `  note: no route answers ${method} ${path}`),
  ]
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  return text === '' ? [] : lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
