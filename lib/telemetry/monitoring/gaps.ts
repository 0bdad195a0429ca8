/** Alerts for what the other alerts cannot see: types that nobody declared, and problems without a count of requests to compare them with. */
import type { MonitoringPlan } from './plan.js'
import { equals, labelsOf, select, sumBy, typeIsNot } from './promql.js'
import { rateOf } from './recorded.js'
import { type AlertingRule, told } from './rule.js'
import { anyStatusRunbook } from './runbook.js'
import { knownUris } from './type-uris.js'

/** Makes the alert for undeclared types, where it is known which ones are declared. */
export function undeclaredAlerts(plan: MonitoringPlan): readonly AlertingRule[] {
  if (plan.types === undefined) return []
  const series = select(plan.problems, ...plan.match.map(equals), typeIsNot(knownUris(plan.types)))
  const labels = [...labelsOf(plan), 'type', 'status']
  return [
    {
      alert: 'HttpProblemTypeUndeclared',
      // A series that is new has no increase: its first problem is the one that it begins with.
      expr: `${sumBy(labels, `increase(${series}[1h])`)} > 0\nor\n${sumBy(labels, `${series} unless ${series} offset 1h`)} > 0`,
      labels: told(plan, 'ticket'),
      annotations: {
        summary: 'Problems of the type {{ $labels.type }} are answered, which is not declared',
        description:
          'Nobody can look it up, and no client was told of it. Declare it with defineProblem and export it from the module that --types names, then generate the rules again. Where the type is "other", the counter has no room for more series.',
        runbook: anyStatusRunbook(() => true),
      },
    },
  ]
}

/** Makes the alert for problems without requests: a wrong name of the metric would silence every other alert. */
export function blindAlerts(plan: MonitoringPlan): readonly AlertingRule[] {
  const problems = sumBy(labelsOf(plan), `increase(${select(plan.problems, ...plan.match.map(equals))}[1h])`)
  return [
    {
      alert: 'HttpProblemsWithoutRequests',
      expr: `${problems} > 0\nunless\n${rateOf(plan, 'http_requests', '1h')}`,
      for: '10m',
      labels: told(plan, 'ticket'),
      annotations: {
        summary: `There are problems, but no ${plan.requests} to compare them with`,
        description: `No share of errors is known, so no alert about a share can fire. Either the requests are counted under another name, or with other values of ${labelsOf(plan).join(', ') || 'no label'}.`,
        runbook: `Query ${plan.requests} and ${plan.problems} in Prometheus, and compare their labels.${withoutUnit(plan)} Then generate the rules again, with --requests-metric or --by.`,
      },
    },
  ]
}

// Most exporters of OpenTelemetry put the unit into the name. The one for Node does not.
function withoutUnit({ requests }: MonitoringPlan): string {
  const other = requests.replace('_seconds_', '_')
  return other === requests ? '' : ` The name may be ${other}: some exporters leave the unit out.`
}
