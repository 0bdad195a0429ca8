/** The rules for Prometheus, as text. What they do with series is tried with promtool, in test/monitoring. */
import { expect } from 'chai'
import { defineProblem } from '../../../lib/index.js'
import { errorFacts } from '../../../lib/status/codes.js'
import { describeStatus } from '../../../lib/status/describe.js'
import { minutesUntilPage } from '../../../lib/telemetry/monitoring/availability.js'
import { prometheusRules } from '../../../lib/telemetry/monitoring/rules.js'
import { alertsOf, makePlan, recordedOf } from './plan.js'

const SoldOut = defineProblem('SoldOut', {
  type: 'https://example.com/sold-out',
  status: 409,
  title: 'Sold out',
  aliases: ['/gone'],
})
const Card = defineProblem('Card', { type: '../card.v2', status: 402, title: 'No card', description: 'Pay\n otherwise' })
const Full = defineProblem('Full', { type: 'urn:full', status: 507, title: 'The store is full!' })
const types = [SoldOut, Card, Full].map(({ definition }) => definition)

describe('prometheusRules()', () => {
  it('records a share of errors that is zero before the first error', () => {
    const recorded = recordedOf()
    expect(recorded.get('job:http_problems_5xx:rate5m')).to.equal(
      'sum by (job) (rate(http_problems_total{status=~"5..",status!="501"}[5m]))\nor\n0 * job:http_requests:rate5m',
    )
    expect(recorded.get('job:http_problems_5xx:ratio_rate5m')).to.equal(
      'job:http_problems_5xx:rate5m\n/ job:http_requests:rate5m',
    )
  })

  it('records everything that an alert reads, nothing else, and each name once', () => {
    for (const by of [['job'], [], ['namespace', 'job']]) {
      const recorded = recordedOf({ by, types })
      const asked = [...alertsOf({ by, types }).map(({ expr }) => expr), ...recorded.values()]
      const read = asked.flatMap((expr) => expr.match(/\b[\w]+:http_[\w:]+/g) ?? [])
      expect([...new Set(read)].filter((name) => !recorded.has(name))).to.deep.equal([])
      expect([...recorded.keys()].filter((name) => !read.includes(name))).to.deep.equal([])
      const groups = prometheusRules(makePlan({ by, types })).groups.flatMap(({ rules }) => rules)
      expect(groups.filter((rule) => 'record' in rule).length).to.equal(recorded.size)
    }
  })

  it('names what is recorded by its labels, the metric and the operations', () => {
    const names = [...recordedOf({ by: ['namespace', 'job'] }).keys()]
    expect(
      names.every((name) =>
        /^namespace_job(?:_type_status)?:http_(?:requests|problems_[45]xx|problems_499):(?:ratio_)?rate\d+[mhd]$/.test(name),
      ),
    ).to.equal(true)
    expect([...recordedOf({ by: [] }).keys()]).to.include.members([
      'all:http_requests:rate5m',
      'type_status:http_problems_4xx:rate15m',
    ])
  })

  it('adds up everything where no label tells services apart', () => {
    const recorded = recordedOf({ by: [] })
    expect(recorded.get('all:http_requests:rate1h')).to.equal('sum(rate(http_server_request_duration_seconds_count[1h]))')
    expect(recorded.get('type_status:http_problems_4xx:ratio_rate1d')).to.equal(
      'type_status:http_problems_4xx:rate1d\n/ on () group_left ()\nall:http_requests:rate1d',
    )
    expect(alertsOf({ by: [] }).find(({ alert }) => alert === 'HttpProblemsWithoutRequests')?.annotations.description).to.contain(
      'values of no label',
    )
  })

  it('keeps what every series must have on all that is made of it', () => {
    const match = [
      ['job', 'the "api" \\'],
      ['env', 'prod'],
    ] as const
    const recorded = recordedOf({ match })
    expect(recorded.get('job_env:http_requests:rate5m')).to.equal(
      'sum by (job, env) (rate(http_server_request_duration_seconds_count{job="the \\"api\\" \\\\",env="prod"}[5m]))',
    )
    for (const { expr } of alertsOf({ match, types }))
      for (const [selector = ''] of expr.matchAll(/\bhttp_[\w:]+(?:\{[^}]*\})?/g))
        expect(selector).to.contain('{job="the \\"api\\" \\\\",env="prod"')
  })

  it('has the alerts of the budget with the windows and factors of the workbook', () => {
    const alerts = alertsOf().filter(({ alert }) => alert.startsWith('HttpErrorBudget'))
    expect(alerts.map(({ alert, expr, labels }) => [alert, labels.severity, expr])).to.deep.equal(
      (
        [
          ['HttpErrorBudgetBurnsFast', 'page', '1h', '5m', '14.4', 3600],
          ['HttpErrorBudgetBurns', 'page', '6h', '30m', '6', 21_600],
          ['HttpErrorBudgetBurnsSlowly', 'ticket', '3d', '6h', '1', 259_200],
        ] as const
      ).map(([alert, severity, long, short, factor, seconds]) => [
        alert,
        severity,
        `job:http_problems_5xx:ratio_rate${long} > ${factor} * 0.001\nand\njob:http_problems_5xx:ratio_rate${short} > ${factor} * 0.001\nand\njob:http_problems_5xx:rate${long} * ${seconds} >= 10`,
      ]),
    )
  })

  for (const [objective, budget] of [
    [99.9, '0.001'],
    [99.95, '0.0005'],
    [99.999, '0.00001'],
    [95, '0.05'],
    [99.93, '0.0007'],
  ] as const) {
    it(`allows ${budget} of the requests to fail where the objective is ${objective} %`, () => {
      // As the number says it, and not as binary fractions do.
      expect(alertsOf({ objective })[0]?.expr).to.match(new RegExp(`> 14\\.4 \\* ${Number(budget)}\n`))
    })
  }

  it('tells when a full outage pages: later, where the objective allows more', () => {
    expect([99.99, 99.9, 99.5, 99, 95].map((objective) => minutesUntilPage(makePlan({ objective })))).to.deep.equal([
      3, 3, 7, 11, 46,
    ])
  })

  it('gives each declared 4xx an alert of its own, and the others one', () => {
    const spikes = alertsOf({ types }).filter(({ alert }) => alert === 'HttpProblemSpikes')
    expect(spikes.map(({ labels }) => labels)).to.deep.equal([
      { severity: 'ticket', problem: 'SoldOut' },
      { severity: 'ticket', problem: 'Card' },
      { severity: 'ticket' },
    ])
    const typeOf = (expr = ''): string | undefined => /ratio_rate15m\{(type.*?)\} > 5/.exec(expr)?.[1]
    expect(spikes.map(({ expr }) => typeOf(expr))).to.deep.equal([
      String.raw`type=~"https://example\\.com/sold-out|.*/gone"`,
      String.raw`type=~".*card\\.v2"`,
      String.raw`type!~"https://example\\.com/sold-out|.*/gone|.*card\\.v2"`,
    ])
    expect(
      alertsOf()
        .filter(({ alert }) => alert === 'HttpProblemSpikes')
        .map(({ expr }) => typeOf(expr)),
    ).to.deep.equal([undefined])
    const [only] = alertsOf({ types: types.slice(2) }).filter(({ alert }) => alert === 'HttpProblemSpikes')
    expect(only?.labels).to.deep.equal({ severity: 'ticket' })
  })

  it('asks for a type of one absolute URI by equality', () => {
    const Plain = defineProblem('Plain', { type: 'urn:a.b', status: 409, title: 'Plain' })
    expect(alertsOf({ types: [Plain.definition] })[3]?.expr).to.contain('{type="urn:a.b"} > 5 *')
  })

  it('tells of types that nobody declared, where it knows which ones are declared', () => {
    const undeclared = alertsOf({ types }).find(({ alert }) => alert === 'HttpProblemTypeUndeclared')
    expect(undeclared?.expr).to.contain(
      String.raw`type!~"about:blank|https://example\\.com/sold-out|.*/gone|.*card\\.v2|urn:full"`,
    )
    expect(alertsOf({ types: [] }).find(({ alert }) => alert === undeclared?.alert)?.expr).to.contain('type!~"about:blank"')
    expect(alertsOf().map(({ alert }) => alert)).not.to.include(undeclared?.alert)
  })

  it('takes the runbook out of the table of status codes and the declarations', () => {
    const alerts = alertsOf({ types })
    const runbookOf = (name: string, problem?: string): string | undefined =>
      alerts.find(({ alert, labels }) => alert === name && labels.problem === problem)?.annotations.runbook
    expect(runbookOf('HttpClientsGone')).to.match(
      /^499 Client Closed Request\. The client disconnected .* Usual causes: client timeout; .*\. What helps: .*\.$/,
    )
    expect(runbookOf('HttpProblemSpikes', 'SoldOut')).to.match(/^SoldOut: Sold out\.\n409 Conflict\. /)
    expect(runbookOf('HttpProblemSpikes', 'Card')).to.match(/^Card: No card\. Pay otherwise\.\n402 Payment Required\. /)
    expect(
      runbookOf('HttpErrorBudgetBurns')
        ?.split('\n')
        .map((line) => line.slice(0, 4)),
    ).to.deep.equal(['500 ', '502 ', '503 ', '504 ', '507 '])
    for (const [code] of Object.entries(errorFacts)) {
      const { phrase, meaning } = describeStatus(Number(code)) ?? {}
      const branch = `if eq $labels.status "${code}" -}}\n${code} ${phrase}. ${meaning} Usual causes: `
      expect(runbookOf('HttpProblemTypeUndeclared')).to.contain(branch)
      expect(runbookOf('HttpProblemSpikes')?.includes(branch)).to.equal(Number(code) < 500)
    }
    expect(alerts.every(({ annotations }) => Object.values(annotations).every((text) => text.trim() !== ''))).to.equal(true)
  })

  it('lets no text of others be a template, and bounds it', () => {
    const Odd = defineProblem('Odd', {
      type: 'urn:odd',
      status: 400,
      title: '{{ $labels.type }}',
      description: `{{{${'long '.repeat(1000)}`,
    })
    const [odd] = alertsOf({ types: [Odd.definition], labels: [['team', '{{ define "x" }}']] }).filter(
      ({ labels }) => labels.problem === 'Odd',
    )
    expect(odd?.annotations.runbook).to.match(
      /^Odd: \{\{ "\{\{" \}\} \$labels\.type \}\}\. \{\{ "\{\{" \}\}\{long long .*…\n400 Bad Request/,
    )
    expect(odd?.annotations.runbook.length).to.be.lessThan(1200)
    expect(odd?.labels.team).to.equal('{{ "{{" }} define "x" }}')
  })

  it('tells of a name that the requests may have instead', () => {
    const runbook = (requests: string): string | undefined => alertsOf({ requests }).at(-1)?.annotations.runbook
    expect(runbook('http_server_request_duration_seconds_count')).to.contain('may be http_server_request_duration_count:')
    expect(runbook('http_requests_total')).not.to.contain('may be')
  })

  it('keeps the labels of the team on every alert', () => {
    const labels = [
      ['team', 'shop'],
      ['tier', '1'],
    ] as const
    expect(alertsOf({ labels, types }).filter(({ labels }) => labels.team !== 'shop' || labels.tier !== '1')).to.deep.equal([])
  })

  it('asks for the most frequent errors of the service that the alert is about', () => {
    const asked = (given: Parameters<typeof alertsOf>[0]): string | undefined =>
      /printf (".*") (.*?)\| query/
        .exec(alertsOf(given)[0]?.annotations.description ?? '')
        ?.slice(1)
        .join(' ')
    expect(asked({ by: ['namespace', 'job'] })).to.equal(
      String.raw`"sort_desc(topk(3, sum by (type, status, route) (rate(http_problems_total{namespace=%q,job=%q,status=~\"5..\",status!=\"501\"}[5m]))))" $labels.namespace $labels.job `,
    )
    expect(asked({ by: [], match: [['env', '100%']] })).to.equal(
      String.raw`"sort_desc(topk(3, sum by (type, status, route) (rate(http_problems_total{env=\"100%%\",status=~\"5..\",status!=\"501\"}[5m]))))" `,
    )
  })
})
