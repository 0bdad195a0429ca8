/** One app that validates, on every framework version. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import KoaRouter from '@koa/router'
import type express5 from 'express'
import type Koa3 from 'koa'
import type { ProblemEvent } from '../../lib/handler/event.js'
import type { ValidateOptions } from '../../lib/validate/prepare.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import * as express from '../../middleware/express/index.js'
import * as koa from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from './versions.js'

/** What the app is made of. */
export interface ValidatingApp {
  /** One `validate()` each, one behind the other. */
  readonly schemas: readonly RequestSchemas[]
  /** Options of each of them. */
  readonly options?: ValidateOptions
  /** @default parsers of JSON and of forms, up to 1000 bytes */
  readonly withoutParser?: boolean
  /** What the route does first, with the parts of the request as apps read them. */
  readonly handle?: (parts: Readonly<Record<'body' | 'query' | 'params' | 'headers', unknown>>) => void
}

/** A running app. */
export interface RunningApp {
  readonly url: string
  readonly events: ProblemEvent<unknown>[]
  readonly close: () => void
}

type ListenerOf = (app: ValidatingApp, events: ProblemEvent<unknown>[]) => RequestListener

/** Starts the app: `POST /books/:id` answers with what came through, and with what others read in the request. */
export async function startValidating(framework: string, app: ValidatingApp): Promise<RunningApp> {
  const events: ProblemEvent<unknown>[] = []
  const server = createServer(listenerOf(framework)(app, events))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, events, close }
}

function listenerOf(framework: string): ListenerOf {
  const express = expressVersions[framework]
  const Koa = koaVersions[framework]
  if (express !== undefined) return onExpress(express)
  if (Koa !== undefined) return onKoa(Koa)
  throw new Error(`There is no app for ${framework}.`)
}

function onExpress(module: typeof express5): ListenerOf {
  return ({ schemas, options, withoutParser = false, handle }, events) => {
    const app = module()
    app.set('query parser', 'extended')
    if (!withoutParser) app.use(module.json({ limit: 1000 }), module.urlencoded({ extended: false, limit: 1000 }))
    const checks = schemas.map((one) => express.validate(one, options))
    app.post('/books/:id', ...checks, (req, res) => {
      handle?.({ body: req.body as unknown, query: req.query, params: req.params, headers: req.headers })
      res.json({ validated: express.validated(req, checks.at(-1)), query: req.query, body: req.body as unknown })
    })
    app.use(express.notFoundHandler())
    app.use(express.problemHandler({ logger: false, onProblem: (event) => events.push(event) }))
    return app as unknown as RequestListener
  }
}

function onKoa(Koa: typeof Koa3): ListenerOf {
  return ({ schemas, options, withoutParser = false, handle }, events) => {
    const app = new Koa()
    app.use(koa.problemHandler({ logger: false, onProblem: (event) => events.push(event) }))
    if (!withoutParser) app.use(bodyParser({ jsonLimit: 1000 }))
    const router = new KoaRouter()
    const checks = schemas.map((one) => koa.validate(one, options))
    for (const check of checks) router.post('/books/:id', check)
    router.post('/books/:id', (ctx) => {
      handle?.({ body: ctx.request.body, query: ctx.query, params: ctx.params as unknown, headers: ctx.headers })
      const validated = koa.validated(ctx, checks.at(-1))
      if (ctx.state['validated'] !== validated) throw new Error('ctx.state.validated is not what validated() gives')
      ctx.body = { validated, query: ctx.query, body: ctx.request.body }
    })
    app.use(router.routes())
    return app.callback() as RequestListener
  }
}
