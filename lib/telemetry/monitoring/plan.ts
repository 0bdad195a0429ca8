/** What rules and a dashboard are generated from. */
import type { ProblemDefinition } from '../../define/definition.js'

/** A name and a value: a label, or a matcher that asks for one. */
export type Label = readonly [name: string, value: string]

/** What a team has, and what it has promised. */
export interface MonitoringPlan {
  /** The counter of problems, with the labels `type`, `status`, `route` and `method`. */
  readonly problems: string
  /** The counter of all requests. */
  readonly requests: string
  /** The buckets of the histogram of durations; `undefined` where there is none. */
  readonly durations: string | undefined
  /** The label of the requests that has the status. */
  readonly statusLabel: string
  /** The label of the requests that has the template of the route. */
  readonly routeLabel: string
  /** The labels that tell services apart: each combination has rates and alerts of its own. */
  readonly by: readonly string[]
  /** What every series must have. */
  readonly match: readonly Label[]
  /** What every alert gets beside its severity. */
  readonly labels: readonly Label[]
  /** The share of requests that must not fail on the server, in percent. */
  readonly objective: number
  /** How many errors a window needs before anybody is told of it. */
  readonly fewestErrors: number
  /** The declared types; `undefined` where nobody said what they are. */
  readonly types: readonly ProblemDefinition[] | undefined
}

/** Gives the share of requests that may fail: 99.9 % leave 0.001. */
export function budgetOf({ objective }: MonitoringPlan): number {
  return rounded((100 - objective) / 100)
}

/** Gives a number without the noise of binary fractions: 100 - 99.9 is 0.09999999999999432. */
export function rounded(number: number): number {
  return Number(number.toPrecision(8))
}
