/** problems() as a middleware: it changes nothing of what is answered. */
import { createServer, type RequestListener } from 'node:http'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import type { NextFunction, Request, Response } from 'express'
import Koa from 'koa'
import Koa2 from 'koa-2'
import request from 'supertest'
import { Conflict, NotFound } from '../../lib/problem/classes.js'
import { markedClasses } from '../../lib/routes/mark.js'
import { problemHandler } from '../../middleware/express/handler.js'
import { problems } from '../../middleware/express/problems.js'
import { problemHandler as koaProblemHandler } from '../../middleware/koa/handler.js'
import { problems as koaProblems } from '../../middleware/koa/problems.js'
import { listener, versions } from '../routes/collect/express-versions.js'

for (const { name, express } of versions) {
  describe(`problems() in an app of ${name}`, () => {
    it('lets requests through, and is one middleware of others', async () => {
      const app = express()
      app.use(problems(NotFound))
      app.get('/', problems(Conflict), (_req, res) => res.send('came'))

      expect((await request(listener(app)).get('/')).text).to.equal('came')
    })

    it('leaves error handlers and handlers of parameters what they are', async () => {
      const app = express()
      app.param(
        'id',
        problems(NotFound).on((_req: Request, _res: Response, next: NextFunction, id: string) => next(new Error(id))),
      )
      app.get('/:id', (_req, res) => res.send('came'))
      const answer = (thrown: Error, _req: Request, res: Response, _next: NextFunction): void =>
        void res.status(409).send(thrown.message)
      app.use(problems(Conflict).on(Object.freeze(answer)))

      const { status, text } = await request(listener(app)).get('/7')
      expect([status, text]).to.deep.equal([409, '7'])
    })

    it('keeps the mark of what problemHandler().route() wraps', async () => {
      const app = express()
      const handler = problemHandler().route(
        problems(NotFound).on(async () => {
          throw new NotFound('There is none.')
        }),
      )
      app.get('/', handler)

      expect(markedClasses(handler)).to.deep.equal([NotFound])
      expect((await request(listener(app)).get('/')).body).to.include({ status: 404, detail: 'There is none.' })
    })
  })
}

for (const [name, App] of [
  ['koa', Koa],
  ['koa-2', Koa2 as unknown as typeof Koa],
] as const) {
  describe(`problems() in an app of ${name}`, () => {
    it('lets requests through, and what is thrown behind it', async () => {
      const app = new App()
      app.use(koaProblemHandler())
      app.use(koaProblems(NotFound))
      const handler = koaProblems(Conflict).on((ctx: Koa.Context) => {
        if (ctx.path === '/none') throw new Conflict('It is there.')
        ctx.body = 'came'
      })
      app.use(handler)
      const server = createServer(app.callback() as RequestListener)

      expect(markedClasses(handler)).to.deep.equal([Conflict])
      expect((await request(server).get('/')).text).to.equal('came')
      expect((await request(server).get('/none')).status).to.equal(409)
    })

    it('gives what next() gives', async () => {
      expect(await koaProblems(NotFound)({}, async () => 'given')).to.equal('given')
    })
  })
}

for (const [framework, make] of [
  ['Express', problems],
  ['Koa', koaProblems],
] as const) {
  describe(`problems() for ${framework}`, () => {
    it('refuses what is no problem class', () => {
      expect(() => make(Error as never)).to.throw(TypeError, 'classes[0]: expected a problem class, got a function')
      expect(() => make()).to.throw(TypeError, 'expected at least one problem class')
    })

    it('refuses to mark what is no handler, and an app, which hides its mark', () => {
      const app = (versions[0] as (typeof versions)[0]).express()

      expect(() => make(NotFound).on(undefined as never)).to.throw(
        TypeError,
        'expected a handler, which is a function, got undefined',
      )
      expect(() => make(NotFound).on(app)).to.throw(TypeError, 'put problems() in front')
    })

    it('says with its middleware what it says of handlers', () => {
      const middleware = make(NotFound, Conflict)

      expect(markedClasses(middleware)).to.deep.equal([NotFound, Conflict])
      expect(middleware.name).to.equal('problems')
    })

    it('keeps the type of a handler', () => {
      const handler = (req: Request<{ id: string }>, res: Response): void => void res.send(req.params.id)

      expectTypeOf(make(NotFound).on(handler)).toEqualTypeOf(handler)
    })
  })
}
