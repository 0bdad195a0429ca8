/** Every answer is written with whatever a request and a response can do. */
import { EventEmitter } from 'node:events'
import { expect } from 'chai'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { Conflict, NotFound } from '../../lib/index.js'
import * as express from '../../middleware/express/index.js'
import * as koa from '../../middleware/koa/index.js'
import { type Double, emitterLike, requests, responses } from './doubles.js'
import { expressVersions, koaVersions } from './versions.js'

const document = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Paid.' }

function watching(): {
  events: ProblemEvent<never>[]
  options: { logger: false; onProblem: (event: ProblemEvent<never>) => void }
} {
  const events: ProblemEvent<never>[] = []
  return { events, options: { logger: false, onProblem: (event) => void events.push(event) } }
}

const unexpected = (): never => {
  throw new Error('It was passed on.')
}

for (const [response, make] of Object.entries(responses)) {
  for (const [request, makeRequest] of Object.entries(requests)) {
    it(`problemHandler() answers a request ${request} on a response that is ${response}`, async () => {
      const { events, options } = watching()
      const { res, got } = make()
      express.problemHandler(options as object)(new Conflict('Paid.'), makeRequest() as never, res as never, unexpected)
      await new Promise(setImmediate)

      expect(events.map(({ outcome, status }) => [outcome, status])).to.deep.equal([['answered', 409]])
      expect(got()).to.deep.include({ status: 409, body: document })
      if (res['setHeader'] ?? res['set']) expect(got().fields).to.include({ 'content-type': 'application/problem+json' })
    })
  }

  it(`drops the fields of the abandoned response where it is ${response} and has some`, () => {
    const { res, got } = make()
    const setHeader = res['setHeader'] as ((name: string, value: string) => void) | undefined
    setHeader?.('ETag', '"1"')
    express.problemHandler({ logger: false })(new Conflict('Paid.'), {} as never, res as never, unexpected)

    if (response !== 'stubs that give nothing') expect(got().fields).not.to.have.property('etag')
  })

  it(`tells an error behind the answer of ${response} as far as it can be seen`, () => {
    const { events, options } = watching()
    const { res } = make()
    const handler = express.problemHandler(options as object)
    for (const _ of [1, 2]) handler(new Conflict('Paid.'), {} as never, res as never, unexpected)

    const isSeen = 'headersSent' in res ? response !== 'stubs that give nothing' : 'writableEnded' in res
    expect(events.map(({ outcome }) => outcome)).to.deep.equal(['answered', isSeen ? 'too-late' : 'answered'])
  })
}

describe('notFoundHandler() on doubles', () => {
  it('answers 404 and not 501 where the request has no method', () => {
    const { res, got } = emitterLike()
    express.notFoundHandler({ logger: false })({} as never, res as never, unexpected)
    expect(got()).to.deep.include({ status: 404 })
  })

  it('breaks off without an error what has begun on a frozen response that can do nothing', () => {
    const { events, options } = watching()
    const res = Object.freeze({ headersSent: true })
    express.problemHandler(options as object)(new Conflict(), {} as never, res as never, unexpected)
    expect(events.map(({ outcome }) => outcome)).to.deep.equal(['aborted'])
  })
})

for (const [name, framework] of Object.entries(expressVersions)) {
  it(`a whole app of ${name} answers doubles`, async () => {
    const app = framework()
    app.get('/a', () => {
      throw new Conflict('Paid.')
    })
    app.use(express.notFoundHandler(), express.problemHandler({ logger: false }))
    for (const [method, url, status] of [
      ['GET', '/a', 409],
      ['POST', '/a', 405],
      ['GET', '/b', 404],
    ] as const) {
      const { res, got } = emitterLike()
      const req = Object.assign(Object.create(EventEmitter.prototype) as Double, { method, url, headers: {}, socket: {} })
      ;(app as unknown as (req: unknown, res: unknown) => void)(req, res)
      await new Promise(setImmediate)
      expect(got()).to.include({ status })
      expect(got().fields).to.include({ 'content-type': 'application/problem+json' })
    }
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  it(`a whole app of ${name} answers doubles`, async () => {
    const app = new Koa()
    app.use(koa.problemHandler({ logger: false }))
    app.use((ctx) => {
      if (ctx.path === '/a') throw new Conflict('Paid.')
    })
    for (const [url, status] of [
      ['/a', 409],
      ['/b', 404],
    ] as const) {
      const { res, got } = emitterLike()
      const req = Object.assign(Object.create(EventEmitter.prototype) as Double, { method: 'POST', url, headers: {}, socket: {} })
      await (app.callback() as (req: unknown, res: unknown) => Promise<void>)(req, res)
      expect(got()).to.include({ status })
    }
  })
}

describe('Middleware of Koa on the double of a context', () => {
  const contexts: Readonly<Record<string, () => Double>> = {
    'with empty requests and responses': () => ({
      method: 'GET',
      url: '/',
      status: 404,
      app: new EventEmitter(),
      req: {},
      res: {},
    }),
    'with nothing but a status and set()': () => ({ status: 404, set: () => undefined }),
    'with nothing': () => ({}),
  }
  for (const [says, make] of Object.entries(contexts)) {
    it(`answers one ${says}`, async () => {
      const ctx = make()
      await koa.problemHandler()(ctx as never, () => Promise.reject(new Conflict('Paid.')))
      expect([ctx['status'], JSON.parse(String(ctx['body']))]).to.deep.equal([409, document])

      const { events, options } = watching()
      const crashed = make()
      await koa.problemHandler(options as object)(crashed as never, () => Promise.reject(new Error('x')))
      expect([crashed['status'], events.length]).to.deep.equal([500, 1])
    })
  }

  it('gives the error itself to the listener of an app that is none of Koa', async () => {
    const [app, errors] = [new EventEmitter(), [] as unknown[]]
    app.on('error', (error) => errors.push(error))
    const thrown = new Error('x')
    await koa.problemHandler()({ app, req: {}, res: {} } as never, () => Promise.reject(thrown))
    expect(errors).to.deep.equal([thrown])
  })

  it('says what is wrong where Express calls it, which has no context', async () => {
    const error: unknown = await koa
      .problemHandler()({ method: 'GET', url: '/' } as never, {} as never)
      .catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(TypeError)
    expect(error).to.include({
      code: 'ERR_PROBLEM_ARGUMENT',
      place: 'problemHandler',
      expected: 'next() of Koa',
      got: 'an object',
    })
  })

  it('leaves one alone that was answered, and one that says nothing of a status', async () => {
    for (const ctx of [{ status: 200, body: 'fine' }, {}] as Double[]) {
      const before = { ...ctx }
      await koa.problemHandler({ logger: false })(ctx as never, () => Promise.resolve())
      expect(ctx).to.deep.include(before)
      expect(ctx['body']).to.equal(before['body'])
    }
  })
})

describe('validate() on doubles', () => {
  const schemas = {
    query: { type: 'object', properties: { page: { type: 'integer' } } },
    headers: { type: 'object' },
    cookies: { type: 'object' },
  } as const

  it('takes a request of Express without headers', async () => {
    const req = { query: { page: '7' } }
    const error = await new Promise((resolve) => express.validate(schemas)(req as never, {} as never, resolve))
    expect(error).to.equal(undefined)
    expect(express.validated(req as never, undefined)).to.deep.equal({ query: { page: 7 }, headers: {}, cookies: {} })
  })

  it('takes a context of Koa whose request has no headers', async () => {
    const ctx = { req: {}, request: {}, query: { page: '7' }, state: {} }
    await koa.validate(schemas)(ctx as never, async () => undefined)
    expect(ctx.state).to.deep.equal({ validated: { query: { page: 7 }, headers: {}, cookies: {} } })
  })

  it('says of a request without a body that it needs one', async () => {
    const check = express.validate({ body: { type: 'object', required: ['a'] } })
    const error = await new Promise((resolve) => check({} as never, {} as never, resolve))
    expect(error).to.include({ status: 400 })
  })
})

describe('problemScope() on doubles', () => {
  it('passes on an error of a frozen request', () => {
    const thrown = new NotFound()
    const scope = express.problemScope({ map: [] })
    let passed: unknown
    scope(thrown, Object.freeze({}) as never, {} as never, (error) => {
      passed = error
    })
    expect(passed).to.equal(thrown)
  })
})
