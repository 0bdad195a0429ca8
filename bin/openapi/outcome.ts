/** Says what was done with a document, or what has to be: in words, or as JSON for programs. */
import type { ProblemsReport } from '../../lib/openapi/document/document-problems.js'
import type { CompletedYaml } from '../../lib/openapi/document/yaml/complete.js'
import type { RouteRecords, SkippedRoute } from '../../lib/routes/record.js'
import { type Console, quoted } from '../command.js'
import type { Wishes } from './arguments.js'
import { type ChangedLines, changedLines } from './changed-lines.js'

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

/** Tells what came of a run; gives the exit code. */
export function tell(outcome: Outcome, wishes: Wishes, args: readonly string[], { print, complain }: Console): number {
  const { check, json, out, source, allowConflicts } = wishes
  const { stale, text, conflicts } = outcome
  const contradicts = conflicts.some(({ reason }) => reason !== 'elsewhere') && !allowConflicts
  const wrong = isOfAnotherApp(outcome) ? OF_ANOTHER_APP : contradicts ? CONTRADICTS : undefined
  const fails = stale || wrong !== undefined
  const name = out ?? source ?? 'the document'
  if (json) print(JSON.stringify(outcome, null, 2))
  else if (check) for (const line of checkLines(outcome, name, args, wrong)) (fails ? complain : print)(line)
  else if (text !== undefined) print(text.replace(/\r?\n$/, ''))
  if (!json && !check) for (const line of summaryLines(outcome, name)) (out === undefined ? complain : print)(line)
  return check && fails ? 1 : 0
}

const CONTRADICTS = 'lacks nothing, but contradicts the app (--allow-conflicts lets that pass)'
const OF_ANOTHER_APP =
  'no route answers any of its operations; name the app of this document, or correct the paths of its `servers`'

// Such a document lacks nothing that the app declares, and says nothing of it: what is wrong is the app, a prefix, or that nothing of it can be seen.
function isOfAnotherApp({ routes, unmatched, unanswered }: Outcome): boolean {
  return unanswered.length > 0 && unmatched.length === routes
}

/** Tells of the parts of an app that cannot be read. */
export function tellSkipped({ skipped }: RouteRecords, { complain }: Console): void {
  for (const { method, path, reason } of skipped)
    complain(`http-problems: not seen: ${method === undefined ? '' : `${method} `}${path}: ${reason}`)
}

function summaryLines(outcome: Outcome, name: string): readonly string[] {
  const { stale, routes, added, replaced, removed, components } = outcome
  const responses = `${added.length} responses added, ${replaced.length} replaced, ${removed.length} removed`
  const isAboutResponses = added.length + replaced.length + removed.length > 0 || components.length === 0
  const counts = isAboutResponses ? responses : `components changed: ${components.length}`
  return [
    `${name}: ${stale ? counts : 'up to date'}${stale ? ';' : ','} ${routes} routes`,
    ...noteLines(outcome),
    ...conflictLines(outcome),
  ]
}

function checkLines(outcome: Outcome, name: string, args: readonly string[], wrong?: string): readonly string[] {
  const { stale, routes, changes, added, replaced, removed } = outcome
  if (!stale) return [`${name}: ${wrong ?? `up to date, ${routes} routes`}`, ...noteLines(outcome), ...conflictLines(outcome)]
  const again = args.filter((arg) => arg !== '--check').map(quoted)
  const isNamed = args.some((arg) => /^(?:-o|--out)/.test(arg))
  return [
    `${name}: not up to date; run: npx http-problems openapi ${again.join(' ')}${isNamed ? '' : ` --out ${quoted(name)}`}`,
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

// The message begins with the method, the path and the status.
function conflictLines({ conflicts }: Outcome): readonly string[] {
  return conflicts.map(({ message }) => `  conflict: ${message}`)
}

function noteLines({ unmatched, unanswered }: Outcome): readonly string[] {
  return [
    ...unmatched.map(({ method, path }) => `  note: ${method} ${path} is no operation of the document`),
    ...unanswered.map(({ method, path }) => `  note: no route answers ${method} ${path}`),
  ]
}
