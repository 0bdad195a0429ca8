/**
 * Runs the foreign errors through Express and Koa and judges the answers.
 * `--only <id or beginning of ids>` runs some, `--json <file>` writes every answer and every fault.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkTables } from './expect/complete.mjs'
import { instead } from './expect/instead.mjs'
import { moreRows } from './more-rows.mjs'
import { needsDatabase } from './provoke/postgres.mjs'

const ROW_LIMIT = 10_000
const RUN_LIMIT = 350_000
const DATABASE_LIMIT = 60_000
const FEWEST_ROWS = 215

const { values: options } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
const compiled = JSON.parse(readFileSync(new URL('rows.json', import.meta.url), 'utf8'))
const all = [...compiled, ...moreRows]
checkTables(all)
const rows = all.filter(({ id }) => options.only === undefined || id.startsWith(options.only))
const end = Date.now() + RUN_LIMIT
const results = []
let database

for (const [name, group] of families(rows)) {
  const began = Date.now()
  const done = await runGroup(group)
  results.push(...done)
  const passed = done.filter(isPassed).length
  console.log(`${name}: ${passed} of ${group.length} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}
database?.process.disconnect()
report()

// One process for the rows of a family: they share what is slow to load, and no other row feels what they do.
function families(list) {
  const groups = new Map()
  for (const row of list) {
    const name = row.id.split('/', row.id.startsWith('@') ? 2 : 1).join('/')
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return groups
}

async function runGroup(group) {
  const done = []
  let left = group
  while (left.length > 0) {
    if (Date.now() > end) return [...done, ...left.map(({ id }) => ({ id, broken: 'the time of the whole run was up' }))]
    if (left.some(({ snippet }) => needsDatabase(snippet))) database ??= await openDatabase()
    const results = await runProcess(left)
    done.push(...results)
    left = left.slice(results.length)
  }
  return done
}

// Ends with the first row that takes too long or ends the process; that row has failed.
async function runProcess(group) {
  const env = { ...process.env, FOREIGN_POSTGRES_PORT: database?.port, NODE_NO_WARNINGS: '1' }
  delete env.NODE_ENV
  const worker = fork(new URL('worker.mjs', import.meta.url), { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const output = []
  worker.stdout.on('data', (chunk) => output.push(chunk))
  worker.stderr.on('data', (chunk) => output.push(chunk))
  const done = []
  let timer
  const limit = () => {
    clearTimeout(timer)
    timer = setTimeout(() => worker.kill('SIGKILL'), ROW_LIMIT)
  }
  worker.on('message', ({ begins, ended }) => {
    limit()
    if (begins === undefined) done.push(ended)
  })
  limit()
  worker.send(group)
  const [code, signal] = await once(worker, 'close')
  clearTimeout(timer)
  if (done.length < group.length) {
    const why = signal === 'SIGKILL' ? `it took longer than ${ROW_LIMIT / 1000} s` : `the process ended with ${code ?? signal}`
    done.push({ id: group[done.length].id, broken: `${why}\n${Buffer.concat(output).toString().slice(-2000)}` })
  }
  return done
}

async function openDatabase() {
  const server = fork(new URL('provoke/postgres-server.mjs', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ port }] = await once(server, 'message', { signal: AbortSignal.timeout(DATABASE_LIMIT) })
  server.unref()
  return { process: server, port }
}

function faultsOf({ frameworks = {} }) {
  const [express, koa] = ['express', 'koa'].map((name) => (frameworks[name]?.faults ?? []).map(({ text }) => text))
  const both = express.filter((text) => koa.includes(text))
  return [
    ...both,
    ...express.filter((text) => !both.includes(text)).map((text) => `Express: ${text}`),
    ...koa.filter((text) => !both.includes(text)).map((text) => `Koa: ${text}`),
  ]
}

function isPassed(result) {
  return result.broken === undefined && faultsOf(result).length === 0 && result.strays.length === 0
}

function report() {
  const ran = results.filter(({ broken }) => broken === undefined)
  const passed = ran.filter(isPassed)
  const adapted = ran.filter(({ id }) => id in instead)
  console.log()
  for (const { id } of adapted) console.log(`with a snippet of our own: ${id}: ${instead[id].why}`)
  for (const { id, broken } of results.filter(({ broken }) => broken !== undefined)) console.log(`did not run: ${id}: ${broken}`)
  for (const result of ran.filter((one) => !isPassed(one))) {
    const strays = result.strays.map((text) => `besides: ${text.split('\n', 2).join(' ')}`)
    console.log(`failed: ${result.id}: ${[...faultsOf(result), ...strays].join('; ')}`)
  }
  console.log(`\n${ran.length} of ${rows.length} rows ran, each in Express and in Koa.`)
  const isOurs = ({ id }) => moreRows.some((row) => row.id === id)
  const enough = options.only !== undefined || ran.filter((one) => !isOurs(one)).length >= FEWEST_ROWS
  if (!enough) console.log(`At least ${FEWEST_ROWS} of the compiled rows must run.`)
  const ours = rows.filter(isOurs).length
  console.log(`Of the compiled rows, ${passed.filter((one) => !isOurs(one)).length} of ${rows.length - ours} passed.`)
  console.log(`Of our own rows, ${passed.filter(isOurs).length} of ${ours} passed.`)
  console.log(`${passed.length} passed, ${rows.length - passed.length} failed`)
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
  process.exitCode = enough && passed.length === rows.length && rows.length > 0 ? 0 : 1
}
