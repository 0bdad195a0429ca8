/**
 * Shows how long the entries take to load: `npm run bench:load`. Less than a minute.
 *
 * Each launch is a fresh process that imports or requires one entry of the built package, as an app does, and times that and nothing else.
 * Judged is the CPU time that `http-problems/express` adds to an empty module: the first import of a process costs that whatever it is, and an
 * app has paid it. On an idle machine the wall clock shows a little less, as CPU time also counts the threads that help; on a busy one it
 * shows how long others ran. Of the launches the best counts: whoever shares a processor or its caches can only make a launch slower, by half
 * on a busy machine.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { root } from '../test/package/command.js'
import { addedTo, type Cost, type Loaded, show, showVerdict } from './load-time-report.js'
import { turns } from './measure.js'

const JUDGED = 'http-problems/express'
const LIMIT_MS = 10

// As many launches as fit, but enough that some of them are hardly disturbed.
const LONGEST_MS = 40_000
const LEAST_LAUNCHES = 5
const MOST_LAUNCHES = 25

// Inside the package, so that its own name leads to its dist.
const folder = join(root, '.cache', 'bench-load')
mkdirSync(folder, { recursive: true })
const formats = [
  { verb: 'import', script: write('import.mjs', timing('await import')), empty: pathToFileURL(write('empty.mjs', '')).href },
  { verb: 'require', script: write('require.cjs', timing('require')), empty: write('empty.cjs', '') },
] as const
type Format = (typeof formats)[number]

interface Subject extends Loaded {
  readonly format: Format
  readonly names: readonly string[]
  readonly costs: Cost[]
}

const subjects: readonly Subject[] = formats.flatMap((format) => [
  subject(format, JUDGED),
  subject(format, 'http-problems/koa'),
  subject(format, 'http-problems'),
  subject(format, 'http-problems', JUDGED),
  subject(format, 'http-problems/compat'),
  subject(format, 'http-errors'),
  subject(format, 'express'),
  { title: `${format.verb} an empty module`, format, names: [format.empty], costs: [] },
])

// The first launch reads the files from the disk.
for (const one of subjects) await launch(one)
const end = performance.now() + LONGEST_MS
for (let round = 0; round < MOST_LAUNCHES && (round < LEAST_LAUNCHES || performance.now() < end); round++) {
  for (const one of turns(subjects, round)) one.costs.push(await launch(one))
}

console.log(show(subjects))
for (const one of subjects.filter(({ names }) => names.length === 1 && names[0] === JUDGED)) {
  const empty = subjects.find(({ format, names }) => format === one.format && names[0] === format.empty)
  const added = addedTo(empty ?? one, one)
  console.log(showVerdict(one, added, LIMIT_MS))
  if (!(added < LIMIT_MS)) process.exitCode = 1
}
const [load = 0] = loadavg()
if (process.exitCode === 1) console.log(`  The load was ${load.toFixed(1)} on ${availableParallelism()} processors.`)

function subject(format: Format, ...names: readonly string[]): Subject {
  return { title: `${format.verb} ${names.join(' and ')}`, format, names, costs: [] }
}

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function timing(load: string): string {
  return `const before = process.cpuUsage()
const start = performance.now()
for (const name of process.argv.slice(2)) ${load}(name)
const wall = performance.now() - start
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 }))
`
}

async function launch({ format, names }: Subject): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, [format.script, ...names], {
    // Nothing from outside changes what is measured.
    env: { NODE_ENV: 'production', PATH: process.env['PATH'] },
    timeout: 20_000,
  })
  // What the script prints.
  return JSON.parse(stdout) as Cost
}
