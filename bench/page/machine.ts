/** Describes the machine that a run measures on. */
import { availableParallelism, cpus, loadavg, release, type } from 'node:os'

/** What one must know of a machine to judge its numbers. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly system: string
  /** How many processes wanted to run in the last minute, before the run. */
  readonly load: number
  /** The day of the run, as `2026-01-31`. */
  readonly date: string
}

/** Describes this machine, now. */
export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: availableParallelism(),
    system: `${type()} ${release()}`,
    load: loadavg()[0] ?? Number.NaN,
    date: new Date().toISOString().slice(0, 10),
  }
}
