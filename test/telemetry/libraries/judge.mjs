/** Judges what was recorded of one request. */
import { strict as assert } from 'node:assert'
import { routeOf } from './app/kinds.mjs'

const SERVER = 1
const UNSET = 0
const ERROR = 2
const QUERY = 'Zq7x-query'

/** Judges what became of a kind on one app; gives what the table says of it. */
export function verdictOn(kind, index, exchange, plan) {
  const { answer, taken } = exchange
  const body = kind.how === undefined ? JSON.parse(answer.body) : undefined
  if (body !== undefined) assert.equal(answer.status, kind.status, 'status of the answer')
  // What Sentry does by itself is looked at, and not judged.
  if (plan.sentry === 'alone') return { events: taken.events.length }
  const isServers = kind.status >= 500
  assert.equal(taken.events.length, isServers ? 1 : 0, `events of Sentry: ${taken.events.map(describeEvent).join('; ')}`)
  judgeLines(kind, index, taken, body?.traceId)
  assert.deepEqual(
    taken.warnings.filter((warning) => !warning.includes('ERR_PROBLEM_CHALLENGE')),
    [],
    'warnings',
  )
  if (plan.sentry === 'first') return { events: taken.events.length }
  if (isServers) judgeEvent(kind, index, taken.events[0], body?.traceId)
  return {
    events: taken.events.length,
    lines: taken.pino.length,
    ...(plan.instruments !== 'none' && judgeTrace(kind, index, exchange, plan)),
  }
}

function judgeLines(kind, index, { pino, winston }, traceId) {
  assert.equal(pino.length, 1, 'lines of pino')
  assert.equal(winston.length, 1, 'lines of winston')
  for (const line of [...pino, ...winston]) {
    if (traceId !== undefined) assert.equal(line.traceId, traceId, 'trace in a line')
    assert.equal(line.req.route, routeOf(index), 'route in a line')
    assert.equal(line.status, kind.status, 'status in a line')
    assert.ok(!JSON.stringify(line).includes(QUERY), 'the query is in no line')
  }
}

function judgeTrace(kind, index, { answer, taken }, plan) {
  const isServers = kind.status >= 500
  const servers = taken.spans.filter((span) => span.kind === SERVER)
  assert.equal(servers.length, 1, 'spans of the server')
  const [server] = servers
  const late = taken.spans.find(({ name }) => name === 'error behind the response')
  const said = late ?? server
  const traces = new Set(
    [...taken.spans, ...taken.records, ...(kind.how === undefined ? [JSON.parse(answer.body)] : [])].map(
      ({ traceId }) => traceId,
    ),
  )
  assert.equal(traces.size, 1, 'traces')
  if (isServers) assert.equal(taken.events[0].contexts.trace.trace_id, server.traceId, 'trace of the event')
  assert.equal(said.status, isServers ? ERROR : UNSET, 'status of the span')
  assert.equal(said.attributes['error.type'], kind.errorType, 'error.type')
  assert.ok(said.attributes['problem.type'], 'problem.type')
  assert.equal(said.attributes['http.route'], routeOf(index), 'http.route')
  // Without an instrumentation of the framework, nobody names the route of a span that has ended.
  if (late === undefined || plan.instruments === 'all')
    assert.equal(server.name, `${kind.method ?? 'GET'} ${routeOf(index)}`, 'name of the span')
  // The instrumentation of the server writes it.
  const ours = taken.spans.map((span) => ({ ...span, attributes: { ...span.attributes, 'url.query': undefined } }))
  assert.ok(!JSON.stringify([ours, taken.records]).includes(QUERY), 'the query is in no span')
  const exceptions = taken.spans.flatMap((span) => span.exceptions).length + taken.records.length
  if (isServers) assert.equal(exceptions, 1, 'records of the exception')
  // The instrumentation of a framework records those of the caller too, on spans of its own.
  else if (plan.instruments === 'http') assert.equal(exceptions, 0, 'records of the exception')
  const status = late === undefined ? server.status : late.status
  return {
    exceptions,
    status: status === ERROR ? 'ERROR' : 'unset',
    isLate: late !== undefined,
    errorType: said.attributes['error.type'],
    trace: 'the same',
  }
}

function judgeEvent(kind, index, event, traceId) {
  if (traceId !== undefined) assert.equal(event.contexts.trace.trace_id, traceId, 'trace of the event')
  assert.equal(event.tags['http.route'], routeOf(index), 'route of the event')
  assert.equal(event.exception.values.length, kind.causes ?? event.exception.values.length, 'errors in the event')
  const thrown = kind.make()
  const { type, value } = event.exception.values.at(-1)
  if (thrown instanceof Error) assert.deepEqual([type, value], [thrown.name, thrown.message], 'the error in the event')
  else assert.equal(type, 'InternalServerError', 'the error in the event')
}

function describeEvent({ exception }) {
  return exception.values.map(({ type, value, mechanism }) => `${type}: ${value} (${mechanism?.type})`).join(' < ')
}
