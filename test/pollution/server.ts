/** Answers of Express and Koa in a polluted process, over connections that were open before: byte for byte what they are in a clean one. */
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import express from 'express'
import Koa from 'koa'
import { createError } from '../../lib/compat/index.js'
import { Conflict, ServiceUnavailable, Unauthorized } from '../../lib/index.js'
import * as ours from '../../middleware/express/index.js'
import * as koa from '../../middleware/koa/index.js'
import { SeatTaken } from '../openapi/problems.js'

/** What is thrown for each path. */
const thrown: Readonly<Record<string, () => unknown>> = {
  '/conflict': () => new Conflict('Order 7 is already paid.', { extensions: { order: 7 } }),
  '/seat': () => new SeatTaken({ seat: '12A' }),
  '/challenge': () => new Unauthorized(),
  '/later': () => new ServiceUnavailable({ retryAfter: 5 }),
  '/compat': () => createError(404, 'No book 8.'),
  '/foreign': () => Object.assign(new Error('secret'), { status: 403, expose: false }),
  '/unknown': () => new Error('secret'),
  '/object': () => ({}),
  '/faults': () => [{ keyword: 'type', instancePath: '/a', schemaPath: '#/type', params: { type: 'string' }, message: 'a' }],
}
const queries = { type: 'object', properties: { page: { type: 'integer' } }, required: ['page'] } as const

/** The requests, each a path. */
export const paths = [...Object.keys(thrown), '/nothing', '/posted', '/written', '/valid?page=x', '/valid?page=1', '/valid']

const silent = { logger: false, thrownFaults: 'client', drain: { maxBytes: 1000, maxSeconds: 1 } } as const

function expressApp(): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  ours.adoptResponses(app, { logger: false, detail: (body) => body })
  app.get('/written', (_req, res) => {
    res.statusCode = 410
    res.end('No book 8.')
  })
  app.post('/posted', (_req, res) => void res.end('fits'))
  app.get('/valid', ours.validate({ query: queries }), (_req, res) => void res.end('fits'))
  app.use((req, _res, next) => next(thrown[req.url]?.()))
  app.use(ours.notFoundHandler())
  app.use(ours.problemHandler(silent))
  return app
}

function koaApp(): RequestListener {
  const app = new Koa()
  app.use(koa.problemHandler({ ...silent, adopt: { detail: (body) => body } }))
  const validate = koa.validate({ query: queries })
  app.use(async (ctx, next) => {
    const make = thrown[ctx.url]
    if (make !== undefined) throw make()
    if (ctx.path === '/written') Object.assign(ctx, { status: 410, body: 'No book 8.' })
    if (ctx.path === '/valid')
      await validate(ctx, async () => {
        ctx.body = 'fits'
      })
    await next()
  })
  return app.callback()
}

/** An app with one connection to it. */
export interface Talk {
  /** Opens the connection again, if the last answer has closed it. */
  readonly ready: () => Promise<void>
  /** Sends a request and gives the answer. */
  readonly ask: (path: string) => Promise<string>
  readonly close: () => void
}

async function talk(listener: RequestListener): Promise<Talk> {
  const server = createServer({ keepAliveTimeout: 600_000 }, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const open = async (): Promise<Socket> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.setEncoding('latin1')
    await once(socket, 'connect')
    return socket
  }
  let socket = await open()
  const ask = (path: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = ''
      const timer = setTimeout(() => {
        // Nothing more comes, and what would come belongs to no later request.
        socket.destroy()
        finish()
      }, 2000)
      function finish(): void {
        clearTimeout(timer)
        socket.removeAllListeners()
        resolve(answer.replace(/^(Date): .*$/m, '$1'))
      }
      socket.on('data', (chunk) => {
        answer += String(chunk)
        const [head = '', body] = answer.split('\r\n\r\n', 2)
        const length = /^content-length: (\d+)/im.exec(head)?.[1]
        if (body !== undefined && length !== undefined && body.length >= Number(length)) finish()
      })
      socket.on('close', finish).on('error', finish)
      socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nAccept: application/problem+json\r\n\r\n`)
    })
  return {
    ready: async () => {
      if (!socket.writable) socket = await open()
    },
    ask,
    close: () => {
      socket.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The frameworks. */
export async function talks(): Promise<readonly { readonly name: string; readonly talk: Talk }[]> {
  return [
    { name: 'Express', talk: await talk(expressApp()) },
    { name: 'Koa', talk: await talk(koaApp()) },
  ]
}
