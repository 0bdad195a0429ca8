/** What the dashboard shows of durations, where the team has a histogram of them. */
import type { MonitoringPlan } from '../plan.js'
import { bars, chart, type PanelDraft } from './panel.js'
import { quantile, slowestRoutes } from './series.js'

// The older name of OpenTelemetry has milliseconds, and its exporter for Node does not say so.
const MILLISECONDS = /_(?:milliseconds|ms)_bucket$|^http_server_duration_bucket$/

/** Lists the panels about how long requests take. */
export function latency(plan: MonitoringPlan, durations: string): readonly PanelDraft[] {
  const unit = MILLISECONDS.test(durations) ? 'ms' : 's'
  return [
    {
      ...chart('Latency', 'How long requests take, successes and problems together.', unit, 12),
      queries: [0.5, 0.95, 0.99].map((share) => ({ expr: quantile(plan, durations, share), legend: `p${share * 100}` })),
      min: 0,
    },
    {
      ...bars('Slowest routes', '95 of 100 requests are faster.', [
        { expr: slowestRoutes(plan, durations, 0.95), legend: `{{${plan.routeLabel}}}` },
      ]),
      unit,
    },
  ]
}
