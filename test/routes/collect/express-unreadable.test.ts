/** What cannot be read is reported with its reason, and never guessed. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express'
import Koa from 'koa'
import { NotFound } from '../../../lib/problem/classes.js'
import { collectExpress } from '../../../lib/routes/collect/express/express.js'
import type { RouteRecords } from '../../../lib/routes/record.js'
import { problems } from '../../../middleware/express/problems.js'
import { linesOf, versions } from './express-versions.js'

const handler = (): void => undefined

/** Writes what was skipped as lines, with the beginning of the reason. */
function skippedLines({ skipped }: RouteRecords): readonly string[] {
  return skipped.map(({ method, path, reason }) => `${method === undefined ? '' : `${method} `}${path}: ${reason.slice(0, 24)}`)
}

interface OpenLayer {
  handle: unknown
  name: string
  rawPath?: unknown
  matchers?: unknown
  regexp?: unknown
}

for (const { name, express, isFive } of versions) {
  describe(`collectExpress() with ${name} and what cannot be read`, () => {
    it('skips regular expressions, as paths, among paths, and as paths of routers', () => {
      const app = express()
      const router = express.Router()
      router.get('/a', handler)
      app.get(/^\/re(\d+)$/i, handler)
      app.post(['/text', /^\/b(?<c>.)/], handler)
      app.use('/in', express.Router().use(/^\/mounted/, router))
      app.use(['/x/:id', /^\/y(.)/, '/z/:zed'], router)
      app.use(/^\/nothing-said/, handler)

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal(['POST /text', 'GET /x/{id}/a', 'GET /z/{zed}/a'])
      expect(skippedLines(records)).to.deep.equal([
        'GET ^\\/re(\\d+)$: A regular expression say',
        'POST ^\\/b(?<c>.): A regular expression say',
        '/in^\\/mounted: A regular expression say',
        '^\\/y(.): A regular expression say',
      ])
    })

    it('skips paths that no request can have, or that OpenAPI cannot write', () => {
      const app = express()
      app.get(['no-slash', '/a\\{b\\}', '/what\\?'], handler)

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal([])
      expect(records.skipped.map(({ path }) => path)).to.deep.equal(['no-slash', '/a{b}', '/what?'])
    })

    it('skips a router inside of itself, and one among the handlers of a route', () => {
      const app = express()
      const [one, two] = [express.Router(), express.Router()]
      one.get('/a', handler)
      one.use('/two', two)
      two.use('/one', one)
      app.use('/one', one)
      app.get('/route', two)

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal(['GET /one/a', 'GET /route'])
      expect(skippedLines(records)).to.deep.equal([
        '/one/two/one: The router is mounted in',
        'GET /route: The route has a router a',
      ])
    })

    it('skips what a tracer has put its functions around', () => {
      const app = express()
      const [sub, router] = [express(), express.Router()]
      sub.get('/a', handler)
      router.get('/b', handler)
      app.use('/problems', problems(NotFound))
      app.use('/sub', sub)
      app.use('/router/:id', router)
      app.get('/route', handler)
      const own = layersOf(app)
      for (const layer of own) layer.handle = wrapped(layer.handle)
      const { stack } = (own.at(-1) as unknown as { route: { stack: OpenLayer[] } }).route
      for (const layer of stack) layer.handle = wrapped(layer.handle)

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal(['GET /route'])
      // Express 4 has two layers of its own at the root, and what is said of both is said once.
      expect(skippedLines(records).slice(isFive ? 0 : 1)).to.deep.equal([
        '/problems: Another function stands ',
        '/sub: Another function stands ',
        '/router/{id}: Another function stands ',
        'GET /route: Another function stands ',
      ])
    })

    it('skips problems() below a regular expression, which nobody can compare with paths', () => {
      const app = express()
      app.use(/^\/a/, problems(NotFound))
      app.get('/a', handler)

      const records = collectExpress(app)
      expect(records.map(({ problems: known }) => known)).to.deep.equal([[]])
      expect(skippedLines(records)).to.deep.equal(['^\\/a: A regular expression say'])
    })

    it('stops the request before an app whose handle() is its own', () => {
      const read: unknown[] = []
      for (const handle of [
        (req: Request, _res: Response, _next: NextFunction) => void read.push(req.url),
        (_req: Request, res: Response, _next: NextFunction) => void read.push('locals' in res),
        (req: Request, _res: Response, _next: NextFunction) => void read.push(Object.keys(req)),
        () => undefined,
      ]) {
        const [app, sub] = [express(), express()]
        sub.get('/a', handler)
        Object.assign(sub, { handle })
        app.use('/sub', sub)

        expect(skippedLines(collectExpress(app))).to.deep.equal(['/sub: Another function stands '])
      }
      expect(read).to.deep.equal([])
    })

    it('skips an app that is mounted in a router of no class', () => {
      const [app, sub] = [express(), express()]
      sub.get('/a', handler)
      app.use('/sub', sub)
      const records = collectExpress(Object.setPrototypeOf({ stack: layersOf(app) }, null))

      expect(linesOf(records)).to.deep.equal(isFive ? ['GET /sub/a'] : [])
      expect(records.skipped).to.have.length(isFive ? 0 : 1)
    })

    it('takes a layer at its word where its expressions cannot be asked', () => {
      const app = express()
      app.use(isFive ? '/a{/:b}' : '/a/:b?', express.Router().get('/c', handler))
      const layer = layersOf(app).at(-1) as OpenLayer
      if (layer.rawPath === undefined) return
      layer.matchers = [undefined]

      expect(linesOf(collectExpress(app))).to.deep.equal(['GET /a/{b}/c', 'GET /a/c'])
      layer.matchers = [() => false]
      expect(linesOf(collectExpress(app))).to.deep.equal(['GET /a/{b}/c', 'GET /a/c'])
    })

    it('skips a path that is no text', () => {
      const app = express()
      app.get('/a', handler)
      const layer = layersOf(app).at(-1) as unknown as { route: { path: unknown }; regexp?: unknown }
      layer.route.path = [{}, '/b?', '/c']
      delete layer.regexp

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal(['GET /c'])
      expect(skippedLines(records)).to.deep.equal(
        ['GET /: Its path cannot be read.', 'GET /b?: Its path cannot be read.'].map((line) =>
          line.slice(0, line.indexOf(':') + 26),
        ),
      )
    })

    it('reads through a wrapper that has the router as its own', () => {
      const app = express()
      const router = express.Router()
      router.get('/b', handler)
      app.use(router)
      for (const layer of layersOf(app))
        layer.handle = Object.assign(wrapped(layer.handle), { stack: (layer.handle as { stack?: unknown }).stack })

      expect(linesOf(collectExpress(app))).to.deep.equal(['GET /b'])
    })

    it('skips a layer of a version that nobody knows', () => {
      const app = express()
      app.use('/a', express.Router().get('/b', handler))
      for (const layer of layersOf(app))
        for (const key of ['rawPath', 'matchers', 'regexp', 'slash'] as const)
          delete (layer as unknown as Record<string, unknown>)[key]

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal([])
      expect(skippedLines(records)).to.deep.equal(['/: The router is none of Ex'])
    })

    it('finds apps of other versions, and says where it cannot', () => {
      for (const other of versions) {
        const [app, sub] = [express(), other.express()]
        sub.get('/a', handler)
        app.use('/sub', sub)
        const records = collectExpress(app)
        // An app of Express 4 is seen by the router of its own copy.
        const isSeen = other.isFive || other.name === name
        expect(linesOf(records), other.name).to.deep.equal(isSeen ? ['GET /sub/a'] : [])
        expect(skippedLines(records), other.name).to.deep.equal(isSeen ? [] : ['/sub: Another function stands '])
      }
    })
  })
}

describe('collectExpress() with Express 4 and paths that are expressions in disguise', () => {
  it('skips what is no text, no parameter and no choice', () => {
    const app = (versions[0] as (typeof versions)[0]).express()
    const paths = ['/a+b', '/[ab]', '/n/(\\d+)', '/:id+', '/a|/b', '/x{2}', '/a^', '/\\d']
    app.get(paths, handler)

    const { skipped, ...records } = collectExpress(app)
    expect(Object.keys(records)).to.deep.equal([])
    expect(skipped).to.have.length(paths.length + 1)
  })

  it('skips a path with more choices than anyone documents', () => {
    const app = (versions[0] as (typeof versions)[0]).express()
    app.get(`/${'a?b?'.repeat(5)}`, handler)
    app.get(`/(x${'|x'.repeat(300)})`, handler)

    expect(collectExpress(app)).to.have.length(0)
    expect(collectExpress(app).skipped).to.have.length(2)
  })
})

describe('collectExpress() with Express 5', () => {
  for (const { name, express } of versions.filter(({ isFive }) => isFive)) {
    it(`says that the root in a list is taken by the letter by ${name}`, () => {
      const app = express()
      app.use(['/', '/x'], express.Router().get('/a', handler).get('/', handler))

      const records = collectExpress(app)
      expect(linesOf(records)).to.deep.equal(['GET /', 'GET /x/a', 'GET /x'])
      expect(skippedLines(records)).to.deep.equal(['GET //a: Only requests with an em'])
    })
  }

  it('skips mount paths where RegExp.prototype has a getter, as in a compartment', () => {
    const before = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec') as PropertyDescriptor
    const app = express5()
    Object.defineProperty(RegExp.prototype, 'exec', { configurable: true, get: () => before.value })
    try {
      expect(skippedLines(collectExpress(app))).to.deep.equal(['/: This version of Express '])
    } finally {
      Object.defineProperty(RegExp.prototype, 'exec', before)
    }
  })

  it('skips mount paths where RegExp.prototype is frozen', () => {
    const script = `
      import { createRequire } from 'node:module'
      import { collectExpress } from ${JSON.stringify(new URL('../../../lib/routes/collect/express/express.js', import.meta.url).href)}
      const express = createRequire(${JSON.stringify(import.meta.url)})('express-5.0')
      const app = express()
      app.use('/a', express.Router().get('/b', () => {}))
      Object.freeze(RegExp.prototype)
      const records = collectExpress(app)
      console.log(records.length, records.skipped[0].reason)`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })
    expect(stderr).to.equal('')
    expect(stdout).to.match(/^0 This version of Express hides/)
  })

  function express5(): Express {
    const express = createRequire(import.meta.url)('express-5.0') as typeof import('express')
    const app = express()
    app.use('/a', express.Router().get('/b', handler))
    return app
  }
})

describe('collectExpress() and what is no app', () => {
  for (const [says, value] of [
    ['nothing', undefined],
    ['a function', () => undefined],
    ['an object', {}],
    ['an app of Koa', new Koa()],
    [
      'a function that cannot be asked',
      new Proxy(() => undefined, {
        getOwnPropertyDescriptor: () => {
          throw new Error('asked')
        },
      }),
    ],
    ['a module', { default: () => undefined }],
  ] as const) {
    it(`refuses ${says}`, () => {
      expect(() => collectExpress(value))
        .to.throw(TypeError, /^collectExpress\(app\): expected an app or a router of Express, got /)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    })
  }
})

function wrapped(handle: unknown): RequestHandler {
  return (req, res, next) => void (handle as RequestHandler)(req, res, next)
}

function layersOf(app: Express): OpenLayer[] {
  const { _router } = app as unknown as { readonly _router?: { readonly stack: OpenLayer[] } }
  return _router?.stack ?? (app.router as unknown as { readonly stack: OpenLayer[] }).stack
}
