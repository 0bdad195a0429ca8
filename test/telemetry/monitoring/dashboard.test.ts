/** The dashboard for Grafana. That its queries parse and show something is tried with Prometheus, in test/monitoring. */
import { expect } from 'chai'
import { type Dashboard, grafanaDashboard } from '../../../lib/telemetry/monitoring/dashboard/dashboard.js'
import { makePlan } from './plan.js'

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const dashboard = grafanaDashboard(makePlan())

function queriesOf({ panels }: Dashboard): readonly string[] {
  return panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
}

function isBeside(one: Place, other: Place): boolean {
  return one.x + one.w <= other.x || other.x + other.w <= one.x || one.y + one.h <= other.y || other.y + other.h <= one.y
}

describe('grafanaDashboard()', () => {
  it('gives every panel an id, a title and a place of its own', () => {
    const { panels } = dashboard
    expect(new Set(panels.map(({ id }) => id)).size).to.equal(panels.length)
    const places = panels.map(({ gridPos }) => gridPos as Place)
    expect(places.filter(({ x, w }) => x < 0 || x + w > 24)).to.deep.equal([])
    expect(places.filter((place, index) => places.some((other, at) => at !== index && !isBeside(place, other)))).to.deep.equal([])
    expect(panels.filter(({ title }) => title === '')).to.deep.equal([])
  })

  it('shows success, errors, distribution, routes, latency and trend', () => {
    const rows = dashboard.panels.filter(({ type }) => type === 'row').map(({ title }) => title)
    expect(rows).to.deep.equal(['Objective', 'What goes wrong', 'Where', 'Latency', 'Trend'])
    const titles = dashboard.panels.map(({ title }) => title)
    expect(titles).to.include.members([
      'Success rate',
      'Error rate',
      'By type',
      'By status',
      'Routes with most server errors',
      'Latency',
      'Share of errors, now and before',
    ])
  })

  it('gives each query of a panel a letter of its own, and says what each panel shows', () => {
    for (const { targets = [], description, type } of dashboard.panels) {
      expect(targets.map(({ refId }) => refId)).to.deep.equal(['A', 'B', 'C'].slice(0, targets.length))
      if (type !== 'row') expect(description).to.match(/\.$/)
    }
  })

  it('asks for the services that are chosen, in every query of a metric', () => {
    const selectors = queriesOf(dashboard).flatMap((expr) => expr.match(/\bhttp_\w+(?:_total|_count|_bucket)\b.?/g) ?? [])
    expect(selectors.length).to.be.greaterThan(20)
    const open = queriesOf(dashboard).flatMap((expr) =>
      [...expr.matchAll(/\bhttp_\w+(?:_total|_count|_bucket)(\{[^}]*\})?/g)].map(([, matchers = '']) => matchers),
    )
    expect(open.filter((matchers) => !matchers.includes('job=~"$job"'))).to.deep.equal([])
  })

  it('has no latency without a histogram, and knows milliseconds', () => {
    const none = grafanaDashboard(makePlan({ requests: 'http_requests_total', durations: undefined }))
    expect(none.panels.map(({ title }) => title)).not.to.include('Latency')
    expect(queriesOf(none).filter((expr) => expr.includes('_bucket'))).to.deep.equal([])
    const units = (from: Dashboard): readonly unknown[] =>
      from.panels
        .filter(({ title, type }) => title === 'Latency' && type !== 'row')
        .map(({ fieldConfig }) => (fieldConfig as { defaults: { unit: string } }).defaults.unit)
    expect(units(dashboard)).to.deep.equal(['s'])
    for (const durations of ['http_duration_milliseconds_bucket', 'http_ms_bucket', 'http_server_duration_bucket'])
      expect(units(grafanaDashboard(makePlan({ durations })))).to.deep.equal(['ms'])
  })

  it('is named after what every series must have, and offers no choice of it', () => {
    const { uid, title, templating } = grafanaDashboard(
      makePlan({
        by: ['job', 'zone'],
        match: [
          ['job', 'the "api" / 1'],
          ['env', 'x'.repeat(60)],
        ],
      }),
    )
    expect(uid).to.equal(`http-problems-the-api-1-${'x'.repeat(60)}`.slice(0, 40))
    expect(title).to.match(/^HTTP problems, the "api" \/ 1, x+$/)
    const { list } = templating as { readonly list: readonly { readonly name: string; readonly query: unknown }[] }
    expect(list.map(({ name }) => name)).to.deep.equal(['datasource', 'zone'])
    expect(JSON.stringify(list)).to.contain('label_values(http_server_request_duration_seconds_count{job=')
  })
})
