/** The rates and ratios that alerts compare, recorded: long windows are dear, and an alert that is short can be read. */
import type { MonitoringPlan } from './plan.js'
import { CLIENT_ERRORS, CLIENT_GONE, equals, labelsOf, SERVER_ERRORS, select, sumBy } from './promql.js'
import type { RecordingRule } from './rule.js'

/** A window of time by its name in PromQL, and in seconds. */
export const WINDOWS = { '5m': 300, '15m': 900, '30m': 1800, '1h': 3600, '6h': 21_600, '1d': 86_400, '3d': 259_200 } as const

/** The name of a window. */
export type Window = keyof typeof WINDOWS

/** What is counted, and by which labels beside those of the service. */
interface Counted {
  readonly matchers: readonly string[]
  readonly labels: readonly string[]
  readonly windows: readonly Window[]
}

/** What is recorded of problems. */
export const counted = {
  http_problems_5xx: { matchers: SERVER_ERRORS, labels: [], windows: ['5m', '30m', '1h', '6h', '3d'] },
  http_problems_4xx: { matchers: CLIENT_ERRORS, labels: ['type', 'status'], windows: ['15m', '1d'] },
  http_problems_499: { matchers: CLIENT_GONE, labels: [], windows: ['15m', '1d'] },
} as const satisfies Readonly<Record<string, Counted>>

/** The name of what is recorded of problems. */
export type Recorded = keyof typeof counted

/** Selects a recorded rate: of problems, or of all requests. */
export function rateOf(
  plan: MonitoringPlan,
  what: Recorded | 'http_requests',
  window: Window,
  ...matchers: readonly string[]
): string {
  return recorded(plan, what, `rate${window}`, matchers)
}

/** Selects a recorded share of problems in all requests. */
export function ratioOf(plan: MonitoringPlan, what: Recorded, window: Window, ...matchers: readonly string[]): string {
  return recorded(plan, what, `ratio_rate${window}`, matchers)
}

/** Selects how many problems there were in a window. */
export function countOf(plan: MonitoringPlan, what: Recorded, window: Window, ...matchers: readonly string[]): string {
  return `${rateOf(plan, what, window, ...matchers)} * ${WINDOWS[window]}`
}

/** Lists what is recorded for some windows, each rule behind those that it reads. */
export function recordingRules(plan: MonitoringPlan, windows: readonly Window[]): readonly RecordingRule[] {
  return windows.flatMap((window) => [
    { record: nameOf(plan, 'http_requests', [], `rate${window}`), expr: rate(plan, plan.requests, [], [], window) },
    ...Object.entries(counted)
      .filter(([, counted]) => (counted.windows as readonly Window[]).includes(window))
      .flatMap(([what, counted]) => problemRules(plan, what as Recorded, counted, window)),
  ])
}

function problemRules(
  plan: MonitoringPlan,
  what: Recorded,
  { matchers, labels }: Counted,
  window: Window,
): readonly RecordingRule[] {
  const requests = rateOf(plan, 'http_requests', window)
  const problems = rate(plan, plan.problems, matchers, labels, window)
  // A counter has no series before the first problem: without a zero there would be no ratio either.
  const zero = labels.length === 0 ? `\nor\n0 * ${requests}` : ''
  return [
    { record: nameOf(plan, what, labels, `rate${window}`), expr: `${problems}${zero}` },
    {
      record: nameOf(plan, what, labels, `ratio_rate${window}`),
      expr: `${rateOf(plan, what, window)}\n/ ${perService(plan, labels)}${requests}`,
    },
  ]
}

function perService(plan: MonitoringPlan, labels: readonly string[]): string {
  return labels.length === 0 ? '' : `on (${labelsOf(plan).join(', ')}) group_left ()\n`
}

// First the rate of each counter, then the sum: a counter that began anew is seen only while it is alone.
function rate(
  plan: MonitoringPlan,
  metric: string,
  matchers: readonly string[],
  labels: readonly string[],
  window: Window,
): string {
  const selected = select(metric, ...plan.match.map(equals), ...matchers)
  return sumBy([...labelsOf(plan), ...labels], `rate(${selected}[${window}])`)
}

function recorded(
  plan: MonitoringPlan,
  what: Recorded | 'http_requests',
  operation: string,
  matchers: readonly string[],
): string {
  const labels = what === 'http_requests' ? [] : counted[what].labels
  return select(nameOf(plan, what, labels, operation), ...plan.match.map(equals), ...matchers)
}

// As Prometheus has it: level:metric:operations, where the level names the labels.
function nameOf(plan: MonitoringPlan, metric: string, labels: readonly string[], operation: string): string {
  const level = [...labelsOf(plan), ...labels].join('_')
  return `${level === '' ? 'all' : level}:${metric}:${operation}`
}
