/** What trackers are handed, and which of their own events are sent. */
import { expect } from 'chai'
import {
  BadGateway,
  Conflict,
  defineProblem,
  HttpProblem,
  InternalServerError,
  map,
  NotFound,
  NotImplemented,
} from '../../lib/index.js'
import { captureProblems, shouldReport, traceMember } from '../../lib/telemetry/index.js'
import type { CaptureHint, CaptureOptions } from '../../lib/telemetry/track/capture-problems.js'
import { eventFor, type Given } from './logged.js'
import { FakeSpan, SPAN, TRACE, tracing, withTracing } from './tracing.js'

class StockDown extends defineProblem('StockDown', {
  type: 'https://example.com/problems/stock-down',
  status: 503,
  title: 'The stock cannot be asked',
}) {}

interface Captured {
  readonly error: unknown
  readonly hint: CaptureHint
}

function capturedOf(thrown: unknown, given: Given = {}, options: CaptureOptions = {}): Captured[] {
  const captured: Captured[] = []
  captureProblems((error, hint) => void captured.push({ error, hint }), options)(eventFor(thrown, given))
  return captured
}

const OF_EXPRESS = { mechanism: { type: 'auto.http.express', handled: false } }

describe('captureProblems()', () => {
  it('hands over the error of the server itself, and what is known of its answer', () => {
    const error = new StockDown({ cause: new Error('inner') })
    const [captured, ...more] = capturedOf(error, { route: '/orders/:id' })
    expect(more).to.deep.equal([])
    expect(captured?.error).to.equal(error)
    expect(captured?.hint).to.deep.equal({
      mechanism: { type: 'http-problems', handled: false },
      captureContext: {
        tags: {
          'problem.type': 'https://example.com/problems/stock-down',
          'http.response.status_code': '503',
          'http.request.method': 'GET',
          'http.route': '/orders/:id',
        },
        contexts: {
          problem: { type: 'https://example.com/problems/stock-down', status: 503, outcome: 'answered', mappedBy: 'own' },
        },
      },
    })
  })

  it('looks in linear time for the frames of a stack of empty lines', () => {
    const error = Object.assign(new Error('x'), { stack: `Error: ${'\n'.repeat(200_000)}x` })
    const begin = performance.now()
    expect(capturedOf(error)[0]?.hint.captureContext).to.have.property('fingerprint')
    expect(performance.now() - begin).to.be.below(1000)
  })

  it('hands over errors of others and of upstream servers as they are', () => {
    const upstream = Object.assign(new Error('x'), { name: 'AxiosError', isAxiosError: true, response: { status: 404 } })
    for (const error of [new Error('db-17'), upstream, new AggregateError([new Error('a')], 'b')])
      expect(capturedOf(error).map((captured) => captured.error)).to.deep.equal([error])
  })

  it('hands over the problem of what is no Error, says what that was, and keeps such apart by their route', () => {
    for (const [thrown, said] of [
      [null, 'null'],
      [undefined, 'undefined'],
      ['password=Zq7x', 'a string: password=[redacted]'],
      [{ message: 'no luck' }, 'an object: no luck'],
    ] as const) {
      const [captured] = capturedOf(thrown, { route: '/a' })
      expect(captured?.error).to.be.instanceOf(InternalServerError)
      expect(captured?.hint.captureContext.contexts['problem']?.['thrown']).to.equal(said)
      expect(captured?.hint.captureContext.fingerprint).to.deep.equal(['{{ default }}', 'GET /a'])
    }
    expect(capturedOf(new Error('x'))[0]?.hint.captureContext).not.to.have.property('fingerprint')
  })

  it('hands over what broke a response off or came too late, and nothing of the caller, of a client that has gone or of a scanner', () => {
    const count = (thrown: unknown, given?: Given): number => capturedOf(thrown, given).length
    expect(count(new Error('x'), { outcome: 'aborted' })).to.equal(1)
    expect(count(new Error('x'), { outcome: 'too-late' })).to.equal(1)
    expect(count(new Error('x'), { outcome: 'client-gone' })).to.equal(0)
    expect(count(new Conflict('x'))).to.equal(0)
    expect(count(new NotImplemented(), { facts: { method: 'PROPFIND' } })).to.equal(0)
    expect(count(new RangeError('x'), { options: { map: [map(RangeError, NotFound)] } })).to.equal(0)
    expect(count(new RangeError('x'), { options: { map: [map(RangeError, BadGateway)] } })).to.equal(1)
  })

  it('goes by a function of the app', () => {
    expect(capturedOf(new Conflict('x'), {}, { when: ({ status }) => status === 409 })).to.have.length(1)
    expect(capturedOf(new Error('x'), {}, { when: () => false })).to.have.length(0)
  })

  it('names the trace that the body names, and else the active one', () => {
    const traceIn = (given: Given): unknown => capturedOf(new Error('x'), given)[0]?.hint.captureContext.contexts['trace']
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    const options = { members: traceMember() }
    const active = { trace_id: TRACE, span_id: SPAN }
    withTracing(tracing(new FakeSpan()), () => {
      expect(traceIn({})).to.deep.equal(active)
      expect(traceIn({ options, facts: { headers: { traceparent } } })).to.deep.equal(active)
      // The body has an identifier of another tracer: the tracker knows its own trace.
      expect(traceIn({ options: { members: () => ({ traceId: '1234' }) } })).to.equal(undefined)
    })
    expect(traceIn({ options, facts: { headers: { traceparent } } })).to.deep.equal({
      trace_id: 'a'.repeat(32),
      span_id: 'b'.repeat(16),
    })
    // Nobody here goes on with the trace of the caller.
    expect(traceIn({ facts: { headers: { traceparent } } })).to.equal(undefined)
  })

  it('gives what the tracker gives, so that one that rejects is told', () => {
    const promise = Promise.resolve('an id')
    expect(captureProblems(() => promise)(eventFor(new Error('x')))).to.equal(promise)
    expect(captureProblems(() => promise)(eventFor(new Conflict('x')))).to.equal(undefined)
  })

  it('refuses what cannot capture, and wrong options', () => {
    expect(() => captureProblems({} as never)).to.throw(TypeError, 'ERR_PROBLEM_ARGUMENT')
    for (const wrong of [{ when: true }, { filter: () => true }, null])
      expect(() => captureProblems(() => undefined, wrong as never)).to.throw(TypeError, 'ERR_PROBLEM_OPTION')
  })
})

describe('shouldReport()', () => {
  it('goes by the status that an error has here', () => {
    const zod = Object.assign(new Error('x'), { name: 'ZodError', issues: [{ code: 'custom', path: ['a'], message: 'x' }] })
    const upstream = Object.assign(new Error('x'), { name: 'AxiosError', isAxiosError: true, response: { status: 404 } })
    for (const error of [new Error('x'), null, undefined, 'text', {}, upstream, new HttpProblem(503, 'x')])
      expect(shouldReport(error), String(error)).to.equal(true)
    for (const error of [zod, new Conflict('x'), Object.assign(new Error('x'), { status: 404 })])
      expect(shouldReport(error), String(error)).to.equal(false)
  })

  it('goes by how a handler has answered it', () => {
    const [mapped, away] = [new RangeError('x'), new TypeError('x')]
    capturedOf(mapped, { options: { map: [map(RangeError, NotFound)] } })
    capturedOf(away, { outcome: 'client-gone' })
    for (const hint of [undefined, OF_EXPRESS, {}])
      expect([shouldReport(mapped, hint), shouldReport(away, hint)]).to.deep.equal([false, false])

    const served = Object.assign(new Error('x'), { status: 404 })
    capturedOf(served, { options: { map: [map(Error, BadGateway)] } })
    expect([shouldReport(served), shouldReport(served, OF_EXPRESS)]).to.deep.equal([true, true])
  })

  it('goes by that in whichever copy of the package it was answered', () => {
    const noted = Reflect.get(globalThis, Symbol.for('http-problems/1/decisions')) as { ofObjects: WeakMap<object, boolean> }
    const error = new Error('x')
    noted.ofObjects.set(error, false)
    expect(shouldReport(error)).to.equal(false)
    expect(Object.keys(globalThis)).not.to.include('http-problems/1/decisions')
  })

  it('reports what was not captured on the way through a framework, where it gets the hint of Sentry', () => {
    const zod = Object.assign(new Error('x'), { name: 'ZodError', issues: [{ code: 'custom', path: ['a'], message: 'x' }] })
    for (const type of ['auto.http.express', 'auto.middleware.express', 'auto.middleware.koa', 'middleware'])
      expect(shouldReport(zod, { mechanism: { type } }), type).to.equal(false)
    for (const hint of [
      {},
      { mechanism: { type: 'auto.node.onunhandledrejection' } },
      { mechanism: null },
      { mechanism: { type: 7 } },
    ])
      expect(shouldReport(zod, hint)).to.equal(true)
  })

  it('reports once what is no Error and was handed over as its problem', () => {
    const thrown = { message: 'x' }
    for (const value of ['Zq7x text', null, undefined, Number.NaN, thrown]) {
      const [captured] = capturedOf(value)
      expect(shouldReport(value, OF_EXPRESS), String(value)).to.equal(false)
      expect(shouldReport(captured?.error, captured?.hint)).to.equal(true)
    }
    // A text that was answered once is one that another request did not throw.
    expect(shouldReport('Zq7x text', OF_EXPRESS)).to.equal(true)
    expect(shouldReport(thrown, OF_EXPRESS)).to.equal(false)
  })

  it('remembers a bounded number of values', () => {
    for (let number = 0; number < 10_000; number++) capturedOf(`text ${number}`)
    expect(shouldReport('text 0', OF_EXPRESS)).to.equal(true)
    expect(shouldReport('text 9999', OF_EXPRESS)).to.equal(false)
  })

  it('takes whatever it gets', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('x')
        },
        getPrototypeOf: () => {
          throw new Error('x')
        },
      },
    )
    expect(shouldReport(hostile, hostile)).to.equal(true)
  })
})
