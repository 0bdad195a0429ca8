/** What the dashboard shows, row by row: whether the service does what it has promised, what goes wrong, where, how fast it is, and since when. */
import { budgetOf, type MonitoringPlan, rounded } from '../plan.js'
import { CLIENT_ERRORS, CLIENT_GONE, SERVER_ERRORS } from '../promql.js'
import { latency } from './latency.js'
import { bars, chart, type PanelDraft, stat } from './panel.js'
import { errorRatio, errorRatioByRoute, problemCount, problems, requests, requestsByStatus, SEEN, STEP } from './series.js'

/** A headline, and the panels beneath it. */
export interface Row {
  readonly title: string
  readonly panels: readonly PanelDraft[]
}

/** Lists the rows. */
export function rowsOf(plan: MonitoringPlan): readonly Row[] {
  return [
    { title: 'Objective', panels: objective(plan) },
    { title: 'What goes wrong', panels: distribution(plan) },
    { title: 'Where', panels: routes(plan) },
    ...(plan.durations === undefined ? [] : [{ title: 'Latency', panels: latency(plan, plan.durations) }]),
    { title: 'Trend', panels: trend(plan) },
  ]
}

function objective(plan: MonitoringPlan): readonly PanelDraft[] {
  const budget = budgetOf(plan)
  const promised = rounded(plan.objective / 100)
  const success = `1 - ${errorRatio(plan, SEEN)}`
  return [
    {
      ...stat(
        'Success rate',
        `The share of requests that did not fail on the server. The objective is ${plan.objective} %.`,
        'percentunit',
        success,
      ),
      steps: [
        { color: 'red', value: null },
        { color: 'green', value: promised },
      ],
    },
    {
      ...stat(
        'Error budget left',
        'Of what the objective allows in the time that is shown.',
        'percentunit',
        `1 - ${errorRatio(plan, SEEN)} / ${budget}`,
      ),
      steps: [
        { color: 'red', value: null },
        { color: 'orange', value: 0 },
        { color: 'green', value: 0.25 },
      ],
    },
    stat('Requests', 'All of them, per second.', 'reqps', requests(plan, SEEN)),
    stat('Problems', 'All of them, per second: the 4xx too.', 'reqps', `${problems(plan, [], SEEN)} or vector(0)`),
    {
      ...chart('Success rate', 'Beneath the line of the objective the budget shrinks.', 'percentunit', 12),
      queries: [
        { expr: `1 - ${errorRatio(plan, STEP)}`, legend: 'success rate' },
        { expr: `vector(${promised})`, legend: 'objective' },
      ],
      max: 1,
    },
    {
      ...chart(
        'Error rate',
        'Server errors per second, by status. A 501 is none: the client asked for a method that nobody knows.',
        'reqps',
        12,
      ),
      queries: [{ expr: problems(plan, ['status'], STEP, ...SERVER_ERRORS), legend: '{{status}}' }],
      min: 0,
    },
  ]
}

function distribution(plan: MonitoringPlan): readonly PanelDraft[] {
  return [
    bars('By type', 'How many problems of each type there were.', [
      { expr: `topk(15, ${problemCount(plan, ['type'])})`, legend: '{{type}}' },
    ]),
    bars('By status', 'How many problems of each status there were; 499 is a client that left.', [
      { expr: problemCount(plan, ['status']), legend: '{{status}}' },
    ]),
    {
      ...chart(
        'What clients do wrong',
        'Problems of a 4xx per second, by type and status. A spike that nobody can explain may be a fault of the server.',
        'reqps',
        12,
      ),
      queries: [
        { expr: `topk(10, ${problems(plan, ['type', 'status'], STEP, ...CLIENT_ERRORS)})`, legend: '{{status}} {{type}}' },
      ],
      min: 0,
    },
    {
      ...chart('Clients that left', 'Per second. Many of them mean that the server is slow.', 'reqps', 12),
      queries: [{ expr: `${problems(plan, [], STEP, ...CLIENT_GONE)} or vector(0)`, legend: 'client gone' }],
      min: 0,
    },
  ]
}

function routes(plan: MonitoringPlan): readonly PanelDraft[] {
  return [
    bars('Routes with most server errors', 'How many there were.', [
      { expr: `topk(10, ${problemCount(plan, ['method', 'route'], ...SERVER_ERRORS)} > 0)`, legend: '{{method}} {{route}}' },
    ]),
    {
      ...bars('Routes that fail most often', 'The share of their requests that failed on the server.', [
        { expr: errorRatioByRoute(plan), legend: '{{route}}' },
      ]),
      unit: 'percentunit',
    },
    {
      ...bars('Problems by route', 'Each type and status of each route, the most frequent ones.', [
        { expr: `topk(25, ${problemCount(plan, ['method', 'route', 'status', 'type'])} > 0)`, legend: '' },
      ]),
      kind: 'table',
      width: 24,
    },
  ]
}

function trend(plan: MonitoringPlan): readonly PanelDraft[] {
  return [
    {
      ...chart(
        'Share of errors, now and before',
        'The share of requests that failed on the server in an hour, beside that of a day and a week ago.',
        'percentunit',
        12,
      ),
      queries: [
        { expr: errorRatio(plan, '1h'), legend: 'now' },
        { expr: errorRatio(plan, '1h', ' offset 1d'), legend: 'a day ago' },
        { expr: errorRatio(plan, '1h', ' offset 1w'), legend: 'a week ago' },
      ],
      min: 0,
    },
    {
      ...chart('Responses by status', 'All responses per second, as the server counts them itself.', 'reqps', 12),
      queries: [{ expr: requestsByStatus(plan), legend: `{{${plan.statusLabel}}}` }],
      min: 0,
    },
  ]
}
