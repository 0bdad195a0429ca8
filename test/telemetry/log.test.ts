/** What a line of `problemLogger()` says, at which level, and how each kind of logger is called. */
import { expect } from 'chai'
import { Conflict, NotFound, NotImplemented, ServiceUnavailable } from '../../lib/index.js'
import type { ProblemLoggerOptions } from '../../lib/telemetry/log/options.js'
import { problemLogger } from '../../lib/telemetry/log/problem-logger.js'
import { consoleLike, eventFor, lineOf, textOf } from './logged.js'

class OutOfStock extends Error {
  override readonly name = 'OutOfStock'
}

describe('A line of problemLogger()', () => {
  it('has the document, the error, the request and the status', () => {
    const { problem, err, req, ...rest } = lineOf(new Conflict('Paid.', { extensions: { order: 7 } }), {
      facts: { method: 'POST', url: '/orders/7?token=Zq7x' },
      route: '/orders/:id',
    })
    expect(problem).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'Paid.', order: 7 })
    expect(err).to.deep.equal({ type: 'Conflict', message: 'Paid.', status: 409, statusCode: 409 })
    expect(req).to.deep.equal({ method: 'POST', route: '/orders/:id', path: '/orders/7' })
    expect(rest).to.deep.equal({ level: 'info', msg: '409 POST /orders/:id Conflict', status: 409, mappedBy: 'own' })
  })

  it('has the stack of an error of the server, with its causes and members', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect', errno: -111 })
    const { err } = lineOf(new Error('outer', { cause: new AggregateError([refused, 'plain'], 'all failed') }))
    expect(err['type']).to.equal('Error')
    expect(err['stack']).to.match(/^Error: outer\n {4}at /)
    const [cause] = err['causes'] as [Record<string, unknown>]
    expect(cause).to.include({ type: 'AggregateError', message: 'all failed' })
    expect((cause['aggregateErrors'] as object[]).map((one) => ({ ...one, stack: '' }))).to.deep.equal([
      { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', stack: '' },
      { type: 'a string', message: 'plain', stack: '' },
    ])
    expect(lineOf(refused).err).to.include({ code: 'ECONNREFUSED', syscall: 'connect', errno: -111 })
  })

  it('has no stack for what is not for the server to mend', () => {
    for (const line of [
      lineOf(new Conflict()),
      lineOf(new Error('x'), { outcome: 'client-gone' }),
      lineOf(new NotImplemented(), { facts: { method: 'PROPFIND' } }),
    ]) {
      expect(line.err).not.to.have.property('stack')
    }
    expect(lineOf(new NotImplemented(), { facts: { method: 'GET' } }).err).to.have.property('stack')
  })

  it('says what became of the answer, and how long it took, where that is known', () => {
    const line = lineOf(new Error('x'), { outcome: 'aborted', duration: 12.6 })
    expect(line).to.include({ outcome: 'aborted', responseTime: 13, msg: '500 GET /orders/7 aborted' })
    expect(lineOf(new Error('x'))).not.to.have.any.keys('outcome', 'responseTime', 'traceId')
    expect(lineOf(new Error('x'), { outcome: 'client-gone' })).to.include({
      level: 'debug',
      status: 499,
      msg: '499 GET /orders/7 client-gone',
    })
  })

  it('names the trace by the document, or as the option says', () => {
    const given = { options: { members: () => ({ traceId: 'abc' }) } }
    expect(lineOf(new Conflict(), given)['traceId']).to.equal('abc')
    expect(lineOf(new Conflict(), given, { traceId: ({ status }) => `t${status}` })['traceId']).to.equal('t409')
    for (const traceId of [() => undefined, () => '', () => 7 as never])
      expect(lineOf(new Conflict(), given, { traceId })).not.to.have.property('traceId')
  })

  it('has the id that a request logger has given to the request', () => {
    expect(lineOf(new Conflict(), { facts: { request: { id: 'r-1' } } }).req['id']).to.equal('r-1')
    expect(lineOf(new Conflict(), { facts: { request: { id: 7 } } }).req['id']).to.equal(7)
    expect(lineOf(new Conflict(), { facts: { request: { id: {} } } }).req).not.to.have.property('id')
  })

  it('has nothing that stands on Object.prototype', () => {
    const event = eventFor(new Conflict())
    const { texts, logger } = consoleLike()
    const names = 'code cause errors stack outcome traceId title route redact levels kind debug'.split(' ')
    for (const name of names)
      Object.defineProperty(Object.prototype, name, { value: 'polluted', configurable: true, writable: true })
    try {
      problemLogger(logger)(event)
      problemLogger(logger, {})(event)
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name)
    }
    expect(texts).to.have.length(2)
    expect(texts.join()).not.to.contain('polluted')
  })

  it('leaves out the member debug, which says the same as the error', () => {
    expect(lineOf(new Error('x'), { options: { debug: true } }).problem).not.to.have.property('debug')
  })

  it('bounds what it says of a document', () => {
    const wide = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`m${index}`, { text: 'x'.repeat(900) }]))
    const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } }
    const { problem } = lineOf(
      new Conflict('x', { extensions: { deep, list: Array(100).fill(1), flags: [true, null], ...wide } }),
    )
    expect(problem['deep']).to.deep.equal({ a: { b: { c: { d: '…' } } } })
    expect(problem['list']).to.have.length(20)
    expect(problem['flags']).to.deep.equal([true, null])
    expect(Object.keys(problem)).to.have.length(40)
    expect(problem['m20']).to.equal('…')
    expect(JSON.stringify(problem).length).to.be.lessThan(12_000)
  })

  it('says the status alone where a document has no title', () => {
    const event = eventFor(new Conflict())
    const { texts, logger } = consoleLike()
    const origin = { route: '/a', method: 'GET', path: '/a', duration: undefined }
    problemLogger(logger)({ ...event, ...origin, document: { type: 'about:blank', status: 409 } })
    expect(JSON.parse(String(texts[0])).msg).to.equal('409 GET /a')
  })

  it('tells who knows the error', () => {
    expect(lineOf(new Error('x'))['mappedBy']).to.equal('unknown')
  })

  it('has properties of errors that the app asks for, where they are texts, numbers or booleans', () => {
    const thrown = Object.assign(new Error('x'), { constraint: 'users_email_key', table: {}, isFatal: true, message: 'y' })
    const { err } = lineOf(thrown, {}, { errorKeys: ['constraint', 'table', 'isFatal', 'message', 'none'] })
    expect(err).to.include({ constraint: 'users_email_key', isFatal: true, message: 'y' }).and.not.have.any.keys('table', 'none')
    expect(lineOf('text', {}, { errorKeys: ['length'] }).err).not.to.have.property('length')
  })

  it('leaves out what the app wants to leave out', () => {
    const redact = (text: string): string => text.replace(/\d{4}/g, '####')
    const text = textOf(new Error('card 4711', { cause: new Error('card 4712') }), { facts: { url: '/cards/4713' } }, { redact })
    expect(text)
      .to.contain('card ####')
      .and.contain('/cards/####')
      .and.not.match(/471[123]/)
  })
})

describe('The level of a line', () => {
  const levels: NonNullable<ProblemLoggerOptions['levels']> = [
    [OutOfStock, 'warn'],
    [NotFound, 'silent'],
    [({ route }) => route === '/health', 'debug'],
  ]

  it('is error for an error of the server, info for one of the caller, debug for a client that has gone', () => {
    const levelOf = (...args: Parameters<typeof lineOf>): string => lineOf(...args).level
    expect(levelOf(new ServiceUnavailable())).to.equal('error')
    expect(levelOf(new Conflict())).to.equal('info')
    expect(levelOf(new Error('x'), { outcome: 'client-gone' })).to.equal('debug')
    expect(levelOf(new NotImplemented(), { facts: { method: 'PROPFIND' } })).to.equal('info')
  })

  it('is what the first rule says that fits, by the class of what was thrown or of its problem, or by a function', () => {
    expect(lineOf(new OutOfStock(), {}, { levels }).level).to.equal('warn')
    expect(lineOf(new Error('x'), { route: '/health' }, { levels }).level).to.equal('debug')
    expect(lineOf(new Error('x'), { route: '/other' }, { levels }).level).to.equal('error')
    expect(() => lineOf(new NotFound(), {}, { levels })).to.throw('There are 0 lines.')
    expect(() => lineOf({ status: 404 }, {}, { levels })).to.throw('There are 0 lines.')
  })
})

/** A logger that notes how it is called, with what tells its kind. */
function noting(
  more: readonly string[],
  levels = ['error', 'info', 'debug'],
): { readonly calls: unknown[][]; readonly logger: object } {
  const calls: unknown[][] = []
  class Logger {}
  for (const level of levels)
    Object.assign(Logger.prototype, {
      [level](this: unknown, ...args: unknown[]) {
        calls.push([this instanceof Logger, level, ...args])
      },
    })
  for (const name of more) Object.assign(Logger.prototype, { [name]: () => undefined })
  return { calls, logger: new Logger() }
}

describe('problemLogger() knows the kind of a logger by its methods', () => {
  for (const [name, methods, kind] of [
    ['pino', ['child', 'bindings'], 'pino'],
    ['bunyan', ['child', 'addStream'], 'pino'],
    ['winston', ['child', 'log', 'configure'], 'winston'],
    ['the console', ['log'], 'console'],
    ['a logger of one’s own', [], 'console'],
  ] as const) {
    it(`${name}: ${kind}`, () => {
      const { calls, logger } = noting(methods)
      problemLogger(logger)(eventFor(new Conflict()))
      const [[isThis, level, first, second] = []] = calls
      expect([calls.length, isThis, level]).to.deep.equal([1, true, 'info'])
      const text = '409 GET /orders/7 Conflict'
      if (kind === 'console') expect([JSON.parse(String(first)).msg, second]).to.deep.equal([text, undefined])
      else expect(kind === 'pino' ? second : first).to.equal(text)
      if (kind !== 'console')
        expect(kind === 'pino' ? first : second).to.have.all.keys('problem', 'err', 'req', 'status', 'mappedBy')
    })
  }

  it('unless the option says it', () => {
    const { calls, logger } = noting(['child', 'bindings'])
    for (const kind of ['pino', 'winston', 'console'] as const) problemLogger(logger, { kind })(eventFor(new Conflict()))
    expect(calls.map(([, , ...args]) => args.map((one) => typeof one))).to.deep.equal([
      ['object', 'string'],
      ['string', 'object'],
      ['string'],
    ])
  })

  it('calls a function with methods, too', () => {
    const calls: unknown[] = []
    const take = (line: unknown): number => calls.push(line)
    problemLogger(Object.assign(() => undefined, { error: take, info: take }))(eventFor(new Conflict()))
    expect(calls).to.have.length(1)
  })

  it('takes the next level where the logger has none of a name', () => {
    const gone = eventFor(new Error('x'), { outcome: 'client-gone' })
    for (const [levels, expected] of [
      [['error', 'info', 'verbose'], 'verbose'],
      [['error', 'info'], 'info'],
    ] as const) {
      const { calls, logger } = noting([], [...levels])
      problemLogger(logger)(gone)
      expect(calls[0]?.[1]).to.equal(expected)
    }
  })

  it('gives back what the logger gives, so that a promise of it is guarded', () => {
    const logger = { error: () => 'error', info: () => 'info' }
    expect(problemLogger(logger)(eventFor(new Conflict()))).to.equal('info')
    expect(problemLogger(logger, { levels: [[Conflict, 'silent']] })(eventFor(new Conflict()))).to.equal(undefined)
  })
})

describe('problemLogger() refuses', () => {
  for (const [got, logger] of [
    ['undefined', undefined],
    ['null', null],
    ['"x"', 'x'],
    ['an object', {}],
    ['an object', { error: () => undefined }],
    ['an object', { info: () => undefined, error: 'x' }],
  ] as const) {
    it(`a logger that is none: ${got}`, () => {
      expect(() => problemLogger(logger as never))
        .to.throw(TypeError, `got ${got}`)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }

  const logger = { error: () => undefined, info: () => undefined }
  for (const [place, options] of [
    ['problemLogger', null],
    ['problemLogger', []],
    ['problemLogger', { level: 'info' }],
    ['options.traceId', { traceId: 'x' }],
    ['options.redact', { redact: /x/ }],
    ['options.kind', { kind: 'bunyan' }],
    ['options.errorKeys', { errorKeys: 'constraint' }],
    ['options.errorKeys', { errorKeys: [''] }],
    ['options.errorKeys', { errorKeys: [7] }],
    ['options.levels', { levels: {} }],
    ['options.levels[0]', { levels: [Conflict] }],
    ['options.levels[0]', { levels: [['Conflict', 'info']] }],
    ['options.levels[0]', { levels: [[Conflict]] }],
    ['options.levels[0]', { levels: [[Conflict, 'info', 'x']] }],
    [
      'options.levels[1]',
      {
        levels: [
          [Conflict, 'info'],
          [NotFound, 'warn'],
        ],
      },
    ],
  ] as const) {
    it(`the options ${JSON.stringify(options)} at ${place}`, () => {
      expect(() => problemLogger(logger, options as never))
        .to.throw(TypeError, `${place}: `)
        .with.property('code', 'ERR_PROBLEM_OPTION')
    })
  }

  it('takes an option that is undefined for none', () => {
    expect(() => problemLogger(logger, { kind: undefined, levels: undefined } as never)).not.to.throw()
  })
})
