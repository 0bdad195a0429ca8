/** Writes rules as the YAML that Prometheus reads. */
import { stringify } from 'yaml'
import type { prometheusRules } from '../../lib/telemetry/monitoring/rules.js'

const BANNER = `# Written by \`http-problems monitoring\`; do not edit.
# Load it with \`rule_files\` in prometheus.yml. Scrape at least once a minute: the shortest window has five.
`

/** Gives the text of the file. */
export function rulesText(rules: ReturnType<typeof prometheusRules>): string {
  // What has several lines keeps them; what has one is never folded, since a long expression is searched for as a whole.
  return `${BANNER}${stringify(rules, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false })}`
}
