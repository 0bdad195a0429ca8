/** Shows what it costs to make an error, without any server: `npm run bench:construct`. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import createError from 'http-errors'
import { Conflict, TooManyRequests, toProblem } from 'http-problems'
import { nanosecondsOf } from './clock.js'
import { median } from './statistics.js'

const TEXT = 'Order 7 is already paid.'
const FEW_MICROSECONDS = 2000

// What is thrown in a handler has been made before toProblem() sees it.
const plainError = new Error(TEXT)
// A class of the app's own: no family knows it, and each has to look.
const classError = new (class OutOfSeats extends Error {
  readonly seat = 7
})(TEXT)
const createdError = createError(409, TEXT)

/** What is made, each in its own loop. */
const makers = {
  'new Error(text)': () => new Error(TEXT),
  'new Conflict()': () => new Conflict(),
  'new Conflict(text)': () => new Conflict(TEXT),
  'new Conflict(text, { extensions })': () => new Conflict(TEXT, { extensions: { order: 7 } }),
  'new TooManyRequests(text, { retryAfter })': () => new TooManyRequests(TEXT, { retryAfter: 7 }),
  'createError(409, text)': () => createError(409, TEXT),
  'toProblem(error)': () => toProblem(plainError),
  'toProblem(error of a class)': () => toProblem(classError),
  'toProblem(createError(409, text))': () => toProblem(createdError),
} satisfies Record<string, () => Error>

type Name = keyof typeof makers

const ROUNDS = 25
const CALLS = 4000

if (process.send) measureHere()
else await compare()

/** Runs in a process of its own, so that NODE_ENV can differ: it decides about stacks. */
function measureHere(): void {
  const names = Object.keys(makers) as Name[]
  for (const name of names) nanosecondsOf(makers[name], CALLS * 5)
  const rounds = Array.from({ length: ROUNDS }, () => names.map((name) => nanosecondsOf(makers[name], CALLS)))
  process.send?.(
    Object.fromEntries(names.map((name, index) => [name, median(rounds.map((round) => round[index] ?? Number.NaN))])),
  )
}

async function compare(): Promise<void> {
  const production = await measureWith('production')
  const development = await measureWith('development')
  console.log(`Node ${process.version}, nanoseconds of CPU for a call${' '.repeat(8)}production  development`)
  for (const name of Object.keys(makers) as Name[]) {
    console.log(`  ${name.padEnd(48)}${show(production[name])}${show(development[name], 13)}`)
  }
  const met = production['toProblem(error)'] < FEW_MICROSECONDS
  console.log(`\n  ${met ? 'met   ' : 'MISSED'}  toProblem(error) in less than ${FEW_MICROSECONDS} ns`)
}

function show(nanoseconds: number, width = 10): string {
  return String(Math.round(nanoseconds)).padStart(width)
}

function measureWith(environment: string): Promise<Record<Name, number>> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], {
      execArgv: [],
      env: { NODE_ENV: environment, PATH: process.env['PATH'] },
    })
    // The other end of the message is measureHere().
    child.once('message', (message) => resolve(message as Record<Name, number>))
    child.once('exit', (code) => reject(new Error(`The measuring process ended with ${code}.`)))
  })
}
