/** For which routes it counts what problems() says. */
import { expect } from 'chai'
import type { NextFunction, Request, Response } from 'express'
import {
  BadRequest,
  Conflict,
  Forbidden,
  Gone,
  InternalServerError,
  NotFound,
  Unauthorized,
} from '../../../lib/problem/classes.js'
import { HttpProblem } from '../../../lib/problem/problem.js'
import { collectExpress } from '../../../lib/routes/collect/express/express.js'
import { problemHandler } from '../../../middleware/express/handler.js'
import { problems } from '../../../middleware/express/problems.js'
import { route } from '../../../middleware/express/route.js'
import { statusLines, versions } from './express-versions.js'

const handler = (): void => undefined

for (const { name, express, isFive } of versions) {
  describe(`problems() and collectExpress() with ${name}`, () => {
    it('counts for layers behind it in the same router', () => {
      const app = express()
      const [one, two] = [express.Router(), express.Router()]
      one.get('/before', handler)
      one.use(problems(NotFound, Conflict))
      one.get('/behind', handler)
      two.get('/else', handler)
      app.use(one, two)
      app.use(problems(Gone))
      app.get('/last', handler)
      app.use(problems(Forbidden))

      expect(statusLines(collectExpress(app))).to.deep.equal(['GET /before', 'GET /behind 404 409', 'GET /else', 'GET /last 410'])
    })

    it('counts for routers and apps behind it, and what is in them', () => {
      const app = express()
      const [sub, router] = [express(), express.Router()]
      router.get('/deep', problems(NotFound), handler)
      sub.use(problems(Conflict))
      sub.use('/router', router)
      app.use(problems(Unauthorized))
      app.use('/sub', sub)

      expect(statusLines(collectExpress(app))).to.deep.equal(['GET /sub/router/deep 401 409 404'])
    })

    it('counts only below its path', () => {
      const app = express()
      const router = express.Router()
      router.get('/', handler).get('/items/:item', handler).get('/else', handler)
      app.use('/orders/items', problems(Gone))
      app.use('/ORDERS', problems(Unauthorized))
      app.use(['/orders/:id/lines', '/carts'], problems(NotFound))
      app.use('/:any/deep', problems(Conflict))
      app.use(isFive ? '/files/*rest' : '/files/*', problems(Forbidden))
      app.use('/orders', router)
      for (const path of [
        '/orders/:order/lines/:line',
        '/orders/:id/line',
        '/orderss',
        '/carts',
        '/carts/deep/er',
        '/files',
        '/files/a/b',
        '/',
      ])
        app.get(path, handler)

      expect(statusLines(collectExpress(app))).to.deep.equal([
        'GET /orders 401',
        'GET /orders/items/{item} 410 401',
        'GET /orders/else 401',
        'GET /orders/{order}/lines/{line} 401 404',
        'GET /orders/{id}/line 401',
        'GET /orderss',
        'GET /carts 404',
        'GET /carts/deep/er 404 409',
        'GET /files',
        'GET /files/a/b 403',
        'GET /',
      ])
    })

    it('tells upper from lower case where the router does', () => {
      const app = express()
      const router = express.Router({ caseSensitive: true })
      router.use('/Orders', problems(NotFound))
      router.get('/orders', handler).get('/Orders/:id', handler)
      app.use(router)

      expect(statusLines(collectExpress(app))).to.deep.equal(['GET /orders', 'GET /Orders/{id} 404'])
    })

    it('counts for the methods of the route that it stands in', () => {
      const app = express()
      app.get('/orders', problems(NotFound), handler)
      app.route('/orders').all(problems(Unauthorized)).get(handler).post(problems(Conflict), handler)
      app.all('/all', problems(Gone), handler)

      expect(statusLines(collectExpress(app))).to.deep.equal([
        'GET /orders 404',
        'GET /orders 401',
        'POST /orders 401 409',
        '* /all 410',
      ])
    })

    it('counts for the handlers that are marked, wrapped or not, and in front of others', () => {
      const app = express()
      app.use(
        problems(Unauthorized).on(function authenticate(_req: Request, _res: Response, next: NextFunction) {
          next()
        }),
      )
      app.get(
        '/plain',
        problems(NotFound).on(() => undefined),
      )
      app.get('/twice', problems(NotFound).on(problems(Conflict, NotFound).on(() => undefined)))
      app.get('/route', route(problems(Gone).on(() => undefined)))
      app.get('/handler', problemHandler().route(problems(Forbidden).on(() => undefined)))
      app.get('/frozen', problems(BadRequest).on(Object.freeze(() => undefined)))

      const records = collectExpress(app)
      expect(statusLines(records)).to.deep.equal([
        'GET /plain 401 404',
        'GET /twice 401 409 404',
        'GET /route 401 410',
        'GET /handler 401 403',
        'GET /frozen 401 400',
      ])
      expect(records.skipped).to.deep.equal([])
    })

    it('counts for the routes of a router that is marked, and for none behind it', () => {
      const app = express()
      const router = express.Router()
      router.get('/in', handler)
      app.use('/router', problems(NotFound).on(router))
      app.get('/router/behind', handler)

      expect(statusLines(collectExpress(app))).to.deep.equal(['GET /router/in 404', 'GET /router/behind'])
    })

    it('counts a marked handler of router.param() for the routes with the parameter', () => {
      const app = express()
      const router = express.Router()
      const load = problems(NotFound).on((_req: Request, _res: Response, next: NextFunction, _id: string) => next())
      app.param(
        'shop',
        problems(Gone).on((_req, _res, next) => next()),
      )
      router.param('id', load)
      router.get('/:id', handler).get('/', handler).get('/:other', handler)
      router.get(isFive ? '/pages{/:id}' : '/pages/:id?', handler)
      router.use('/deep/:id', express.Router().get('/x', handler))
      app.use('/:shop', router)
      app.get('/:id', handler)

      expect(statusLines(collectExpress(app))).to.deep.equal([
        'GET /{shop}/{id} 410 404',
        'GET /{shop} 410',
        'GET /{shop}/{other} 410',
        'GET /{shop}/pages/{id} 410 404',
        'GET /{shop}/pages 410',
        'GET /{shop}/deep/{id}/x 410 404',
        'GET /{id}',
      ])
    })

    it('says who says so, once for each class', () => {
      class OrderMissing extends NotFound {
        static override readonly type = 'https://example.com/order-missing'
      }
      const app = express()
      const router = express.Router()
      router.param(
        'id',
        problems(Gone).on(function loadOrder(_req, _res, next) {
          next()
        }),
      )
      router.get(
        '/:id',
        problems(OrderMissing),
        problems(HttpProblem, OrderMissing).on(function read() {}),
      )
      app.use('/orders', problems(Unauthorized, OrderMissing))
      app.use('/orders', router)

      expect(collectExpress(app)[0]?.problems).to.deep.equal([
        {
          class: Unauthorized,
          type: 'about:blank',
          status: 401,
          source: 'declared',
          evidence: 'problems() in front of /orders',
        },
        {
          class: OrderMissing,
          type: 'https://example.com/order-missing',
          status: 404,
          source: 'declared',
          evidence: 'problems() in front of /orders',
        },
        {
          class: Gone,
          type: 'about:blank',
          status: 410,
          source: 'declared',
          evidence: 'problems().on(loadOrder) for the parameter id',
        },
        {
          class: HttpProblem,
          type: 'about:blank',
          status: undefined,
          source: 'declared',
          evidence: 'problems().on(read) of GET /orders/{id}',
        },
      ])
    })

    it('counts an error handler that is marked as it counts other layers', () => {
      const app = express()
      app.get('/before', handler)
      app.use(problems(InternalServerError).on((_thrown: unknown, _req: Request, _res: Response, next: NextFunction) => next()))
      app.get('/behind', handler)

      expect(statusLines(collectExpress(app))).to.deep.equal(['GET /before', 'GET /behind 500'])
    })
  })
}
