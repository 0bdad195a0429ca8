import Router from '@koa/router'
import { expect } from 'chai'
import Koa from 'koa'
import compose from 'koa-compose'
import mount from 'koa-mount'
import Router13 from 'koa-router-13'
import { Conflict, Forbidden, Gone, NotFound } from '../../../lib/problem/classes.js'
import { collectKoa } from '../../../lib/routes/collect/koa/koa.js'
import { markHandler } from '../../../lib/routes/mark.js'
import { createTrap, koaRouters, lines } from './koa-routers.js'

const { handler, says, param } = createTrap()

describe('collectKoa() and what is hidden', () => {
  it('reads a mount in its place, whatever the order of the option is', () => {
    const [one, two] = [new Koa().use(new Router().get('/x', handler()).routes()), new Router().get('/y', handler()).routes()]
    const app = new Koa().use(says(Gone)).use(mount('/one/', one)).use(says(Conflict)).use(mount('/two', two))
    app.use(says(Forbidden))

    expect(
      lines(
        collectKoa(app, {
          mounts: [
            ['/two', two],
            ['/one', one],
          ],
        }),
      ),
    ).to.deep.equal(['GET /one//x 410', 'GET /two/y 410 409'])
  })

  it('reads the root of a mounted app as its path', () => {
    const inner = new Router().get('/', handler()).routes()
    expect(lines(collectKoa(new Koa().use(mount('/inner', inner)), { mounts: [['/inner', inner]] }))).to.deep.equal([
      'GET /inner',
    ])
  })

  it('reads two apps at one path, each once', () => {
    const [one, two] = ['/x', '/y'].map((path) => new Router().get(path, handler()).routes()) as [Koa.Middleware, Koa.Middleware]
    const app = new Koa().use(mount('/a', one)).use(says(Gone)).use(mount('/a', two)).use(mount('/a', two))
    const records = collectKoa(app, {
      mounts: [
        ['/a', one],
        ['/a', two],
      ],
    })

    expect(lines(records)).to.deep.equal(['GET /a/x', 'GET /a/y 410'])
    expect(records.skipped.map(({ path }) => path)).to.deep.equal(['/a'])
  })

  it('reads what no function shows as the last, behind all of the app', () => {
    const inner = new Router().get('/x', handler()).routes()
    const app = new Koa()
      .use(says(Gone))
      .use(async (ctx, next) => (ctx.path.startsWith('/v1') ? inner(ctx as never, next) : next()))
    app.use(says(Conflict))

    expect(lines(collectKoa(app, { mounts: [['/v1', inner]] }))).to.deep.equal(['GET /v1/x 410 409'])
  })

  it('counts what is said of a router or a mounted app for its routes alone', () => {
    const inner = new Router().get('/x', handler()).routes()
    const routes = markHandler(new Router().get('/y', handler()).routes(), [Gone])
    const app = new Koa()
      .use(markHandler(mount('/in', inner), [Conflict]))
      .use(routes)
      .use(new Router().get('/z', handler()).routes())

    expect(lines(collectKoa(app, { mounts: [['/in', inner]] }))).to.deep.equal(['GET /in/x 409', 'GET /y 410', 'GET /z'])
  })

  it('says what is hidden in a router', () => {
    const inner = new Router().get('/x', handler()).routes()
    const router = new Router()
      .use('/m', mount('/m', inner))
      .use(compose([says(Gone)]))
      .get('/r', inner as never)
    const records = collectKoa(new Koa().use(router.routes()))

    expect(lines(records)).to.deep.equal(['GET /r'])
    expect(records.skipped.map(({ path }) => path)).to.deep.equal(['/m', '/', '/r'])
    expect(records.skipped[0]?.reason).to.include('router.use()')
  })

  for (const [name, { Router: Version }] of Object.entries(koaRouters)) {
    it(`reads the handlers of router.param() of ${name}, those of the router inside as well`, () => {
      const inner = new Version().param('id', param(NotFound)).get('/:id', handler())
      const outer = new Version().param('shop', param(Gone)).param('id', param(Conflict))
      outer.use('/:shop', inner.routes()).get('/', handler())
      const { call } = Function.prototype

      expect(lines(collectKoa(new Koa().use(outer.routes())))).to.deep.equal(['GET /{shop}/{id} 410 404 409', 'GET /'])
      expect(Function.prototype.call).to.equal(call)
    })

    it(`knows that an exclusive router of ${name} runs the route alone`, () => {
      const router = new Version({ exclusive: true }).use(says(Gone)).all('/a', says(Conflict), handler())
      router.get('/a', says(Forbidden), handler())
      expect(lines(collectKoa(new Koa().use(router.routes())))).to.deep.equal(['* /a 409', 'GET /a 403'])
    })

    it(`counts what is said of all methods of ${name} for the routes behind`, () => {
      const router = new Version()
        .get('/a', handler())
        .all('/a', says(Conflict), handler())
        .get('/a', handler())
        .get('/b', handler())
      expect(lines(collectKoa(new Koa().use(router.routes())))).to.deep.equal(['GET /a', '* /a 409', 'GET /a 409', 'GET /b'])
    })
  }

  it('says where a handler of router.param() cannot be read', () => {
    const router = new Router13()
    router.get('/:id', handler())
    const hidden = Object.assign(handler(), { param: 'id' })
    router.stack[0]?.stack.unshift(hidden as never)
    const records = collectKoa(new Koa().use(router.routes()))

    expect(lines(records)).to.deep.equal(['GET /{id}'])
    expect(records.skipped.map(({ path, reason }) => [path, reason.includes('router.param()')])).to.deep.equal([['/', true]])
  })

  it('counts what is said in a route for all methods whose path is a RegExp', () => {
    const router = new Router().all(/^\/a/, says(Gone), handler()).get('/a', handler()).get('/b', handler())
    expect(lines(collectKoa(new Koa().use(router.routes())))).to.deep.equal(['GET /a 410', 'GET /b'])
  })

  it('runs no getter, no method and no iterator of what it reads', () => {
    const bomb = (): never => {
      throw new Error('ran')
    }
    const bombs = new Proxy(handler(), { get: bomb, getOwnPropertyDescriptor: bomb, apply: bomb })
    const chain = [bombs, Object.defineProperty(handler(), 'router', { get: bomb })]
    Object.defineProperty(chain, Symbol.iterator, { value: bomb })

    expect(lines(collectKoa({ middleware: chain }))).to.deep.equal([])
    expect(() => collectKoa(Object.defineProperty({}, 'middleware', { get: bomb }))).to.throw(TypeError, 'a Koa app')
  })

  it('changes nothing, not even an expression that remembers where it stopped', () => {
    const router = new Router().use(/^\/a/g, says(Gone)).get('/a', handler())
    const regexp = router.stack[0]?.regexp as RegExp
    regexp.lastIndex = 1

    expect(lines(collectKoa(new Koa().use(router.routes())))).to.deep.equal(['GET /a 410'])
    expect(regexp.lastIndex).to.equal(1)
  })
})

describe('the arguments of collectKoa()', () => {
  const app = new Koa()
  for (const [wrong, got] of [
    [undefined, 'undefined'],
    [{}, 'an object'],
    [{ middleware: 'none' }, 'an object'],
    [() => undefined, 'a function'],
  ] as const) {
    it(`refuses ${got} as an app`, () => {
      expect(() => collectKoa(wrong as never))
        .to.throw(TypeError, `app: expected a Koa app`)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }

  for (const [place, options] of Object.entries({
    options: null,
    'options.mounts': { mounts: {} },
    'options.mounts[0]': { mounts: ['/admin'] },
    'options.mounts[1]': {
      mounts: [
        ['/a', app],
        ['b', app],
      ],
    },
    'options.mounts[0][1]': { mounts: [['/a', 'app']] },
  })) {
    it(`refuses wrong ${place}`, () => {
      expect(() => collectKoa(app, options as never))
        .to.throw(TypeError, `${place}: expected`)
        .with.property('code', 'ERR_PROBLEM_OPTION')
    })
  }

  it('refuses an option that does not exist, and a third item', () => {
    expect(() => collectKoa(app, { mount: [] } as never)).to.throw(TypeError, 'expected only mounts')
    expect(() => collectKoa(app, { mounts: [['/a', app, app]] } as never)).to.throw(TypeError, 'options.mounts[0]')
  })
})
