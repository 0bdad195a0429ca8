/** The request target that hooks, events and the log see: as the client sent it, whatever routers and middleware make of it. */
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import type Koa3 from 'koa'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { Conflict } from '../../lib/index.js'
import { problemHandler as expressHandler, notFoundHandler } from '../../middleware/express/index.js'
import { problemHandler as koaHandler, type ProblemContext } from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from './versions.js'
import { startWatched, type Watched } from './watched.js'
import { exchange, request } from './wire.js'

const fail = (): never => {
  throw new Error('x')
}

/** What koa-mount does with the path of a context. */
const mount = (prefix: string, inner: Koa3.Middleware): Koa3.Middleware =>
  async function mounted(ctx, next) {
    const { path } = ctx
    if (!path.startsWith(prefix)) return next()
    ctx.path = path.slice(prefix.length) || '/'
    await inner(ctx, next)
    ctx.path = path
  }

type Make = (options: HandlerOptions<never>) => unknown

const apps: [name: string, make: Make, path?: string][] = []
for (const [name, express] of Object.entries(expressVersions)) {
  apps.push(
    [
      `${name}, in nested routers`,
      (options) => {
        const [app, outer, inner] = [express(), express.Router(), express.Router()]
        inner.get('/b', fail)
        // Inside of the routers, where the path is cut.
        inner.use(expressHandler(options))
        return app.use('/api', outer.use('/a', inner))
      },
    ],
    [
      `${name}, in a mounted app that answers itself`,
      (options) => {
        const inner = express()
        inner.get('/b', fail)
        inner.use(notFoundHandler(), expressHandler(options))
        return express().use('/api/a', inner)
      },
    ],
    [
      `${name}, where the app rewrites the path`,
      (options) => {
        const app = express()
        app.use((req, _res, next) => {
          req.url = '/index.html'
          next()
        })
        app.get('/index.html', fail)
        return app.use(expressHandler(options))
      },
    ],
    [
      `${name}, with an app of Koa inside`,
      (options) => {
        const inner = new (koaVersions['Koa 3'] as typeof Koa3)()
        inner.use(koaHandler(options as HandlerOptions<ProblemContext>))
        inner.use(fail)
        return express().use('/api', inner.callback())
      },
    ],
  )
}
for (const [name, Koa] of Object.entries(koaVersions)) {
  const koa = (...middleware: readonly Koa3.Middleware[]): RequestListener => {
    const app = new Koa()
    app.on('error', (error: Error) => console.error(error.message))
    for (const one of middleware) app.use(one)
    return app.callback()
  }
  apps.push(
    [
      `${name}, in front of a mounted app`,
      (options) => koa(koaHandler(options as HandlerOptions<ProblemContext>), mount('/api', fail)),
    ],
    [`${name}, in a mounted app`, (options) => koa(mount('/api', koaHandler(options as HandlerOptions<ProblemContext>)), fail)],
    [
      `${name}, where the app rewrites the path`,
      (options) =>
        koa(koaHandler(options as HandlerOptions<ProblemContext>), (ctx) => {
          ctx.url = '/index.html'
          ctx.req.url = '/index.html'
          fail()
        }),
    ],
  )
}

for (const [name, make] of apps) {
  describe(`The target of a request to ${name}`, () => {
    let app: Watched | undefined
    afterEach(() => app?.close())

    it('is the one that the client sent, for events, hooks and the log', async () => {
      const hooked: string[] = []
      app = await startWatched((onProblem) => {
        const instance: HandlerOptions<never>['instance'] = (_, { url }) => void hooked.push(url)
        return make({ onProblem, instance })
      })
      expect((await exchange(app.port, request('GET', '/api/a/b?c=d'))).status).to.equal(500)
      expect([app.seen.events.map(({ facts }) => facts.url), hooked]).to.deep.equal([['/api/a/b?c=d'], ['/api/a/b?c=d']])
      if (!name.includes('Koa')) expect(app.seen.lines[0]).to.match(/^http-problems: answered 500 to GET \/api\/a\/b\n/)
    })
  })
}

describe('notFoundHandler()', () => {
  it('keeps the target of a path that nothing answers, in a router too', async () => {
    const express = expressVersions['Express 5.3'] as NonNullable<(typeof expressVersions)[string]>
    const app = await startWatched((onProblem) => {
      const router = express.Router()
      router.use(() => {
        throw new Conflict()
      })
      return express().use('/api', router).use(expressHandler({ onProblem }))
    })
    await exchange(app.port, request('GET', '/api/none'))
    await app.close()
    expect(app.seen.events.map(({ facts }) => facts.url)).to.deep.equal(['/api/none'])
  })
})
