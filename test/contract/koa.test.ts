/** What only Koa has: the context, its `error` event, stream bodies, empty answers. */
import { createReadStream } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import KoaRouter from '@koa/router'
import { expect } from 'chai'
import type Koa3 from 'koa'
import { Conflict } from '../../lib/index.js'
import { type ProblemHandlerOptions, problemHandler } from '../../middleware/koa/index.js'
import { fetchPlain, fetchProblem } from './problem-response.js'
import { koaVersions } from './versions.js'
import { exchange, request } from './wire.js'

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`Koa: ${name}`, () => {
    let server: ReturnType<typeof createServer> | undefined
    const fired: unknown[] = []
    beforeEach(() => {
      fired.length = 0
    })
    afterEach(() => {
      server?.close()
      server?.closeAllConnections()
    })
    const listen = async (app: Koa3): Promise<string> => {
      app.on('error', (error) => fired.push(error))
      server = createServer(app.callback() as RequestListener)
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    }
    const serve = (handle: Koa3.Middleware, options?: ProblemHandlerOptions): Promise<string> => {
      const app = new Koa()
      app.use(problemHandler(options))
      app.use(handle)
      return listen(app)
    }

    it('answers ctx.throw() and ctx.assert() with text and headers', async () => {
      const url = await serve((ctx) => {
        if (ctx.path === '/throw') ctx.throw(409, 'name taken', { headers: { 'X-A': '1', 'Retry-After': '3' }, user: 'secret' })
        const asserting: Koa3.Context = ctx
        asserting.assert(ctx.path === '/', 401, 'log in first')
        ctx.throw(503, 'db-17 is down')
      })
      const thrown = await fetchProblem(`${url}/throw`)
      expect(thrown.document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'name taken' })
      expect([thrown.headers.get('x-a'), thrown.headers.get('retry-after')]).to.deep.equal(['1', '3'])
      expect(fired[0]).to.include({ name: 'ConflictError', user: 'secret' })
      const asserted = await fetchProblem(`${url}/assert`)
      expect([asserted.status, asserted.document.detail, asserted.headers.get('www-authenticate')]).to.deep.equal([
        401,
        'log in first',
        'Bearer realm="api"',
      ])
      expect((await fetchProblem(url)).document).to.deep.equal({ type: 'about:blank', title: 'Service Unavailable', status: 503 })
    })

    for (const status of [400, 403, 404, 405, 413, 500, 503]) {
      it(`turns an empty ${status} into a problem, without an error event`, async () => {
        const url = await serve((ctx) => {
          ctx.status = status
          ctx.set('X-Request-Id', 'r-1')
        })
        const { document, headers } = await fetchProblem(url)
        expect([document.status, headers.get('x-request-id')]).to.deep.equal([status, 'r-1'])
        expect(fired).to.deep.equal([])
      })
    }

    it('leaves alone what has a body or is no error, and what the app answers itself', async () => {
      const url = await serve((ctx) => {
        if (ctx.path === '/own') {
          ctx.status = 404
          ctx.body = { own: true }
        } else if (ctx.path === '/raw') {
          ctx.respond = false
          ctx.res.statusCode = 404
          setTimeout(() => ctx.res.end('raw'), 10)
        } else ctx.status = 204
      })
      expect((await fetchPlain(`${url}/own`)).bytes.toString()).to.equal('{"own":true}')
      expect((await fetchPlain(`${url}/raw`)).bytes.toString()).to.equal('raw')
      expect((await fetchPlain(url)).status).to.equal(204)
    })

    it('answers an error although the app wanted to respond itself', async () => {
      const url = await serve((ctx) => {
        ctx.respond = false
        throw new Conflict('x')
      })
      expect((await fetchProblem(url)).document.detail).to.equal('x')
    })

    it('fires the error event of the app once, with an Error, whatever was thrown', async () => {
      const crash = new Error('crash')
      const thrown = [crash, null, undefined, 'text', Object.freeze(new Error('frozen')), { status: 502 }]
      const url = await serve((ctx) => {
        throw thrown[Number(ctx.path.slice(1))]
      })
      for (const index of thrown.keys()) {
        await fetchProblem(`${url}/${index}`)
        expect(fired, `${index}`).to.have.length(index + 1)
        expect(fired[index]).to.be.instanceOf(Error)
      }
      expect(fired[0]).to.equal(crash)
      expect(fired[1]).to.include({ status: 500, cause: null })
    })

    it("fires nothing that Koa's own log would print for a 4xx", async () => {
      const app = new Koa()
      const lines: unknown[] = []
      const { error } = console
      console.error = (line: unknown) => lines.push(line)
      try {
        app.use(problemHandler())
        app.use((ctx) => {
          if (ctx.path === '/kept') throw new Conflict('kept inside', { expose: false })
          throw ctx.path === '/crash' ? new Error('crash') : Object.assign(new Error('client fault'), { status: 400 })
        })
        server = createServer(app.callback() as RequestListener)
        await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
        await fetchProblem(`${url}/client`)
        await fetchProblem(`${url}/kept`)
        expect(lines).to.deep.equal([])
        await fetchProblem(`${url}/crash`)
        expect(lines.join('\n')).to.contain('crash')
      } finally {
        console.error = error
      }
    })

    it('fires nothing for a client that has gone', async () => {
      const outcomes: string[] = []
      const url = await serve(
        async (ctx) => {
          await new Promise((resolve) => ctx.res.once('close', resolve))
          throw new Error('nobody hears this')
        },
        { onProblem: ({ outcome }) => outcomes.push(outcome) },
      )
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request('GET', '/')))
      await new Promise((resolve) => setTimeout(resolve, 50))
      socket.destroy()
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect([outcomes, fired]).to.deep.equal([['client-gone'], []])
    })

    it('gives the log to an own logger instead of the event, and to nobody where it is false', async () => {
      const logged: unknown[] = []
      const url = await serve(() => Promise.reject(new Error('x')), { logger: ({ status }) => logged.push(status) })
      await fetchProblem(url)
      expect([logged, fired]).to.deep.equal([[500], []])
      server?.close()
      await fetchProblem(await serve(() => Promise.reject(new Error('x')), { logger: false }))
      expect(fired).to.deep.equal([])
    })

    it('survives a listener of the error event that throws', async () => {
      const app = new Koa()
      app.on('error', () => {
        throw new Error('from the listener')
      })
      app.use(problemHandler())
      app.use(() => Promise.reject(new Error('x')))
      expect((await fetchProblem(await listen(app))).status).to.equal(500)
    })

    it('answers a stream body that cannot be read, with a problem and no path', async () => {
      const url = await serve((ctx) => {
        ctx.set('ETag', '"a"')
        ctx.body = createReadStream('/nonexistent/secret.txt')
      })
      const { status, text, headers } = await fetchProblem(url)
      expect([status, headers.get('etag')]).to.deep.equal([500, null])
      expect(text).not.to.contain('secret')
      expect(fired).to.have.length(1)
    })

    it('does not know which methods there are where no router ran', async () => {
      const url = await serve(() => undefined)
      expect((await fetchProblem(url, { method: 'MKCALENDAR' })).status).to.equal(404)
    })

    it('breaks off a stream body that fails half-way [B6]', async () => {
      const url = await serve((ctx) => {
        ctx.body = Readable.from(
          (async function* parts() {
            yield 'part'
            await new Promise((resolve) => setTimeout(resolve, 30))
            throw new Error('half-way')
          })(),
        )
      })
      const { raw, closed } = await exchange(Number(new URL(url).port), request('GET', '/'), 1000)
      expect(closed).to.equal(true)
      expect(raw)
        .to.contain('part')
        .and.not.match(/\r\n0\r\n\r\n$/)
      expect(fired).to.have.length(1)
    })

    if (name === 'Koa 3') {
      it('tells of a web stream that fails, whose response Koa has destroyed by then', async () => {
        const outcomes: string[] = []
        const failing = new ReadableStream({
          pull: (controller) => controller.error(new Error('from the web stream')),
        })
        const url = await serve(
          (ctx) => {
            ctx.body = failing
          },
          { onProblem: ({ outcome }) => outcomes.push(outcome) },
        )
        expect((await exchange(Number(new URL(url).port), request('GET', '/'), 1000)).closed).to.equal(true)
        expect([outcomes, fired.map(String)]).to.deep.equal([['aborted'], ['Error: from the web stream']])
      })
    }

    it('answers an error of a middleware in front of it that resists every question', async () => {
      const app = new Koa()
      app.use(async (_ctx, next) => {
        await next()
        throw Object.assign(new Error('secret'), { code: Object.create(null), status: { valueOf: () => 200 } })
      })
      app.use(problemHandler({ logger: false }))
      expect((await fetchProblem(await listen(app))).status).to.equal(500)
    })

    it('shows status and body to middleware in front of it, and answers their errors too', async () => {
      const seen: unknown[] = []
      const app = new Koa()
      app.use(async (ctx, next) => {
        await next()
        seen.push(ctx.status, typeof ctx.body)
        ctx.set('X-Late', '1')
        if (ctx.path === '/front') throw new Conflict('from the front')
      })
      app.use(problemHandler({ logger: false }))
      app.use((ctx) => {
        if (ctx.path === '/') throw new Conflict('from behind')
        ctx.body = 'fine'
      })
      const url = await listen(app)
      const behind = await fetchProblem(url)
      expect([behind.document.detail, behind.headers.get('x-late'), seen]).to.deep.equal(['from behind', '1', [409, 'string']])
      expect((await fetchProblem(`${url}/front`)).document.detail).to.equal('from the front')
    })

    it('lets a thrown null not hang where it is not meant for the request', async () => {
      const url = await serve(() => Promise.reject(null), { only: () => false })
      expect((await fetchPlain(url)).status).to.equal(500)
    })

    it("leaves to Koa's own handler what it is not meant for", async () => {
      const url = await serve(
        (ctx) => {
          if (ctx.path === '/stream') ctx.body = createReadStream('/nonexistent')
          else if (ctx.path === '/throw') ctx.throw(409, 'plain')
        },
        { only: () => false },
      )
      const thrown = await fetchPlain(`${url}/throw`)
      expect([thrown.status, thrown.bytes.toString()]).to.deep.equal([409, 'plain'])
      expect((await fetchPlain(`${url}/none`)).bytes.toString()).to.equal('Not Found')
      expect((await fetchPlain(`${url}/stream`)).headers.get('content-type')).to.contain('text/plain')
    })

    it('recovers the Allow of a 405 from the router, thrown or empty [S6]', async () => {
      for (const options of [{}, { throw: true }]) {
        const router = new KoaRouter()
        router.get('/books', (ctx) => {
          ctx.body = []
        })
        const app = new Koa()
        app.use(problemHandler()).use(router.routes()).use(router.allowedMethods(options))
        const url = await listen(app)
        const { status, headers } = await fetchProblem(`${url}/books`, { method: 'POST' })
        expect([status, headers.get('allow')?.split(', ').toSorted()]).to.deep.equal([405, ['GET', 'HEAD']])
        expect((await fetchProblem(`${url}/books`, { method: 'PROPFIND' })).status).to.equal(501)
        server?.close()
      }
    })
  })
}
