/** Judges what was recorded of one request. */
import { strict as assert } from 'node:assert'
import { pathOf, routeOf } from './app/kinds.mjs'

const SERVER = 1
const ERROR = 2

/** What became of a kind on one app, for the table. */
export function verdictOn(kind, index, { answer, taken }, plan) {
  const isServers = kind.status >= 500
  const server = taken.spans.filter((span) => span.kind === SERVER)
  const body = kind.how === undefined ? JSON.parse(answer.body) : undefined
  const late = taken.spans.find(({ name }) => name === 'error behind the response')
  const exceptions = taken.spans.flatMap((span) => span.exceptions).length + taken.records.length

  assert.equal(server.length, 1, 'spans of the server')
  const [{ traceId, status, attributes, name }] = server
  const said = late ?? server[0]

  if (body !== undefined) {
    assert.equal(answer.status, kind.status, 'status of the answer')
    assert.equal(body.traceId, traceId, 'trace in the body')
  }
  assert.equal(taken.events.length, isServers ? 1 : 0, `events of Sentry: ${taken.events.map(describeEvent).join('; ')}`)
  assert.equal(taken.pino.length, 1, 'lines of pino')
  assert.equal(taken.winston.length, 1, 'lines of winston')
  assert.equal(said.status, isServers ? ERROR : 0, 'status of the span')
  assert.equal(said.attributes['error.type'], kind.errorType, 'error.type')
  assert.ok(said.attributes['problem.type'], 'problem.type')
  assert.equal(said.attributes['http.route'], routeOf(index), 'http.route')
  // Without an instrumentation of the framework, nobody names the route of a span that has ended.
  if (late === undefined || plan.instruments === 'all') assert.equal(name, `${kind.method ?? 'GET'} ${routeOf(index)}`, 'name of the span')
  if (isServers) assert.equal(exceptions, 1, 'records of the exception')
  else if (plan.instruments === 'http') assert.equal(exceptions, 0, 'records of the exception')
  for (const line of [...taken.pino, ...taken.winston]) {
    assert.equal(line.traceId, traceId, 'trace in a line')
    assert.equal(line.req.route, routeOf(index), 'route in a line')
    assert.equal(line.status, kind.status, 'status in a line')
  }
  for (const record of taken.records) assert.equal(record.traceId, traceId, 'trace of a log record')
  if (isServers) judgeEvent(kind, index, taken.events[0], traceId)
  assert.deepEqual(taken.warnings.filter((warning) => !warning.includes('ERR_PROBLEM_CHALLENGE')), [], 'warnings')
  const withoutOwn = JSON.stringify([taken.pino, taken.winston, taken.records, taken.spans.map(({ attributes: { 'url.query': _, ...ours } }) => ours)])
  assert.ok(!withoutOwn.includes('Zq7x-query'), 'the query is nowhere')

  return {
    events: taken.events.length,
    lines: taken.pino.length,
    exceptions,
    server: status === ERROR ? 'ERROR' : 'unset',
    errorType: said.attributes['error.type'],
    type: attributes['problem.type'],
    trace: body === undefined ? 'no body' : 'same',
  }
}

function judgeEvent(kind, index, event, traceId) {
  assert.equal(event.contexts.trace.trace_id, traceId, 'trace of the event')
  assert.equal(event.tags['http.route'], routeOf(index), 'route of the event')
  assert.equal(event.exception.values.length, kind.causes ?? event.exception.values.length, 'errors in the event')
  const thrown = kind.make()
  const { type, value } = event.exception.values.at(-1)
  if (thrown instanceof Error) assert.deepEqual([type, value], [nameOf(thrown), thrown.message], 'the error in the event')
  else assert.equal(type, 'InternalServerError', 'the error in the event')
}

// Sentry takes the name of an error, and of its class where that says nothing.
function nameOf(thrown) {
  return thrown.name
}

function describeEvent({ exception }) {
  return exception.values.map(({ type, value, mechanism }) => `${type}: ${value} (${mechanism?.type})`).join(' < ')
}

export { pathOf }
