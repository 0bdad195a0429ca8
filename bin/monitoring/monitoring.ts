/** `http-problems monitoring`: writes rules for Prometheus and a dashboard for Grafana. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { minutesUntilPage } from '../../lib/telemetry/monitoring/availability.js'
import { grafanaDashboard } from '../../lib/telemetry/monitoring/dashboard/dashboard.js'
import { prometheusRules } from '../../lib/telemetry/monitoring/rules.js'
import { type Console, quoted, reasonOf, UsageError } from '../command.js'
import { definitionsIn } from '../source-module.js'
import { staleFiles, writeFiles } from '../written-files.js'
import { optionTypes, planOf } from './given-plan.js'
import { rulesText } from './rules-text.js'

const usage = `Usage: http-problems monitoring --out <folder> [--types <module>] [--objective <percent>] [--requests-metric <name>] ...

Writes two files: http-problems.rules.yml, the recording rules and alerts for Prometheus, and http-problems.dashboard.json, a
dashboard for Grafana. Errors are the 5xx of http_problems_total, but for 501; their share is that of all requests, which your server
counts already.

  --out, -o <folder>           The folder to write to.
  --types, -t <module>         JavaScript that exports the declared problem types: each 4xx has an alert of its own, and types that
                               nobody declared are told. Without it there is one alert for all 4xx.
  --objective <percent>        The share of requests that do not fail on the server, over 30 days. Default: 99.9.
  --requests-metric <name>     The counter of all requests. Default: http_server_request_duration_seconds_count, of OpenTelemetry.
                               Its Prometheus exporter for Node calls it http_server_request_duration_count.
  --status-label <label>       The label of the requests with the status. Default: http_response_status_code.
  --route-label <label>        The label of the requests with the route. Default: http_route.
  --duration-metric <name>     The buckets of durations. Default: the metric of the requests with _bucket for _count, where it ends so.
  --problems-metric <name>     The counter of problems. Default: http_problems_total.
  --by <labels>                The labels, with commas, that tell services apart; both counters must have them with the same values.
                               Each service has its own alerts. Default: job. '' adds up everything.
  --match <label=value>        Only series with this label. Can be given several times.
  --label <name=value>         A label that every alert gets, for Alertmanager. Can be given several times.
  --fewest-errors <number>     How many errors a window needs before anybody is told of them. Default: 10.
  --check                      Writes nothing; fails where a file is not up to date.
  --help, -h                   Prints this.

Exit codes: 0 done, or up to date; 1 not up to date; 2 for a wrong command line, a module that cannot be used or a file that cannot be written.`

// Longer than that somebody should know before it happens.
const LATE_MINUTES = 5

/** Runs the command; gives the exit code. */
export async function monitoring(args: readonly string[], { print, complain }: Console): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help) {
    print(usage)
    return 0
  }
  if (positionals.length > 0)
    throw new UsageError(`monitoring: ${positionals.join(' ')} is no option; a module is named with --types`, usage)
  if (values.out === undefined || values.out === '')
    throw new UsageError('monitoring: --out is needed, the folder to write to, such as --out monitoring', usage)
  if (values.types === '') throw new UsageError('monitoring: --types: the name of a module is needed', usage)
  const given = planOf(values, usage)
  const plan = {
    ...given,
    types: values.types === undefined ? undefined : await definitionsIn(values.types, 'monitoring --types'),
  }

  const rules = prometheusRules(plan)
  const dashboard = grafanaDashboard(plan)
  const files = [
    [join(values.out, 'http-problems.rules.yml'), rulesText(rules)],
    [join(values.out, 'http-problems.dashboard.json'), `${JSON.stringify(dashboard, null, 2)}\n`],
  ] as const
  const alerts = rules.groups.flatMap((group) => group.rules).filter((rule) => 'alert' in rule)
  const types = plan.types === undefined ? 'no declared types' : `${plan.types.length} declared types`
  const panels = dashboard.panels.filter(({ type }) => type !== 'row')
  const summary = `${alerts.length} alerts and ${panels.length} panels for ${types}`
  if (values.check) {
    const stale = staleFiles(files)
    if (stale.length === 0) print(`${values.out}: up to date, ${summary}`)
    else {
      const again = args.filter((arg) => arg !== '--check').map(quoted)
      complain(`http-problems: ${stale.join(' and ')}: not up to date; run: npx http-problems monitoring ${again.join(' ')}`)
    }
    return stale.length === 0 ? 0 : 1
  }
  writeFiles(files)
  print(`${values.out}: ${summary}`)
  const minutes = minutesUntilPage(plan)
  if (minutes > LATE_MINUTES)
    print(`An objective of ${plan.objective} % allows so many errors that a full outage pages only after ${minutes} minutes.`)
  return 0
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: optionTypes })
  } catch (error) {
    throw new UsageError(`monitoring: ${reasonOf(error)}`, usage)
  }
}
