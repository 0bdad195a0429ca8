/** What a recorder hears, and that nobody notices. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import Router from '@koa/router'
import { expect } from 'chai'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import Koa from 'koa'
import request from 'supertest'
import type { ProblemClass } from '../../../lib/define/problem-class.js'
import { BadRequest, Conflict, defineProblem, HttpProblem, InternalServerError, NotFound } from '../../../lib/index.js'
import { collectExpress, collectKoa } from '../../../lib/openapi/index.js'
import { type ProblemReport, recordProblems } from '../../../lib/testing/index.js'
import { problemHandler, problems } from '../../../middleware/express/index.js'
import { problemHandler as koaHandler, problems as koaProblems } from '../../../middleware/koa/index.js'
import { makers, type TestRoute } from './apps.js'
import { problemJson, SeatTaken, seatFields, seatTaken } from './problem-classes.js'

const handler = problemHandler({ logger: false }) as unknown as ErrorRequestHandler
const declares = (...classes: readonly ProblemClass[]): RequestHandler => problems(...classes) as unknown as RequestHandler
const throws =
  (thrown: unknown): RequestHandler =>
  () => {
    throw thrown
  }
const seatText = JSON.stringify(seatTaken)

function seenIn(report: ProblemReport): readonly string[] {
  return report.seen.map(({ method, path, status, seen }) => `${method} ${path} ${status} ${seen}`)
}
function undeclaredIn(report: ProblemReport): readonly string[] {
  return report.undeclared.map(({ method, path, status, note }) => `${method} ${path} ${status} ${note}`)
}

/** Sends requests as text and gives the bytes of all answers, without their dates. */
async function exchangeRaw(listener: RequestListener, requests: readonly string[]): Promise<readonly string[]> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const answers: string[] = []
  for (const text of requests) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`${text} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    let answer = ''
    socket.setEncoding('latin1').on('data', (chunk) => {
      answer += chunk
    })
    await once(socket, 'close')
    answers.push(answer.replace(/^Date: .*\r\n/m, ''))
  }
  server.close()
  return answers
}

describe('recordProblems()', () => {
  for (const [name, make] of Object.entries(makers)) {
    describe(`on ${name}`, () => {
      const routes: readonly TestRoute[] = [
        { method: 'get', path: '/seats/:id', problems: [SeatTaken], answer: ({ fail }) => fail(new SeatTaken({ seat: '12A' })) },
        { method: 'get', path: '/ok', answer: ({ send }) => send(200, { 'Content-Type': 'text/plain' }, 'fine') },
        { method: 'get', path: '/by-hand', answer: ({ send }) => send(404, { 'X-A': '1' }, 'no') },
        { method: 'get', path: '/pieces', answer: ({ stream }) => stream(500, problemJson, ['{"a":', '"ü"', '}']) },
        {
          method: 'get',
          path: '/large',
          answer: ({ send }) => send(500, problemJson, JSON.stringify({ a: 'x'.repeat(1_000_000) })),
        },
        { method: 'get', path: '/success', answer: ({ stream }) => stream(200, problemJson, ['a', 'b']) },
        { method: 'get', path: '/crash', answer: ({ fail }) => fail(new TypeError('x is undefined')) },
      ]

      it('changes no byte of any answer', async () => {
        const requests = [
          ...routes.map(({ path }) => `GET ${path.replace(':id', '1')}`),
          'HEAD /seats/1',
          'HEAD /by-hand',
          'GET /no',
          'POST /ok',
          'OPTIONS /ok',
        ]
        const silent = make(routes)
        const before = await exchangeRaw(silent.listener(), requests)
        const { app, listener } = make(routes)
        const recorder = recordProblems(app)
        expect(await exchangeRaw(listener(), requests)).to.deep.equal(before)
        expect(recorder.report().undeclared.length).to.be.greaterThan(3)
      })

      it('hears a server that was made before, and nothing after stop()', async () => {
        const { app, listener } = make(routes)
        const server = listener()
        const keys = Reflect.ownKeys(app)
        const recorder = recordProblems(app)
        await request(server).get('/seats/1')
        recorder.stop()
        recorder.stop()
        await request(server).get('/seats/2')
        expect(seenIn(recorder.report())).to.deep.equal(['GET /seats/{id} 409 1'])
        expect(Reflect.ownKeys(app)).to.deep.equal(keys)
      })

      it('hears two recorders at once, and leaves what somebody has put around it', async () => {
        const { app, listener } = make(routes)
        const [first, second] = [recordProblems(app), recordProblems(app)]
        const server = listener()
        await request(server).get('/seats/1')
        first.stop()
        await request(server).get('/seats/2')
        expect(first.report().seen[0]?.seen).to.equal(1)
        expect(second.report().seen[0]?.seen).to.equal(2)
      })

      it('counts requests that come at the same time, and several apps', async () => {
        const [one, other] = [make(routes), make(routes)]
        const recorder = recordProblems(one.app)
        expect(recorder.add(other.app)).to.equal(other.app)
        const servers = [one.listener(), other.listener()]
        await Promise.all(
          Array.from({ length: 40 }, (_, index) => request(servers[index % 2] as RequestListener).get(`/seats/${index}`)),
        )
        expect(seenIn(recorder.report())).to.deep.equal(['GET /seats/{id} 409 40'])
      })

      it('tells an answer to HEAD by its status, where only one problem has it', async () => {
        const { app, listener } = make([
          { method: 'get', path: '/one', problems: [SeatTaken], answer: ({ fail }) => fail(new SeatTaken({ seat: '1A' })) },
          { method: 'get', path: '/two', problems: [SeatTaken, Conflict], answer: ({ fail }) => fail(new Conflict()) },
          { method: 'get', path: '/fields', problems: [SeatTaken], answer: ({ send }) => send(409, problemJson, seatText) },
        ])
        const recorder = recordProblems(app)
        for (const path of ['/one', '/two', '/fields']) await request(listener()).head(path)
        const report = recorder.report()
        expect(seenIn(report)).to.deep.equal(['GET /one 409 1', 'GET /fields 409 1'])
        expect(report.broken.map(({ path, place }) => `${path} ${place}`)).to.deep.equal(['/fields Seat-Plan'])
        expect(report.undeclared).to.deep.equal([])
      })

      it('takes the rules that hold everywhere from its options', async () => {
        const { app, listener } = make(routes)
        const recorder = recordProblems(app, { everywhere: [InternalServerError], ignore: [404] })
        for (const path of ['/crash', '/by-hand', '/seats/1']) await request(listener()).get(path)
        const { undeclared, others, summary } = recorder.report()
        expect(undeclared).to.deep.equal([])
        expect(others.map(({ path, source, name: problem }) => `${path} ${source} ${problem}`)).to.deep.equal([
          '/crash everywhere InternalServerError',
        ])
        expect(summary).to.equal('app: 1 of 1 declared problems seen, 0 undeclared')
      })
    })
  }

  it('takes HttpProblem for every problem, and for nothing else', async () => {
    const app = express()
    app.get('/any/:status', declares(HttpProblem), (req, res) => {
      if (req.params['status'] === '404') throw new NotFound()
      if (req.params['status'] === '409') throw new SeatTaken({ seat: '1A' })
      res.status(400).json({ error: 'no' })
    })
    app.use(handler)
    const recorder = recordProblems(app)
    for (const status of [404, 409, 400]) await request(app).get(`/any/${status}`)
    const report = recorder.report()
    expect(report.seen.map(({ name, seen }) => [name, seen])).to.deep.equal([['HttpProblem', 2]])
    expect(undeclaredIn(report)).to.deep.equal(['GET /any/{status} 400 application/json, no problem document'])
    expect(report.broken).to.deep.equal([])
  })

  it('notes what libraries answer, and does not wait for it', async () => {
    const app = express()
    app.use(express.json({ limit: 10 }))
    app.post('/books', (_req, res) => void res.status(201).end())
    app.use(handler)
    const recorder = recordProblems(app)
    await request(app).post('/books').send({ title: 'Very long' })
    const { others, undeclared, neverSeen } = recorder.report()
    expect(others.map(({ status, source }) => `${status} ${source}`)).to.deep.equal(['413 library'])
    expect([undeclared, neverSeen]).to.deep.equal([[], []])
  })

  it('knows what a declaration in front of several routes says, and that of all methods', async () => {
    const app = express()
    app.use(declares(BadRequest))
    app.all('/all', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    app.get('/one', throws(new BadRequest()))
    app.get('/two', (_req, res) => void res.end())
    app.use(handler)
    const recorder = recordProblems(app)
    await request(app).patch('/all')
    await request(app).get('/one')
    expect(recorder.report().summary).to.equal('app: 4 of 4 declared problems seen, 0 undeclared')
  })

  it('follows a request whose path or method the app has changed', async () => {
    const app = express()
    app.use((req, _res, next) => {
      req.url = req.url.replace('/v1', '')
      if (req.headers['x-http-method-override'] !== undefined) req.method = String(req.headers['x-http-method-override'])
      next()
    })
    const router = express.Router()
    router.delete('/:id', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    app.use('/seats', router)
    app.use(handler)
    const recorder = recordProblems(app)
    await request(app).post('/v1/seats/1').set('X-HTTP-Method-Override', 'DELETE')
    await request(app).delete('/seats/1')
    expect(seenIn(recorder.report())).to.deep.equal(['DELETE /seats/{id} 409 2'])

    const koa = new Koa()
    koa.use(koaHandler({ logger: false }) as never)
    koa.use((ctx, next) => {
      ctx.path = ctx.path.replace('/v1', '')
      return next()
    })
    koa.use(
      new Router()
        .get('/seats/:id', koaProblems(NotFound) as never, () => {
          throw new NotFound()
        })
        .routes(),
    )
    const other = recordProblems(koa)
    await request(koa.callback()).get('/v1/seats/1')
    expect(seenIn(other.report())).to.deep.equal(['GET /seats/{id} 404 1'])
  })

  it('records an app that another one mounts, by its own paths', async () => {
    const [app, inner] = [express(), express()]
    inner.get('/seats/:id', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    inner.use(handler)
    app.use('/shop', inner)
    const [outerRecorder, innerRecorder] = [recordProblems(app), recordProblems(inner)]
    await request(app).get('/shop/seats/1')
    expect(seenIn(outerRecorder.report())).to.deep.equal(['GET /shop/seats/{id} 409 1'])
    expect(seenIn(innerRecorder.report())).to.deep.equal(['GET /seats/{id} 409 1'])
  })

  it('takes routes that were collected before, with what a walk cannot see', async () => {
    const [app, inner] = [new Koa(), new Koa()]
    inner.use(
      new Router()
        .get('/seats/:id', koaProblems(SeatTaken) as never, () => {
          throw new SeatTaken({ seat: '1A' })
        })
        .routes(),
    )
    app.use(koaHandler({ logger: false }) as never)
    // As koa-mount does.
    const chain = inner.middleware[0] as Koa.Middleware
    app.use(async (ctx, next) => {
      const before = ctx.path
      ctx.path = before.replace('/shop', '')
      try {
        await chain(ctx, next)
      } finally {
        ctx.path = before
      }
    })
    const recorder = recordProblems(app, { routes: collectKoa(app, { mounts: [['/shop', inner]] }) })
    await request(app.callback()).get('/shop/seats/1')
    expect(seenIn(recorder.report())).to.deep.equal(['GET /shop/seats/{id} 409 1'])
    // A list of somebody's own has no `skipped`.
    const written = recordProblems(app, { routes: [{ method: 'GET', path: '/x', problems: [] }] })
    expect(written.report().skipped).to.deep.equal([])
  })

  it('reads content that is compressed, whoever does it', async () => {
    const app = express()
    app.use('/by-middleware', compression({ threshold: 0 }))
    app.get('/by-middleware', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    const codings: Readonly<Record<string, (text: string) => Buffer | string>> = {
      gzip: gzipSync,
      br: brotliCompressSync,
      deflate: deflateSync,
      identity: (text) => text,
      unknown: (text) => text,
    }
    for (const [coding, encode] of Object.entries(codings))
      app.get(`/${coding}`, declares(SeatTaken, Conflict), (_req, res) => {
        res.writeHead(409, { ...seatFields, 'Content-Encoding': coding }).end(encode(seatText))
      })
    app.use(handler)
    const recorder = recordProblems(app)
    const listener = app as unknown as RequestListener
    await exchangeRaw(
      listener,
      ['by-middleware', ...Object.keys(codings)].map((path) => `GET /${path}`),
    )
    expect(recorder.report().seen.map(({ path, name }) => `${path} ${name}`)).to.deep.equal(
      ['by-middleware', 'gzip', 'br', 'deflate', 'identity'].map((path) => `/${path} SeatTaken`),
    )
    expect(undeclaredIn(recorder.report())).to.deep.equal([])
  })

  it('hears every way to write', async () => {
    const app = express()
    const ways: Readonly<Record<string, (res: express.Response) => void>> = {
      'header fields as a list': (res) => void res.writeHead(409, Object.entries(seatFields).flat()).end(seatText),
      'a reason': (res) => void res.writeHead(409, 'Taken', seatFields).end(seatText),
      'an encoding': (res) => void res.status(409).set(seatFields).end(Buffer.from(seatText).toString('base64'), 'base64'),
      'a callback': (res) => {
        res.writeHead(409, seatFields)
        res.write(seatText)
        res.end(() => undefined)
      },
      'memory that is used again': (res) => {
        res.writeHead(409, seatFields)
        const memory = Buffer.from(seatText)
        res.write(memory, () => {
          memory.fill(0)
          res.end()
        })
      },
      'a second end': (res) => {
        res.writeHead(409, seatFields).end(seatText)
        res.end()
      },
    }
    for (const [index, way] of Object.values(ways).entries()) app.get(`/${index}`, declares(SeatTaken), (_req, res) => way(res))
    const recorder = recordProblems(app)
    await exchangeRaw(
      app as unknown as RequestListener,
      Object.keys(ways).map((_, index) => `GET /${index}`),
    )
    const { seen, broken, undeclared } = recorder.report()
    expect(seen.map((one) => one.seen)).to.deep.equal(Object.keys(ways).map(() => 1))
    expect([broken, undeclared]).to.deep.equal([[], []])
  })

  it('hears HTTP/2, which writes the end of an answer as one more piece', async () => {
    const app = new Koa()
    app.use(koaHandler({ logger: false }) as never)
    app.use(
      new Router()
        .get('/seats', koaProblems(SeatTaken) as never, () => {
          throw new SeatTaken({ seat: '12A' })
        })
        .routes(),
    )
    const recorder = recordProblems(app)
    const server = createHttp2Server(app.callback() as never).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const stream = client.request({ ':path': '/seats' })
    stream.resume()
    await once(stream, 'end')
    client.close()
    server.close()
    const { seen, broken, undeclared } = recorder.report()
    expect(seen.map(({ path, seen }) => [path, seen])).to.deep.equal([['/seats', 1]])
    expect([broken, undeclared]).to.deep.equal([[], []])
  })

  it('hears nothing of an answer that breaks off', async () => {
    const app = express()
    app.get('/', declares(SeatTaken), (_req, res) => {
      res.writeHead(409, seatFields)
      res.write(seatText.slice(0, 10))
      setTimeout(() => res.destroy(), 20)
    })
    const recorder = recordProblems(app)
    await exchangeRaw(app as unknown as RequestListener, ['GET /'])
    expect([seenIn(recorder.report()), undeclaredIn(recorder.report())]).to.deep.equal([[], []])
  })

  it('judges what it cannot read by the status', async () => {
    const app = express()
    app.get(
      '/large',
      declares(Conflict),
      (_req, res) => void res.status(409).type('application/problem+json').end(' '.repeat(300_000)),
    )
    app.get('/pieces', declares(Conflict), (_req, res) => {
      res.status(409).type('application/problem+json')
      for (let count = 0; count < 5; count++) res.write(Buffer.alloc(100_000))
      res.end()
    })
    app.get('/xml', declares(Conflict), (_req, res) => void res.status(409).type('application/problem+xml').end('<problem/>'))
    app.get('/other', declares(Conflict), (_req, res) => void res.status(404).type('application/problem+xml').end('<problem/>'))
    const recorder = recordProblems(app)
    await exchangeRaw(app as unknown as RequestListener, ['GET /large', 'GET /pieces', 'GET /xml', 'GET /other'])
    expect(seenIn(recorder.report())).to.deep.equal(['GET /large 409 1', 'GET /pieces 409 1', 'GET /xml 409 1'])
    expect(undeclaredIn(recorder.report())).to.deep.equal(['GET /other 404 an answer without its document'])
  })

  it('does not take a path that cannot be decoded for one of a route', async () => {
    const app = express()
    app.get('/books/:id', (_req, res) => void res.end())
    app.use(handler)
    const recorder = recordProblems(app)
    await exchangeRaw(app as unknown as RequestListener, ['GET /books/%E0%A4', 'GET http://x/books/1?a', 'GET http://x'])
    expect(recorder.report().unrouted).to.deep.equal([
      { method: 'GET', path: '/books/%E0%A4', status: 400, count: 1 },
      { method: 'GET', path: '/', status: 404, count: 1 },
    ])
    expect(undeclaredIn(recorder.report())).to.deep.equal([])
  })

  it('says where the schema of members cannot be used', async () => {
    class Wrong extends defineProblem('Wrong', {
      type: 'https://api.example.com/problems/wrong',
      status: 409,
      title: 'Wrong',
      members: { type: 'object', properties: { a: { type: 'string', format: 'no-format' } } },
    }) {}
    const app = express()
    app.get(
      '/',
      declares(Wrong),
      (_req, res) =>
        void res
          .status(409)
          .type('application/problem+json')
          .end(JSON.stringify({ type: Wrong.type, title: 'Wrong', status: 409, a: 'x' })),
    )
    const recorder = recordProblems(app)
    await request(app).get('/')
    expect(recorder.report().broken.map(({ place, expected }) => `${place} ${expected}`)).to.deep.equal([
      'Wrong.members a schema that can be used',
    ])
  })

  it('never stands in the way of an app, however strange what it is called with', async () => {
    const app = express()
    const calls: unknown[] = []
    Object.assign(app, {
      handle: (...args: unknown[]) => {
        calls.push(args)
        return 7
      },
    })
    const recorder = recordProblems(app)
    const { handle } = app as unknown as { handle: (...args: unknown[]) => unknown }
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no')
        },
        getOwnPropertyDescriptor: () => {
          throw new Error('no')
        },
        defineProperty: () => {
          throw new Error('no')
        },
      },
    )
    const withMethods = {
      end: () => {
        throw new Error('from end')
      },
    }
    expect([handle(), handle(hostile, hostile), handle({}, withMethods)]).to.deep.equal([7, 7, 7])
    expect(handle({}, Object.freeze({ end: () => undefined }))).to.equal(7)
    const failing = { statusCode: 500, write: (chunk: unknown) => typeof chunk }
    handle({}, failing)
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(failing.write(proxy)).to.equal('object')
    expect(() => withMethods.end()).to.throw('from end')
    expect(calls.length).to.equal(5)
    recorder.stop()
  })

  it('leaves what somebody has put around the app while it recorded', async () => {
    const app = express()
    app.get('/', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    app.use(handler)
    const recorder = recordProblems(app)
    const holder = app as unknown as { handle: (...args: unknown[]) => unknown }
    const { handle } = holder
    let count = 0
    const around = function (this: unknown, ...args: unknown[]): unknown {
      count++
      return Reflect.apply(handle, this, args)
    }
    holder.handle = around
    recorder.stop()
    await request(app).get('/')
    expect([holder.handle, count]).to.deep.equal([around, 1])
    expect(recorder.report().seen).to.deep.equal([])
  })

  it('forgets nothing when routes are added before the first error', async () => {
    const app = express()
    const recorder = recordProblems(app)
    app.get('/late', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    app.use(handler)
    await request(app).get('/late')
    expect(seenIn(recorder.report())).to.deep.equal(['GET /late 409 1'])
  })

  it('keeps count of a bounded number of things', async () => {
    const app = express()
    const recorder = recordProblems(app)
    const server: Server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    for (let index = 0; index < 1010; index++) await (await fetch(`http://127.0.0.1:${port}/${index}`)).arrayBuffer()
    server.close()
    expect(recorder.report().unrouted.length).to.equal(1000)
  })

  for (const [what, call, message] of [
    ['what is no app', () => recordProblems({}), 'recordProblems(app): expected an app of Express or Koa'],
    ['a router', () => recordProblems(express.Router()), 'recordProblems(app): expected an app'],
    ['options that are none', () => recordProblems(express(), 7 as never), 'options: expected an object'],
    [
      'an unknown option',
      () => recordProblems(express(), { title: 'x' } as never),
      'options: expected one of name, routes, everywhere, ignore',
    ],
    ['an empty name', () => recordProblems(express(), { name: ' ' }), 'options.name: expected a text'],
    ['routes that are none', () => recordProblems(express(), { routes: [7] as never }), 'options.routes[0]: expected the routes'],
    [
      'classes that are none',
      () => recordProblems(express(), { everywhere: NotFound as never }),
      'options.everywhere: expected a list of problem classes',
    ],
    ['a class that is none', () => recordProblems(express(), { everywhere: [Error] as never }), 'options.everywhere[0]'],
    [
      'a status that is none',
      () => recordProblems(express(), { ignore: [200] }),
      'options.ignore[0]: expected a list of statuses from 400 to 599, got 200',
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(call).to.throw(TypeError, message)
    })
  }

  it('compares what a library adds with its schema', async () => {
    const app = express()
    app.get(
      '/listed',
      (_req, res) =>
        void res
          .status(400)
          .type('application/problem+json')
          .end(JSON.stringify({ type: 'about:blank', title: 'Bad Request', status: 400, errors: 7, more: 1 })),
    )
    app.get('/list', (_req, res) => void res.status(400).type('application/problem+json').end('[]'))
    const members = {
      type: 'object',
      properties: { errors: { type: 'array' } },
      required: ['errors', 'hint'],
      additionalProperties: false,
    }
    const problem = {
      class: BadRequest,
      type: 'about:blank',
      status: 400,
      source: 'library',
      evidence: 'a library',
      members,
    } as const
    const recorder = recordProblems(app, {
      routes: ['/listed', '/list'].map((path) => ({ method: 'GET', path, problems: [problem] })),
    })
    await exchangeRaw(app as unknown as RequestListener, ['GET /listed', 'GET /list'])
    const { broken, others } = recorder.report()
    expect(broken.map(({ place, expected, got }) => `${place}: ${expected}, ${got}`)).to.have.members([
      '/errors: an array, a number',
      '/hint: this required member, nothing',
    ])
    expect(others.map(({ path, seen }) => `${path} ${seen}`)).to.deep.equal(['/listed 1'])
  })

  it('puts together what is declared of a route that is there twice', async () => {
    const app = express()
    app.get('/twice', declares(NotFound), (_req, _res, next) => next())
    app.get('/twice', declares(SeatTaken), throws(new SeatTaken({ seat: '1A' })))
    app.use(handler)
    const recorder = recordProblems(app)
    await request(app).get('/twice')
    expect(JSON.parse(JSON.stringify(recorder)).routes[0].problems.map(({ seen }: { seen: number }) => seen)).to.deep.equal([
      0, 1,
    ])
  })

  it('does not stand in the way of the walk', () => {
    const [app, inner] = [express(), express()]
    inner.get('/seats', (_req, res) => void res.end())
    app.use('/shop', inner)
    recordProblems(inner)
    expect(collectExpress(app).map(({ path }) => path)).to.deep.equal(['/shop/seats'])
  })
})
