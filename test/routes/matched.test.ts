import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import KoaRouter from '@koa/router'
import { expect } from 'chai'
import type { ErrorRequestHandler } from 'express'
import * as z from 'zod'
import { expressRoute, koaRoute, withoutRoute } from '../../lib/routes/matched.js'
import { problemHandler as expressHandler, problemScope as expressScope } from '../../middleware/express/index.js'
import { problemHandler as koaHandler, problemScope as koaScope } from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from '../contract/versions.js'
import { watch } from '../contract/watched.js'

type Fault = { readonly place: string }

/** Sends requests one after the other, and gives the places that were told. */
async function placesOf(
  listener: RequestListener,
  asked: readonly string[],
  events: readonly { readonly faults: readonly Fault[] }[],
): Promise<string[]> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    for (const one of asked) {
      const [method = '', path] = one.split(' ')
      expect((await fetch(`http://127.0.0.1:${port}${path}`, { method })).status).to.equal(422)
    }
  } finally {
    server.close()
    server.closeAllConnections()
  }
  return events.flatMap(({ faults }) => faults.map(({ place }) => place))
}

const fail = (): never => z.object({ price: z.number() }).parse({}) as never
const asked = [
  'GET /',
  'GET /shops/1/rows/2?a=b',
  'GET /shops/3/rows/4',
  'PUT /shops/5/rows/6',
  'GET /shops/7',
  'GET /shops/8',
  'POST /shops/9',
]

for (const [name, express] of Object.entries(expressVersions)) {
  it(`${name}: a route is told once, however deep its router is, and whatever stands in the path around`, async () => {
    const events: { readonly faults: readonly Fault[] }[] = []
    const app = express()
    const [shop, rows] = [express.Router(), express.Router()]
    rows.route('/:row').get(fail).put(fail)
    shop.get('/', fail)
    shop.use('/rows', rows)
    shop.use(expressScope({ map: [] }) as ErrorRequestHandler)
    app.use('/shops/:shop', shop)
    app.get('/', fail)
    app.use(fail)
    app.use(expressHandler({ logger: () => undefined, onProblem: (event) => events.push(event) }) as ErrorRequestHandler)

    expect(await placesOf(app as RequestListener, asked, events)).to.deep.equal([
      'GET /',
      'GET /shops/1/rows/:row',
      'PUT /shops/5/rows/:row',
      'GET /shops/7',
      'POST without a route',
    ])
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  it(`${name}: a route is told once, however deep its router is, and whatever stands in the path around`, async () => {
    const events: { readonly faults: readonly Fault[] }[] = []
    const app = new Koa()
    const [outer, shop] = [new KoaRouter(), new KoaRouter({ prefix: '/shops/:shop' })]
    shop.get('/rows/:row', fail).put('/rows/:row', fail).get('/', fail)
    outer.get('/', fail)
    app.use(koaHandler({ logger: () => undefined, onProblem: (event) => events.push(event) }))
    app.use(koaScope({ map: [] }))
    app.use(outer.routes()).use(shop.routes()).use(fail)

    expect(await placesOf(app.callback() as RequestListener, asked, events)).to.deep.equal([
      'GET /',
      'GET /shops/:shop/rows/:row',
      'PUT /shops/:shop/rows/:row',
      'GET /shops/:shop',
      'POST without a route',
    ])
  })

  it(`${name}: the default log says nothing where the app is silent`, async () => {
    const app = new Koa()
    app.silent = true
    app.use(koaHandler()).use(fail)
    const [{ lines }, stop] = watch()
    await placesOf(app.callback() as RequestListener, ['GET /'], [])
    stop()
    expect(lines).to.deep.equal([])
  })
}

describe('the name of a route', () => {
  it('has the pattern that the app declared, of whatever kind it is', () => {
    const nameOf = (path: unknown, originalUrl: unknown): string =>
      expressRoute({ method: 'GET', originalUrl, route: { path } }).name
    expect(nameOf('/:id', '/books/7?token=a')).to.equal('GET /books/:id')
    expect(nameOf('/books/:id', '/books/7')).to.equal('GET /books/:id')
    expect(nameOf('/a/b/c', '/a')).to.equal('GET /a/b/c')
    expect(nameOf('/', '/')).to.equal('GET /')
    expect(nameOf(/^\/a+$/, '/aaa')).to.equal('GET /^\\/a+$/')
    expect(nameOf(['/a', '/b'], '/a')).to.equal('GET /a,/b')
    expect(koaRoute({ method: 'GET', _matchedRoute: /^\/a+$/ }).name).to.equal('GET /^\\/a+$/')
  })

  it('is bounded, and has no control characters', () => {
    const { name } = expressRoute({ method: 'GET', originalUrl: `/\u001b[31m${'x'.repeat(1000)}/7`, route: { path: '/:id' } })
    expect(name)
      .to.have.length(200)
      .and.to.match(/^GET \/\?\[31mxxx/)
  })

  it('is the method where there is no router', () => {
    for (const route of [
      expressRoute({ method: 'GET' }),
      koaRoute({ method: 'GET' }),
      koaRoute({ method: 'GET', _matchedRoute: 7 }),
      withoutRoute('GET'),
    ])
      expect(route).to.deep.equal({ method: 'GET', declared: undefined, name: 'GET without a route' })
  })
})
