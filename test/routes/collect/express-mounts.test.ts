/** Every way in which a route can be mounted: what is found is what was declared. */
import { expect } from 'chai'
import type { Express } from 'express'
import { collectExpress } from '../../../lib/routes/collect/express/express.js'
import { type ExpressModule, linesOf, versions } from './express-versions.js'

const handler = (): void => undefined

/** Declares routes, and gives the lines that they must have. */
type Fixture = (app: Express, express: ExpressModule, isFive: boolean) => readonly string[]

const fixtures: Readonly<Record<string, Fixture>> = {
  'methods, in the order in which they were added': (app) => {
    app.post('/orders', handler).get('/orders', handler)
    app.route('/orders/:id').delete(handler).get(handler).get(handler)
    app['m-search']('/found', handler)
    app.head('/head', handler)
    return ['POST /orders', 'GET /orders', 'DELETE /orders/{id}', 'GET /orders/{id}', 'M-SEARCH /found', 'HEAD /head']
  },
  'app.all() and router.all() as one': (app, express) => {
    const router = express.Router()
    router.all('/router', handler)
    app.all('/app', handler, handler)
    app.use(router)
    return ['* /app', '* /router']
  },
  'route.all() that answers what its methods do not, and not one in front of them': (app, express) => {
    const router = express.Router()
    router.route('/behind').get(handler).all(handler)
    router.route('/in-front').all(handler).get(handler).post(handler)
    app.use(router)
    return ['GET /behind', '* /behind', 'GET /in-front', 'POST /in-front']
  },
  'the root': (app, express) => {
    const [orders, strict] = [express.Router(), express.Router({ strict: true })]
    orders.get('/', handler)
    strict.get('/', handler)
    app.get('/', handler)
    app.post('', handler)
    app.use('/orders', orders)
    app.use('/strict', strict)
    app.use(orders)
    return ['GET /', 'POST /', 'GET /orders', 'GET /strict', 'GET /']
  },
  'slashes at the end, where they mean something': (app, express) => {
    const [loose, strict] = [express.Router(), express.Router({ strict: true, caseSensitive: true })]
    loose.get('/a/', handler)
    strict.get('/A/', handler).get('/A', handler)
    app.use('/loose/', loose)
    app.use('/strict/', strict)
    return ['GET /loose/a', 'GET /strict/A/', 'GET /strict/A']
  },
  'an app with strict routing': (app) => {
    app.enable('strict routing').enable('case sensitive routing')
    app.get('/A/', handler).get('/a', handler)
    return ['GET /A/', 'GET /a']
  },
  'parameters, several in a segment, and files': (app) => {
    app.get('/flights/:from-:to', handler)
    app.get('/files/:name.:ending', handler)
    app.get('/v:major.x/:_id0', handler)
    return ['GET /flights/{from}-{to}', 'GET /files/{name}.{ending}', 'GET /v{major}.x/{_id0}']
  },
  'a parameter that a router around has too': (app, express) => {
    const [inner, middle] = [express.Router(), express.Router()]
    inner.get('/:id', handler)
    middle.use('/items/:id', inner)
    app.use('/orders/:id', middle)
    return ['GET /orders/{id}/items/{id2}/{id3}']
  },
  'optional segments as two paths': (app, express, isFive) => {
    const router = express.Router()
    router.get(isFive ? '/pages{/:page}{/:part}' : '/pages/:page?/:part?', handler)
    app.use(router)
    app.use(isFive ? '/in{/:lang}' : '/in/:lang?', router)
    return [
      'GET /pages/{page}/{part}',
      'GET /pages/{page}',
      'GET /pages',
      'GET /in/{lang}/pages/{page}/{part}',
      'GET /in/{lang}/pages/{page}',
      'GET /in/{lang}/pages',
    ]
  },
  splats: (app, express, isFive) => {
    const router = express.Router()
    router.get('/', handler).get('/behind', handler)
    app.get(isFive ? '/files/*rest' : '/files/*', handler)
    app.get(isFive ? '/from/*rest/to' : '/from/*/to', handler)
    app.use(isFive ? '/all/*rest' : '/all/*', router)
    const name = isFive ? '{rest}' : '{0}'
    // The splat of a router takes all of the path, so nothing is left for the route behind it.
    return [`GET /files/${name}`, `GET /from/${name}/to`, `GET /all/${name}`]
  },
  'arrays of paths, in arrays': (app, express) => {
    const router = express.Router()
    router.get(['/a', '/b/:id'], handler)
    app.use(['/x', '/y/:x'], router)
    app.post(['/same', '/same/', '/other'], handler)
    return ['GET /x/a', 'GET /x/b/{id}', 'GET /y/{x}/a', 'GET /y/{x}/b/{id}', 'POST /same', 'POST /other']
  },
  'escapes, in paths and mount paths': (app, express, isFive) => {
    const router = express.Router()
    router.get('/\\(a\\)', handler).get('/v1.0/a-b_c~d', handler)
    app.use('/\\:b/c\\*', router)
    app.get('/\\+d', handler)
    app.get(isFive ? '/:"a-b"x/\\\\' : '/:a_b/\\[', handler)
    return ['GET /:b/c*/(a)', 'GET /:b/c*/v1.0/a-b_c~d', 'GET /+d', isFive ? 'GET /{a-b}x/\\' : 'GET /{a_b}/[']
  },
  'a router in two places': (app, express) => {
    const router = express.Router()
    router.get('/:id', handler)
    app.use('/orders', router)
    app.use('/invoices', router)
    return ['GET /orders/{id}', 'GET /invoices/{id}']
  },
  'routers behind middleware of the same use()': (app, express) => {
    const [one, two] = [express.Router(), express.Router()]
    one.get('/one', handler)
    two.get('/two', handler)
    app.use('/both', handler, [one, two])
    return ['GET /both/one', 'GET /both/two']
  },
  'apps in apps': (app, express) => {
    const [shop, admin, empty, users] = [express(), express(), express(), express.Router()]
    users.get('/users/:id', handler)
    admin.get('/', handler)
    admin.use('/in/:area', users)
    shop.get('/cart', handler)
    shop.use('/admin', admin)
    shop.use('/empty', empty)
    app.use('/shop/:tenant', shop)
    app.use(admin)
    return [
      'GET /shop/{tenant}/cart',
      'GET /shop/{tenant}/admin',
      'GET /shop/{tenant}/admin/in/{area}/users/{id}',
      'GET /',
      'GET /in/{area}/users/{id}',
    ]
  },
  'an app that a router has without Express knowing': (app, express) => {
    const [shop, router] = [express(), express.Router()]
    shop.get('/cart', handler)
    router.use('/shop', shop)
    app.use(router)
    return ['GET /shop/cart']
  },
}

const onlyFour: Readonly<Record<string, Fixture>> = {
  'parameters with an expression, formats and what follows a parameter': (app, express) => {
    const router = express.Router()
    router.get('/:id(\\d+)', handler).get('/:kind(books|films)/:n([0-9]{1,3})', handler)
    app.use('/:area(a|b)', router)
    app.get('/feed.:format?', handler)
    app.get('/tree/:path*', handler)
    app.get('/tree/:path*/end', handler)
    return [
      'GET /{area}/{id}',
      'GET /{area}/{kind}/{n}',
      'GET /feed.{format}',
      'GET /feed',
      'GET /tree/{path}',
      'GET /tree/{path}/end',
    ]
  },
  'groups without a name': (app) => {
    app.get('/user(s)?', handler)
    app.get('/x(a|b)', handler)
    app.get('/(big-)?icon', handler)
    app.get('/ab?c', handler)
    app.get('*', handler)
    return ['GET /users', 'GET /user', 'GET /xa', 'GET /xb', 'GET /big-icon', 'GET /icon', 'GET /abc', 'GET /ac', 'GET /{0}']
  },
  'a root in an array of mount paths': (app, express) => {
    const router = express.Router()
    router.get('/a', handler)
    app.use(['/x', '/'], router)
    // Here the root takes all requests, so that none comes to what is behind it.
    app.use(['/', '/y'], router)
    return ['GET /x/a', 'GET /a', 'GET /a']
  },
}

for (const { name, express, isFive } of versions) {
  describe(`collectExpress() with ${name}`, () => {
    for (const [says, fixture] of Object.entries(isFive ? fixtures : { ...fixtures, ...onlyFour })) {
      it(`finds ${says}`, () => {
        const app = express()
        const expected = fixture(app, express, isFive)
        const records = collectExpress(app)
        expect(linesOf(records)).to.deep.equal(expected)
        expect(records.skipped).to.deep.equal([])
      })
    }

    it('reads a router without an app, and an app without routes', () => {
      const router = express.Router()
      router.get('/a', handler)
      expect(linesOf(collectExpress(router))).to.deep.equal(['GET /a'])
      expect(collectExpress(express())).to.have.length(0)
      expect(collectExpress(express()).skipped).to.deep.equal([])
    })
  })
}
