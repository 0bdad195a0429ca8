/** Reads the options of the command line: what is given is checked, and what is not has a default. */
import { METRIC as OUR_METRIC } from '../../lib/telemetry/metrics/registered-counter.js'
import type { Label, MonitoringPlan } from '../../lib/telemetry/monitoring/plan.js'
import { UsageError } from '../command.js'

/** The options, as parseArgs() of Node takes them. */
export const optionTypes = {
  out: { type: 'string', short: 'o' },
  types: { type: 'string', short: 't' },
  objective: { type: 'string' },
  'requests-metric': { type: 'string' },
  'status-label': { type: 'string' },
  'route-label': { type: 'string' },
  'duration-metric': { type: 'string' },
  'problems-metric': { type: 'string' },
  by: { type: 'string' },
  match: { type: 'string', multiple: true },
  label: { type: 'string', multiple: true },
  'fewest-errors': { type: 'string' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The options that a plan is made of, as they were given. */
export interface GivenOptions {
  readonly objective?: string | undefined
  readonly 'requests-metric'?: string | undefined
  readonly 'status-label'?: string | undefined
  readonly 'route-label'?: string | undefined
  readonly 'duration-metric'?: string | undefined
  readonly 'problems-metric'?: string | undefined
  readonly by?: string | undefined
  readonly match?: readonly string[] | undefined
  readonly label?: readonly string[] | undefined
  readonly 'fewest-errors'?: string | undefined
}

const METRIC = /^[a-z_:][\w:]*$/i
const LABEL = /^(?!__)[a-z_]\w*$/i

// Labels of the counters themselves: they tell problems apart, and not services.
const OF_PROBLEMS: readonly string[] = ['type', 'status', 'route', 'method', 'le']
// Those that Prometheus or the rules give to an alert.
const OF_ALERTS: readonly string[] = ['alertname', 'alertstate', 'severity', 'problem', 'type', 'status']

// At 93 % the fastest burn would need more errors than there are requests.
const LOWEST_OBJECTIVE = 95

/** Makes the plan, but for its types. */
export function planOf(given: GivenOptions, usage: string): Omit<MonitoringPlan, 'types'> {
  const refuse: Refuse = (what) => {
    throw new UsageError(`monitoring: ${what}`, usage)
  }
  const metric = (name: MetricOption, fallback: string): string => {
    const text = given[name] ?? fallback
    return METRIC.test(text) ? text : refuse(`--${name} ${text}: the name of a metric is needed: letters, digits, _ and :`)
  }
  const label = (name: LabelOption, fallback: string): string => needLabel(given[name] ?? fallback, `--${name}`, refuse)
  const requests = metric('requests-metric', 'http_server_request_duration_seconds_count')
  const problems = metric('problems-metric', OUR_METRIC)
  if (requests === problems)
    refuse(`--requests-metric ${requests}: that is the counter of problems; name the one of all requests`)
  const buckets = requests.endsWith('_count') ? requests.replace(/_count$/, '_bucket') : undefined
  const durations = given['duration-metric'] ?? buckets
  return {
    problems,
    requests,
    durations: durations === undefined ? undefined : bucketsOf(metric('duration-metric', durations), refuse),
    statusLabel: label('status-label', 'http_response_status_code'),
    routeLabel: label('route-label', 'http_route'),
    by: byOf(given.by ?? 'job', refuse),
    match: pairsOf(given.match ?? [], '--match', OF_PROBLEMS, refuse),
    labels: pairsOf(given.label ?? [], '--label', OF_ALERTS, refuse),
    objective: numberIn(
      given.objective ?? '99.9',
      '--objective',
      `a number of percent from ${LOWEST_OBJECTIVE} to 99.999`,
      refuse,
      isObjective,
    ),
    fewestErrors: numberIn(given['fewest-errors'] ?? '10', '--fewest-errors', 'a whole number from 1', refuse, isCount),
  }
}

type Refuse = (what: string) => never
type MetricOption = 'requests-metric' | 'duration-metric' | 'problems-metric'
type LabelOption = 'status-label' | 'route-label'

function bucketsOf(name: string, refuse: Refuse): string {
  return name.endsWith('_bucket')
    ? name
    : refuse(`--duration-metric ${name}: the buckets of a histogram are needed, whose name ends in _bucket`)
}

function byOf(text: string, refuse: Refuse): readonly string[] {
  if (text.trim() === '') return []
  return [...new Set(text.split(',').map((part) => needLabel(part.trim(), '--by', refuse, OF_PROBLEMS)))]
}

function needLabel(name: string, option: string, refuse: Refuse, taken: readonly string[] = []): string {
  if (!LABEL.test(name)) return refuse(`${option} ${name}: the name of a label is needed: letters, digits and _`)
  return taken.includes(name) ? refuse(`${option} ${name}: ${name} has a meaning of its own here; name another label`) : name
}

function pairsOf(texts: readonly string[], option: string, taken: readonly string[], refuse: Refuse): readonly Label[] {
  const pairs = new Map<string, string>()
  for (const text of texts) {
    const [, name = '', value = ''] = /^([^=]*)=(.+)$/s.exec(text) ?? []
    if (value === '') refuse(`${option} ${text}: a name and a value are needed, such as ${option} team=shop`)
    if (pairs.has(needLabel(name, option, refuse, taken))) refuse(`${option} ${text}: ${name} is given twice`)
    pairs.set(name, value)
  }
  return [...pairs]
}

function numberIn(text: string, option: string, expected: string, refuse: Refuse, accepts: (value: number) => boolean): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return accepts(value) ? value : refuse(`${option} ${text}: ${expected} is needed`)
}

function isObjective(value: number): boolean {
  return value >= LOWEST_OBJECTIVE && value <= 99.999
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}
