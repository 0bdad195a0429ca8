/** An error that comes when the answer is sent: reported once as too late, and nothing else happens. */
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type express5 from 'express'
import type Koa3 from 'koa'
import { Conflict, ServiceUnavailable } from '../../lib/index.js'
import { problemHandler as expressHandler, route } from '../../middleware/express/index.js'
import { problemHandler as koaHandler } from '../../middleware/koa/index.js'
import { fetchProblem } from './problem-response.js'
import { expressVersions, koaVersions } from './versions.js'
import { outcomes, settled, startWatched, type Watched } from './watched.js'
import { exchange, request } from './wire.js'

type Wrap = (handle: express5.RequestHandler) => express5.RequestHandler

interface Twice {
  readonly statuses: readonly (number | undefined)[]
  readonly isSameConnection: boolean
}

/** Sends two requests through an agent that keeps its connection, the second a while after the first. */
async function twice(url: string): Promise<Twice> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ports: (number | undefined)[] = []
  const statusOf = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      get(`${url}${path}`, { agent }, (response) => {
        ports.push(response.socket.localPort)
        response.resume().on('end', () => resolve(response.statusCode))
      }).on('error', reject)
    })
  const first = await statusOf('/late')
  await sleep(100)
  const second = await statusOf('/fine')
  agent.destroy()
  return { statuses: [first, second], isSameConnection: ports[0] === ports[1] }
}

for (const [name, express] of Object.entries(expressVersions)) {
  describe(`An error that comes too late: ${name}`, () => {
    let app: Watched | undefined
    afterEach(() => app?.close())
    const serve = async (
      handle: express5.RequestHandler,
      wrap: 'route' | 'handler.route' | 'none' = 'route',
    ): Promise<Watched> => {
      app = await startWatched((onProblem) => {
        const built = express()
        // In `test` Express prints nothing of what it answers itself.
        built.set('env', 'production')
        const handler = expressHandler({ onProblem })
        const wraps: Record<typeof wrap, Wrap> = {
          route: (handle) => route(handle),
          'handler.route': (handle) => handler.route(handle),
          none: (handle) => handle,
        }
        // What connect-timeout does.
        built.use((req, _res, next) => {
          if (req.path === '/late') setTimeout(() => next(new ServiceUnavailable('The time is up.')), 20)
          next()
        })
        built.get('/fine', (_req, res) => res.json({ fine: true }))
        built.use(wraps[wrap](handle))
        built.use(handler)
        return built
      })
      return app
    }

    for (const wrap of ['route', 'handler.route'] as const) {
      it(`is reported once where a time limit had answered, and leaves the connection alone: ${wrap}()`, async () => {
        const { url, seen } = await serve(async () => {
          await sleep(60)
          throw new Error('the database came back')
        }, wrap)
        expect(await twice(url)).to.deep.equal({ statuses: [503, 200], isSameConnection: true })
        await settled(seen, 2)
        expect(outcomes(seen)).to.deep.equal(['answered 503', 'too-late 500'])
        expect(seen.lines.map((line) => line.split('\n').slice(0, 2))).to.deep.equal([
          ['http-problems: answered 503 to GET /late', 'ServiceUnavailable: The time is up.'],
          ['http-problems: had already answered GET /late', 'Error: the database came back'],
        ])
        expect(seen.unhandled).to.deep.equal([])
      })

      it(`is reported once where the handler had passed on another one: ${wrap}()`, async () => {
        const { url, seen } = await serve(async (_req, _res, next) => {
          next(new Conflict('first'))
          await sleep(20)
          throw null
        }, wrap)
        expect((await fetchProblem(url)).document.detail).to.equal('first')
        await settled(seen, 2)
        expect(outcomes(seen)).to.deep.equal(['answered 409', 'too-late 500'])
        expect([seen.lines.map((line) => line.split('\n', 1)[0]), seen.unhandled]).to.deep.equal([
          ['http-problems: had already answered GET /'],
          [],
        ])
      })

      it(`is no second error where it is the same one, passed on and thrown: ${wrap}()`, async () => {
        const { url, seen } = await serve((_req, _res, next) => {
          const error = new Error('both')
          next(error)
          throw error
        }, wrap)
        expect((await fetchProblem(url)).status).to.equal(500)
        await settled(seen, 1)
        expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['answered 500'], 1, []])
      })

      it(`is not meant where nothing was answered, whatever the app has noted on the response: ${wrap}()`, async () => {
        const { url, seen } = await serve((_req, res) => {
          const error = new Conflict('noted')
          // As many request loggers have it.
          Object.assign(res, { err: error })
          throw error
        }, wrap)
        for (const path of ['/1', '/2']) expect((await fetchProblem(`${url}${path}`)).document.detail).to.equal('noted')
        expect(outcomes(seen)).to.deep.equal(['answered 409', 'answered 409'])
      })
    }

    it('is too late behind a response that was broken off, too: the client has not gone', async () => {
      const { port, seen } = await serve(async (_req, res, next) => {
        res.write('part')
        await sleep(10)
        next(new Error('first'))
        await sleep(20)
        throw new Error('second')
      })
      expect((await exchange(port, request('GET', '/'), 1000)).closed).to.equal(true)
      await settled(seen, 2)
      expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['aborted 500', 'too-late 500'], 2, []])
    })

    it('reports a response of the app that was complete, once', async () => {
      const { url, seen } = await serve(async (_req, res) => {
        res.json({ fine: true })
        await once(res, 'close')
        throw new Error('the audit log is down')
      })
      await twice(url)
      await settled(seen, 1)
      expect(outcomes(seen).filter((outcome) => outcome !== 'answered 503')).to.deep.equal(['too-late 500'])
    })

    if (name !== 'Express 4') {
      it('is left to Express without route(): it prints it, closes the connection, and lives on', async () => {
        const { url, seen } = await serve(async () => {
          await sleep(60)
          throw new Error('the database came back')
        }, 'none')
        expect(await twice(url)).to.deep.equal({ statuses: [503, 200], isSameConnection: false })
        await settled(seen, 1)
        expect(outcomes(seen)).to.deep.equal(['answered 503'])
        expect(seen.lines[1]).to.match(/^Error: the database came back/)
        expect(seen.unhandled).to.deep.equal([])
      })
    }
  })
}

const timeLimit: Koa3.Middleware = async (ctx, next) => {
  if (ctx.path !== '/late') return next()
  const timeIsUp = sleep(20).then(() => Promise.reject(new ServiceUnavailable('The time is up.')))
  return Promise.race([next(), timeIsUp])
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`An error that comes too late: ${name}`, () => {
    let app: Watched | undefined
    afterEach(() => app?.close())
    const serve = async (handle: Koa3.Middleware, limit: 'in front' | 'behind' | 'none'): Promise<Watched> => {
      app = await startWatched((onProblem) => {
        const built = new Koa()
        if (limit === 'in front') built.use(timeLimit)
        built.use(koaHandler({ onProblem }))
        if (limit === 'behind') built.use(timeLimit)
        built.use((ctx, next) => {
          if (ctx.path !== '/fine') return next()
          ctx.body = { fine: true }
          return undefined
        })
        built.use(handle)
        return built.callback()
      })
      return app
    }
    const late: Koa3.Middleware = async () => {
      await sleep(60)
      throw new Error('the database came back')
    }

    it('is reported once where a time limit in front of the handler had answered', async () => {
      const { url, seen } = await serve(late, 'in front')
      expect(await twice(url)).to.deep.equal({ statuses: [503, 200], isSameConnection: true })
      await settled(seen, 2)
      expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['answered 503', 'too-late 500'], 2, []])
    })

    it('is seen by nobody where it lost a race behind the handler, and does no harm', async () => {
      const { url, seen } = await serve(late, 'behind')
      expect(await twice(url)).to.deep.equal({ statuses: [503, 200], isSameConnection: true })
      await settled(seen, 1)
      expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['answered 503'], 1, []])
    })

    it('changes nothing where the middleware answers late instead', async () => {
      const { url, seen } = await serve(async (ctx) => {
        await sleep(60)
        ctx.body = 'late'
      }, 'in front')
      expect(await twice(url)).to.deep.equal({ statuses: [503, 200], isSameConnection: true })
      await settled(seen, 1)
      expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['answered 503'], 1, []])
    })

    it('reports a response of the app that was complete, once', async () => {
      const { url, seen } = await serve(async (ctx) => {
        ctx.respond = false
        ctx.res.end('fine')
        await once(ctx.res, 'close')
        throw new Error('the audit log is down')
      }, 'none')
      await twice(url)
      await settled(seen, 1)
      expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['too-late 500'], 1, []])
    })
  })
}
