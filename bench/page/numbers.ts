/** The numbers of a run, as they are recorded, and what is read from them. */
import type { Plan } from '../arguments.js'
import type { ErrorCosts } from '../errors/errors.js'
import type { Loaded } from '../load-time/report.js'
import type { Framework } from '../requests/contenders/index.js'
import type { Measured } from '../requests/measure.js'
import type { SelfTime } from '../requests/profile/self-times.js'
import { median, pairedRatios, type Spread, spread } from '../statistics.js'
import type { Machine } from './machine.js'

/** All that one run measured. */
export interface Numbers {
  readonly machine: Machine
  /** Versions of the packages by name. */
  readonly versions: Readonly<Record<string, string>>
  readonly plan: Plan
  readonly nodes: readonly NodeNumbers[]
}

/** What one version of Node.js took. */
export interface NodeNumbers {
  /** Such as `v20.19.0`. */
  readonly node: string
  readonly pairs: Readonly<Partial<Record<Framework, readonly Measured[]>>>
  readonly errors: readonly ErrorCosts[]
  readonly loaded: readonly Loaded[]
  /** Where the time of our handler goes. */
  readonly profiles: Readonly<Partial<Record<Framework, readonly SelfTime[]>>>
}

/** Gives the ratio of two contenders that took turns. */
export function ratioOf({ pairs }: NodeNumbers, framework: Framework, subject: string, base: string): Spread | undefined {
  const pair = pairs[framework]?.find((one) => one.subject === subject && one.base === base)
  return pair && spread(pairedRatios(pair.subjectMicros, pair.baseMicros))
}

/** Gives the CPU time of a contender divided by that of an answer by hand; of those that took no turns with it, by way of ours. */
export function comparedWithByHand(numbers: NodeNumbers, framework: Framework, name: string): number | undefined {
  if (name === 'by-hand') return 1
  const direct = ratioOf(numbers, framework, name, 'by-hand')?.median
  const ours = ratioOf(numbers, framework, 'ours', 'by-hand')?.median
  const oursDividedByIt = ratioOf(numbers, framework, 'ours', name)?.median
  if (direct !== undefined || ours === undefined || oursDividedByIt === undefined) return direct
  return ours / oursDividedByIt
}

/** Gives the microseconds of CPU that a contender took for a request. */
export function microsOf({ pairs }: NodeNumbers, framework: Framework, name: string): number | undefined {
  const all = pairs[framework] ?? []
  const asBase = all.find(({ base }) => base === name)
  const asSubject =
    all.find(({ subject, base }) => subject === name && base === 'by-hand') ?? all.find(({ subject }) => subject === name)
  const micros = asBase?.baseMicros ?? asSubject?.subjectMicros
  return micros && median(micros)
}
