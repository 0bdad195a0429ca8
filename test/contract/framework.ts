/** The table of frameworks that the contract suite runs on, behind one small interface. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import KoaRouter from '@koa/router'
import type express5 from 'express'
import type Koa3 from 'koa'
import type { ProblemEvent } from '../../lib/handler/event.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { problemHandler as expressHandler, notFoundHandler, route } from '../../middleware/express/index.js'
import { problemHandler as koaHandler, type ProblemContext } from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from './versions.js'

/** What a scenario's code gets: the objects of Node, which every framework has. */
export interface Hands {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  /** Sets the status in the framework's own way. */
  readonly setStatus: (status: number) => void
  /** Answers with JSON in the framework's own way. */
  readonly json: (value: unknown) => void
  /** Leaves the request to whoever comes next. */
  readonly pass: () => void
}

/** An app, in the words of no framework. */
export interface Scenario {
  /** Options of the handler; hooks get the framework's request. */
  readonly options?: HandlerOptions<never>
  /** Runs for each request that no route took. */
  readonly handle?: (hands: Hands) => unknown
  /** Routes by method and path. */
  readonly routes?: readonly (readonly [method: string, path: string, handle: (hands: Hands) => unknown])[]
  /** Reads JSON bodies up to this many bytes. */
  readonly readsJson?: number
}

/** A running app. */
export interface Running {
  readonly url: string
  readonly port: number
  readonly events: ProblemEvent<unknown>[]
  readonly close: () => Promise<void>
}

/** One framework in one version. */
export interface Framework {
  readonly name: string
  readonly kind: 'express' | 'koa'
  /** Makes the app as a listener of `node:http`. */
  readonly listener: (scenario: Scenario) => RequestListener
}

/** Every framework that the package answers for. */
export const frameworks: readonly Framework[] = [
  ...Object.entries(expressVersions).map(
    ([name, express]): Framework => ({ name, kind: 'express', listener: onExpress(express) }),
  ),
  ...Object.entries(koaVersions).map(([name, Koa]): Framework => ({ name, kind: 'koa', listener: onKoa(Koa) })),
]

/** Starts a scenario on a free port. Events are collected; the log is silent unless the scenario has one. */
export async function start(framework: Framework, scenario: Scenario): Promise<Running> {
  const events: ProblemEvent<unknown>[] = []
  const { onProblem } = scenario.options ?? {}
  const options = {
    logger: false as const,
    ...scenario.options,
    onProblem: (event: ProblemEvent<never>) => {
      events.push(event)
      return typeof onProblem === 'function' ? onProblem(event) : undefined
    },
  }
  const server = createServer(framework.listener({ ...scenario, options }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, events, close: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function onExpress(express: typeof express5): Framework['listener'] {
  return ({ options = {}, handle, routes = [], readsJson }) => {
    const app = express()
    const wrap = (run: (hands: Hands) => unknown) =>
      route((req: express5.Request, res: express5.Response, pass) =>
        run({ req, res, setStatus: (status) => res.status(status), json: (value) => res.json(value), pass }),
      )
    if (readsJson !== undefined) app.use(express.json({ limit: readsJson }))
    for (const [method, path, run] of routes) app[method as 'get'](path, wrap(run))
    if (handle) app.use(wrap(handle))
    app.use(notFoundHandler())
    app.use(expressHandler(options as HandlerOptions<IncomingMessage>))
    return app as unknown as RequestListener
  }
}

function onKoa(Koa: typeof Koa3): Framework['listener'] {
  return ({ options = {}, handle, routes = [], readsJson }) => {
    const app = new Koa()
    const wrap = (run: (hands: Hands) => unknown) => async (ctx: Koa3.Context) => {
      await run({
        req: ctx.req,
        res: ctx.res,
        setStatus: (status) => {
          ctx.status = status
        },
        json: (value) => {
          ctx.body = value
        },
        pass: () => undefined,
      })
    }
    app.use(koaHandler(options as HandlerOptions<ProblemContext>))
    if (readsJson !== undefined) app.use(bodyParser({ jsonLimit: readsJson }))
    if (routes.length > 0) {
      const router = new KoaRouter()
      for (const [method, path, run] of routes) router[method as 'get'](path, wrap(run))
      app.use(router.routes())
    }
    if (handle) app.use(wrap(handle))
    return app.callback() as RequestListener
  }
}
