/**
 * Shows how long the entries take to load: `npm run bench:load`. Less than a minute.
 *
 * Judged is the time that `http-problems/express` adds to an empty package: an app that uses Express has paid for its first package. Of the
 * launches the best counts: whoever shares a processor or its caches can only make a launch slower, by half on a busy machine.
 */
import { availableParallelism, loadavg } from 'node:os'
import { EMPTY, launchAll, type Subject, subject } from './launches.js'
import { addedTo, show, showVerdict } from './report.js'

const JUDGED = 'http-problems/express'
const LIMIT_MS = 10
const LAUNCHES = { longestMs: 40_000, least: 5, most: 25 }

const subjects: readonly Subject[] = (['import', 'require'] as const).flatMap((verb) => [
  subject(verb, JUDGED),
  subject(verb, 'http-problems/koa'),
  subject(verb, 'http-problems'),
  subject(verb, 'http-problems', JUDGED),
  subject(verb, 'http-problems/compat'),
  subject(verb, 'http-errors'),
  subject(verb, 'express'),
  subject(verb, EMPTY),
])
await launchAll(subjects, process.execPath, LAUNCHES)

console.log(show(subjects))
for (const one of subjects.filter(({ names }) => names.length === 1 && names[0] === JUDGED)) {
  const empty = subjects.find(({ verb, names }) => verb === one.verb && names[0] === EMPTY)
  const added = addedTo(empty ?? one, one)
  console.log(showVerdict(one, added, LIMIT_MS))
  if (!(added < LIMIT_MS)) process.exitCode = 1
}
const [load = 0] = loadavg()
if (process.exitCode === 1) console.log(`  The load was ${load.toFixed(1)} on ${availableParallelism()} processors.`)
