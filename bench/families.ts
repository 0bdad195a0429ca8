/** Shows what the families of foreign errors cost an error that none of them knows: `npm run bench:families`. */
import { toProblem } from 'http-problems'
import { median } from './statistics.js'

// The budget: an unknown error passes all families.
const BUDGET_NANOSECONDS = 2000
const ROUNDS = 25
const CALLS = 4000

const TEXT = 'Order 7 is already paid.'
const OwnError = class OutOfSeats extends Error {}

/** Errors that no family knows, and some that one knows; what counts is that they are passed on, not what they cost to make. */
const errors = {
  'new Error(text)': new Error(TEXT),
  'new Error(text, { cause })': new Error(TEXT, { cause: new Error(TEXT) }),
  'a class of the app': new OwnError(TEXT),
  'a class of the app, with properties': Object.assign(new OwnError(TEXT), { seat: 7, row: 'C' }),
  'an error with a code of the app': Object.assign(new Error(TEXT), { code: 'OUT_OF_SEATS' }),
  'a broken unique constraint (pg)': Object.assign(new Error(TEXT), { code: '23505', severity: 'ERROR' }),
  'an error with a status': Object.assign(new Error(TEXT), { status: 404 }),
} satisfies Record<string, Error>

const budgeted: readonly (keyof typeof errors)[] = ['new Error(text)']

// A problem is made whatever the families say; what it costs is no matter of theirs.
const nothing = 'no family is asked: a thrown text'
const all: Readonly<Record<string, unknown>> = { [nothing]: TEXT, ...errors }

for (const thrown of Object.values(all)) nanosecondsOf(thrown, CALLS * 5)
const rounds = Array.from({ length: ROUNDS }, () =>
  Object.fromEntries(Object.entries(all).map(([name, thrown]) => [name, nanosecondsOf(thrown, CALLS)])),
)
const costOf = (name: string): number => median(rounds.map((round) => round[name] ?? Number.NaN))

console.log(`Node ${process.version}, nanoseconds of CPU for a call of toProblem(), and what of them the families cost`)
for (const name of Object.keys(all)) {
  console.log(`  ${name.padEnd(44)}${show(costOf(name))}${show(costOf(name) - costOf(nothing))}`)
}
console.log()
for (const name of budgeted) {
  const met = costOf(name) < BUDGET_NANOSECONDS
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${name} in less than ${BUDGET_NANOSECONDS} ns`)
  if (!met) process.exitCode = 1
}

// CPU time, not time of day: another job on the machine must not count.
function nanosecondsOf(thrown: unknown, calls: number): number {
  let kept: Error | undefined
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) kept = toProblem(thrown)
  const { user, system } = process.cpuUsage(before)
  if (kept === undefined) throw new Error('The loop did not run.')
  return ((user + system) * 1000) / calls
}

function show(nanoseconds: number): string {
  return String(Math.round(nanoseconds)).padStart(10)
}
