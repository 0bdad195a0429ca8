/** One line for each request, with pino for the problems and pino-http for the rest. */
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { Conflict } from '../../lib/index.js'
import { problemLogger } from '../../lib/telemetry/log/problem-logger.js'
import { notFoundHandler, problemHandler } from '../../middleware/express/index.js'
import { problemHandler as koaHandler } from '../../middleware/koa/index.js'
import { expressVersions, koaVersions } from '../contract/versions.js'
import { withListener } from '../contract/with-listener.js'

// Its types would add members to the requests of all tests.
const require = createRequire(import.meta.url)
const pino = require('pino') as (options: object, stream: { write(line: string): void }) => object
const pinoHttp = require('pino-http') as (options: object) => RequestHandler

/** What the app has to write: pino-http says nothing of a request whose problem has a line. */
const customLogLevel = (_req: unknown, res: { statusCode: number; err?: unknown }): string =>
  res.err === undefined ? 'info' : 'silent'

interface Told {
  readonly level: number
  readonly msg: string
  readonly req: Readonly<Record<string, unknown>>
  readonly err?: Readonly<Record<string, unknown>>
  readonly [name: string]: unknown
}

async function linesOf(build: (logger: object) => RequestListener, ...paths: readonly string[]): Promise<Told[]> {
  const lines: Told[] = []
  const logger = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line) as Told) })
  await withListener(build(logger), async (url) => {
    for (const path of paths) await (await fetch(`${url}${path}`)).text()
  })
  return lines
}

for (const [name, express] of Object.entries(expressVersions)) {
  describe(`pino and pino-http on ${name}`, () => {
    const build = (logger: object): RequestListener => {
      const app = express()
      app.use(pinoHttp({ logger, customLogLevel }))
      app.get('/fine', (_req, res) => void res.json({}))
      app.get('/orders/:id', () => {
        throw new Conflict('Paid.')
      })
      app.get('/crash', () => {
        throw Object.assign(new Error('x', { cause: new TypeError('inner') }), { config: { headers: { Authorization: 'Zq7x' } } })
      })
      app.use(notFoundHandler() as RequestHandler)
      app.use(problemHandler({ logger: problemLogger(logger) }) as ErrorRequestHandler)
      return app as RequestListener
    }

    it('write one line for each request, whatever became of it', async () => {
      const lines = await linesOf(build, '/fine', '/orders/7', '/crash', '/nowhere')
      expect(lines.map(({ level, msg }) => [level, msg])).to.deep.equal([
        [30, 'request completed'],
        [30, '409 GET /orders/:id Conflict'],
        [50, '500 GET /crash Internal Server Error'],
        [30, '404 GET /nowhere Not Found'],
      ])
      expect(JSON.stringify(lines)).not.to.contain('Zq7x')
      expect(lines.map(({ req }) => req['id'])).to.deep.equal([1, 2, 3, 4])
      for (const line of lines) expect(line['responseTime']).to.be.within(0, 5000)
      expect(lines[2]?.err).to.have.all.keys('type', 'message', 'stack', 'causes')
      expect(lines[2]?.err).to.include({ type: 'Error', message: 'x' })
    })
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  it(`pino writes one line for each problem on ${name}`, async () => {
    const lines = await linesOf(
      (logger) => {
        const app = new Koa()
        app.use(koaHandler({ logger: problemLogger(logger) }))
        app.use((ctx) => {
          if (ctx.path === '/crash') throw new Error('x')
          if (ctx.path === '/fine') ctx.body = {}
        })
        return app.callback() as RequestListener
      },
      '/fine',
      '/crash',
      '/nowhere',
    )
    expect(lines.map(({ level, msg }) => [level, msg])).to.deep.equal([
      [50, '500 GET /crash Internal Server Error'],
      [30, '404 GET /nowhere Not Found'],
    ])
  })
}
