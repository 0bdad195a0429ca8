/** The options map and constraints, and scopes of routes, over real HTTP on every framework version. */
import type { IncomingMessage } from 'node:http'
import KoaRouter from '@koa/router'
import { expect } from 'chai'
import type express5 from 'express'
import type Koa3 from 'koa'
import type { HandlerOptions } from '../../lib/handler/options.js'
import type { ProblemScopeOptions } from '../../lib/handler/scope.js'
import { Conflict, Gone, map, NotFound, PaymentRequired } from '../../lib/index.js'
import { problemHandler as expressHandler, problemScope as expressScope, route } from '../../middleware/express/index.js'
import { problemHandler as koaHandler, problemScope as koaScope, type ProblemContext } from '../../middleware/koa/index.js'
import { type Framework, frameworks, start } from './framework.js'
import { fetchPlain, fetchProblem } from './problem-response.js'
import { expressVersions, koaVersions } from './versions.js'

const scopes = { express: expressScope, koa: koaScope } as const

class Missing extends Error {}
const duplicate = (): Error =>
  Object.assign(new Error('duplicate key'), { code: '23505', severity: 'ERROR', constraint: 'users_email_key' })

/** What the paths throw: `/inner/...` in two scopes, `/outer/...` in one, everything else in none. */
const thrown: Readonly<Record<string, () => unknown>> = {
  missing: () => new Missing('secret'),
  range: () => new RangeError('secret'),
  duplicate,
  own: () => new PaymentRequired(),
  null: () => null,
  plain: () => new Error('secret'),
}
const thrownAt = (path: string): unknown => thrown[path.slice(1)]?.()

interface Scopes {
  readonly outer: ProblemScopeOptions
  readonly inner: ProblemScopeOptions
  readonly options: HandlerOptions<never>
}

/** Builds an app with a scope in a scope. */
function scoped({ name, kind }: Framework, { outer, inner, options }: Scopes): Framework {
  return {
    name,
    kind,
    listener: ({ options: given }) => {
      const all = { ...given, ...options }
      const [express, Koa] = [expressVersions[name], koaVersions[name]]
      if (express !== undefined) return expressApp(express, outer, inner, all)
      if (Koa !== undefined) return koaApp(Koa, outer, inner, all)
      throw new Error(`There is no app for ${name}.`)
    },
  }
}

function expressApp(
  express: typeof express5,
  outer: ProblemScopeOptions,
  inner: ProblemScopeOptions,
  options: HandlerOptions<never>,
): ReturnType<Framework['listener']> {
  const fail = route((req: express5.Request, res: express5.Response) => {
    if (req.path === '/fine') return res.json({ fine: true })
    throw thrownAt(req.path)
  })
  const innerRouter = express.Router().use(fail).use(expressScope(inner))
  const outerRouter = express.Router().use('/inner', innerRouter).use('/outer', fail).use(expressScope(outer))
  const app = express().use(outerRouter).use(fail)
  // Another error in the place of the one that left a scope.
  app.use(((error, req, _res, next) => next(req.query['wrapped'] ? new Missing() : error)) as express5.ErrorRequestHandler)
  return app.use(expressHandler(options as HandlerOptions<IncomingMessage>)) as unknown as ReturnType<Framework['listener']>
}

function koaApp(
  Koa: typeof Koa3,
  outer: ProblemScopeOptions,
  inner: ProblemScopeOptions,
  options: HandlerOptions<never>,
): ReturnType<Framework['listener']> {
  const fail = (ctx: { path: string; body: unknown }): void => {
    const path = ctx.path.slice(ctx.path.lastIndexOf('/'))
    if (path === '/fine') ctx.body = { fine: true }
    else throw thrownAt(path)
  }
  // Without a prefix, the middleware of a nested router would run for the routes of the outer one too.
  const innerRouter = new KoaRouter({ prefix: '/inner' }).use(koaScope(inner)).all('/:name', fail)
  const outerRouter = new KoaRouter().use(koaScope(outer)).use(innerRouter.routes()).all('/outer/:name', fail)
  const app = new Koa().use(koaHandler(options as HandlerOptions<ProblemContext>)).use(outerRouter.routes())
  return app.use(fail).callback() as ReturnType<Framework['listener']>
}

for (const framework of frameworks) {
  describe(`problemScope() for ${framework.name}`, () => {
    const setup: Scopes = {
      inner: { map: [map(Missing, NotFound)], constraints: { users_email_key: '/inner' } },
      outer: { map: [map(Missing, Gone), map(RangeError, Gone)], constraints: { users_email_key: '/outer', other: '/o' } },
      options: { map: [map(Missing, Conflict), map(RangeError, Conflict)], constraints: { users_email_key: '/app' } },
    }

    it('asks the innermost scope first, then the outer ones, then the handler', async () => {
      const { url, events, close } = await start(scoped(framework, setup), {})
      try {
        for (const [path, status] of [
          ['/inner/missing', 404],
          ['/inner/range', 410],
          ['/inner/plain', 500],
          ['/outer/missing', 410],
          ['/missing', 409],
          ['/range', 409],
          ['/inner/null', 500],
          ['/inner/own', 402],
        ] as const)
          expect((await fetchProblem(`${url}${path}`)).status, path).to.equal(status)
        expect(events[0]?.thrown).to.be.instanceOf(Missing)
        expect((await fetchPlain(`${url}/inner/fine`)).bytes.toString()).to.equal('{"fine":true}')
      } finally {
        await close()
      }
    })

    it('names the places of a constraint as the innermost scope does', async () => {
      const { url, close } = await start(scoped(framework, setup), {})
      try {
        for (const scope of ['inner', 'outer', 'app']) {
          const { status, document } = await fetchProblem(`${url}${scope === 'app' ? '' : `/${scope}`}/duplicate`)
          expect([status, document['errors']]).to.deep.equal([
            409,
            [{ pointer: `#/${scope}`, code: 'unique', detail: 'The value is already in use.' }],
          ])
        }
      } finally {
        await close()
      }
    })

    it('reports an entry that fails, and asks the next', async () => {
      const broken = map(Missing, (error) => new Gone((error as unknown as { a: { b: string } }).a.b))
      const { url, events, close } = await start(
        scoped(framework, { ...setup, inner: { map: [broken] }, options: { map: [broken] } }),
        {},
      )
      const warnings: Error[] = []
      const listener = (warning: Error): unknown => warnings.push(warning)
      process.on('warning', listener)
      try {
        expect((await fetchProblem(`${url}/inner/missing`)).status).to.equal(410)
        expect((await fetchProblem(`${url}/missing`)).status).to.equal(500)
        expect(events.map(({ faults }) => faults.map(({ code, place }) => `${code} ${place}`))).to.deep.equal([
          ['ERR_PROBLEM_HOOK problemScope.map[0]'],
          ['ERR_PROBLEM_HOOK options.map[0]'],
        ])
        expect(warnings.map(({ message }) => message.split(':')[0])).to.deep.equal(['problemScope.map[0]', 'options.map[0]'])
      } finally {
        await close()
        process.off('warning', listener)
      }
    })
  })

  describe(`problemHandler() for ${framework.name}: map`, () => {
    it('puts another error in the place of the first', async () => {
      const instead = Object.assign(new Error('x'), { status: 404 })
      const entry = map(Missing, () => {
        throw instead
      })
      const handle = (): never => {
        throw new Missing()
      }
      const { url, events, close } = await start(framework, { options: { map: [entry] }, handle })
      try {
        expect((await fetchProblem(url)).status).to.equal(404)
        expect(events[0]?.thrown).to.be.instanceOf(Missing)
        expect(events[0]?.problem.cause).to.equal(instead)
      } finally {
        await close()
      }
    })
  })
}

for (const framework of frameworks.filter(({ kind }) => kind === 'express')) {
  it(`problemScope() for ${framework.name} has no say in an error that was made outside of it`, async () => {
    const setup = { inner: { map: [map(Error, Gone)] }, outer: {}, options: {} }
    const { url, close } = await start(scoped(framework, setup), {})
    try {
      expect((await fetchProblem(`${url}/inner/plain`)).status).to.equal(410)
      expect((await fetchProblem(`${url}/inner/plain?wrapped=1`)).status).to.equal(500)
    } finally {
      await close()
    }
  })
}

for (const [name, scope] of Object.entries(scopes)) {
  describe(`problemScope() for ${name}: options`, () => {
    for (const [options, place] of [
      [undefined, 'problemScope'],
      [[], 'problemScope'],
      [{ maps: [] }, 'problemScope'],
      [{ map: map(Error, Gone) }, 'problemScope.map'],
      [{ map: [Gone] }, 'problemScope.map[0]'],
      [{ constraints: [] }, 'problemScope.constraints'],
      [{ constraints: { key: [] } }, 'problemScope.constraints.key'],
      [{ constraints: { key: 'email' } }, 'problemScope.constraints.key'],
    ] as const) {
      it(`refuses ${JSON.stringify(options) ?? 'none'} at ${place}`, () => {
        expect(() => scope(options as ProblemScopeOptions))
          .to.throw(TypeError)
          .that.includes({ code: 'ERR_PROBLEM_OPTION', place })
      })
    }
  })
}
