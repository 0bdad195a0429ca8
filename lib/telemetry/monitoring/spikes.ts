/** Alerts for what clients do: a type of 4xx, or clients that leave, far more often than during the last day. They are tickets: nobody is woken by a scanner. */
import type { ProblemDefinition } from '../../define/definition.js'
import type { MonitoringPlan } from './plan.js'
import { typeIs, typeIsNot } from './promql.js'
import { countOf, type Recorded, ratioOf } from './recorded.js'
import { type AlertingRule, told } from './rule.js'
import { anyStatusRunbook, literal, statusRunbook, typeRunbook } from './runbook.js'
import { urisOf } from './type-uris.js'

// The share of requests is compared, and not the rate: at noon everything is more than at night.
const TIMES = 5

// In fifteen minutes. Less is chance, or one client.
const FEWEST = 30

const HOLDS = '5m'

/** Makes the alerts: one for each declared type, one for all others, one for clients that leave. */
export function spikeAlerts(plan: MonitoringPlan): readonly AlertingRule[] {
  const declared = (plan.types ?? []).filter(({ status }) => status < 500)
  return [...declared.map((type) => declaredSpike(plan, type)), otherSpike(plan, declared), clientsGone(plan)]
}

function declaredSpike(plan: MonitoringPlan, type: ProblemDefinition): AlertingRule {
  return {
    alert: 'HttpProblemSpikes',
    expr: spike(plan, 'http_problems_4xx', typeIs(urisOf(type))),
    for: HOLDS,
    labels: told(plan, 'ticket', { problem: type.name }),
    annotations: {
      summary: `${literal(type.name)} is answered to {{ $value | humanizePercentage }} of the requests`,
      description: `That is more than ${TIMES} times the share of the last day.`,
      runbook: typeRunbook(type),
    },
  }
}

function otherSpike(plan: MonitoringPlan, declared: readonly ProblemDefinition[]): AlertingRule {
  const others = declared.length === 0 ? [] : [typeIsNot(declared.flatMap(urisOf))]
  return {
    alert: 'HttpProblemSpikes',
    expr: spike(plan, 'http_problems_4xx', ...others),
    for: HOLDS,
    labels: told(plan, 'ticket'),
    annotations: {
      summary:
        'Status {{ $labels.status }}, type {{ $labels.type }}, is answered to {{ $value | humanizePercentage }} of the requests',
      description: `That is more than ${TIMES} times the share of the last day.`,
      runbook: anyStatusRunbook((status) => status < 500),
    },
  }
}

function clientsGone(plan: MonitoringPlan): AlertingRule {
  return {
    alert: 'HttpClientsGone',
    expr: spike(plan, 'http_problems_499'),
    for: HOLDS,
    labels: told(plan, 'ticket'),
    annotations: {
      summary: 'The clients of {{ $value | humanizePercentage }} of the requests left before the answer',
      description: `That is more than ${TIMES} times the share of the last day. Clients give up on a server that is slow: look at its latency first.`,
      runbook: statusRunbook(499),
    },
  }
}

function spike(plan: MonitoringPlan, what: Recorded, ...matchers: readonly string[]): string {
  return [
    `${ratioOf(plan, what, '15m', ...matchers)} > ${TIMES} * ${ratioOf(plan, what, '1d', ...matchers)}`,
    `${countOf(plan, what, '15m', ...matchers)} >= ${FEWEST}`,
  ].join('\nand\n')
}
