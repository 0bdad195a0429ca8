/** Alerts for the availability objective: how fast its budget of errors burns, each by a long window and a short one (Google, The Site Reliability Workbook, 5). */
import { budgetOf, type MonitoringPlan, rounded } from './plan.js'
import { equals, labelsOf, SERVER_ERRORS, select, sumBy } from './promql.js'
import { countOf, ratioOf, WINDOWS, type Window } from './recorded.js'
import { type AlertingRule, type Severity, told } from './rule.js'
import { statusesRunbook } from './runbook.js'

/** A speed at which the budget of thirty days burns. */
interface Burn {
  readonly alert: string
  /** Shows that it is no blip. */
  readonly long: Window
  /** Shows that it still burns. */
  readonly short: Window
  /** How many times as fast as the objective allows. */
  readonly factor: number
  readonly severity: Severity
  readonly for: string
}

const PAGE_AT_ONCE: Burn = {
  alert: 'HttpErrorBudgetBurnsFast',
  long: '1h',
  short: '5m',
  factor: 14.4,
  severity: 'page',
  for: '1m',
}

const burns: readonly Burn[] = [
  PAGE_AT_ONCE,
  { alert: 'HttpErrorBudgetBurns', long: '6h', short: '30m', factor: 6, severity: 'page', for: '5m' },
  { alert: 'HttpErrorBudgetBurnsSlowly', long: '3d', short: '6h', factor: 1, severity: 'ticket', for: '30m' },
]

const BUDGET_DAYS = 30

// What an outage usually looks like. The declared types add their own.
const USUAL: readonly number[] = [500, 502, 503, 504]

/** Makes the alerts. */
export function availabilityAlerts(plan: MonitoringPlan): readonly AlertingRule[] {
  return burns.map((burn) => burnAlert(plan, burn))
}

/** Tells how many minutes of a full outage somebody is paged after, where every request before it had succeeded. */
export function minutesUntilPage(plan: MonitoringPlan): number {
  const share = rounded(PAGE_AT_ONCE.factor * budgetOf(plan))
  // The outage fills the share of the long window, then the alert waits, and Prometheus has scraped and evaluated meanwhile.
  return Math.ceil((share * WINDOWS[PAGE_AT_ONCE.long]) / 60) + 2
}

function burnAlert(plan: MonitoringPlan, { alert, long, short, factor, severity, for: holds }: Burn): AlertingRule {
  const limit = `${factor} * ${budgetOf(plan)}`
  const days = Number((BUDGET_DAYS / factor).toFixed(1))
  return {
    alert,
    expr: [
      `${ratioOf(plan, 'http_problems_5xx', long)} > ${limit}`,
      `${ratioOf(plan, 'http_problems_5xx', short)} > ${limit}`,
      `${countOf(plan, 'http_problems_5xx', long)} >= ${plan.fewestErrors}`,
    ].join('\nand\n'),
    for: holds,
    labels: told(plan, severity),
    annotations: {
      summary: `{{ $value | humanizePercentage }} of the requests of the last ${long} failed on the server`,
      description: `Errors come more than ${factor} times as fast as the objective of ${plan.objective} % allows: what it allows for ${BUDGET_DAYS} days is used up in ${days} days or sooner. ${mostOf(plan, short)}`,
      runbook: statusesRunbook([...USUAL, ...serverStatuses(plan)]),
    },
  }
}

function serverStatuses({ types = [] }: MonitoringPlan): readonly number[] {
  return types.map(({ status }) => status).filter((status) => status >= 500)
}

// A template, which asks Prometheus when the alert fires: the labels of the service are known by then.
function mostOf(plan: MonitoringPlan, window: Window): string {
  const labels = labelsOf(plan)
  const matchers = plan.match.map(equals).concat(SERVER_ERRORS)
  const open = labels.filter((label) => !plan.match.some(([name]) => name === label))
  const query = sumBy(['type', 'status', 'route'], `rate(${select(plan.problems, ...matchers)}[${window}])`)
  const format = `sort_desc(topk(3, ${query}))`
    .replaceAll('%', '%%')
    .replace('{', `{${open.map((label) => `${label}=%q,`).join('')}`)
  const given = open.map((label) => ` $labels.${label}`).join('')
  return `Most of them: {{ range printf ${JSON.stringify(format)}${given} | query }}{{ .Labels.status }} {{ .Labels.type }} of {{ .Labels.route }} ({{ .Value | humanize }}/s). {{ end }}`
}
