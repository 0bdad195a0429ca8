/** What one line of the table of limits is, and how each kind of line gets its number. */
import type { ErrorCosts } from '../errors/errors.js'
import { EMPTY_TITLE, UNRUN_TITLE } from '../load-time/launches.js'
import { addedTo, type Loaded } from '../load-time/report.js'
import type { Major } from '../nodes.js'
import type { Framework } from '../requests/contenders/index.js'
import { type Spread, spread } from '../statistics.js'
import { type Floor, floor, floorsAgainst } from './floors.js'
import { type NodeNumbers, ratioOf } from './numbers.js'

/** The greatest number that is right, and the one that is aimed at. */
export interface Limit {
  readonly must: number
  readonly goal: number
}

/** What was measured, with the launches' quartiles where there are some. */
export interface Value {
  readonly median: number
  readonly quartiles?: Pick<Spread, 'low' | 'high'> | undefined
  /** With whom ours was compared. */
  readonly note?: string | undefined
}

/** One line of the table of limits. */
export interface Row {
  readonly what: string
  readonly digits: number
  readonly unit?: string
  /** By major version. A row without limits is for information. */
  readonly limits: Readonly<Partial<Record<Major, Limit>>>
  /** The value must be this near to 1, and no limit counts. */
  readonly tolerance?: number
  readonly read: (numbers: NodeNumbers) => Value | undefined
  /** What others would reach that do less, or nothing, in the place of ours: shown where a limit is missed. */
  readonly readFloors?: (numbers: NodeNumbers) => readonly Floor[]
}

/** Compares our handler with another way to fail. */
export function against(what: string, framework: Framework, base: string, limits: Row['limits'] = {}): Row {
  return {
    what,
    digits: 2,
    limits,
    read: (numbers) => withQuartiles(ratioOf(numbers, framework, 'ours', base)),
    readFloors: (numbers) => floorsAgainst(numbers, framework, base),
  }
}

/** Compares our handler with the fastest of several others. */
export function againstFastest(what: string, framework: Framework, others: readonly string[], limits: Row['limits']): Row {
  return {
    what,
    digits: 2,
    limits,
    read: (numbers) => {
      const fastest = fastestOf(numbers, framework, others)
      const value = fastest === undefined ? undefined : withQuartiles(ratioOf(numbers, framework, 'ours', fastest))
      return value && { ...value, note: fastest }
    },
    readFloors: (numbers) => floorsAgainst(numbers, framework, fastestOf(numbers, framework, others) ?? ''),
  }
}

/** Compares a request that succeeds with and without our handler. */
export function success(title: string, framework: Framework): Row {
  return {
    what: `${title}, a request that succeeds, with / without the handler`,
    digits: 2,
    limits: {},
    tolerance: 0.03,
    read: (numbers) => withQuartiles(ratioOf(numbers, framework, 'success-ours', 'success')),
    readFloors: (numbers) => [
      ...floor('the same without the handler, twice', ratioOf(numbers, framework, 'success-again', 'success')?.median),
      ...floor('a middleware that only waits for the next', ratioOf(numbers, framework, 'success-pass', 'success')?.median),
    ],
  }
}

/** Compares a request that succeeds with itself: what differs is noise. */
export function noise(title: string, framework: Framework): Row {
  return {
    what: `${title}, the same without the handler, twice: the noise`,
    digits: 2,
    limits: {},
    read: (numbers) => withQuartiles(ratioOf(numbers, framework, 'success-again', 'success')),
  }
}

/** Tells how much memory an error takes while it is kept. */
export function kept(what: string, name: keyof ErrorCosts, limits: Row['limits'] = {}): Row {
  return {
    what,
    digits: 0,
    unit: ' bytes',
    limits,
    read: ({ errors }) => medianOf(errors.map((costs) => costs[name].bytes)),
  }
}

/** Tells what an entry adds to an empty package when it is loaded, each in its best launch. */
export function loaded(name: string, limits: Row['limits'] = {}): Row {
  const find = ({ loaded }: NodeNumbers, title: string): Loaded | undefined => loaded.find((one) => one.title === title)
  return {
    what: `Import of \`${name}\`, beyond an empty package`,
    digits: 1,
    unit: ' ms',
    limits,
    read: (numbers) => {
      const empty = find(numbers, `import ${EMPTY_TITLE}`)
      const entry = find(numbers, `import ${name}`)
      return empty && entry && { median: addedTo(empty, entry) }
    },
    readFloors: (numbers) => {
      const empty = find(numbers, `import ${EMPTY_TITLE}`)
      const unrun = find(numbers, `import ${UNRUN_TITLE}`)
      return floor('the same source, read and parsed and never run', empty && unrun && addedTo(empty, unrun))
    },
  }
}

/** Takes median and quartiles of a ratio. */
export function withQuartiles(ratio: Spread | undefined): Value | undefined {
  return ratio && { median: ratio.median, quartiles: ratio }
}

/** Takes median and quartiles of one number for each launch. */
export function medianOf(values: readonly number[]): Value | undefined {
  return values.length === 0 ? undefined : withQuartiles(spread(values))
}

// The fastest is the one beside which ours looks worst.
function fastestOf(numbers: NodeNumbers, framework: Framework, others: readonly string[]): string | undefined {
  const ratios = others.map((name) => ({ name, ratio: ratioOf(numbers, framework, 'ours', name)?.median ?? 0 }))
  const fastest = ratios.toSorted((a, b) => b.ratio - a.ratio)[0]
  return fastest && fastest.ratio > 0 ? fastest.name : undefined
}
