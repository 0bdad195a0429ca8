/** The rules of Prometheus as data. */

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
