/** What traces are told of problems. */
import { expect } from 'chai'
import { BadGateway, Conflict, defineProblem, NotFound, ServiceUnavailable } from '../../lib/index.js'
import { traceProblems } from '../../lib/telemetry/index.js'
import type { RpcMetadata } from '../../lib/telemetry/trace/open-telemetry.js'
import type { ExceptionSignal, TraceOptions } from '../../lib/telemetry/trace/trace-problems.js'
import { eventFor, type Given } from './logged.js'
import { FakeSpan, type Tracing, tracing, withTracing } from './tracing.js'

class StockDown extends defineProblem('StockDown', {
  type: 'https://example.com/problems/stock-down',
  status: 503,
  title: 'The stock cannot be asked',
}) {}

const ERROR = 2
const ROUTE = '/orders/:id'

interface Traced extends Tracing {
  readonly server: FakeSpan
  readonly metadata: RpcMetadata
}

/** Tells the span of a server; `inFramework`: a span of the framework is around the handler. */
function traced(thrown: unknown, given: Given = {}, options: TraceOptions = {}, inFramework = false): Traced {
  const server = new FakeSpan()
  const metadata: RpcMetadata = { span: server }
  const all = tracing(inFramework ? new FakeSpan('middleware') : server, metadata)
  withTracing(all, () => traceProblems(options)(eventFor(thrown, given)))
  return { ...all, server, metadata }
}

describe('traceProblems()', () => {
  it('tells the span of the server the type of every problem, and leaves the status to the instrumentation [T1] [T4]', () => {
    for (const thrown of [new Conflict('Paid.'), new Error('db-17')]) {
      const { server } = traced(thrown)
      expect(server.attributes['problem.type']).to.equal('about:blank')
      expect(server.status).to.equal(0)
      expect(server.events).to.deep.equal([])
    }
  })

  it('tells error.type of a 5xx and of nothing else [T2]', () => {
    class ReportFailed extends Error {}
    const errorType = (thrown: unknown): unknown => traced(thrown).server.attributes['error.type']
    expect(errorType(new StockDown())).to.equal('StockDown')
    expect(errorType(new ServiceUnavailable('x'))).to.equal('ServiceUnavailable')
    expect(errorType(new TypeError('x'))).to.equal('TypeError')
    expect(errorType(new ReportFailed('x'))).to.equal('ReportFailed')
    expect(errorType(new Error('x'))).to.equal('Error')
    expect(errorType(null)).to.equal('InternalServerError')
    expect(errorType(Object.assign(new Error('x'), { name: 'Request 4711 failed' }))).to.equal('Error')
    expect(errorType(Object.assign(new Error('x'), { name: 'E'.repeat(200) }))).to.equal('Error')
    expect(errorType(new NotFound('x'))).to.equal(undefined)
    expect(traced(new Error('x'), { outcome: 'client-gone' }).server.attributes['error.type']).to.equal(undefined)
  })

  it('has a word for an error that nobody names', () => {
    const nameless = Object.assign(new BadGateway('x'), { name: '!', constructor: undefined })
    expect(traced(nameless).server.attributes['error.type']).to.equal('_OTHER')
  })

  it('tells the route where no instrumentation has, for the name of the span and the metrics too [T3]', () => {
    const { server, metadata } = traced(new Conflict('x'), { route: ROUTE })
    expect(server.attributes['http.route']).to.equal(ROUTE)
    expect(metadata.route).to.equal(ROUTE)
    expect(traced(new Conflict('x')).server.attributes).not.to.have.property('http.route')
  })

  it('leaves the route of an instrumentation as it is', () => {
    const server = new FakeSpan()
    const metadata = { span: server, route: '/theirs' }
    withTracing(tracing(server, metadata), () => traceProblems()(eventFor(new Conflict('x'), { route: ROUTE })))
    expect(metadata.route).to.equal('/theirs')
    expect(server.attributes).not.to.have.property('http.route')

    const alone = new FakeSpan()
    alone.setAttributes({ 'http.route': '/theirs' })
    withTracing(tracing(alone), () => traceProblems()(eventFor(new Conflict('x'), { route: ROUTE })))
    expect(alone.attributes['http.route']).to.equal('/theirs')
  })

  it('takes the active span where nobody tells which is that of the server', () => {
    const active = new FakeSpan()
    withTracing(tracing(active), () => traceProblems()(eventFor(new Error('x'), { route: ROUTE })))
    expect(active.attributes).to.deep.equal({ 'problem.type': 'about:blank', 'error.type': 'Error', 'http.route': ROUTE })
  })

  it('gives the status ERROR to a response that was broken off, whatever its answer would have been', () => {
    for (const thrown of [new Error('x'), new Conflict('x')]) {
      const { server } = traced(thrown, { outcome: 'aborted' })
      expect(server.status).to.equal(ERROR)
      expect(server.attributes['error.type']).to.equal(thrown.name)
    }
  })

  it('gives the status ERROR to a response whose error came too late, while its span goes on', () => {
    const { server, started } = traced(new Error('x'), { outcome: 'too-late' })
    expect(server.status).to.equal(ERROR)
    expect(started).to.deep.equal([])
  })

  it('starts a span for an error that comes when the span of the server has ended', () => {
    const ended = (thrown: unknown, options: TraceOptions, inFramework: boolean): FakeSpan | undefined => {
      const server = new FakeSpan()
      server.end()
      const all = tracing(inFramework ? new FakeSpan('middleware') : server, { span: server })
      withTracing(all, () => traceProblems(options)(eventFor(thrown, { outcome: 'too-late', route: ROUTE })))
      expect(all.started).to.have.length(1)
      return all.started[0]
    }
    const span = ended(new Error('late'), {}, false)
    expect(span?.attributes).to.deep.equal({ 'problem.type': 'about:blank', 'error.type': 'Error', 'http.route': ROUTE })
    expect(span?.status).to.equal(ERROR)
    expect(span?.hasEnded).to.equal(true)
    expect(span?.events).to.have.length(1)
    // A span of the framework has the exception already.
    expect(ended(new Error('late'), {}, true)?.events).to.have.length(0)
    expect(ended(null, {}, true)?.events).to.have.length(1)
    expect(ended(new Error('late'), { exceptions: 'span-event' }, true)?.events).to.have.length(1)
    expect(ended(new Error('late'), { exceptions: 'log' }, false)?.events).to.have.length(0)
  })

  it('starts no span without a tracer, and none for a span that is not recorded', () => {
    const server = new FakeSpan()
    server.end()
    const { api, ...rest } = tracing(server)
    const { trace: _, ...without } = api
    withTracing({ api: without, ...rest }, () => traceProblems()(eventFor(new Error('x'), { outcome: 'too-late' })))
    withTracing({ api, ...rest }, () => traceProblems()(eventFor(new Error('x'))))
    expect(rest.started).to.deep.equal([])
  })

  describe('records the exception', () => {
    const attributes = (thrown: unknown, exceptions: ExceptionSignal): Record<string, string> | undefined =>
      traced(thrown, {}, { exceptions }).server.events[0]?.attributes

    it('on the span of the server where asked, with its causes and without what looks like a secret', () => {
      const cause = new Error('connect postgres://app:Zq7x@db-17/app')
      const recorded = attributes(new Error('no order', { cause }), 'span-event')
      expect(recorded?.['exception.type']).to.equal('Error')
      expect(recorded?.['exception.message']).to.equal('no order')
      expect(recorded?.['exception.stacktrace']).to.match(/^Error: no order\n {4}at [\s\S]*\n {2}cause: Error: connect postgres:/)
      expect(JSON.stringify(recorded)).not.to.contain('Zq7x')
      expect(attributes(null, 'span-event')?.['exception.type']).to.equal('InternalServerError')
    })

    it('as a log record where asked [T5]', () => {
      const { server, records } = traced(new Error('x'), {}, { exceptions: 'log' })
      expect(server.events).to.deep.equal([])
      expect(records).to.have.length(1)
      expect(records[0]).to.include({ eventName: 'http.server.request.exception', severityNumber: 17 })
      expect(records[0]?.['context']).to.be.an('object')
      expect(records[0]?.['attributes']).to.include({ 'exception.type': 'Error', 'exception.message': 'x' })
    })

    it('as a log record where nothing traces', () => {
      const all = tracing(undefined)
      withTracing(all, () => traceProblems({ exceptions: 'log' })(eventFor(new Error('x'))))
      withTracing({ ...all, api: {} }, () => traceProblems({ exceptions: 'log' })(eventFor(new Error('x'))))
      expect(all.records).to.have.length(2)
      expect(all.records.filter((record) => 'context' in record)).to.deep.equal([])
      // Without the SDK for logs there is nobody who takes it.
      traceProblems({ exceptions: 'log' })(eventFor(new Error('x')))
    })

    it('of no error of the caller [T5]', () => {
      for (const exceptions of ['span-event', 'log', 'none'] as const) {
        const { server, records } = traced(new Conflict('x'), {}, { exceptions })
        expect([server.events, records]).to.deep.equal([[], []])
      }
    })

    it('where an instrumentation of the framework could not, as nothing with a name was thrown', () => {
      const count = (thrown: unknown, inFramework: boolean): number => traced(thrown, {}, {}, inFramework).server.events.length
      expect([null, undefined, '', {}, 0].map((thrown) => count(thrown, true))).to.deep.equal([1, 1, 1, 1, 1])
      expect(['text', { message: 'x' }, new Error('x')].map((thrown) => count(thrown, true))).to.deep.equal([0, 0, 0])
      expect(count(null, false)).to.equal(0)
    })

    it('as the environment asks, where the option does not', () => {
      const signal = (value: string, exceptions?: ExceptionSignal): number => {
        process.env['OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN'] = value
        try {
          return traced(new Error('x'), {}, exceptions === undefined ? {} : { exceptions }).records.length
        } finally {
          delete process.env['OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN']
        }
      }
      expect(['logs', 'logs/dup', 'a, logs'].map((value) => signal(value))).to.deep.equal([1, 1, 1])
      expect(['', 'nologs', 'spans'].map((value) => signal(value))).to.deep.equal([0, 0, 0])
      expect(signal('logs', 'none')).to.equal(0)
    })
  })

  it('takes the API that it is given', () => {
    const [registered, given] = [new FakeSpan(), new FakeSpan()]
    withTracing(tracing(registered), () => traceProblems({ api: tracing(given).api })(eventFor(new Error('x'))))
    expect(registered.attributes).to.deep.equal({})
    expect(given.attributes).to.have.property('problem.type')
  })

  it('does nothing without OpenTelemetry', () => {
    expect(traceProblems()(eventFor(new Error('x')))).to.equal(undefined)
    expect(traceProblems({ api: {} })(eventFor(new Error('x')))).to.equal(undefined)
  })

  it('refuses wrong options', () => {
    for (const wrong of [{ exceptions: 'both' }, { api: 5 }, { exception: 'log' }, null, []])
      expect(() => traceProblems(wrong as never)).to.throw(TypeError, 'ERR_PROBLEM_OPTION')
  })
})
