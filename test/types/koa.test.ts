/** What the Koa handler is to the types of Koa. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import Koa, { type Context, type Middleware } from 'koa'
import { faultTexts, type HttpProblem } from '../../lib/index.js'
import { type HookContext, type ProblemContext, problemHandler, problemScope, validate } from '../../middleware/koa/index.js'

describe('The types of http-problems/koa', () => {
  it('fit those of Koa', () => {
    expectTypeOf(problemHandler()).toExtend<Middleware>()
    expectTypeOf<Context>().toExtend<ProblemContext>()
    expectTypeOf<Context>().toExtend<HookContext>()
    const app = new Koa()
    app.use(problemHandler())
    expect(app.middleware).to.have.lengthOf(1)
  })

  it("fit an app with a state and a context of the user's", () => {
    const app = new Koa<{ user: string }, { requestId: string }>()
    app.use(problemHandler())
    app.use((ctx) => {
      expectTypeOf(ctx.state.user).toBeString()
      expectTypeOf(ctx.requestId).toBeString()
    })
    expect(app.middleware).to.have.lengthOf(2)
  })

  it('give the hooks the context, with its own type where it is named', () => {
    const handler = problemHandler<Context>({
      only: (ctx) => {
        expectTypeOf(ctx).toEqualTypeOf<Context>()
        return ctx.path.startsWith('/api')
      },
      members: (problem, facts) => {
        expectTypeOf(problem).toEqualTypeOf<HttpProblem>()
        expectTypeOf(facts.request).toEqualTypeOf<Context>()
        return { path: facts.request.path }
      },
    })
    problemHandler({
      only: (ctx) => {
        expectTypeOf(ctx).toEqualTypeOf<HookContext>()
        return ctx.method !== 'GET'
      },
    })
    new Koa().use(handler)
    expect(handler).to.have.lengthOf(2)
  })

  it('give describeFault the context, in the handler and in validate()', () => {
    const handler = problemHandler({
      describeFault: ({ code }, _issue, { request }) => {
        expectTypeOf(request).toEqualTypeOf<HookContext>()
        return request.get('Accept-Language') === 'de' ? code : undefined
      },
    })
    const query = { type: 'object' } as const
    const checked = validate({ query }, { describeFault: (_fault, _issue, { request: ctx }) => ctx.get('Accept-Language') })
    new Koa()
      .use(handler)
      .use(checked)
      .use(validate({ query }, { describeFault: faultTexts.fromSchema }))
    expect([handler, checked].map(({ length }) => length)).to.deep.equal([2, 2])
  })

  it('give the hooks the state and what Koa knows of a request, without a type argument', () => {
    interface State {
      readonly user: { readonly id: string }
    }
    const app = new Koa()
    app.use(problemHandler({ members: (_problem, { request }) => ({ id: request.state.requestId, path: request.path }) }))
    app.use(problemHandler({ only: (ctx) => ctx.get('Accept') !== '' && ctx.ip !== '' }))
    expect(app.middleware).to.have.lengthOf(2)
    const typed = new Koa<State, { requestId: string }>()
    typed.use(problemHandler({ onProblem: ({ facts }) => void facts.request.state.user.id })).use((ctx) => {
      expectTypeOf(ctx.state.user.id).toBeString()
      expectTypeOf(ctx.requestId).toBeString()
    })
    const handler: Middleware<State, { requestId: string }> = problemHandler({
      onProblem: ({ facts }) => {
        expectTypeOf(facts.request.state).toExtend<State>()
        expectTypeOf(facts.request.requestId).toBeString()
      },
    })
    expect(typed.use(handler).middleware).to.have.lengthOf(3)
  })

  it('refuse a handler that nobody has called', () => {
    const app = new Koa()
    // @ts-expect-error parentheses are missing: write app.use(problemHandler())
    app.use(problemHandler)
    // @ts-expect-error parentheses are missing: write app.use(problemScope())
    app.use(problemScope)
    expect(app.middleware).to.have.lengthOf(2)
  })

  it('refuse wrong options, as the handler does', () => {
    const wrong: readonly (() => unknown)[] = [
      // @ts-expect-error there is no option `status`
      () => problemHandler({ status: 400 }),
      // @ts-expect-error debug is true or false
      () => problemHandler({ debug: 1 }),
      // @ts-expect-error a base is a string
      () => problemHandler({ baseUri: new URL('https://example.com') }),
      // @ts-expect-error a hook is a function
      () => problemHandler({ onProblem: {} }),
      // @ts-expect-error Cache-Control is a string or a function
      () => problemHandler({ cacheControl: false }),
    ]
    for (const make of wrong) expect(make).to.throw(TypeError).with.property('code', 'ERR_PROBLEM_OPTION')
  })
})
