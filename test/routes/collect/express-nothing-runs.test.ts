/** A walk runs nothing of the app, and leaves everything as it was. */
import { expect } from 'chai'
import type { Express, RequestHandler } from 'express'
import { NotFound } from '../../../lib/problem/classes.js'
import { collectExpress } from '../../../lib/routes/collect/express/express.js'
import { problems } from '../../../middleware/express/problems.js'
import { linesOf, versions } from './express-versions.js'

const READ = [
  'stack',
  '_router',
  'router',
  'route',
  'handle',
  'set',
  'name',
  'length',
  'params',
  'toString',
  'then',
  'options',
  'schemas',
]

/** Gives functions that note that they ran, and what was read of them through getters. */
function boobyTraps(): { readonly ran: string[]; readonly trap: <Handler>(name: string, parameters?: number) => Handler } {
  const ran: string[] = []
  const trap = <Handler>(name: string, parameters = 3): Handler => {
    const handler = (): void => void ran.push(name)
    for (const key of [...READ, Symbol.for('http-problems/1/problems')])
      Object.defineProperty(handler, key, {
        configurable: true,
        get: () => {
          ran.push(`${String(key)} of ${name}`)
          return key === 'length' ? parameters : key === 'name' ? name : undefined
        },
      })
    return handler as Handler
  }
  return { ran, trap }
}

for (const { name, express, isFive } of versions) {
  describe(`collectExpress() with ${name} and an app full of traps`, () => {
    const { ran, trap } = boobyTraps()

    const build = (): Express => {
      const [app, sub, inner] = [express(), express(), express()]
      const router = express.Router()
      router.use(trap<RequestHandler>('middleware'))
      router.param('id', trap('parameter', 4))
      router.get('/:id', trap<RequestHandler>('handler'))
      router.all(isFive ? '/*rest' : '/*', trap<RequestHandler>('handler for all'))
      router.use(trap('error handler', 4))
      inner.use(trap<RequestHandler>('middleware of an inner app'), router)
      inner.param('id', trap('parameter of an app', 4))
      sub.use('/inner/:id', inner)
      sub.use(/^\/re/, trap<RequestHandler>('middleware below an expression'))
      app.use(isFive ? '/sub{/:id}' : '/sub/:id?', trap<RequestHandler>('middleware with a path'), sub)
      app.use(
        problems(NotFound).on(Object.defineProperty(() => void ran.push('marked'), 'stack', { get: () => ran.push('stack') })),
      )
      app.get(/^\/re/, trap<RequestHandler>('handler of an expression'))
      app.use(trap('last error handler', 4))
      // As Express calls its own functions, which it does not wait for here.
      for (const own of ['mounted_app', 'router', 'getrouter']) {
        app.use(Object.defineProperty(() => void ran.push(own), 'name', { value: own, configurable: true }))
      }
      app.use(function mounted_app(req, res, next) {
        ran.push(`${req.url} ${res.statusCode}`)
        next()
      })
      app.on('mount', () => ran.push('mount'))
      return app
    }

    it('runs no function and no getter', () => {
      const app = build()
      ran.length = 0
      const records = collectExpress(app)

      // Without the optional segment, no request comes to the inner app: what would be `inner` is the segment.
      const splat = isFive ? '{rest}' : '{0}'
      expect(linesOf(records)).to.deep.equal(['GET /sub/{id}/inner/{id2}/{id3}', `* /sub/{id}/inner/{id2}/${splat}`])
      expect(records.skipped).to.not.have.length(0)
      expect(ran).to.deep.equal([])
    })

    it('leaves expressions, routers and the app as they were', () => {
      const app = build()
      const shown = (): unknown => [
        Object.getOwnPropertyDescriptors(RegExp.prototype),
        Object.getOwnPropertyDescriptors(
          isFive ? (Object.getPrototypeOf(express.Router.prototype as object) ?? {}) : express.Router,
        ),
        Object.getOwnPropertyDescriptors(express.Router.prototype ?? {}),
        Reflect.ownKeys(app),
        routerOf(app).stack.map((layer) => ({ ...layer })),
      ]
      const before = shown()
      collectExpress(app)

      expect(shown()).to.deep.equal(before)
    })

    it('leaves RegExp.prototype.exec as it was where a layer throws', () => {
      const app = express()
      app.use(
        '/a',
        express.Router().get('/b', () => undefined),
      )
      const layer = routerOf(app).stack.at(-1) as { matchers?: unknown[]; rawPath?: unknown; regexp?: unknown }
      if (isFive) {
        layer.matchers = [
          () => {
            throw new Error('no')
          },
        ]
        delete layer.rawPath
      } else layer.regexp = {}
      const before = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')
      const records = collectExpress(app)

      expect(Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec')).to.deep.equal(before)
      expect(records).to.have.length(0)
      expect(records.skipped).to.have.length(1)
    })

    it('does not ask an app for a router of its own making', () => {
      let asked = 0
      const app = express()
      Object.defineProperty(app, isFive ? 'router' : '_router', { configurable: true, get: () => ++asked })
      const { skipped } = collectExpress(app)

      expect(asked).to.equal(0)
      expect(skipped.map(({ path }) => path)).to.deep.equal(isFive ? ['/'] : [])
    })
  })
}

function routerOf(app: Express): { readonly stack: readonly object[] } {
  const { _router } = app as unknown as { readonly _router?: { readonly stack: readonly object[] } }
  return _router ?? (app.router as unknown as { readonly stack: readonly object[] })
}
