/** A counter in a Registry of prom-client. A registry alone is enough for it, of whatever copy of that package; what it asks of a metric is here. */
import type { ProblemEvent } from '../../handler/event.js'
import { type ProblemLabels, Series } from './series.js'

/** The name of the metric. Rules and dashboards of `http-problems monitoring` ask for it. */
export const METRIC = 'http_problems_total'

/** What it says of itself. */
export const HELP = 'Problems by type, status, route and method'

/** What is used of a Registry. */
export interface PromRegistry {
  registerMetric(metric: never): void
}

/** Counts problems, as a metric that a registry reads. */
export class RegisteredCounter {
  // prom-client cuts the `_total` off while it writes for OpenMetrics.
  name: string = METRIC
  readonly help: string = HELP
  readonly type: string = 'counter'
  /** How prom-client adds up the workers of a cluster. */
  readonly aggregator: string = 'sum'
  readonly #series: Series
  readonly #counts = new Map<ProblemLabels, number>()

  constructor(maxSeries: number) {
    this.#series = new Series(maxSeries)
  }

  /** Counts an event. */
  count(event: ProblemEvent): void {
    const labels = this.#series.labelsOf(event)
    this.#counts.set(labels, (this.#counts.get(labels) ?? 0) + 1)
  }

  /** Gives what a registry writes. */
  get(): object {
    const { name, help, type, aggregator } = this
    const values = [...this.#counts].map(([labels, value]) => ({ labels: { ...labels }, value }))
    return { name, help, type, aggregator, values }
  }

  /** Begins again at nothing. */
  reset(): void {
    this.#counts.clear()
  }
}
