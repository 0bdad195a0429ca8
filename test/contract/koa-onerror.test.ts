/** What Koa hands to `ctx.onerror`, which all contexts of an app share: errors in front of the handler, and those of several handlers. */
import { Readable } from 'node:stream'
import { expect } from 'chai'
import type Koa3 from 'koa'
import { Conflict, Gone } from '../../lib/index.js'
import { problemHandler } from '../../middleware/koa/index.js'
import { fetchPlain, fetchProblem } from './problem-response.js'
import { koaVersions } from './versions.js'
import { withListener } from './with-listener.js'

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`ctx.onerror on ${name}`, () => {
    const appOf = (...middleware: readonly Koa3.Middleware[]): Koa3 => {
      const app = new Koa()
      app.silent = true
      for (const one of middleware) app.use(one)
      return app
    }
    const failsInFront: Koa3.Middleware = async (_ctx, next) => {
      await next()
      throw new Conflict('In front.')
    }
    const quiet = { logger: false } as const
    const statusOf = async (app: Koa3, path = '/'): Promise<{ status: number; type: string | null }> => {
      let seen = { status: 0, type: null as string | null }
      await withListener(app.callback(), async (url) => {
        const { status, headers } = await fetchPlain(`${url}${path}`)
        seen = { status, type: headers.get('content-type') }
      })
      return seen
    }
    const problem = { status: 409, type: 'application/problem+json' }

    it('answers an error in front of the handler', async () => {
      expect(await statusOf(appOf(failsInFront, problemHandler(quiet)))).to.deep.equal(problem)
    })

    it('goes by the status of the response where the app calls it, and not when the app has come to its end', async () => {
      const app = appOf(problemHandler(quiet), (ctx) => {
        ctx.status = 409
        if (ctx.path === '/called') ctx.onerror(new Error('db-17'))
        else ctx.body = { id: 10n }
      })
      expect((await statusOf(app, '/called')).status).to.equal(409)
      expect((await statusOf(app)).status).to.equal(500)
    })

    it('is that of Koa for requests that do not pass the handler, before and after one that does', async () => {
      const handler = problemHandler(quiet)
      const app = appOf(failsInFront, (ctx, next) => (ctx.path === '/api' ? handler(ctx, next) : next()))
      await withListener(app.callback(), async (url) => {
        const types: (string | null)[] = []
        for (const path of ['/', '/api', '/']) types.push((await fetchPlain(`${url}${path}`)).headers.get('content-type'))
        expect(types).to.deep.equal(['text/plain; charset=utf-8', 'application/problem+json', 'text/plain; charset=utf-8'])
      })
    })

    it('is that of the app where it has one, for what no handler is meant for', async () => {
      const seen: unknown[] = []
      const app = appOf(failsInFront, problemHandler({ ...quiet, only: () => false }))
      app.context.onerror = function (error: unknown) {
        seen.push(error)
        this.res.end('own')
      }
      await withListener(app.callback(), async (url) => {
        for (const _ of [1, 2]) expect((await fetchPlain(url)).bytes.toString()).to.equal('own')
      })
      expect(seen).to.have.length(2)
    })

    it('asks the innermost handler first, then the one in front of it', async () => {
      const outer = problemHandler({ ...quiet, members: () => ({ handler: 'outer' }) })
      const inner = (only: boolean): Koa3.Middleware =>
        problemHandler({ ...quiet, only: () => only, members: () => ({ handler: 'inner' }) })
      for (const [only, handler] of [
        [true, 'inner'],
        [false, 'outer'],
      ] as const)
        await withListener(appOf(failsInFront, outer, inner(only)).callback(), async (url) => {
          expect((await fetchProblem(url)).document['handler']).to.equal(handler)
        })
    })

    it('answers where the app puts another function in its place while it runs, or freezes its contexts', async () => {
      const replaced = appOf(failsInFront, problemHandler(quiet))
      await withListener(replaced.callback(), async (url) => {
        expect((await fetchProblem(url)).status).to.equal(409)
        const { onerror } = replaced.context
        replaced.context.onerror = function (error: unknown) {
          onerror.call(this, error as Error)
        }
        for (const _ of [1, 2]) expect((await fetchProblem(url)).status).to.equal(409)
      })
      const frozen = appOf(failsInFront, problemHandler(quiet))
      frozen.context.onerror = Object.getPrototypeOf(frozen.context).onerror
      Object.freeze(frozen.context)
      expect(await statusOf(frozen)).to.deep.equal(problem)
    })

    it('answers where a middleware in front has put a function of its own on the context', async () => {
      const own: Koa3.Middleware = (ctx, next) => {
        const { onerror } = ctx
        ctx.onerror = (error) => onerror.call(ctx, error)
        return next()
      }
      expect(await statusOf(appOf(failsInFront, own, problemHandler(quiet)))).to.deep.equal(problem)
      const unmeant = problemHandler({ ...quiet, only: () => false })
      expect(await statusOf(appOf(failsInFront, own, unmeant))).to.deep.equal({ status: 409, type: 'text/plain; charset=utf-8' })
    })

    it('answers a stream that fails, once', async () => {
      const seen: string[] = []
      const app = appOf(problemHandler({ ...quiet, onProblem: ({ outcome }) => seen.push(outcome) }), (ctx) => {
        ctx.body = new Readable({
          read() {
            this.destroy(new Gone())
          },
        })
      })
      expect((await statusOf(app)).status).to.equal(410)
      expect(seen).to.deep.equal(['answered'])
    })

    it('knows its context where it is passed on without it', async () => {
      const passing: readonly Koa3.Middleware[] = [
        (ctx) => {
          ctx.respond = false
          const stream = new Readable({ read: () => undefined })
          stream.on('error', ctx.onerror)
          stream.destroy(new Gone())
        },
        (ctx) => {
          ctx.respond = false
          void Promise.reject(new Gone()).catch(ctx.onerror)
        },
      ]
      for (const middleware of passing) expect((await statusOf(appOf(problemHandler(quiet), middleware))).status).to.equal(410)
    })

    it('is what a middleware behind the handler sets on its context', async () => {
      const app = appOf(problemHandler(quiet), (ctx) => {
        ctx.onerror = (error) => {
          if (error && !ctx.res.writableEnded) ctx.res.end('own')
        }
        ctx.body = new Readable({
          read() {
            this.destroy(new Gone())
          },
        })
      })
      await withListener(app.callback(), async (url) => {
        expect((await fetchPlain(url)).bytes.toString()).to.equal('own')
      })
    })

    it('sends the length of a text in bytes', async () => {
      await withListener(
        appOf(problemHandler(quiet), () => {
          throw new Conflict('Größe')
        }).callback(),
        async (url) => {
          const { headers, bytes } = await fetchPlain(url)
          expect(headers.get('content-length')).to.equal(String(bytes.length))
          expect(JSON.parse(bytes.toString()).detail).to.equal('Größe')
        },
      )
    })
  })
}
