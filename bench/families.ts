/** Shows what the families of foreign errors cost an error that none of them knows: `npm run bench:families`. */
import { foreignError } from '../lib/foreign/family.js'
import { findRow } from '../lib/foreign/find-row.js'
import { toProblem } from '../lib/foreign/to-problem.js'
import { median } from './statistics.js'

// The budget: an unknown error passes all families.
const BUDGET_NANOSECONDS = 2000
const ROUNDS = 25
const CALLS = 4000

const TEXT = 'Order 7 is already paid.'
const OwnError = class OutOfSeats extends Error {}

// What counts is that they are passed on, not what they cost to make.
const unknown = {
  'new Error(text)': new Error(TEXT),
  'new Error(text, { cause })': new Error(TEXT, { cause: new Error(TEXT) }),
  'a class of the app': new OwnError(TEXT),
  'a class of the app, with properties': Object.assign(new OwnError(TEXT), { seat: 7, row: 'C' }),
  'an error with a code of the app': Object.assign(new Error(TEXT), { code: 'OUT_OF_SEATS' }),
}
const known = {
  'a broken unique constraint (pg)': Object.assign(new Error(TEXT), { code: '23505', severity: 'ERROR' }),
  'an error with a status': Object.assign(new Error(TEXT), { status: 404 }),
}
const errors: Readonly<Record<string, Error>> = { ...unknown, ...known }

// What nobody uses could be left out by the compiler.
const blackHole: unknown[] = []
const ask = (thrown: unknown): unknown => findRow(foreignError(thrown), {})
const jobs = Object.entries(errors).flatMap(([name, thrown]) => [
  { name, convert: toProblem, thrown, costs: [] as number[] },
  { name: `families: ${name}`, convert: ask, thrown, costs: [] as number[] },
])

for (const job of jobs) nanosecondsOf(job, CALLS * 5)
for (let round = 0; round < ROUNDS; round++) for (const job of jobs) job.costs.push(nanosecondsOf(job, CALLS))
const costOf = (name: string): number => median(jobs.find((job) => job.name === name)?.costs ?? [])

console.log(
  `Node ${process.version}, nanoseconds of CPU for a call of toProblem(), and what of them it takes to ask the families`,
)
for (const name of Object.keys(errors)) {
  console.log(`  ${name.padEnd(44)}${show(costOf(name))}${show(costOf(`families: ${name}`))}`)
}
console.log()
for (const name of Object.keys(unknown)) {
  const met = costOf(`families: ${name}`) < BUDGET_NANOSECONDS
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${name} passes all families in less than ${BUDGET_NANOSECONDS} ns`)
  if (!met) process.exitCode = 1
}

// CPU time, not time of day: another job on the machine must not count.
function nanosecondsOf({ convert, thrown }: { convert: (thrown: unknown) => unknown; thrown: unknown }, calls: number): number {
  let kept: unknown
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) kept = convert(thrown)
  const { user, system } = process.cpuUsage(before)
  if (blackHole.push(kept) > 100) blackHole.length = 0
  return ((user + system) * 1000) / calls
}

function show(nanoseconds: number): string {
  return String(Math.round(nanoseconds)).padStart(10)
}
