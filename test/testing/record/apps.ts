/** Makes one app for each framework of routes that answer in any way, so that a table of cases holds for all. */

import type { RequestListener } from 'node:http'
import { PassThrough } from 'node:stream'
import Router from '@koa/router'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { ProblemClass } from '../../../lib/define/problem-class.js'
import {
  problemHandler as expressHandler,
  problems as expressProblems,
  notFoundHandler,
} from '../../../middleware/express/index.js'
import { problemHandler as koaHandler, problems as koaProblems } from '../../../middleware/koa/index.js'
import { expressVersions, koaVersions } from '../../contract/versions.js'

/** How a route answers. */
export interface Reply {
  /** Throws a value. */
  readonly fail: (thrown: unknown) => never
  /** Sends an answer that somebody wrote by hand. */
  readonly send: (status: number, fields: Readonly<Record<string, string>>, body?: string) => void
  /** Sends one piece by piece. */
  readonly stream: (status: number, fields: Readonly<Record<string, string>>, pieces: readonly string[]) => void
}

/** A route. */
export interface TestRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** With `:name` for parameters. */
  readonly path: string
  readonly problems?: readonly ProblemClass[]
  readonly answer: (reply: Reply) => void
}

/** An app, and what answers its requests. */
export interface TestApp {
  readonly app: object
  readonly listener: () => RequestListener
}

/** The makers of apps by framework and version. */
export const makers: Readonly<Record<string, (routes: readonly TestRoute[]) => TestApp>> = {
  ...Object.fromEntries(
    Object.entries(expressVersions).map(([name, express]) => [
      name,
      (routes: readonly TestRoute[]): TestApp => {
        const app = express()
        for (const { method, path, problems, answer } of routes) {
          const handler: RequestHandler = (_req, res) => {
            answer({
              fail(thrown) {
                throw thrown
              },
              send: (status, fields, body) => void res.status(status).set(fields).end(body),
              stream(status, fields, pieces) {
                res.writeHead(status, fields)
                for (const piece of pieces) res.write(Buffer.from(piece))
                res.end()
              },
            })
          }
          app[method](path, ...(problems ? [expressProblems(...problems) as unknown as RequestHandler] : []), handler)
        }
        app.use(notFoundHandler() as unknown as RequestHandler)
        app.use(expressHandler({ logger: false }) as unknown as ErrorRequestHandler)
        return { app, listener: () => app as unknown as RequestListener }
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(koaVersions).map(([name, Koa]) => [
      name,
      (routes: readonly TestRoute[]): TestApp => {
        const app = new Koa()
        const router = new Router()
        for (const { method, path, problems, answer } of routes)
          router[method](path, ...(problems ? [koaProblems(...problems) as never] : []), (ctx) => {
            answer({
              fail(thrown) {
                throw thrown
              },
              send(status, fields, body) {
                ctx.respond = false
                ctx.res.writeHead(status, fields).end(body)
              },
              stream(status, fields, pieces) {
                const body = new PassThrough()
                ctx.body = body
                ctx.status = status
                ctx.set(fields)
                for (const piece of pieces) body.write(piece)
                body.end()
              },
            })
          })
        app.use(koaHandler({ logger: false }) as never)
        app.use(router.routes())
        return { app, listener: () => app.callback() as RequestListener }
      },
    ]),
  ),
}
