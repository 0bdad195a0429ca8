/** Routes that answer for every path, or for every method, say nothing about a resource. */
import { METHODS } from 'node:http'
import KoaRouter, { type RouterMiddleware } from '@koa/router'
import { expect } from 'chai'
import type { ErrorRequestHandler, Express, NextFunction, Request, RequestHandler, Response } from 'express'
import Koa from 'koa'
import Koa2 from 'koa-2'
import request from 'supertest'
import { createProblem } from '../../lib/index.js'
import { notFoundHandler, problemHandler } from '../../middleware/express/index.js'
import { problemHandler as koaHandler } from '../../middleware/koa/index.js'
import { expressVersions } from '../foreign/express-error.js'
import { answer, passOn, told } from './truth.js'

const end = (app: Express): Express =>
  app.use(notFoundHandler() as RequestHandler).use(problemHandler({ logger: false }) as ErrorRequestHandler)

/** Answers OPTIONS as cors does: a preflight at once, the rest not. */
function cors(req: Request, res: Response, next: NextFunction): void {
  if (req.method !== 'OPTIONS') return next()
  res.set('Access-Control-Allow-Origin', '*').status(204).end()
}

for (const { name, express } of expressVersions) {
  const four = name === 'express-4'

  describe(`Routes for every path with ${name}`, () => {
    for (const path of four ? ['*', '/*', '/:any', /.*/] : ['/*splat', '/{*any}', '/:any', /.*/]) {
      it(`leave 404 as it is where OPTIONS of ${path} is answered`, async () => {
        const app = express()
        app.options(path, cors)
        app.get('/books', answer)
        end(app)

        expect(await told(app, 'GET', '/nowhere')).to.equal('404')
        expect(await told(app, 'OPTIONS', '/nowhere')).to.equal('204')
        expect(await told(app, 'MKCOL', '/nowhere')).to.equal('501')
        expect((await told(app, 'POST', '/books')).split(/,? /).toSorted()).to.deep.equal(['405', 'GET', 'HEAD', 'OPTIONS'])
      })
    }

    it('leave 404 as it is where OPTIONS is answered in a router, and by a middleware that passes on', async () => {
      const api = express.Router()
      api.options(/.*/, cors, passOn)
      api.options(/.*/, passOn)
      const app = express().use('/api', api)
      app.options(/.*/, passOn)
      app.get('/books', answer)
      end(app)

      expect(await told(app, 'DELETE', '/api/nowhere')).to.equal('404')
      expect(await told(app, 'OPTIONS', '/nowhere')).to.equal('404')
      expect(await told(app, 'OPTIONS', '/books')).to.match(/^200 GET, ?HEAD$/)
    })

    it('show a resource where they answer any other method', async () => {
      for (const method of ['head', 'get', 'post', 'trace', 'propfind'] as const) {
        const app = express()
        app.options(/.*/, cors)
        app[method]('/x', answer)
        end(app)

        expect(await told(app, 'DELETE', '/x'), method).to.match(new RegExp(`^405 .*${method.toUpperCase()}`))
      }
    })

    it('keep OPTIONS in Allow of an error that the app throws itself', async () => {
      const app = express()
      app.options('/x', cors)
      app.use('/x', () => {
        throw createProblem(405)
      })
      end(app)

      expect(await told(app, 'GET', '/x')).to.equal('405 OPTIONS')
    })
  })

  describe(`Routes for every method with ${name}`, () => {
    const everyPath = four ? '*' : '/{*any}'
    const adders: Readonly<Record<string, (app: Express) => void>> = {
      'app.all()': (app) => void app.all(everyPath, passOn),
      'app.all() with several handlers': (app) => void app.all(everyPath, passOn, [passOn, passOn]),
      'router.all()': (app) => void app.use(express.Router().all(everyPath, passOn)),
      'app.route().all()': (app) => void app.route(everyPath).all(passOn),
      'app.use()': (app) => void app.use(passOn),
      'app.use() with a path': (app) => void app.use(/.*/, passOn),
      'app.all() in a router of its own': (app) => void app.use('/', express.Router().use(express().all(everyPath, passOn))),
      'a loop over the methods of Node': (app) => {
        const route = app.route(everyPath)
        for (const method of METHODS.filter((known) => known !== 'OPTIONS' && known !== 'QUERY')) {
          const add = route[method.toLowerCase() as 'get'] as (handler: RequestHandler) => unknown
          add.call(route, passOn as RequestHandler)
        }
      },
    }

    for (const [says, add] of Object.entries(adders)) {
      it(`hide neither 405 nor 501 where ${says} passes requests on`, async () => {
        const app = express()
        add(app)
        app.get('/books', answer)
        app.options(/.*/, cors)
        end(app)

        expect(await told(app, 'POST', '/books')).to.match(/^405 (?=.*GET)(?=.*HEAD)(?=.*OPTIONS)[A-Z, ]{18}$/)
        expect(await told(app, 'POST', '/nowhere')).to.equal('404')
        expect(await told(app, 'MKCOL', '/books')).to.equal('501')
        expect(await told(app, 'MKCOL', '/nowhere')).to.equal('501')
        expect(await told(app, 'GET', '/books')).to.equal('200')
      })
    }

    it('count for the methods that they name beside', async () => {
      const app = express()
      app.route('/books').all(passOn).get(answer).put(answer)
      app.all('/books', passOn).report('/books', answer)
      end(app)

      expect(await told(app, 'POST', '/books')).to.equal('405 GET, PUT, REPORT, HEAD, OPTIONS')
      expect(await told(app, 'REPORT', '/nowhere')).to.equal('404')
      expect(await told(app, 'MKCOL', '/books')).to.equal('501')
    })

    it('do not stand in Allow where app.all() refuses what is left', async () => {
      const app = express()
      app.get('/books', answer)
      app.all('/books', () => {
        throw createProblem(405)
      })
      end(app)

      expect(await told(app, 'POST', '/books')).to.equal('405 GET, HEAD, OPTIONS')
    })

    it('lead into the routers that they call', async () => {
      const api = express.Router().get('/api/books', answer)
      const app = express().all(four ? '/api/*' : '/api/{*any}', passOn, api)
      end(app)

      expect(await told(app, 'POST', '/api/books')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(app, 'POST', '/api/nowhere')).to.equal('404')
    })
  })
}

for (const [name, App] of [
  ['koa', Koa],
  ['koa-2', Koa2],
] as const) {
  const every = '/{*any}'
  const next: RouterMiddleware = (_ctx, go) => go()
  const fill: RouterMiddleware = (ctx) => {
    ctx.body = 'x'
  }
  const send = async (method: string, path: string, ...routers: KoaRouter[]): Promise<string> => {
    const app = new App()
    app.use(koaHandler() as never)
    for (const router of routers) app.use(router.routes() as never)
    const response = await request(app.callback())[method.toLowerCase() as 'get'](path)
    return [response.status, ...(response.headers['allow'] ? [response.headers['allow']] : [])].join(' ')
  }

  describe(`Routes for every path or method with ${name} and @koa/router`, () => {
    it('leave 404 as it is where OPTIONS is answered for every path', async () => {
      const preflight = new KoaRouter().options(every, fill)
      const books = new KoaRouter({ prefix: '/books' }).get('/', fill)

      expect(await send('GET', '/nowhere', preflight, books)).to.equal('404')
      expect(await send('OPTIONS', '/nowhere', preflight, books)).to.equal('200')
      expect(await send('MKCOL', '/nowhere', preflight, books)).to.equal('501')
      expect(await send('POST', '/books', preflight, books)).to.equal('405 OPTIONS, HEAD, GET')
      expect(await send('POST', '/books', new KoaRouter().options(every, next).get('/books', fill))).to.equal(
        '405 OPTIONS, HEAD, GET',
      )
    })

    it('leave 404 as it is behind router.allowedMethods(), and a 405 of the app too', async () => {
      const app = new App()
      const router = new KoaRouter().options(every, fill).get('/books', fill)
      app.use(koaHandler() as never).use(router.routes() as never)
      app.use(router.allowedMethods() as never)
      app.use((ctx) => {
        if (ctx.path === '/mine') ctx.status = 405
      })
      const client = request(app.callback())

      expect((await client.get('/nowhere')).status).to.equal(404)
      expect((await client.get('/mine')).status).to.equal(405)
      expect((await client.post('/books')).status).to.equal(405)
      expect((await client.patch('/books')).headers['allow']).to.equal('OPTIONS, HEAD, GET')
    })

    it('hide neither 405 nor 501 where router.all() passes requests on', async () => {
      const guard = new KoaRouter().all(every, next)
      const books = new KoaRouter().get('/books', fill).all('/books', next)

      expect(await send('POST', '/books', guard, books)).to.equal('405 HEAD, GET')
      expect(await send('POST', '/nowhere', guard, books)).to.equal('404')
      expect(await send('MKCOL', '/books', guard, books)).to.equal('501')
      expect(await send('MKCOL', '/nowhere', guard)).to.equal('501')
    })

    it('find the routes of routers in routers, with prefixes and parameters', async () => {
      const item = new KoaRouter().get('/:id', fill).use(next)
      const shelf = new KoaRouter({ prefix: '/shelves' }).all(every, next).use('/:shelf/books', item.routes())

      expect(await send('DELETE', '/shelves/a/books/7', shelf)).to.equal('405 HEAD, GET')
      expect(await send('DELETE', '/shelves/a/books', shelf)).to.equal('404')
      expect(await send('DELETE', '/a/books/7', shelf)).to.equal('404')
    })
  })
}
