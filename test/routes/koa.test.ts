import Router from '@koa/router'
import { expect } from 'chai'
import Koa from 'koa'
import request from 'supertest'
import { matchedMethods } from '../../lib/routes/koa.js'
import type { PathMethods } from '../../lib/routes/methods.js'

async function matchedOf(path: string, ...routers: Router[]): Promise<PathMethods | undefined> {
  let matched: PathMethods | undefined
  const app = new Koa()
  app.use(async (ctx, next) => {
    await next()
    matched = matchedMethods(ctx)
  })
  for (const router of routers) app.use(router.routes())
  await request(app.callback()).delete(path)
  return matched
}

describe('matchedMethods()', () => {
  it('knows nothing where no router ran', async () => {
    expect(await matchedOf('/')).to.equal(undefined)
  })

  for (const [path, allowed] of [
    ['/users', ['HEAD', 'GET', 'POST']],
    ['/users/7', ['HEAD', 'GET', 'PUT']],
    ['/users/7/', ['HEAD', 'GET', 'PUT']],
    ['/USERS', ['HEAD', 'GET', 'POST']],
    ['/api/v1/books/1', ['HEAD', 'GET', 'PATCH']],
    ['/v1/books/1', []],
    ['/nowhere', []],
    ['/', []],
  ] as const) {
    it(`finds ${allowed.join(', ') || 'nothing'} for ${path} in nested routers [S6]`, async () => {
      const books = new Router({ prefix: '/books' })
      books.get('/:id', () => undefined).patch('/:id', () => undefined)
      const api = new Router({ prefix: '/api' })
      api.use(async (_, next) => next())
      api.use('/v1', books.routes())
      const users = new Router()
      users.get('/users', () => undefined).post('/users', () => undefined)
      users.get('/users/:id', () => undefined).put('/users/:id', () => undefined)

      expect([...((await matchedOf(path, users, api))?.allowed ?? ['none'])].toSorted()).to.deep.equal([...allowed].toSorted())
    })
  }

  it('knows the methods of the router and those of the path', async () => {
    const router = new Router({ methods: ['GET', 'HEAD', 'LINK'] })
    router.register('/', ['LINK'], () => undefined)
    const matched = await matchedOf('/', router)

    expect(matched?.allowed).to.deep.equal(['LINK'])
    expect(matched?.knows('LINK')).to.equal(true)
    expect(matched?.knows('MKCALENDAR')).to.equal(false)
  })

  it('reads whatever stands on the context with care', () => {
    const throwing = {
      get methods(): never {
        throw new Error('x')
      },
    }
    const matched = matchedMethods({
      matched: [null, 7, throwing, { methods: 'GET' }, { methods: ['GET', 7, 'GET'] }],
      router: throwing,
    })

    expect(matched?.allowed).to.deep.equal(['GET'])
    expect(matched?.knows('PUT')).to.equal(false)
    for (const value of [undefined, null, 'x', {}]) expect(matchedMethods({ matched: value })).to.equal(undefined)
  })
})
