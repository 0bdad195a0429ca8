/** Errors that attack whoever reads them, and loggers that fail: the answer is the same, the process lives, and a line stays a line. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { Conflict } from '../../lib/index.js'
import { problemLogger } from '../../lib/telemetry/log/problem-logger.js'
import { frameworks, start } from '../contract/framework.js'
import { cpuTime } from '../respond/cpu-time.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'
import { consoleLike, eventFor, lineOf, textOf } from './logged.js'

const evil = 'x\u001b[2J\u009b2J\n    at forged (file.js:1:1)\r\n{"level":"error","msg":"forged"}\u2028\u202e\u0000'
const MiB = 1024 * 1024

const throwing = (): never => {
  throw new Error('hostile')
}
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
/** An error whose stack V8 has written already: a getter would come in between. */
const withStack = (): Error => {
  const error = new Error('x')
  return error.stack === undefined ? error : error
}
const withGetters = (...names: readonly string[]): object =>
  Object.defineProperties(withStack(), Object.fromEntries(names.map((name) => [name, { get: throwing }])))
const chain = (length: number): Error => {
  let error = new Error('bottom')
  for (let index = 0; index < length; index++) error = new Error(`cause ${index}`, { cause: error })
  return error
}
const cyclic = (): Error => {
  const error: Error & { errors?: unknown } = new Error('x')
  return Object.assign(error, { cause: error, errors: Array(100).fill(error), name: 'AggregateError' })
}

const hostile: Readonly<Record<string, () => unknown>> = {
  'getters that throw': () => withGetters('name', 'message', 'stack', 'cause', 'errors', 'code', 'status', 'statusCode', 'errno'),
  'a Proxy that throws': () =>
    new Proxy(new Error('x'), { get: throwing, has: throwing, getPrototypeOf: throwing, ownKeys: throwing }),
  'a revoked Proxy': revoked,
  'a revoked Proxy as its cause and its members': () => Object.assign(new AggregateError([revoked()]), { cause: revoked() }),
  'a Proxy that makes another for each property': () => {
    const made = (): object => new Proxy(() => undefined, { get: (_, key) => (key === 'then' ? undefined : made()) })
    return made()
  },
  'a message of ten megabytes': () => new Error('x '.repeat(5 * MiB)),
  'a message of one word of ten megabytes': () => new Error('x'.repeat(10 * MiB)),
  'name, code and stack of a megabyte': () =>
    Object.assign(new Error('x'), {
      name: 'n'.repeat(MiB),
      code: 'c'.repeat(MiB),
      stack: `x\n${'    at f (x.js:1:1)\n'.repeat(50_000)}`,
    }),
  'a thousand causes': () => chain(1000),
  'a hundred thousand members': () => new AggregateError(Array.from({ length: 100_000 }, () => new Error('x'))),
  'members and causes that are itself': cyclic,
  'control characters everywhere': () =>
    Object.assign(new Error(evil, { cause: new Error(evil) }), {
      name: evil,
      code: evil,
      syscall: evil,
      stack: `${evil}\n${evil}`,
    }),
  'a frozen error': () => Object.freeze(new Error('x')),
  'a symbol': () => Symbol(evil),
  'a function': () => throwing,
  null: () => null,
  undefined: () => undefined,
  'a problem of a megabyte': () =>
    new Conflict('x'.repeat(MiB), { extensions: { list: Array(100_000).fill(evil), [evil]: evil } }),
  'a problem that is nested deep': () => {
    let nested: object = {}
    for (let depth = 0; depth < 60; depth++) nested = { nested, list: [nested] }
    return new Conflict('x', { extensions: { nested } })
  },
}

describe('A hostile error', () => {
  for (const [name, make] of Object.entries(hostile)) {
    it(`gives one short line, and no other answer: ${name}`, () => {
      const event = eventFor(make(), { facts: { url: `/${evil}`, method: evil } })
      const { texts, logger } = consoleLike()
      const { milliseconds } = cpuTime(200, () => problemLogger(logger)(event))
      expect(milliseconds).to.be.lessThan(200)
      expect(texts[0]?.length).to.be.lessThan(80_000)
      // A line feed stands in a stack only, and JSON writes it as \n.
      expect(texts[0]).not.to.match(/[\p{Cc}\u2028\u2029\u202e]/u)
      const { msg, err, req } = JSON.parse(String(texts[0])) as ReturnType<typeof lineOf>
      for (const text of [msg, err['message'], err['type'], err['code'], req['path'], req['method']])
        expect(text ?? '').not.to.match(/[\p{Cc}\u2028\u202e]/u)
      for (const line of String(err['stack'] ?? '')
        .split('\n')
        .filter((one) => one.includes('forged')))
        expect(line).to.match(/^ {4}\| /)
    })
  }

  it('cannot make a line of its own where a logger prints the stack as it is', () => {
    const stack = String(lineOf(new Error(evil)).err['stack'])
    expect(stack.split('\n').filter((line) => !/^(?: {4}(?:at|\|) |Error: x)/.test(line))).to.deep.equal([])
  })

  for (const framework of frameworks) {
    it(`is answered on ${framework.name} as without a logger`, async () => {
      const answers = async (options: HandlerOptions<never>): Promise<unknown[]> => {
        const makes = Object.values(hostile)
        const { url, close } = await start(framework, {
          options,
          handle: ({ req }) => {
            throw makes[Number(req.url?.slice(1))]?.()
          },
        })
        const got: unknown[] = []
        for (const index of makes.keys()) {
          const response = await fetch(`${url}/${index}`)
          got.push([response.status, await response.text()])
        }
        await close()
        return got
      }
      const { texts, logger } = consoleLike()
      expect(await answers({ logger: problemLogger(logger) })).to.deep.equal(await answers({ logger: false }))
      expect(texts).to.have.length(Object.keys(hostile).length)
    }).timeout(60_000)
  }
})

describe('A logger that fails', () => {
  const levels = (method: () => unknown) => (): object => ({ error: method, info: method })
  for (const [how, makeLogger] of [
    ['throws', levels(throwing)],
    [
      'throws null',
      levels(() => {
        throw null
      }),
    ],
    ['rejects', levels(() => Promise.reject(new Error('hostile')))],
    ['rejects later', levels(() => sleep(5).then(throwing))],
    [
      'loses its methods',
      () => {
        let reads = 0
        const info = { get: () => (reads++ < 1 ? throwing : undefined) }
        return Object.defineProperty({ error: throwing }, 'info', info)
      },
    ],
  ] as const) {
    for (const framework of frameworks) {
      it(`${how}: ${framework.name} answers, and says once that it failed`, async () => {
        const warnings: string[] = []
        const note = (warning: Error): void => void (warning.name === 'ProblemWarning' && warnings.push(warning.message))
        process.on('warning', note)
        const rejections = await unhandledRejections(async () => {
          const { url, close } = await start(framework, {
            options: { logger: problemLogger(makeLogger()) },
            handle: () => {
              throw new Conflict('Paid.')
            },
          })
          for (let count = 0; count < 3; count++) expect((await fetch(url)).status).to.equal(409)
          await sleep(20)
          await close()
        })
        process.off('warning', note)
        expect(rejections).to.deep.equal([])
        expect(warnings).to.have.length(1)
        expect(warnings[0]).to.match(/^logger: /)
      })
    }
  }

  it('may never settle', async () => {
    const logger = problemLogger(levels(() => new Promise(() => undefined))())
    expect(await unhandledRejections(() => void logger(eventFor(new Conflict())))).to.deep.equal([])
  })
})

describe('A function of the options that fails', () => {
  for (const [name, options, check] of [
    ['levels[0]', { levels: [[throwing, 'error']] }, { level: 'info' }],
    [
      'levels[1]',
      {
        levels: [
          [() => false, 'error'],
          [async () => true, 'error'],
        ],
      },
      { level: 'info' },
    ],
    ['traceId', { traceId: throwing }, {}],
    ['redact', { redact: throwing }, { msg: '409 [redacted] [redacted] [redacted]' }],
    ['redact (it gave no text)', { redact: () => 7 }, { msg: '409 [redacted] [redacted] [redacted]' }],
  ] as const) {
    it(`writes the line and tells: ${name}`, () => {
      const { texts, logger } = consoleLike()
      expect(() => problemLogger(logger, options as never)(eventFor(new Conflict()))).to.throw(TypeError, name)
      expect(texts).to.have.length(1)
      expect(JSON.parse(String(texts[0]))).to.deep.include(check)
    })
  }

  it('fails closed: what a redaction that throws would have taken out is in no line', () => {
    expect(() => textOf(new Error('Zq7x'), {}, { redact: throwing })).to.throw(TypeError, 'redact')
    const { texts, logger } = consoleLike()
    try {
      problemLogger(logger, { redact: throwing })(eventFor(new Error('Zq7x')))
    } catch {
      // The handler would tell.
    }
    expect(texts[0]).not.to.contain('Zq7x')
  })
})
