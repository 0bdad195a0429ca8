/** No secret of an error is in a span, a metric or what a tracker is told beside the error, wherever a library keeps it. */
import { expect } from 'chai'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { captureProblems, countProblems, traceProblems } from '../../lib/telemetry/index.js'
import type { CountTarget } from '../../lib/telemetry/metrics/count-problems.js'
import { shapes as elderShapes, MARK, type Shape, secret } from '../foreign/library-shapes.js'
import { newerShapes } from '../foreign/newer-shapes.js'
import { build, carriers, PLACES, placings, wrappings } from '../foreign/planting.js'
import { eventFor } from './logged.js'
import { FakeSpan, tracing, withTracing } from './tracing.js'

const shapes: readonly Shape[] = [...elderShapes, ...newerShapes]

// A record of an exception says name, message and code of an error and of its causes, as a log does; what is no Error has its message alone.
const SAID = new Set(['message', 'name', 'code', 'cause', 'outer', 'other', 'aggregate', 'status', 'statusCode'].map(secret))
const FIELDS = ['authorization', 'cookie', 'set-cookie', 'x-api-key', 'www-authenticate', 'retry-after', 'server']

function secretsIn(value: unknown): string[] {
  const text = JSON.stringify(value)
  const decoded = (text.match(/[\w+/]{8,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'))
  return [...new Set([text, ...decoded].join('\n').match(new RegExp(`${MARK}-[\\w$.-]+`, 'gi')))]
}

interface Signals {
  readonly attributes: unknown
  readonly exceptions: unknown
  readonly hints: unknown[]
  readonly labels: unknown[]
}

/** Tells everybody of an event, and gives what they were told. */
function signalsOf(event: ProblemEvent): Signals {
  const span = new FakeSpan()
  const hints: unknown[] = []
  const labels: unknown[] = []
  const meter = { createCounter: () => ({ add: (_: number, given: object) => void labels.push(given) }) }
  const all = tracing(span)
  withTracing(all, () => {
    for (const exceptions of ['span-event', 'log'] as const) traceProblems({ exceptions })(event)
    captureProblems((_error, hint) => void hints.push(hint), { when: () => true })(event)
    countProblems(meter as CountTarget)(event)
  })
  return {
    attributes: span.attributes,
    exceptions: [span.events, all.records.map((record) => record['attributes'])],
    hints,
    labels,
  }
}

describe('A secret in an error', () => {
  it('is in no span, metric or event, in whichever of the places of whichever library it is', () => {
    for (const [index, shape] of shapes.entries()) {
      for (const carrier of carriers.keys()) {
        for (const placing of placings.keys()) {
          const error = build(shape, { places: PLACES.map((key) => ({ key, carrier, placing })), fields: FIELDS })
          const { attributes, exceptions, hints, labels } = signalsOf(
            eventFor(wrappings[(index + carrier + placing) % wrappings.length]?.(error)),
          )
          const place = `${shape.library}, ${carrier}, ${placing}`
          expect(secretsIn([attributes, labels]), place).to.deep.equal([])
          expect(
            [...secretsIn(exceptions), ...secretsIn(hints)].filter((one) => !SAID.has(one)),
            place,
          ).to.deep.equal([])
        }
      }
    }
  }).timeout(120_000)

  it('is in none of them where a request has it', () => {
    const url = `/orders/${secret('path')}?token=${secret('query')}`
    const headers = { authorization: `Bearer ${secret('token')}`, cookie: secret('cookie'), 'x-request-id': secret('id') }
    const event = eventFor(new Error('x'), { route: '/orders/:id', facts: { url, headers } })
    expect(secretsIn(signalsOf(event))).to.deep.equal([])
  })

  it('is in none of them where a message has it', () => {
    for (const text of [
      `connect postgres://app:${MARK}-1@db-17/app`,
      `Authorization: Bearer ${MARK}-1`,
      `GET /a?token=${MARK}-1 failed`,
    ])
      for (const thrown of [
        new Error('outer', { cause: new Error(text) }),
        new AggregateError([new Error(text)], text),
        text,
        { message: text },
      ])
        expect(secretsIn(signalsOf(eventFor(thrown))), text).to.deep.equal([])
  })
})
