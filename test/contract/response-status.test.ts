/** A status on the response, where several handlers or an answer of ours are in play. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { NotFound } from '../../lib/index.js'
import { problemHandler as expressHandler, type Next, route } from '../../middleware/express/index.js'
import { problemHandler as koaHandler } from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from './versions.js'

async function statusOf(listener: RequestListener, path = '/'): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    await response.text()
    return response.status
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

for (const [name, express] of Object.entries(expressVersions)) {
  describe(`a status on a response of ${name}`, () => {
    for (const [what, wrap] of Object.entries({
      'route()': route,
      'problemHandler().route()': expressHandler({ logger: false }).route,
    })) {
      for (const nothing of [null, undefined, '', 'route', 'router']) {
        it(`counts for ${JSON.stringify(nothing)} that a handler of ${what} throws`, async () => {
          const app = express()
          const handle = wrap((_req, res) => {
            res.statusCode = 403
            throw nothing
          })
          app.use(handle as RequestHandler)
          app.use(expressHandler({ logger: false }) as ErrorRequestHandler)
          expect(await statusOf(app as RequestListener)).to.equal(403)
        })
      }
    }

    it('reaches the error handler behind one that is not meant, with a thrown null', async () => {
      const app = express()
      const pages = expressHandler({ only: () => false, logger: false })
      app.use(
        pages.route((_req, res) => {
          res.statusCode = 409
          throw null
        }) as RequestHandler,
      )
      app.use((error: { status?: number }, _req: unknown, res: Response, _next: Next) => void res.sendStatus(error.status ?? 599))
      expect(await statusOf(app as RequestListener)).to.equal(409)
    })

    it('counts for what lusca, and middleware like it, passes on', async () => {
      const app = express()
      app.use((_req, res, next) => {
        res.statusCode = 403
        next(new Error('CSRF token missing'))
      })
      app.use(expressHandler({ logger: false }) as ErrorRequestHandler)
      expect(await statusOf(app as RequestListener)).to.equal(403)
    })
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`a status on a response of ${name}`, () => {
    it('is not that of an answer of ours, for an error that comes behind it', async () => {
      for (const withOuter of [true, false]) {
        const app = new Koa()
        const events: number[] = []
        const onProblem = ({ status }: { readonly status: number }): void => void events.push(status)
        if (withOuter) app.use(koaHandler({ logger: false, onProblem }))
        app.use(async (_, next) => {
          await next()
          throw new Error('behind the answer')
        })
        app.use(koaHandler({ logger: false, onProblem }))
        app.use(() => {
          throw new NotFound()
        })
        expect(await statusOf(app.callback() as RequestListener)).to.equal(500)
        expect(events).to.deep.equal([404, 500])
      }
    })

    it('counts for a middleware in front that sets another one and fails', async () => {
      const app = new Koa()
      app.use(koaHandler({ logger: false }))
      app.use(async (ctx, next) => {
        await next()
        ctx.status = 409
        throw new Error('behind the answer')
      })
      app.use(koaHandler({ logger: false }))
      app.use(() => {
        throw new NotFound()
      })
      expect(await statusOf(app.callback() as RequestListener)).to.equal(409)
    })

    it('reaches the handler in front of one that is not meant, with a thrown null', async () => {
      const app = new Koa()
      app.use(koaHandler({ logger: false }))
      app.use(koaHandler({ only: () => false, logger: false }))
      app.use((ctx) => {
        ctx.status = 409
        throw null
      })
      expect(await statusOf(app.callback() as RequestListener)).to.equal(409)
    })
  })
}
