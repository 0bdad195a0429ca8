/** The few statistics that the benchmark needs. Medians, because other jobs on the machine disturb single rounds in one direction. */

/** A ratio over several launches: its median and the quartiles around it. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** Gives the quantile of a list by linear interpolation; of an empty list NaN. */
export function quantile(values: readonly number[], portion: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * portion
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

/** Gives the median. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Gives the median and the quartiles. */
export function spread(values: readonly number[]): Spread {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) }
}

/** Divides launch by launch: what disturbed both contenders of a launch cancels out. */
export function pairedRatios(values: readonly number[], base: readonly number[]): number[] {
  return values.slice(0, base.length).map((value, index) => value / (base[index] ?? Number.NaN))
}
