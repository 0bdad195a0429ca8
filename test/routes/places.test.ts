/** Where a request is when notFoundHandler() asks: in which app, and in which router of it. */
import { createServer } from 'node:http'
import { expect } from 'chai'
import type { ErrorRequestHandler, Express, NextFunction, Request, RequestHandler, Response } from 'express'
import request from 'supertest'
import { notFoundHandler, problemHandler } from '../../middleware/express/index.js'
import { expressVersions } from '../foreign/express-error.js'
import { answer, expectTruth, passOn, told, withEnd } from './truth.js'

/** Calls an app for one host, as vhost does. */
function vhost(host: string, app: Express): RequestHandler {
  return (req, res, next) => {
    if (req.headers.host === host) app(req, res, next)
    else next()
  }
}

const notFound = (): RequestHandler => notFoundHandler() as RequestHandler
const errors = (): ErrorRequestHandler => problemHandler({ logger: false }) as ErrorRequestHandler

for (const { name, express } of expressVersions) {
  const called: Readonly<Record<string, (app: Express) => RequestHandler>> = {
    'a function': (app) => (req, res, next) => app(req, res, next),
    'an async function': (app) => async (req, res, next) => app(req, res, next),
    'its handle()': (app) => (req, res, next) => (app as unknown as { handle: RequestHandler }).handle(req, res, next),
    'a vhost': (app) => vhost('books.example', app),
    'a router that it is used in': (app) => express.Router().use(app),
    'a function that changes the URL': (app) => (req, res, next) => {
      req.url = `/v2${req.url}`
      app(req, res, next)
    },
  }
  const host = { Host: 'books.example' }

  /** Has routes at the top and in a router, all of them under /v2 too. */
  function books(): Express {
    const inner = express.Router()
    inner.get('/:id', answer).delete('/:id', answer)
    const api = express.Router().get('/list', answer).use('/books', inner)
    const app = express().use(passOn)
    app.use(api).use('/v2', api)
    return app
  }

  describe(`notFoundHandler() of an app that another one calls, with ${name}`, () => {
    for (const [says, call] of Object.entries(called)) {
      for (const mount of ['/', '/api', '/api/:version', '/books']) {
        it(`tells the truth where ${says} calls it under ${mount}`, async () => {
          const app = express().use(mount, call(withEnd(books())))
          const base = mount === '/' ? '' : mount.replace(':version', '1')
          for (const path of ['/list', '/books/7', '/nowhere', '/']) await expectTruth(app, base + path, host)
        })
      }

      it(`tells the truth where ${says} calls it in a router of an app that is mounted`, async () => {
        const outer = express().use('/one', express.Router().use('/two', call(withEnd(books()))))
        const app = express().use('/zero', outer)
        for (const path of ['/list', '/books/7', '/nowhere']) await expectTruth(app, `/zero/one/two${path}`, host)
      })
    }

    it('tells the truth where a handler in a router of it asks', async () => {
      const inner = express.Router().get('/item', answer).use(notFound())
      const app = express().use('/books', inner).use(errors())
      const parent = express().use('/api', (req, res, next) => app(req, res, next))

      expect(await told(parent, 'POST', '/api/books/item')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(parent, 'POST', '/api/books/else')).to.equal('404')
    })
  })

  describe(`notFoundHandler() behind an app that some function called, with ${name}`, () => {
    for (const [says, call] of Object.entries(called).filter(([says]) => !says.includes('URL'))) {
      for (const mount of ['/', '/api', '/api/:version']) {
        it(`finds the routes of both where ${says} called it under ${mount}`, async () => {
          const app = express().get('/health', answer)
          app.use(mount, call(books()))
          app.patch('/list', answer)
          const base = mount === '/' ? '' : mount.replace(':version', '1')
          withEnd(app)
          for (const path of ['/health', '/list', `${base}/list`, `${base}/books/7`, `${base}/nowhere`, '/nowhere'])
            await expectTruth(app, path, host)
        })
      }
    }

    it('knows the methods of both', async () => {
      const sub = express().report('/y', answer)
      const app = express().mkcol('/x', answer)
      app.use('/api', (req, res, next) => sub(req, res, next))
      withEnd(app)

      expect(await told(app, 'MKCOL', '/api/nowhere')).to.equal('404')
      expect(await told(app, 'REPORT', '/api/nowhere')).to.equal('404')
      expect(await told(app, 'MKCALENDAR', '/api/nowhere')).to.equal('501')
    })

    it('finds at least the routes of the last one where the server calls a function', async () => {
      const sub = express().get('/books', answer)
      const app = withEnd(express().use(express.json(), vhost('books.example', sub)))
      const listener = createServer((req, res) => app(req, res))

      const response = await request(listener).post('/books').set(host)
      expect(`${response.status} ${response.headers['allow']}`).to.equal('405 GET, HEAD, OPTIONS')
      expect((await request(listener).post('/nowhere').set(host)).status).to.equal(404)
    })
  })

  describe(`One notFoundHandler() in several places with ${name}`, () => {
    const shared = (): { handler: RequestHandler; app: Express } => {
      const handler = notFound()
      const shelves = express.Router().get('/item', answer).use(handler)
      const carts = express.Router({ mergeParams: true }).put('/item', answer).use(handler)
      const app = express()
      app.use('/shelves', shelves).use('/carts', carts).use(['/x', '/y/:id'], carts)
      app.patch('/item', answer)
      return { handler, app: app.use(handler).delete('/item', answer).use(errors()) }
    }
    const rows = [
      ['/shelves/item', '405 GET, HEAD, OPTIONS'],
      ['/carts/item', '405 PUT, OPTIONS'],
      ['/x/item', '405 PUT, OPTIONS'],
      ['/y/7/item', '405 PUT, OPTIONS'],
      ['/item', '405 PATCH, OPTIONS'],
      ['/carts', '404'],
      ['/nowhere', '404'],
    ] as const

    for (const [mount, base] of [
      ['/', ''],
      ['/shop', '/shop'],
      ['/shop/:id', '/shop/7'],
      ['/carts', '/carts'],
      [['/a/b', '/shop'], '/a/b'],
      [/^\/[a-z]{4}/, '/shop'],
    ] as const) {
      it(`answers in each place for itself, mounted at ${String(mount)}`, async () => {
        const app = express().use(mount as string, shared().app)
        for (const [path, expected] of rows) expect(await told(app, 'POST', base + path), path).to.equal(expected)
      })
    }

    it('answers in each place for itself, in apps in apps and where a function calls the app', async () => {
      const mounted = express().use('/one', express().use('/two', shared().app))
      const byFunction = express().use('/one/two', (req, res, next) => shared().app(req, res, next))
      for (const app of [mounted, byFunction])
        for (const [path, expected] of rows) expect(await told(app, 'POST', `/one/two${path}`), path).to.equal(expected)
    })

    it('answers for a parent and for an app that is mounted in it', async () => {
      const { handler, app } = shared()
      const parent = express().use('/shop', app).get('/list', answer).use(handler).use(errors())

      expect(await told(parent, 'POST', '/shop/carts/item')).to.equal('405 PUT, OPTIONS')
      expect(await told(parent, 'POST', '/list')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(parent, 'POST', '/item')).to.equal('404')
    })

    it('answers for the app where a router was left before its own', async () => {
      const handler = notFound()
      const admin = express.Router()
      admin.use((req: Request, _res: Response, next: NextFunction) => next(req.headers['x-admin'] ? undefined : 'router'))
      admin.get('/stats', answer).use(handler)
      const app = express().use(admin).get('/books', answer).use(handler).use(errors())

      expect(await told(app, 'POST', '/books')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(app, 'POST', '/stats', { 'X-Admin': 'yes' })).to.equal('405 GET, HEAD, OPTIONS')
    })

    it('counts no route behind the first one of a router', async () => {
      const handler = notFound()
      const app = express().get('/a', answer).use(handler).get('/b', answer).use(handler).use(errors())

      expect(await told(app, 'POST', '/a')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(app, 'GET', '/b')).to.equal('404')
    })
  })

  describe(`The walk through the routers of ${name}`, () => {
    it('goes where Express goes with patterns that match in the middle of a path', async () => {
      const inner = express.Router().get('/x', answer).get('/.json', answer)
      const app = express()
        .use(/\/api/, inner)
        .use(/^\/v\d/, inner)
        .use(/^\/end\//, inner)
        .use([/^\/r1/, '/r2', '/r3/:id'], inner)
      withEnd(app)
      for (const path of [
        '/api/x',
        '/my/api/x',
        '/v1/x',
        '/v1x',
        '/v12/x',
        '/end/x',
        '/end//x',
        '/api.json',
        '/r1/x',
        '/r2/x',
        '/r3/7/x',
        '/r3/x',
      ])
        await expectTruth(app, path)
    })

    it('sees the path that a middleware has put in the place of the first one', async () => {
      const router = express.Router().get('/new', answer)
      const rewrite =
        (path: string): RequestHandler =>
        (req, _res, next) => {
          req.url = path
          next()
        }
      const app = express().use('/old', rewrite('/books')).get('/old/books', answer)
      app.use('/r', rewrite('/new'), router)
      withEnd(app)

      for (const path of ['/old', '/r/anything', '/nowhere']) await expectTruth(app, path)
    })

    it('takes encoded paths, case and slashs as the routers do', async () => {
      const strict = express.Router({ strict: true, caseSensitive: true }).put('/Exact', answer)
      const app = express().set('strict routing', true).set('case sensitive routing', true)
      app.get('/Books/:name', answer).use('/%C3%BCber', strict).use('/Mixed', strict)
      withEnd(app)
      for (const path of [
        '/Books/%C3%BC',
        '/Books/a%2Fb',
        '/Books/a/',
        '/books/a',
        '/%C3%BCber/Exact',
        '/Mixed/Exact/',
        '/mixed/Exact',
        '/Mixed/exact',
        '/Mixed/Exact',
      ])
        await expectTruth(app, path)
    })

    it('runs no code of the app, such as param callbacks', async () => {
      const seen: string[] = []
      const router = express.Router().param('id', (_req, _res, next, id) => {
        seen.push(id)
        next()
      })
      const app = withEnd(express().use('/books', router.get('/:id', answer)))

      await expectTruth(app, '/books/7')
      expect(seen.length).to.equal(2)
    })

    it('comes back from a router that is used inside of itself', async () => {
      const router = express.Router()
      router.get('/item', answer).use('/deeper', router).use(notFound())
      const other = express.Router()
      other.get('/other', () => {
        throw Object.assign(new Error('no such method'), { status: 405, expose: true })
      })
      other.use(other)
      const app = express().use('/tree', router).use(other).use(errors())

      expect(await told(app, 'POST', '/tree/item')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(app, 'POST', '/tree/deeper/deeper/item')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(app, 'MKCOL', '/tree/deeper')).to.equal('501')
      expect(await told(app, 'GET', '/other')).to.equal('405 GET, HEAD, OPTIONS')
    })

    it('takes nothing from a polluted prototype', async () => {
      const inner = express.Router().get('/item', answer).use(notFound())
      const sub = express().use('/inner', inner).use(errors())
      const app = express()
        .use('/sub', sub)
        .use('/called', (req, res, next) => sub(req, res, next))
        .use(errors())
      const names = [
        'httpProblems',
        'stack',
        '_router',
        'router',
        'parent',
        'mountpath',
        'matched',
        'methods',
        'regexp',
        'listeners',
      ]
      const paths = ['/sub/inner/item', '/called/inner/item']
      for (const name of names) {
        Object.defineProperty(Object.prototype, name, { value: 'x', configurable: true, writable: true, enumerable: false })
        try {
          for (const path of paths) expect(await told(app, 'POST', path), `${name} ${path}`).to.equal('405 GET, HEAD, OPTIONS')
        } finally {
          Reflect.deleteProperty(Object.prototype, name)
        }
      }
    })

    it('ends soon for a long path that leads to the handler', async () => {
      const path = name === 'express-4' ? '*' : '/*rest'
      const app = express()
        .get('/books', answer)
        .use(path, (req, res, next) => notFound()(req, res, next))
        .use(errors())
      const began = performance.now()

      expect(await told(app, 'POST', '/a'.repeat(4000))).to.equal('404')
      expect(performance.now() - began).to.be.lessThan(2000)
    })
  })
}
