/** What the Express handlers are to the types of Express. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import { Conflict, HttpProblem } from '../../lib/index.js'
import { notFoundHandler, type ProblemEvent, problemHandler, route } from '../../middleware/express/index.js'

class NoSuchBook extends HttpProblem<404> {
  static override readonly type = 'https://example.com/no-such-book'
  static override readonly status = 404
}

describe('The types of http-problems/express', () => {
  it('fit those of Express', () => {
    expectTypeOf(problemHandler()).toExtend<ErrorRequestHandler>()
    expectTypeOf(notFoundHandler()).toExtend<RequestHandler>()
    const app = express()
    app.use(notFoundHandler())
    app.use(problemHandler())
    app.use('/api', problemHandler())
    const router = express.Router()
    router.use(problemHandler())
    expect(problemHandler()).to.have.lengthOf(4)
    expect(notFoundHandler()).to.have.lengthOf(3)
  })

  it("infer Express's request and response in a wrapped route", () => {
    const app = express()
    const handler = problemHandler()
    app.get(
      '/',
      route((req, res) => {
        expectTypeOf(req.get('Host')).toEqualTypeOf<string | undefined>()
        expectTypeOf(res).toExtend<Response>()
        res.status(200).json({ host: req.get('Host') })
      }),
    )
    app.get(
      '/books/:id',
      handler.route(async (req, res, next) => {
        expectTypeOf(req.params.id).toBeString()
        expectTypeOf(next).toBeFunction()
        res.json({ id: req.params.id })
      }),
    )
    // @ts-expect-error a handler takes a request first
    expect(route((req: number) => req)).to.have.lengthOf(3)
  })

  it("keep Express's request and response of a wrapped route", () => {
    const app = express()
    const handler = problemHandler()
    app.get(
      '/',
      route((req: Request, res: Response) => {
        res.status(200).json({ host: req.get('Host') })
      }),
    )
    app.get(
      '/books/:id',
      handler.route(async (req: Request<{ id: string }>, res: Response, next) => {
        expectTypeOf(next).toBeFunction()
        res.json({ id: req.params.id })
      }),
    )
    expectTypeOf(route((_req: Request<{ id: string }>, res: Response) => res.json({}))).toExtend<RequestHandler<{ id: string }>>()
    expect(route(() => undefined)).to.have.lengthOf(3)
    expect(handler.route(() => undefined)).to.have.lengthOf(3)
  })

  it('give the hooks what they see', () => {
    const handler = problemHandler({
      only: (req) => {
        expectTypeOf(req.headers).toHaveProperty('accept')
        return req.url !== '/'
      },
      members: (problem, facts) => {
        expectTypeOf(problem).toEqualTypeOf<HttpProblem>()
        expectTypeOf(facts.method).toBeString()
        return { id: facts.request.headers['x-request-id'] }
      },
      defaults: { 404: NoSuchBook },
      onProblem: (event) => {
        expectTypeOf(event.outcome).toEqualTypeOf<'answered' | 'aborted' | 'too-late' | 'client-gone'>()
        expectTypeOf(event).toExtend<ProblemEvent>()
        expectTypeOf(event.thrown).toBeUnknown()
      },
    })
    expect(handler).to.have.lengthOf(4)
  })

  it('refuse wrong options, as the handler does', () => {
    const wrong: readonly (() => unknown)[] = [
      // @ts-expect-error there is no option `status`
      () => problemHandler({ status: 400 }),
      // @ts-expect-error debug is true or false
      () => problemHandler({ debug: 'yes' }),
      // @ts-expect-error an instance is 'none', 'uuid' or a function
      () => problemHandler({ instance: 'ulid' }),
      // @ts-expect-error maxBytes is a number
      () => problemHandler({ maxBytes: '256k' }),
      // @ts-expect-error a logger is a function or false
      () => problemHandler({ logger: true }),
      // @ts-expect-error 200 is no error
      () => problemHandler({ defaults: { 200: NoSuchBook } }),
      // @ts-expect-error a default is a class of problems
      () => problemHandler({ defaults: { 404: RangeError } }),
      // @ts-expect-error field names are a list
      () => problemHandler({ keepHeaders: 'ETag' }),
      // @ts-expect-error a predicate is a function
      () => notFoundHandler({ only: '/api' }),
    ]
    for (const make of wrong) expect(make).to.throw(TypeError).with.property('code', 'ERR_PROBLEM_OPTION')
    expect(() =>
      problemHandler({ only: () => true, logger: false, challenges: { scheme: 'Basic', realm: 'api' } }),
    ).not.to.throw()
    expect(new Conflict()).to.be.instanceOf(HttpProblem)
  })
})
