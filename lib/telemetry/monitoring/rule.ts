/** The rules of Prometheus as data, and the labels by which Alertmanager knows whom to tell. */
import type { MonitoringPlan } from './plan.js'
import { literal } from './runbook.js'

/** A rule that keeps the value of an expression under a name. */
export interface RecordingRule {
  readonly record: string
  readonly expr: string
}

/** A rule that tells people. */
export interface AlertingRule {
  readonly alert: string
  readonly expr: string
  /** How long the expression must hold. */
  readonly for?: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook: string }
}

/** Rules that are evaluated one after the other. */
export interface RuleGroup {
  readonly name: string
  /** How often. What is recorded less than every five minutes is not seen by an alert in between. */
  readonly interval: string
  readonly rules: readonly (RecordingRule | AlertingRule)[]
}

/** Who is told: somebody is woken, or reads it on the next working day. */
export type Severity = 'page' | 'ticket'

/** Gives the labels of an alert: its severity and those of the team; what else tells alerts of one name apart comes with them. */
export function told(
  { labels }: MonitoringPlan,
  severity: Severity,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { severity, ...more, ...Object.fromEntries(labels.map(([name, value]) => [name, literal(value)])) }
}
