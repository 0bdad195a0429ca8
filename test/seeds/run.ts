/**
 * Runs the property tests with many seeds: `npm run test:seeds [-- <count> [file ...]]`. The files are compiled ones; without any, all that have
 * properties. Prints each seed with its outcome, and for one that fails the command that repeats it. Ends after a quarter of an hour.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SEED, seedOf } from './seed.js'

const DEFAULT_COUNT = 20
const LONGEST = 15 * 60_000

const root = fileURLToPath(new URL('../../../', import.meta.url))
const tests = join(root, '.build/test')

/** What mocha reports as JSON, as far as it is read here. */
interface Report {
  readonly stats: { readonly passes: number; readonly failures: number }
  readonly failures: readonly { readonly file: string; readonly fullTitle: string; readonly err: { readonly message: string } }[]
}

const [count = DEFAULT_COUNT, ...named] = process.argv.slice(2)
if (!(Number(count) >= 1)) stop(`The number of seeds must be 1 or more, but is ${JSON.stringify(count)}.`)
const files = named.length > 0 ? named : filesWithProperties()
const first = process.env[SEED]
const seeds = Array.from({ length: Number(count) }, (_, index) => String(seedOf(index === 0 ? first : undefined)))

const began = Date.now()
const failed: string[] = []
let tried = 0
for (const seed of seeds) {
  const left = LONGEST - (Date.now() - began)
  if (left <= 0) break
  tried += 1
  const start = Date.now()
  const failures = failuresWith(seed, left)
  const seconds = `${((Date.now() - start) / 1000).toFixed(1)} s`
  console.log(`${tried}/${seeds.length}  seed ${seed}: ${failures.length === 0 ? 'passed' : 'FAILED'} (${seconds})`)
  if (failures.length === 0) continue
  failed.push(seed)
  for (const { title, message } of failures) console.log(`\n  ${title}\n${message.replace(/^/gm, '    ')}\n`)
  const culprits = [...new Set(failures.map(({ file }) => file))].join(' ')
  console.log(`  To repeat it: ${SEED}=${seed} npx mocha --spec ${culprits}\n`)
}
console.log(
  `${tried} of ${seeds.length} seeds tried, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`,
)
process.exitCode = failed.length > 0 ? 1 : 0

function filesWithProperties(): readonly string[] {
  const all = readdirSync(tests, { recursive: true, encoding: 'utf8' }).map((name) => join(tests, name))
  const holds = (file: string, pattern: RegExp): boolean => pattern.test(readFileSync(file, 'utf8'))
  const suites = all.filter((file) => file.endsWith('.suite.js') && holds(file, /from 'fast-check'/))
  const names = suites.map((file) => file.replace(/^.*\//, ''))
  return all
    .filter((file) => file.endsWith('.test.js'))
    .filter((file) => holds(file, /from 'fast-check'/) || names.some((name) => holds(file, new RegExp(`/${name}'`))))
    .map((file) => relative(root, file))
}

function failuresWith(seed: string, limit: number): readonly { file: string; title: string; message: string }[] {
  const args = [join(root, 'node_modules/mocha/bin/mocha.js'), '--reporter', 'json', ...files.flatMap((file) => ['--spec', file])]
  const { stdout, stderr, signal } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, [SEED]: seed },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: limit,
  })
  try {
    const { failures } = JSON.parse(stdout.slice(stdout.indexOf('{\n  "stats"'))) as Report
    return failures.map(({ file, fullTitle, err }) => ({ file: relative(root, file), title: fullTitle, message: err.message }))
  } catch {
    const title = signal === null ? 'The tests did not run.' : 'The tests took too long.'
    return [{ file: files.join(' '), title, message: (stderr || stdout).slice(-2000) }]
  }
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
