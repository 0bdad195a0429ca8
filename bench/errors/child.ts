/** Makes errors in a process of its own, with `--expose-gc`, and prints what that cost: `node --expose-gc child.js`. */
import { Conflict } from 'http-problems'
import { nanosecondsOf } from '../clock.js'
import { median } from '../statistics.js'
import type { ErrorCost, ErrorCosts } from './errors.js'
import { uncheckedConflict } from './floor.js'

const TEXT = 'Order 7 is already paid.'
// A handler behind a framework and a few functions of the app.
const DEPTH = 30
const ROUNDS = 15
const CALLS = 4000
const KEPT = 20_000

type Make = () => Error

// Each call goes through so many functions, as a request goes through those of a framework. Each has code of its own: where all share one, or one
// calls itself, the stack is made of other frames than that of an app, and is captured in half the time.
function deep(make: Make): Make {
  const link = (inner: Make, level: number): Make =>
    // oxlint-disable-next-line typescript/no-implied-eval -- what it returns is written there
    new Function('inner', `return function level${level}() { return inner() }`)(inner) as Make
  return Array.from({ length: DEPTH }, (_, level) => level).reduce(link, make)
}

const makers = {
  problem: deep(() => new Conflict(TEXT)),
  plain: deep(() => new Error(TEXT)),
  floor: deep(() => uncheckedConflict(TEXT)),
}
const names = ['problem', 'plain', 'floor'] as const

process.stdout.write(`${JSON.stringify(measureHere())}\n`)

function measureHere(): ErrorCosts {
  for (const name of names) nanosecondsOf(makers[name], CALLS * 5)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    problem: nanosecondsOf(makers.problem, CALLS),
    plain: nanosecondsOf(makers.plain, CALLS),
    floor: nanosecondsOf(makers.floor, CALLS),
  }))
  const costOf = (name: keyof ErrorCosts): ErrorCost => ({
    nanoseconds: median(rounds.map((round) => round[name])),
    bytes: bytesOf(makers[name]),
  })
  return { problem: costOf('problem'), plain: costOf('plain'), floor: costOf('floor') }
}

function bytesOf(make: () => Error): number {
  const kept: unknown[] = Array.from({ length: KEPT }, () => null)
  const before = heapUsed()
  for (let index = 0; index < KEPT; index++) kept[index] = make()
  const after = heapUsed()
  // Read after the measurement, so that the errors are still held.
  if (kept.length !== KEPT) throw new Error('The errors were not kept.')
  return (after - before) / KEPT
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('This needs --expose-gc.')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
