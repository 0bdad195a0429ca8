/** Puts together the dashboard for Grafana. */
import type { MonitoringPlan } from '../plan.js'
import { equals, select } from '../promql.js'
import { DATASOURCE, type Panel, panelOf } from './panel.js'
import { type Row, rowsOf } from './rows.js'

/** A dashboard as Grafana reads it. */
export interface Dashboard {
  readonly uid: string
  readonly title: string
  readonly panels: readonly Panel[]
  readonly [member: string]: unknown
}

const COLUMNS = 24

// Grafana takes no longer ones.
const LONGEST_UID = 40

/** Makes the dashboard. */
export function grafanaDashboard(plan: MonitoringPlan): Dashboard {
  const values = plan.match.map(([, value]) => value)
  return {
    uid: ['http-problems', ...values]
      .join('-')
      .replace(/[^\w-]+/g, '-')
      .slice(0, LONGEST_UID),
    title: ['HTTP problems', ...values].join(', '),
    tags: ['http-problems'],
    schemaVersion: 39,
    editable: true,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'browser',
    templating: { list: [datasource, ...variables(plan)] },
    annotations: { list: [alerts] },
    panels: placed(rowsOf(plan)),
  }
}

const datasource = { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' }

// Where somebody was told, as lines in each picture.
const alerts = {
  name: 'Alerts',
  enable: true,
  iconColor: 'red',
  datasource: DATASOURCE,
  expr: 'ALERTS{alertname=~"Http(?:Error|Problem|Clients).*",alertstate="firing"}',
  titleFormat: '{{alertname}}',
  textFormat: '{{severity}}',
}

function variables({ by, match, requests }: MonitoringPlan): readonly unknown[] {
  const open = by.filter((label) => !match.some(([name]) => name === label))
  return open.map((label) => ({
    name: label,
    label,
    type: 'query',
    datasource: DATASOURCE,
    query: { query: `label_values(${select(requests, ...match.map(equals))}, ${label})`, refId: 'Values' },
    refresh: 2,
    sort: 1,
    multi: true,
    includeAll: true,
    allValue: '.*',
    current: { selected: true, text: 'All', value: '$__all' },
  }))
}

function placed(rows: readonly Row[]): readonly Panel[] {
  const panels: Panel[] = []
  let y = 0
  for (const { title, panels: drafts } of rows) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { h: 1, w: COLUMNS, x: 0, y },
      panels: [],
    })
    y += 1
    let x = 0
    let height = 0
    for (const draft of drafts) {
      // What does not fit beside the others begins a line.
      if (x + draft.width > COLUMNS) {
        y += height
        x = 0
      }
      panels.push(panelOf(draft, panels.length + 1, x, y))
      x += draft.width
      height = draft.height
    }
    y += height
  }
  return panels
}
