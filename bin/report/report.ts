/** `http-problems report`: says which problems of an app's routes its tests have seen, and which nobody declares. */
import { parseArgs } from 'node:util'
import { mergeRecorded } from '../../lib/testing/record/merge.js'
import { reportOf } from '../../lib/testing/record/report.js'
import type { ProblemReport } from '../../lib/testing/record/reported.js'
import { findingLines } from '../../lib/testing/record/summary.js'
import { type Console, reasonOf, UsageError } from '../command.js'
import { readShards } from './shard-files.js'

const usage = `Usage: http-problems report <file or folder>... [--json] [--fail-on <findings>]

Says which problems of an app's routes its tests have seen, which they have never seen, and which were answered although nobody declares them.
The files are what recorder.save() of http-problems/testing has written: one for each worker of a parallel run. They are merged by the name of the app.

  --json                 Prints the reports as JSON, a list with one for each app.
  --fail-on <findings>   What lets the command fail: undeclared, broken and never-seen, parted by commas, or none.
                         undeclared,broken by default.
  --help, -h             Prints this.

Exit codes: 0 nothing of that was found; 1 something was; 2 for a wrong command line, or a file that is no shard.`

const KINDS = { undeclared: 'undeclared', broken: 'broken', 'never-seen': 'neverSeen' } as const
type Kind = (typeof KINDS)[keyof typeof KINDS]

/** Runs the command; gives the exit code. */
export async function report(args: readonly string[], { print }: Console): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help) {
    print(usage)
    return 0
  }
  if (positionals.length === 0) throw wrong('a file or a folder that recorder.save() has written is needed; got none')
  const failing = kindsOf(values['fail-on'] ?? 'undeclared,broken')
  const reports = mergeRecorded(readShards(positionals)).map(reportOf)
  if (values.json) print(JSON.stringify(reports, null, 2))
  else for (const one of reports) print(textOf(one))
  return reports.some((one) => failing.some((kind) => one[kind].length > 0)) ? 1 : 0
}

function textOf(one: ProblemReport): string {
  const lines = [
    ...Object.values(KINDS).flatMap((kind) => findingLines[kind](one)),
    ...one.skipped.map(({ path, reason }) => `${path}: not looked at; ${reason}`),
  ]
  return [...lines, one.summary].join('\n')
}

function kindsOf(list: string): readonly Kind[] {
  if (list === 'none') return []
  return list.split(',').map((name) => {
    const kind = Object.entries(KINDS).find(([known]) => known === name.trim())?.[1]
    if (kind === undefined) throw wrong(`--fail-on ${list}: ${Object.keys(KINDS).join(', ')} or none is needed`)
    return kind
  })
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, 'fail-on': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw wrong(reasonOf(error))
  }
}

function wrong(what: string): UsageError {
  return new UsageError(`report: ${what}`, usage)
}
