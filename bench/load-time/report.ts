/** Turns the launches of `load-time.ts` into a table and a verdict. */
import { type Spread, spread } from '../statistics.js'

/** What one launch took to load, in milliseconds. */
export interface Cost {
  /** User and system time of all threads of the process. */
  readonly cpu: number
  readonly wall: number
}

/** What was loaded, and what that took launch by launch. */
export interface Loaded {
  readonly title: string
  readonly costs: readonly Cost[]
}

/** Gives the time by the wall clock that something adds to an empty package, each in its best launch. */
export function addedTo(empty: Loaded, loaded: Loaded): number {
  return best(loaded.costs) - best(empty.costs)
}

/** Shows all that was loaded as a table. */
export function show(all: readonly Loaded[], node: string = process.version): string {
  const width = Math.max(...all.map(({ title }) => title.length)) + 2
  return [
    `Node ${node}, milliseconds to load, ${all[0]?.costs.length} launches: median (quartiles)`,
    `  ${''.padEnd(width)}${'CPU time'.padEnd(24)}wall clock`,
    ...all.map((one) =>
      `  ${one.title.padEnd(width)}${showSpread(of('cpu', one)).padEnd(24)}${showSpread(of('wall', one))}`.trimEnd(),
    ),
    '',
  ].join('\n')
}

/** Shows what was judged, the limit, and whether it is kept. */
export function showVerdict({ title }: Loaded, added: number, limit: number): string {
  return `  ${added < limit ? 'met   ' : 'MISSED'}  ${title}: adds ${added.toFixed(1)} ms to an empty package, best launches, limit ${limit} ms`
}

function best(costs: readonly Cost[]): number {
  return Math.min(...costs.map(({ wall }) => wall))
}

function of(clock: keyof Cost, { costs }: Loaded): Spread {
  return spread(costs.map((cost) => cost[clock]))
}

function showSpread({ median, low, high }: Spread): string {
  return `${median.toFixed(1).padStart(6)}  (${low.toFixed(1)}-${high.toFixed(1)})`
}
