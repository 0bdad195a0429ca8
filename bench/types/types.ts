/**
 * Shows how long the compiler takes to check 200 declared problem types: `npm run bench:types`. Needs the npm registry once, for TypeScript 5.9.
 *
 * What is judged is a whole run of `tsc --noEmit`, start-up and libraries included; the same project without types shows what of it is ours.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { node, root, runNpm, tools } from '../../test/package/command.js'
import { writeProject } from './project.js'

const TYPES = 200
const RUNS = 5

// Seconds.
const compilers = [
  { name: 'TypeScript 7', path: join(root, 'node_modules/typescript/bin/tsc'), limit: 1 },
  { name: 'TypeScript 5.9', path: join(tools, 'node_modules/typescript-5.9/bin/tsc'), limit: 3 },
]

interface Cost {
  readonly seconds: number
  readonly checkSeconds: number
  readonly instantiations: number
}

if (!compilers.every(({ path }) => existsSync(path))) await runNpm(tools, 'ci', '--no-audit', '--no-fund', '--prefer-offline')

const folder = join(root, '.cache', 'bench-types')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const empty = writeProject(join(folder, 'none'), 0)
const full = writeProject(join(folder, 'declared'), TYPES)

for (const { name, path, limit } of compilers) {
  const without = await costOf(path, empty)
  const all = await costOf(path, full)
  console.log(
    `${name}: ${TYPES} declared types in ${all.seconds.toFixed(2)} s, limit ${limit} s, best of ${RUNS}.`,
    `Without them ${without.seconds.toFixed(2)} s, so ours is ${(all.seconds - without.seconds).toFixed(2)} s:`,
    `${(all.checkSeconds - without.checkSeconds).toFixed(2)} s of checking and`,
    `${Math.round((all.instantiations - without.instantiations) / TYPES)} instantiations for each type.`,
  )
  if (all.seconds >= limit) process.exitCode = 1
}
// A compiler that waits for a processor looks slow.
const [load = 0] = loadavg()
if (process.exitCode === 1) console.log(`Too slow. The load was ${load.toFixed(1)} on ${availableParallelism()} processors.`)

// The best run is the one that others disturbed least.
async function costOf(compiler: string, project: string): Promise<Cost> {
  const costs: Cost[] = []
  for (let run = 0; run < RUNS; run++) costs.push(await measure(compiler, project))
  return costs.reduce((best, cost) => (cost.seconds < best.seconds ? cost : best))
}

async function measure(compiler: string, project: string): Promise<Cost> {
  const start = performance.now()
  const output = await node(project, compiler, '-p', '.', '--extendedDiagnostics')
  const seconds = (performance.now() - start) / 1000
  return { seconds, checkSeconds: figure(output, 'Check time'), instantiations: figure(output, 'Instantiations') }
}

function figure(output: string, name: string): number {
  const value = Number(new RegExp(`^${name}: +([\\d.]+)`, 'm').exec(output)?.[1])
  if (Number.isNaN(value)) throw new Error(`The compiler did not say its ${name}.`)
  return value
}
