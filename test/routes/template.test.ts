/** The template of the route that an event tells: on every version, from real routers. */
import type { RequestListener } from 'node:http'
import KoaRouter from '@koa/router'
import { expect } from 'chai'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { Conflict } from '../../lib/index.js'
import { patternOf } from '../../lib/routes/pattern.js'
import { koaTemplate } from '../../lib/routes/template.js'
import type { Layer } from '../../lib/routes/walk.js'
import { problemHandler as expressHandler, notFoundHandler } from '../../middleware/express/index.js'
import { problemHandler as koaHandler } from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from '../contract/versions.js'
import { withListener } from '../contract/with-listener.js'

const fail = (): never => {
  throw new Conflict('Paid.')
}

type Told = { readonly route: string | undefined }

/** Sends requests one after the other, and gives the route that was told for each. */
async function routesOf(listener: RequestListener, told: readonly Told[], asked: readonly string[]): Promise<unknown> {
  await withListener(listener, async (url) => {
    for (const one of asked) {
      const [method = '', path = ''] = one.split(' ')
      await (await fetch(`${url}${path}`, { method })).text()
    }
  })
  expect(told).to.have.length(asked.length)
  return Object.fromEntries(asked.map((one, index) => [one, told[index]?.route]))
}

for (const [name, express] of Object.entries(expressVersions)) {
  describe(`The route of an event on ${name}`, () => {
    const told: Told[] = []
    beforeEach(() => void told.splice(0))
    const options = { logger: false, onProblem: (event: Told) => void told.push({ route: event.route }) } as const

    const build = (mount: (app: ReturnType<typeof express>) => void): RequestListener => {
      const app = express()
      mount(app)
      app.use(notFoundHandler() as RequestHandler)
      app.use(expressHandler(options) as ErrorRequestHandler)
      return app as RequestListener
    }

    it('is the whole template, however deep the router is', async () => {
      const [shop, orders] = [express.Router({ mergeParams: true }), express.Router()]
      orders.get('/', fail)
      orders.route('/:order').get(fail).post(fail)
      shop.use('/orders', orders)
      const app = build((made) => {
        made.get('/', fail)
        made.use('/v1/shops/:shop/', shop)
        made.use('/shops/:shop-:branch', shop)
      })
      expect(
        await routesOf(app, told, [
          'GET /',
          'GET /v1/shops/7/orders/8?a=1',
          'POST /v1/shops/a%20b/orders/%41',
          'GET /V1/Shops/9/orders',
          'HEAD /v1/shops/9/orders',
          'GET /v1/shops/9',
        ]),
      ).to.deep.equal({
        'GET /': '/',
        'GET /v1/shops/7/orders/8?a=1': '/v1/shops/:shop/orders/:order',
        'POST /v1/shops/a%20b/orders/%41': '/v1/shops/:shop/orders/:order',
        'GET /V1/Shops/9/orders': '/v1/shops/:shop/orders',
        'HEAD /v1/shops/9/orders': '/v1/shops/:shop/orders',
        'GET /v1/shops/9': undefined,
      })
    })

    it('is that of the route which middleware refused', async () => {
      const refused = build((app) => {
        app.use(fail)
        app.get('/orders/new', fail)
        app.get('/orders/:id', fail)
        app.put('/orders/:id', fail)
      })
      expect(await routesOf(refused, told, ['GET /orders/new', 'GET /orders/7', 'PUT /orders/7', 'GET /nowhere'])).to.deep.equal({
        'GET /orders/new': '/orders/new',
        'GET /orders/7': '/orders/:id',
        'PUT /orders/7': '/orders/:id',
        'GET /nowhere': undefined,
      })
    })

    it('is for a 405 that of the path', async () => {
      const app = build((made) => {
        made.get('/orders/:id', fail)
        made.put('/orders/:id', fail)
      })
      expect(await routesOf(app, told, ['POST /orders/7', 'GET /nowhere/7'])).to.deep.equal({
        'POST /orders/7': '/orders/:id',
        'GET /nowhere/7': undefined,
      })
    })

    it('never has a part of the path in it', async () => {
      const inner = express.Router()
      inner.get('/x', fail)
      const outer = express.Router()
      outer.use(/^\/(\d+)x?/, inner)
      const app = build((made) => {
        made.use(/^\/v\d+/, inner)
        made.use(/^\/y\d{4}/, inner)
        made.use(/^\/id-[0-9a-f]{4}/, inner)
        made.use('/nested', outer)
      })
      const told1 = await routesOf(app, told, [
        'GET /v17/x',
        'GET /y2024/x',
        'GET /id-ab1f/x',
        'GET /nested/77x/x',
        'GET /nested/77/x',
      ])
      for (const route of Object.values(told1 as Record<string, string | undefined>)) {
        expect(String(route)).not.to.match(/17|2024|ab1f|77/)
      }
    })

    it('is that of a mounted app, and of a handler in a router', async () => {
      const mounted = express()
      mounted.get('/rows/:row', fail)
      mounted.use(expressHandler(options) as ErrorRequestHandler)
      const router = express.Router()
      router.get('/own/:id', fail)
      router.use(expressHandler(options) as ErrorRequestHandler)
      const hiding = express.Router()
      hiding.use('/hiding', mounted)
      const app = build((made) => {
        made.use('/router/:at', router)
        made.use('/in', hiding)
        made.use('/in/deep', hiding)
        made.use('/Mounted/:at', mounted)
      })
      expect(
        await routesOf(app, told, [
          'GET /mounted/1/rows/2',
          'GET /router/3/own/4',
          'GET /in/hiding/rows/2',
          'GET /in/deep/hiding/rows/2',
          'GET /in/mounted/7',
        ]),
      ).to.deep.equal({
        'GET /mounted/1/rows/2': '/Mounted/:at/rows/:row',
        'GET /router/3/own/4': '/router/:at/own/:id',
        // The app knows only where it was mounted last.
        'GET /in/hiding/rows/2': undefined,
        'GET /in/deep/hiding/rows/2': undefined,
        'GET /in/mounted/7': undefined,
      })
    })

    it('is unknown in an app that a router has', async () => {
      const mounted = express()
      mounted.get('/rows/:row', fail)
      mounted.use(expressHandler(options) as ErrorRequestHandler)
      const router = express.Router()
      router.use('/of/:router', mounted)
      const app = build((made) => {
        made.use('/in', router)
      })
      expect(await routesOf(app, told, ['GET /in/of/7/rows/2'])).to.deep.equal({ 'GET /in/of/7/rows/2': undefined })
    })

    it('is told by a handler that wraps one route, and unknown where a function hides the router', async () => {
      const hidden = express.Router()
      hidden.get('/x/:id', fail)
      const { route } = expressHandler(options)
      const app = build((made) => {
        made.get('/wrapped/:id', route(fail) as RequestHandler)
        made.use('/hidden', (req, res, next) => hidden(req, res, next))
      })
      expect(await routesOf(app, told, ['GET /wrapped/1', 'GET /hidden/x/1'])).to.deep.equal({
        'GET /wrapped/1': '/wrapped/:id',
        'GET /hidden/x/1': undefined,
      })
    })

    it('names lists and regular expressions of routes as they were declared', async () => {
      const app = build((made) => {
        made.get(['/a/:id', '/b/:id'], fail)
        made.get(/^\/c\/\d+$/, fail)
      })
      expect(await routesOf(app, told, ['GET /b/1', 'GET /c/1'])).to.deep.equal({
        'GET /b/1': '/a/:id,/b/:id',
        'GET /c/1': '/^\\/c\\/\\d+$/',
      })
    })

    it('begins with a slash, also where the pattern has none', async () => {
      // Express 5 refuses such a pattern.
      if (name !== 'Express 4') return
      const app = build((made) => void made.get('*', fail))
      expect(await routesOf(app, told, ['GET /a'])).to.deep.equal({ 'GET /a': '/*' })
    })

    it('stays what it was, whenever it is asked for', async () => {
      const events: Told[] = []
      const app = express()
      app.get('/orders/:id', fail)
      app.use(
        expressHandler({
          logger: false,
          onProblem: [(event: Told) => void event.route, (event: Told) => void events.push(event)],
        }) as ErrorRequestHandler,
      )
      await withListener(app as RequestListener, async (url) => void (await (await fetch(`${url}/orders/7`)).text()))
      expect(events[0]?.route).to.equal('/orders/:id')
    })
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`The route of an event on ${name}`, () => {
    it('is what the router matched, also for a 405 and for middleware of the router', async () => {
      const told: Told[] = []
      const app = new Koa()
      app.use(koaHandler({ logger: false, onProblem: (event) => void told.push({ route: event.route }) }))
      const router = new KoaRouter({ prefix: '/shops/:shop' })
      const guarded = new KoaRouter()
      guarded.use('/guarded', fail)
      guarded.get('/guarded/:id', fail)
      router.get('/', fail)
      router.get('/rows/:row', fail)
      router.put('/rows/:row', fail)
      router.all('/all', fail)
      app.use(router.routes()).use(guarded.routes())
      expect(
        await routesOf(app.callback() as RequestListener, told, [
          'GET /shops/7',
          'HEAD /shops/7/rows/8',
          'POST /shops/7/rows/8',
          'GET /shops/7/all',
          'GET /guarded/7',
          'GET /nowhere',
        ]),
      ).to.deep.equal({
        'GET /shops/7': '/shops/:shop',
        'HEAD /shops/7/rows/8': '/shops/:shop/rows/:row',
        'POST /shops/7/rows/8': '/shops/:shop/rows/:row',
        'GET /shops/7/all': '/shops/:shop/all',
        'GET /guarded/7': '/guarded/:id',
        'GET /nowhere': undefined,
      })
    })
  })
}

describe('koaTemplate()', () => {
  it('believes a router that tells nothing else, bounds what it says, and takes no other value', () => {
    expect(koaTemplate({ _matchedRoute: '/a/:b' })).to.equal('/a/:b')
    expect(koaTemplate({ _matchedRoute: /^\/a+$/ })).to.equal('/^\\/a+$/')
    expect(koaTemplate({ _matchedRoute: `/${'a'.repeat(1000)}` })).to.have.length(200)
    for (const _matchedRoute of [undefined, 7, {}, ['/a']]) expect(koaTemplate({ _matchedRoute })).to.equal(undefined)
    expect(koaTemplate({ matched: [{ path: '/a', methods: ['GET'] }, 7, null], method: 'GET' })).to.equal('/a')
    expect(koaTemplate({ matched: 'x' })).to.equal(undefined)
  })
})

describe('patternOf()', () => {
  /** A layer of a router that forgets what it was mounted at, as Express 4 has. */
  const layer = (regexp: RegExp, ...names: readonly string[]): Layer => {
    const made = {
      path: '',
      params: {} as Record<string, unknown>,
      match(path: string) {
        const found = regexp.exec(path)
        made.path = found?.[0] ?? ''
        made.params = Object.fromEntries(names.map((name, index) => [name, found?.[index + 1]]))
        return found !== null
      },
    }
    return made
  }

  it('puts the names of parameters in the place of their values', () => {
    expect(patternOf(layer(/^\/shops\/([^/]+)\/rows\/([^/]+)/i, 'shop', 'row'), '/Shops/7/rows/8/x')).to.equal(
      '/shops/:shop/rows/:row',
    )
    expect(patternOf(layer(/^\/shops\/([^/]+)/, 'shop'), '/shops/%zz')).to.equal('/shops/:shop')
    expect(patternOf(layer(/^\/shops(?:\/(\d+))?/i, 'shop'), '/shops')).to.equal('/shops')
  })

  it('gives up where a value is a part of a segment, or of many', () => {
    expect(patternOf(layer(/^\/v(\d+)/, 'major'), '/v17/x')).to.equal(undefined)
    expect(patternOf(layer(/^\/files\/(.*)/, 'path'), '/files/a/b')).to.equal(undefined)
  })

  it('gives up where a segment could be another one', () => {
    expect(patternOf(layer(/^\/[a-z]+/), '/xyz')).to.equal(undefined)
    expect(patternOf(layer(/^\/%[^/]*/), '/%zz')).to.equal(undefined)
    expect(patternOf(layer(/^\/(?:en|de)/), '/en')).to.equal('/en')
  })

  it('gives up where a layer does not match, or tells nothing that one could write', () => {
    expect(patternOf(layer(/^\/a$/), '/b')).to.equal(undefined)
    expect(patternOf({ path: '', match: () => ({ path: '/a', pattern: 7 }) }, '/a')).to.equal(undefined)
    expect(patternOf({ path: '', match: () => true, route: { path: 7 } }, '/a')).to.equal(undefined)
  })
})
