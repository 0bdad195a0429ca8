/** Counts problems, for Prometheus or OpenTelemetry. */
import { read } from '../../guard/read.js'
import { needOption, wrongArgument } from '../../guard/refuse.js'
import type { ProblemEvent } from '../../handler/event.js'
import { needOptions } from '../need-options.js'
import { type Meter, type MeterSource, SCOPE } from '../trace/open-telemetry.js'
import { HELP, METRIC, type PromRegistry, RegisteredCounter } from './registered-counter.js'
import { LEAST_SERIES, Series } from './series.js'

/** Where problems are counted: a Registry of prom-client or the module itself; `metrics` of `@opentelemetry/api`, or a meter. */
export type CountTarget = PromRegistry | { readonly register: PromRegistry } | MeterSource | Meter

/** Options of `countProblems`. */
export interface CountOptions {
  /**
   * The most series that the counter has, at least 150. What there is no room for is counted with `other` for its route and its method, and then for its
   * type.
   * @default 200
   */
  readonly maxSeries?: number
}

const optionNames: { readonly [Name in keyof Required<CountOptions>]: true } = { maxSeries: true }
const MOST_SERIES = 200

/**
 * Makes a listener that counts problems as `http_problems_total{type, status, route, method}`, for the option `onProblem`. Labels are bounded: methods
 * that HTTP has, templates of routes and never paths. For several handlers of one process, give all the same listener.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where nothing can count there, and ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const metrics: unknown[] = []
 * const registry = { registerMetric: (metric: unknown) => void metrics.push(metric) }
 * const app = express()
 * app.get('/orders/:id', () => {
 *   throw new Conflict('Order 7 is already paid.')
 * })
 * app.use(problemHandler({ onProblem: countProblems(registry) })) // type="about:blank",status="409",route="/orders/:id",method="GET"
 */
export function countProblems(target: CountTarget, options: CountOptions = {}): (event: ProblemEvent) => unknown {
  needOptions(optionNames, options, 'countProblems')
  const maxSeries = read(options, 'maxSeries') ?? MOST_SERIES
  needOption(maxSeries, 'maxSeries', `an integer from ${LEAST_SERIES}`, isEnough)
  const most = maxSeries as number
  const registry = [target, read(target, 'register')].find((candidate) => has(candidate, 'registerMetric'))
  if (registry !== undefined) return countingIn(registry as PromRegistry, most)
  if (has(target, 'getMeter')) return countingBy(() => (target as MeterSource).getMeter(SCOPE), most)
  if (has(target, 'createCounter')) return countingBy(() => target as Meter, most)
  throw wrongArgument('countProblems', 'a Registry of prom-client, or metrics or a meter of OpenTelemetry', target)
}

function isEnough(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= LEAST_SERIES
}

function has(target: unknown, method: string): boolean {
  return typeof read(target, method) === 'function'
}

function countingIn(registry: PromRegistry, most: number): (event: ProblemEvent) => unknown {
  const counter = new RegisteredCounter(most)
  registry.registerMetric(counter as never)
  return function countProblem(event) {
    counter.count(event)
  }
}

// The counter is made at the first problem: a meter that is asked for before the SDK has started counts nothing for ever.
function countingBy(meter: () => Meter, most: number): (event: ProblemEvent) => unknown {
  const series = new Series(most)
  let counter: ReturnType<Meter['createCounter']> | undefined
  return function countProblem(event) {
    counter ??= meter().createCounter(METRIC, { description: HELP })
    counter.add(1, { ...series.labelsOf(event) })
  }
}
