/** The labels by which Alertmanager knows whom to tell. */
import type { MonitoringPlan } from './plan.js'
import type { Severity } from './rule.js'
import { literal } from './runbook.js'

/** Gives the labels of an alert: its severity and those of the team; what else tells alerts of one name apart comes with them. */
export function told(
  { labels }: MonitoringPlan,
  severity: Severity,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { severity, ...more, ...Object.fromEntries(labels.map(([name, value]) => [name, literal(value)])) }
}
