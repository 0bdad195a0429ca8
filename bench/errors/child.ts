/** Makes errors in a process of its own, with `--expose-gc`, and prints what that cost: `node --expose-gc child.js`. */
import { Conflict } from 'http-problems'
import { nanosecondsOf } from '../clock.js'
import { median } from '../statistics.js'
import type { ErrorCost, ErrorCosts } from './errors.js'

const TEXT = 'Order 7 is already paid.'
// A handler behind a framework and a few functions of the app.
const DEPTH = 30
const ROUNDS = 15
const CALLS = 4000
const KEPT = 20_000

const makers = { problem: () => new Conflict(TEXT), plain: () => new Error(TEXT) } satisfies Record<keyof ErrorCosts, () => Error>
const names = ['problem', 'plain'] as const

const costs = atDepth(DEPTH, measureHere)
process.stdout.write(`${JSON.stringify(costs)}\n`)

function atDepth<Result>(depth: number, work: () => Result): Result {
  return depth === 0 ? work() : atDepth(depth - 1, work)
}

function measureHere(): ErrorCosts {
  for (const name of names) nanosecondsOf(makers[name], CALLS * 5)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    problem: nanosecondsOf(makers.problem, CALLS),
    plain: nanosecondsOf(makers.plain, CALLS),
  }))
  const costOf = (name: keyof ErrorCosts): ErrorCost => ({
    nanoseconds: median(rounds.map((round) => round[name])),
    bytes: bytesOf(makers[name]),
  })
  return { problem: costOf('problem'), plain: costOf('plain') }
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
