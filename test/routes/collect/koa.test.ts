import { expect } from 'chai'
import type Koa from 'koa'
import compose from 'koa-compose'
import mount from 'koa-mount'
import { Conflict, Forbidden, Gone, NotFound, TooManyRequests, Unauthorized } from '../../../lib/problem/classes.js'
import { collectKoa } from '../../../lib/routes/collect/koa/koa.js'
import { koaVersions } from '../../contract/versions.js'
import { createTrap, koaRouters, lines, type Trap } from './koa-routers.js'

type Version = (typeof koaRouters)[string]

interface Fixture {
  readonly app: Koa
  readonly mounts: readonly (readonly [string, object])[]
}

// Every shape in which routes come into an app of Koa.
function fixture(App: typeof Koa, { Router, syntax }: Version, { handler, says, param }: Trap): Fixture {
  const reviews = new Router({ prefix: '/reviews' })
  reviews.get('/', handler()).delete('/:review', says(Forbidden), handler())

  const orders = new Router()
  orders.use(says(Conflict))
  orders.param('id', param(NotFound))
  orders.get('/', handler()).post('/', handler())
  orders.get('/:id', handler()).put('/:id', handler())
  orders.use('/:id', reviews.routes())
  orders.get(`/:id${syntax.optional('invoice')}`, handler())

  const api = new Router({ prefix: '/api' })
  api.use('/orders', orders.routes())
  api.get(['/health', '/ready'], handler())
  api.all('/echo', handler())
  api.register('/status', ['GET', 'POST'], handler())
  api.head('/only-head', handler())
  api.get(`/files${syntax.splat('rest')}`, handler())
  api.get('/sum\\:all', handler())
  api.use('/admin', says(Unauthorized), says(Gone))
  api.del('/admin/users', handler())
  api.get('/administrators', handler())
  api.redirect('/old', '/api/health')

  const versions = new Router().get(/^\/v\d+$/, handler())

  const late = new Router()
  late.prefix('/late/:part')
  late.get('/', handler()).get('/x', handler())
  late.use(says(Gone))

  const inner = new App().use(orders.routes())
  const outer = new App()
    .use(says(TooManyRequests))
    .use(mount('/inner', inner))
    .use(new Router().get('/about', handler()).routes())
  const parts = [says(Unauthorized), new Router({ host: 'a.example' }).get('/part', handler()).routes()]

  const app = new App()
  app.use(async (_ctx, next) => next())
  app.use(says(TooManyRequests))
  app.use(api.routes()).use(api.allowedMethods())
  app.use(mount('/outer', outer))
  app.use(says(Forbidden))
  app.use(versions.routes())
  app.use(late.routes())
  app.use(compose(parts))
  app.use(says(Gone))
  return {
    app,
    mounts: [
      ['/outer', outer],
      ['/outer/inner', inner],
      ['/', parts],
    ],
  }
}

const orders = (base: string, ...front: number[]): string[] =>
  [
    `GET ${base}`,
    `POST ${base}`,
    `GET ${base}/{id}`,
    `PUT ${base}/{id}`,
    `GET ${base}/{id}/reviews`,
    `DELETE ${base}/{id}/reviews/{review}`,
    `GET ${base}/{id}/invoice`,
    `GET ${base}/{id}`,
  ].map((line) => {
    const own = line.startsWith('DELETE') ? [403] : []
    return [line, ...front, 409, ...(line.includes('{id}') ? [404] : []), ...own].join(' ')
  })

describe('collectKoa()', () => {
  for (const [koa, App] of Object.entries(koaVersions)) {
    for (const [name, version] of Object.entries(koaRouters)) {
      it(`finds every route of ${name} on ${koa}, what may be answered there, and runs nothing`, () => {
        const trap = createTrap()
        const { app, mounts } = fixture(App, version, trap)
        const records = collectKoa(app, { mounts })

        expect(lines(records)).to.deep.equal([
          ...orders('/api/orders', 429),
          'GET /api/health 429',
          'GET /api/ready 429',
          '* /api/echo 429',
          'GET /api/status 429',
          'POST /api/status 429',
          'HEAD /api/only-head 429',
          'GET /api/files/{rest} 429',
          'GET /api/sum:all 429',
          'DELETE /api/admin/users 429 401 410',
          // Version 14 looks for its path anywhere.
          `GET /api/administrators 429${name.endsWith('14') ? ' 401 410' : ''}`,
          '* /api/old 429',
          ...orders('/outer/inner', 429),
          'GET /outer/about 429',
          'GET /late/{part} 429 403',
          'GET /late/{part}/x 429 403',
          'GET /part 429 403 401',
        ])
        expect(trap.ran).to.deep.equal([])
      })
    }
  }

  it('says why it skips what it cannot read', () => {
    const { app } = fixture(koaVersions['Koa 3'] as typeof Koa, koaRouters['@koa/router 15'] as Version, createTrap())
    const { skipped } = collectKoa(app)

    expect(skipped.map(({ method, path }) => [method, path])).to.deep.equal([
      [undefined, '/outer'],
      ['GET', '^\\/v\\d+$'],
      [undefined, '/'],
    ])
    expect(skipped[1]?.reason).to.include('RegExps')
    expect(skipped[0]?.reason).to.include("{ mounts: [['/outer', app]] }")
    // What koa-compose joins is often a router, and no app.
    expect(skipped[0]?.reason).to.include('for koa-compose, `router.routes()`')
  })

  it('says who says what', () => {
    const { app } = fixture(koaVersions['Koa 3'] as typeof Koa, koaRouters['@koa/router 15'] as Version, createTrap())
    const record = collectKoa(app).find(({ method }) => method === 'DELETE')

    expect(record?.problems.map(({ status, source, evidence }) => [status, source, evidence])).to.deep.equal([
      [429, 'declared', 'problems() in front of /'],
      [409, 'declared', 'problems() in front of /api/orders'],
      [404, 'declared', 'problems().on(load) of the parameter id'],
      [403, 'declared', 'problems() of DELETE /api/orders/{id}/reviews/{review}'],
    ])
  })
})
