/**
 * Loads entries in fresh processes, as an app does: each launch imports or requires one entry of the built package by its name, and times that and
 * nothing else.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

/** A package with the source that an entry of ours loads, in a function that nobody calls: what it takes to read and to parse it. */
export const UNRUN = 'unrun'

/** How a reader knows them. */
export const EMPTY_TITLE = 'an empty package'
export const UNRUN_TITLE = 'the source of http-problems/express, never run'
const titles: Readonly<Record<string, string>> = { [EMPTY]: EMPTY_TITLE, [UNRUN]: UNRUN_TITLE }

// Inside the package, so that its own name leads to its dist.
const folder = join(root, '.cache', 'bench-load')

/** Makes a subject. */
export function subject(verb: Verb, ...names: readonly string[]): Subject {
  const title = titles[names[0] ?? ''] ?? names.join(' and ')
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
  writeDependency(EMPTY, '')
  writeDependency(UNRUN, `export async function never() {\n${sourceOf('middleware/express/index.js')}\n}\n`)
  write('import.mjs', timing('await import'))
  write('require.cjs', timing('require'))
}

function writeDependency(name: string, module: string): void {
  mkdirSync(join(folder, 'node_modules', name), { recursive: true })
  write(`node_modules/${name}/package.json`, JSON.stringify({ exports: { import: './index.mjs', require: './index.cjs' } }))
  write(`node_modules/${name}/index.mjs`, module)
  write(`node_modules/${name}/index.cjs`, '')
}

// The files of an entry, one behind the other, as the body of a function: names that two files have stand in blocks of their own.
function sourceOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const text = readFileSync(join(root, 'dist', 'esm', file), 'utf8')
  const inner = [...text.matchAll(/^import .* from '(\.[^']+)';$/gm)].map(([, path = '']) =>
    sourceOf(join(dirname(file), path), seen),
  )
  return `${inner.join('')}{\n${text.replace(/^(?:import|export) .*$/gm, '')}\n}\n`
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
