/** Puts together the rules for Prometheus. */
import { availabilityAlerts } from './availability.js'
import { blindAlerts, undeclaredAlerts } from './gaps.js'
import type { MonitoringPlan } from './plan.js'
import { recordingRules } from './recorded.js'
import type { RuleGroup } from './rule.js'
import { spikeAlerts } from './spikes.js'

/** Gives the groups of rules, each behind the groups that it reads. */
export function prometheusRules(plan: MonitoringPlan): { readonly groups: readonly RuleGroup[] } {
  return {
    groups: [
      { name: 'http-problems-rates', interval: '30s', rules: recordingRules(plan, ['5m', '15m', '30m', '1h']) },
      // Dear, and slow to change. A value is seen for five minutes, so two minutes leave room for one that failed.
      { name: 'http-problems-long-rates', interval: '2m', rules: recordingRules(plan, ['6h', '1d', '3d']) },
      { name: 'http-problems-availability', interval: '30s', rules: availabilityAlerts(plan) },
      { name: 'http-problems-spikes', interval: '1m', rules: spikeAlerts(plan) },
      { name: 'http-problems-gaps', interval: '1m', rules: [...undeclaredAlerts(plan), ...blindAlerts(plan)] },
    ],
  }
}
