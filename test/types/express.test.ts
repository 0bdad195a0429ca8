/** What the Express handlers are to the types of Express. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import { Conflict, defineProblem, faultTexts, HttpProblem, NotFound, type ValidationCode } from '../../lib/index.js'
import {
  type HookRequest,
  notFoundHandler,
  type ProblemEvent,
  problemHandler,
  problemScope,
  route,
  validate,
} from '../../middleware/express/index.js'

declare global {
  namespace Express {
    // As apps and their middleware do.
    interface Request {
      readonly shopId?: string
    }
  }
}

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

  it('give the hooks what the app and Express add to a request, without a type argument', () => {
    const app = express()
    app.use(notFoundHandler({ members: (_problem, { request }) => ({ shop: request.shopId, path: request.path }) }))
    app.use('/api', notFoundHandler({ only: ({ shopId }) => shopId !== undefined }))
    app.use(
      problemHandler({
        only: (req) => req.originalUrl.startsWith('/api') && req.get('Accept') !== 'text/html',
        instance: (_problem, { request }) => `/shops/${request.shopId}/${String(request.params['order'])}`,
        logger: ({ facts }) => {
          expectTypeOf(facts.request.shopId).toEqualTypeOf<string | undefined>()
          expectTypeOf(facts.request.ip).toEqualTypeOf<string | undefined>()
          expectTypeOf(facts.request.headers).toHaveProperty('accept')
        },
      }),
    )
    const handler = problemHandler({ onProblem: ({ facts }: ProblemEvent<Request>) => void facts.request.accepts('json') })
    expectTypeOf(handler).toExtend<ErrorRequestHandler>()
    expect(problemHandler<Request>({ only: (req) => req.xhr })).to.have.lengthOf(4)
    expectTypeOf<Request>().toExtend<HookRequest>()
  })

  it('give describeFault the request, in the handler and in validate()', () => {
    class ApiError extends Error {
      constructor(readonly status: number) {
        super('Not so.')
      }
    }
    const handler = problemHandler({
      expose: [ApiError, (error) => error instanceof ApiError],
      describeFault: ({ code, detail }, issue, { request, vendor }) => {
        expectTypeOf(code).toEqualTypeOf<ValidationCode>()
        expectTypeOf(issue).toBeUnknown()
        expectTypeOf(vendor).toEqualTypeOf<string | undefined>()
        return request.get('Accept-Language') === 'de' ? `${code} (${request.shopId})` : detail
      },
    })
    const query = { type: 'object' } as const
    const checked = validate({ query }, { describeFault: ({ code }, _issue, { request }) => `${code} (${request.shopId})` })
    expect(
      [handler, checked, problemHandler({ describeFault: faultTexts.fromSchema })].map(({ length }) => length),
    ).to.deep.equal([4, 3, 4])
    expectTypeOf(validate({ query }, { describeFault: faultTexts.fromSchema })).toExtend<RequestHandler>()
    // @ts-expect-error a text, or undefined
    expect(problemHandler({ describeFault: () => 7 })).to.have.lengthOf(4)
  })

  it('refuse a handler that nobody has called', () => {
    const app = express()
    // @ts-expect-error parentheses are missing: write app.use(problemHandler())
    app.use(problemHandler)
    // @ts-expect-error parentheses are missing: write app.use(notFoundHandler())
    app.use('/api', notFoundHandler)
    // @ts-expect-error parentheses are missing: write app.use(problemScope())
    express.Router().use(problemScope)
    // @ts-expect-error the types of validate() say so too
    app.use(validate)
    expect(app).to.be.a('function')
  })

  it('take each class with a type of its own as a default', () => {
    class Shop extends NotFound {
      static override readonly type: string = ['https://example.com', 'no-such-shop'].join('/')
    }
    class Gone extends defineProblem('Gone', { type: 'https://example.com/gone', status: 410, title: 'Gone for good' }) {}
    expect(problemHandler({ defaults: { 404: Shop, 410: Gone } })).to.have.lengthOf(4)
    expect(problemHandler({ defaults: { 404: NoSuchBook, 429: undefined as never } })).to.have.lengthOf(4)
    expectTypeOf<(typeof NotFound)['type']>().toExtend<string>()
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
      // @ts-expect-error a plain status is what stands there anyway
      () => problemHandler({ defaults: { 404: NotFound } }),
      // @ts-expect-error a class that sets no type has none
      () => problemHandler({ defaults: { 404: class NoSuchShop extends NotFound {} } }),
      // @ts-expect-error the same for one of no status
      () => problemHandler({ defaults: { 404: HttpProblem } }),
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
