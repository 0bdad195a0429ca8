/** What the panels ask Prometheus, with the variables of the dashboard. */
import type { MonitoringPlan } from '../plan.js'
import { equals, SERVER_ERRORS, select, sumBy } from '../promql.js'

/** A window of time as Grafana has it: the resolution of the picture, or all that is seen. */
export const STEP = '$__rate_interval'
export const SEEN = '$__range'

/** Writes the rate of problems, added up by labels. */
export function problems(
  plan: MonitoringPlan,
  labels: readonly string[],
  window: string,
  ...matchers: readonly string[]
): string {
  return sumBy(labels, `rate(${chosen(plan, plan.problems, ...matchers)}[${window}])`)
}

/** Writes how many problems there were, added up by labels. */
export function problemCount(plan: MonitoringPlan, labels: readonly string[], ...matchers: readonly string[]): string {
  return sumBy(labels, `increase(${chosen(plan, plan.problems, ...matchers)}[${SEEN}])`)
}

/** Writes the rate of requests. */
export function requests(plan: MonitoringPlan, window: string): string {
  return sumBy([], `rate(${chosen(plan, plan.requests)}[${window}])`)
}

/** Writes the rate of requests by their status. */
export function requestsByStatus(plan: MonitoringPlan): string {
  return sumBy([plan.statusLabel], `rate(${chosen(plan, plan.requests)}[${STEP}])`)
}

/** Writes the share of requests that failed on the server; none failed before the first error is counted. */
export function errorRatio(plan: MonitoringPlan, window: string, ago = ''): string {
  const errors = `sum(rate(${chosen(plan, plan.problems, ...SERVER_ERRORS)}[${window}]${ago}))`
  return `(${errors} or vector(0)) / sum(rate(${chosen(plan, plan.requests)}[${window}]${ago}))`
}

/** Writes the share of requests that failed, by route: the requests may call the route otherwise. */
export function errorRatioByRoute(plan: MonitoringPlan): string {
  const all = `label_replace(rate(${chosen(plan, plan.requests)}[${SEEN}]), "route", "$1", "${plan.routeLabel}", "(.+)")`
  return `topk(10, ${problems(plan, ['route'], SEEN, ...SERVER_ERRORS)} / ${sumBy(['route'], all)} > 0)`
}

/** Writes a quantile of the durations of requests. */
export function quantile(plan: MonitoringPlan, durations: string, share: number): string {
  return `histogram_quantile(${share}, ${sumBy(['le'], `rate(${chosen(plan, durations)}[${STEP}])`)})`
}

/** Writes the quantile of the durations of the slowest routes. */
export function slowestRoutes(plan: MonitoringPlan, durations: string, share: number): string {
  const buckets = sumBy(['le', plan.routeLabel], `rate(${chosen(plan, durations)}[${SEEN}])`)
  return `topk(10, histogram_quantile(${share}, ${buckets}))`
}

function chosen(plan: MonitoringPlan, metric: string, ...matchers: readonly string[]): string {
  const variables = plan.by.filter((label) => !plan.match.some(([name]) => name === label))
  return select(metric, ...plan.match.map(equals), ...variables.map((label) => `${label}=~"$${label}"`), ...matchers)
}
