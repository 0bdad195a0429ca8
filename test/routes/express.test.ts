import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import type { Express, NextFunction, Request, Response } from 'express'
import request from 'supertest'
import { pathMethods } from '../../lib/routes/express.js'
import { notFoundHandler } from '../../middleware/express/not-found.js'
import { expressVersions } from '../foreign/express-error.js'
import { answer, expectTruth, passOn, withEnd } from './truth.js'

for (const { name, express } of expressVersions) {
  const five = name !== 'express-4'
  const build = (): Express => {
    const app = express()
    const inner = express.Router()
    inner.get('/:id', answer).delete('/:id', answer)
    const strict = express.Router({ strict: true, caseSensitive: true })
    strict.put('/Exact', answer)
    const api = express.Router()
    api.use('/orders', inner)
    api.post('/orders', answer)
    app.use(passOn)
    app.get('/', answer)
    app.get('/books/:id', answer)
    app.patch('/books/:id', answer)
    app.post(['/a', '/b'], answer)
    app.get('/a', answer)
    app.put(/^\/re\d+$/, answer)
    app.route('/chain').get(answer).put(answer)
    app.use('/api', api)
    app.use(['/x', '/y'], inner)
    app.use('/strict', strict)
    app.use('/users/:user', inner)
    return withEnd(app)
  }

  describe(`notFoundHandler() and pathMethods() with ${name} [S6]`, () => {
    for (const path of [
      '/',
      '/nowhere',
      '/books/7',
      '/books/7/',
      '/BOOKS/7',
      '/books',
      '/a',
      '/b',
      '/c',
      '/re12',
      '/re',
      '/chain',
      '/api',
      '/api/orders',
      '/api/orders/7',
      '/api/orders/7/8',
      '/x/1',
      '/y/1',
      '/z/1',
      '/strict/Exact',
      '/strict/exact',
      '/strict/Exact/',
      '/users/ada/1',
      '/users/ada',
      '/b%C3%BCcher',
      '/books/%C3%BC%2F',
      '/books/7?a=/b',
      '//a',
    ]) {
      it(`allows for ${path} exactly the methods that a route answers`, async () => {
        await expectTruth(build(), path)
      })
    }

    it('counts no route behind itself', async () => {
      const app = build()
      app.put('/books/:id', answer)

      await expectTruth(app, '/books/7')
    })

    for (const level of ['app', 'router'] as const) {
      it(`takes ${level}.all() that passes requests on for no route that answers`, async () => {
        const app = express()
        const router = express.Router()
        if (level === 'app') app.all(five ? '/{*path}' : '*', passOn)
        else router.all(five ? '/{*path}' : '*', passOn)
        app.use(router)
        app.get('/books', answer)

        await expectTruth(withEnd(app), '/nowhere')
      })
    }

    it('names no method _ALL', async () => {
      const app = express()
      const router = express.Router()
      router.all('/books', passOn)
      router.get('/books', answer)
      app.use(router)

      await expectTruth(withEnd(app), '/books')
    })

    it('finds the routes of a mounted app that has its own handler', async () => {
      for (const mount of ['/shop', '/shop/:id', '/a/b']) {
        const sub = build()
        const parent = express()
        parent.use(mount, sub)
        for (const path of ['/books/7', '/api/orders/7', '/nowhere']) {
          await expectTruth(parent, `${mount.replace(':id', '5')}${path}`)
        }
      }
    })

    it('finds the routes of an app in an app, asked from a router inside it', async () => {
      const inner = express.Router()
      inner.get('/item', answer)
      const sub = express()
      const area = express.Router()
      area.use('/area', inner)
      sub.use('/sub', area)
      inner.use(notFoundHandler())
      sub.use(
        (error: { status: number; headers: Record<string, string> }, _q: Request, res: Response, _n: NextFunction) =>
          void res.set(error.headers).set('X-Unrouted', 'yes').status(error.status).end(),
      )
      const parent = express().use('/one', express().use('/two', sub))

      await expectTruth(parent, '/one/two/sub/area/item')
      await expectTruth(parent, '/one/two/sub/area/nothing')
    })

    it('finds the routes of a mounted app whose mount path looks like a router inside it', async () => {
      const inner = express.Router()
      const deep = express.Router()
      deep.get('/item', answer)
      deep.use(notFoundHandler())
      inner.use('/b', deep)
      const sub = express().use('/a', inner)
      sub.use((error: { status: number; headers: Record<string, string> }, _q: Request, res: Response, _n: NextFunction) => {
        res.set(error.headers).set('X-Unrouted', 'yes').status(error.status).end()
      })

      await expectTruth(express().use('/a/b', sub), '/a/b/a/b/item')
      await expectTruth(express().use('/a', sub), '/a/a/b/nothing')
    })

    it('answers a method that no server knows with 501, and with 405 where a route has it [S28]', async () => {
      const app = express()
      app.get('/books', answer)
      app['m-search']('/search', answer)
      withEnd(app)
      const send = (method: string, path: string) => request(app as unknown as RequestListener)[method as 'get'](path)

      expect((await send('mkcol', '/books')).status).to.equal(501)
      expect((await send('m-search', '/books')).status).to.equal(405)
      expect((await send('m-search', '/search')).status).to.equal(200)
    })

    it('leaves OPTIONS of a path that has routes to Express, and answers 404 where it has none', async () => {
      const client = request(build() as unknown as RequestListener)

      expect((await client.options('/books/7')).headers).to.include({ allow: five ? 'GET, HEAD, PATCH' : 'GET,HEAD,PATCH' })
      expect((await client.options('/nowhere')).status).to.equal(404)
    })

    it('finds nothing, and does not throw, for malformed percent-encoding and for no app', () => {
      const app = build()
      expect(pathMethods({ app, path: '/books/%zz' }, () => undefined).allowed).to.deep.equal([])
      for (const none of [undefined, null, {}, { router: { stack: 'x' } }, { _router: {} }]) {
        expect(pathMethods({ app: none, path: '/books/7', baseUrl: '' }, () => undefined).allowed).to.deep.equal([])
      }
      expect(pathMethods({ app }, () => undefined).allowed).to.deep.equal(['GET', 'HEAD', 'OPTIONS'])
    })
  })
}
