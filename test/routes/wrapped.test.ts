/** Tracers and helpers wrap the handlers of an app. Its answers stay the same. */
import { expect } from 'chai'
import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import { createProblem } from '../../lib/index.js'
import { notFoundHandler, problemHandler } from '../../middleware/express/index.js'
import { expressVersions } from '../foreign/express-error.js'
import { answer, passOn, told } from './truth.js'
import { helpers, wrappings } from './wrapping.js'

type ExpressModule = typeof import('express')

const end = (): RequestHandler => notFoundHandler() as RequestHandler
const errors = (): ErrorRequestHandler =>
  problemHandler({ logger: false, challenges: { scheme: 'Basic', realm: 'api' } }) as ErrorRequestHandler

function build(express: ExpressModule, notFound = end): Express {
  const books = express.Router({ mergeParams: true })
  books.get('/:id', answer).delete('/:id', answer)
  const guarded = express.Router()
  guarded.get('/list', answer)
  guarded.use(notFound())
  guarded.post('/list', answer)
  const shop = express()
  shop.use(express.json())
  shop.use('/books', books)
  shop.put('/carts', answer)
  shop.use(notFound())
  shop.patch('/carts', answer)
  shop.get('/closed', answer)
  shop.use(errors())
  const app = express()
  app.use(express.json(), passOn)
  app.use('/shop/:name', shop)
  app.use('/books', books)
  app.use('/guarded', guarded)
  app.get('/refusing', answer)
  app.put('/refusing', () => {
    throw createProblem(405)
  })
  app.get('/', answer)
  app.use(notFound())
  app.post('/', answer)
  app.get('/late', answer)
  app.use(errors())
  return app
}

const rows: readonly (readonly [method: string, path: string, expected: string])[] = [
  ['PUT', '/', '405 GET, HEAD, OPTIONS'],
  ['POST', '/', '405 GET, HEAD, OPTIONS'],
  ['GET', '/late', '404'],
  ['POST', '/late', '404'],
  ['GET', '/nowhere', '404'],
  ['PUT', '/refusing', '405 GET, PUT, HEAD, OPTIONS'],
  ['PATCH', '/books/7', '405 GET, DELETE, HEAD, OPTIONS'],
  ['PATCH', '/books', '404'],
  ['PATCH', '/guarded/list', '405 GET, HEAD, OPTIONS'],
  ['POST', '/guarded/list', '405 GET, HEAD, OPTIONS'],
  ['POST', '/guarded/else', '404'],
  ['PATCH', '/shop/ada/books/7', '405 GET, DELETE, HEAD, OPTIONS'],
  ['PATCH', '/shop/ada/carts', '405 PUT, OPTIONS'],
  ['GET', '/shop/ada/carts', '405 PUT, OPTIONS'],
  ['POST', '/shop/ada/closed', '404'],
  ['GET', '/shop/ada', '404'],
  ['MKCOL', '/books/7', '501'],
]

for (const { name, express } of expressVersions) {
  describe(`The answers of notFoundHandler() with ${name}`, () => {
    it('are those that the other tests here ask for, where nothing is wrapped', async () => {
      const app = build(express)
      for (const [method, path, expected] of rows) expect(await told(app, method, path), `${method} ${path}`).to.equal(expected)
    })

    for (const [says, instrument] of Object.entries(wrappings)) {
      it(`stay the same where a tracer ${says}`, async () => {
        const restore = instrument(express)
        try {
          const app = build(express)
          for (const [method, path, expected] of rows)
            expect(await told(app, method, path), `${method} ${path}`).to.equal(expected)
        } finally {
          restore()
        }
      })
    }

    for (const [says, wrap] of Object.entries(helpers)) {
      it(`stay the same where ${says} stands around each handler`, async () => {
        const app = build(express, () => wrap(end()))
        for (const [method, path, expected] of rows) expect(await told(app, method, path), `${method} ${path}`).to.equal(expected)
      })
    }

    it('come from a route that calls the handler for every method', async () => {
      const path = name === 'express-4' ? '*' : '/{*path}'
      const shop = express().put('/carts', answer)
      shop.all(path, end()).post('/carts', answer)
      const app = express()
      app.use('/shop', shop)
      app.get('/books', answer)
      app.all(path, passOn, end()).post('/books', answer)
      app.use(errors())

      expect(await told(app, 'DELETE', '/books')).to.equal('405 GET, HEAD, OPTIONS')
      expect(await told(app, 'DELETE', '/nowhere')).to.equal('404')
      expect(await told(app, 'DELETE', '/shop/carts')).to.equal('405 PUT, OPTIONS')
    })
  })
}
