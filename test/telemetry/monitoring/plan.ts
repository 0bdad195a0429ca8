/** A plan as the command makes it without options, for tests. */
import type { ProblemDefinition } from '../../../lib/define/definition.js'
import type { MonitoringPlan } from '../../../lib/telemetry/monitoring/plan.js'
import type { AlertingRule, RecordingRule } from '../../../lib/telemetry/monitoring/rule.js'
import { prometheusRules } from '../../../lib/telemetry/monitoring/rules.js'

/** Makes a plan. */
export function makePlan(given: Partial<MonitoringPlan> = {}): MonitoringPlan {
  return {
    problems: 'http_problems_total',
    requests: 'http_server_request_duration_seconds_count',
    durations: 'http_server_request_duration_seconds_bucket',
    statusLabel: 'http_response_status_code',
    routeLabel: 'http_route',
    by: ['job'],
    match: [],
    labels: [],
    objective: 99.9,
    fewestErrors: 10,
    types: undefined,
    ...given,
  }
}

/** Lists the alerts of a plan. */
export function alertsOf(given: Partial<MonitoringPlan> = {}): readonly AlertingRule[] {
  return rulesOf(given).filter((rule) => 'alert' in rule)
}

/** Lists what is recorded, by name. */
export function recordedOf(given: Partial<MonitoringPlan> = {}): ReadonlyMap<string, string> {
  const rules = rulesOf(given).filter((rule): rule is RecordingRule => 'record' in rule)
  return new Map(rules.map(({ record, expr }) => [record, expr]))
}

/** Gives the definition of a class. */
export function definitionIn(declared: { readonly definition: ProblemDefinition }): ProblemDefinition {
  return declared.definition
}

function rulesOf(given: Partial<MonitoringPlan>): readonly (RecordingRule | AlertingRule)[] {
  return prometheusRules(makePlan(given)).groups.flatMap(({ rules }) => rules)
}
