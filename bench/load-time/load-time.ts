/**
 * Shows how long the entries take to load: `npm run bench:load`. Less than a minute.
 *
 * Each launch is a fresh process that imports or requires one entry of the built package by its name, as an app does, and times that and
 * nothing else. Judged is the time that `http-problems/express` adds to an empty package: the first package of a process costs two
 * milliseconds whatever it is, and an app that uses Express has paid them. Of the launches the best counts: whoever shares a processor or
 * its caches can only make a launch slower, by half on a busy machine.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../test/package/command.js'
import { turns } from '../requests/measure.js'
import { addedTo, type Cost, type Loaded, show, showVerdict } from './report.js'

const JUDGED = 'http-problems/express'
const LIMIT_MS = 10

// As many launches as fit, but enough that some of them are hardly disturbed.
const LONGEST_MS = 40_000
const LEAST_LAUNCHES = 5
const MOST_LAUNCHES = 25

// Inside the package, so that its own name leads to its dist.
const folder = join(root, '.cache', 'bench-load')
const EMPTY = 'empty'
mkdirSync(join(folder, 'node_modules', EMPTY), { recursive: true })
write(`node_modules/${EMPTY}/package.json`, JSON.stringify({ exports: { import: './empty.mjs', require: './empty.cjs' } }))
for (const name of ['empty.mjs', 'empty.cjs']) write(`node_modules/${EMPTY}/${name}`, '')
const formats = [
  { verb: 'import', script: write('import.mjs', timing('await import')) },
  { verb: 'require', script: write('require.cjs', timing('require')) },
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
  { ...subject(format, EMPTY), title: `${format.verb} an empty package` },
])

// The first launch reads the files from the disk.
for (const one of subjects) await launch(one)
const end = performance.now() + LONGEST_MS
for (let round = 0; round < MOST_LAUNCHES && (round < LEAST_LAUNCHES || performance.now() < end); round++) {
  for (const one of turns(subjects, round)) one.costs.push(await launch(one))
}

console.log(show(subjects))
for (const one of subjects.filter(({ names }) => names.length === 1 && names[0] === JUDGED)) {
  const empty = subjects.find(({ format, names }) => format === one.format && names[0] === EMPTY)
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
