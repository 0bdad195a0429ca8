/** Apps of Koa at random, and what really runs in them: the judge of what the walk says. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Router from '@koa/router'
import fc from 'fast-check'
import Koa from 'koa'
import mount from 'koa-mount'
import type { ProblemClass } from '../../../lib/define/problem-class.js'
import { problemClasses } from '../../../lib/problem/classes.js'
import { markHandler } from '../../../lib/routes/mark.js'
import type { Syntax } from './koa-routers.js'

/** A step of building a router. */
type Step =
  | { readonly is: 'use' }
  | { readonly is: 'use below'; readonly at: string }
  | { readonly is: 'param'; readonly name: string }
  | { readonly is: 'route'; readonly segments: readonly Segment[]; readonly method: 'get' | 'post' | 'all' }
  | { readonly is: 'router'; readonly at: string; readonly prefix: string; readonly steps: readonly Step[] }

interface Segment {
  readonly is: 'text' | 'parameter' | 'optional' | 'optional parameter'
  readonly name: string
}

const name = fc.constantFrom('a', 'b', 'c')
const prefix = fc.constantFrom('', '/p', '/p/q', '/:id', '/a')

/** The steps of a router. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.letrec<{ steps: readonly Step[]; step: Step }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 6 }),
  step: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      is: fc.constant('route' as const),
      method: fc.constantFrom('get' as const, 'post' as const, 'all' as const),
      segments: fc.array(
        fc.record({ is: fc.constantFrom<Segment['is'][]>('text', 'parameter', 'optional', 'optional parameter'), name }),
        {
          maxLength: 3,
        },
      ),
    }),
    fc.record({ is: fc.constant('use' as const) }),
    fc.record({ is: fc.constant('use below' as const), at: fc.constantFrom('/a', '/b', '/p', '/p/a', '/:id') }),
    fc.record({ is: fc.constant('param' as const), name: fc.constantFrom('id', 'a') }),
    fc.record({ is: fc.constant('router' as const), at: fc.constantFrom('/n', '/a', '/:id'), prefix, steps: tie('steps') }),
  ),
})).steps

/** An app, and the classes that its marks have. */
export interface RandomApp {
  readonly app: Pick<Koa, 'callback'>
  readonly mounts: readonly (readonly [string, object])[]
}

interface State {
  readonly ran: ProblemClass[]
}

/** Builds an app of a router in front and one below koa-mount. Each route has a segment of its own, so that no other takes its requests. */
export function buildApp(Version: typeof Router, syntax: Syntax, front: readonly Step[], below: readonly Step[]): RandomApp {
  const classes = Object.values(problemClasses).values()
  let routes = 0

  // Each mark has a class of its own, as long as there are some.
  function mark<Handler extends (...args: never) => unknown>(handler: (note: (state: State) => void) => Handler): Handler {
    const Class = classes.next().value as ProblemClass | undefined
    return Class === undefined
      ? handler(() => undefined)
      : markHandler(
          handler((state) => state.ran.push(Class)),
          [Class],
        )
  }
  const middleware = (): Koa.Middleware =>
    mark((note) => async (ctx, next) => {
      note(ctx.state as State)
      await next()
    })

  function build(router: Router, list: readonly Step[]): Router {
    for (const step of list) {
      if (step.is === 'use') router.use(middleware())
      else if (step.is === 'use below') router.use(step.at, middleware())
      else if (step.is === 'param')
        router.param(
          step.name,
          mark((note) => async (_id: string, ctx: Koa.Context, next: Koa.Next) => {
            note(ctx.state as State)
            await next()
          }),
        )
      else if (step.is === 'router')
        router.use(step.at, build(new Version(step.prefix === '' ? {} : { prefix: step.prefix }), step.steps).routes())
      else router[step.method](pathOf(step.segments, `r${routes++}`, syntax), middleware(), ending)
    }
    return router
  }

  const mounted = new Koa().use(middleware()).use(build(new Version(), below).routes())
  const app = new Koa()
    .use(async (ctx, next) => {
      ctx.state.ran = []
      await next()
    })
    .use(middleware())
    .use(mount('/mounted', mounted))
    .use(middleware())
    .use(build(new Version({ prefix: '/front' }), front).routes())
    .use(middleware())
  return { app, mounts: [['/mounted', mounted]] }
}

function ending(ctx: Koa.Context): void {
  ctx.body = { ran: (ctx.state as State).ran.map(({ status }) => status), route: ctx['_matchedRoute'] }
}

function pathOf(segments: readonly Segment[], own: string, { optional }: Syntax): string {
  const parts = segments.map(({ is, name: text }, index) => {
    const parameter = `:${text}${index}`
    return { text: `/${text}`, parameter: `/${parameter}`, optional: optional(text), 'optional parameter': optional(parameter) }[
      is
    ]
  })
  return `/${own}${parts.join('')}/${own}end`
}

/** Asks an app over HTTP, one at a time. */
export class Asked {
  #app = new Koa().callback()
  readonly #server: Server = createServer((req, res) => void this.#app(req, res)).listen(0)

  /** Gives what a request for a path is answered. */
  async ask(
    app: Pick<Koa, 'callback'>,
    method: string,
    path: string,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    this.#app = app.callback()
    const { port } = this.#server.address() as AddressInfo
    const response = await fetch(`http://localhost:${port}${path}`, { method })
    const text = await response.text()
    return { status: response.status, body: response.ok ? JSON.parse(text) : text }
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}
