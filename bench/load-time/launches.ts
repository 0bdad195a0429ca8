/**
 * Loads entries in fresh processes, as an app does: each launch imports or requires one entry of the built package by its name, and times that and
 * nothing else.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../test/package/command.js'
import { turns } from '../requests/measure.js'
import type { Cost, Loaded } from './report.js'

/** How often is launched: as many launches as fit, but enough that some of them are hardly disturbed. */
export interface Launches {
  readonly longestMs: number
  readonly least: number
  readonly most: number
}

/** Something to load. */
export interface Subject extends Loaded {
  readonly verb: Verb
  readonly names: readonly string[]
  readonly costs: Cost[]
}

/** The two formats of a package. */
export type Verb = 'import' | 'require'

/** A package without anything in it: the first package of a process costs two milliseconds, whatever it is. */
export const EMPTY = 'empty'

/** How a reader knows it. */
export const EMPTY_TITLE = 'an empty package'

// Inside the package, so that its own name leads to its dist.
const folder = join(root, '.cache', 'bench-load')

/** Makes a subject. */
export function subject(verb: Verb, ...names: readonly string[]): Subject {
  const title = names[0] === EMPTY ? EMPTY_TITLE : names.join(' and ')
  return { title: `${verb} ${title}`, verb, names, costs: [] }
}

/** Launches the subjects in turns and adds what each launch cost. */
export async function launchAll(subjects: readonly Subject[], node: string, { longestMs, least, most }: Launches): Promise<void> {
  writePackage()
  // The first launch reads the files from the disk.
  for (const one of subjects) await launch(one, node)
  const end = performance.now() + longestMs
  for (let round = 0; round < most && (round < least || performance.now() < end); round++) {
    for (const one of turns(subjects, round)) one.costs.push(await launch(one, node))
  }
}

function writePackage(): void {
  mkdirSync(join(folder, 'node_modules', EMPTY), { recursive: true })
  write(`node_modules/${EMPTY}/package.json`, JSON.stringify({ exports: { import: './empty.mjs', require: './empty.cjs' } }))
  for (const name of ['empty.mjs', 'empty.cjs']) write(`node_modules/${EMPTY}/${name}`, '')
  write('import.mjs', timing('await import'))
  write('require.cjs', timing('require'))
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
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

async function launch({ verb, names }: Subject, node: string): Promise<Cost> {
  const script = join(folder, verb === 'import' ? 'import.mjs' : 'require.cjs')
  const { stdout } = await promisify(execFile)(node, [script, ...names], {
    // Nothing from outside changes what is measured.
    env: { NODE_ENV: 'production', PATH: process.env['PATH'] },
    timeout: 20_000,
  })
  // What the script prints.
  return JSON.parse(stdout) as Cost
}
