/** The same app with http-errors and with http-problems/compat: every answer is the same, byte for byte, but for the place of `Connection`. */
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import express from 'express'
import httpErrors from 'http-errors'
import Koa from 'koa'
import compat from '../../lib/compat/index.js'
import * as forExpress from '../../middleware/express/index.js'
import * as forKoa from '../../middleware/koa/index.js'
import type { Implementation } from './table.js'
import { type Make, thrown } from './thrown.js'

const [theirs, ours] = [httpErrors, compat] as unknown as readonly [Implementation, Implementation]
const implementations = { theirs, ours }
type Side = keyof typeof implementations

// depd prints the deprecations of http-errors only where nobody listens.
const ignore = (): void => undefined

// The path says what is thrown and who makes it: `/ours/3`.
function throwAt(path: string): never {
  const [, side, index] = path.split('/')
  const make = Object.values(thrown)[Number(index)] as Make
  throw make(implementations[side as Side])
}

const apps: Readonly<Record<string, () => RequestListener>> = {
  Express() {
    const app = express()
    app.use((req) => throwAt(req.path))
    return app.use(forExpress.problemHandler({ logger: false })) as unknown as RequestListener
  },
  Koa() {
    const app = new Koa()
    app.use(forKoa.problemHandler({ logger: false }))
    app.use(({ path }) => throwAt(path))
    return app.callback()
  },
}

/** Reads an answer as it comes from the socket, but for the time of day. `Connection` comes last: Node writes it behind ours, unless we do. */
async function answerTo(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  const [head = '', ...body] = (await text(socket)).replace(/^Date: .*\r\n/m, '').split('\r\n\r\n')
  const [line = '', ...fields] = head.split('\r\n')
  return [[line, ...fields.toSorted((a, b) => Number(isConnection(a)) - Number(isConnection(b)))].join('\r\n'), ...body].join(
    '\r\n\r\n',
  )
}

function isConnection(field: string): boolean {
  return field.startsWith('Connection:')
}

for (const [framework, build] of Object.entries(apps)) {
  describe(`An app of ${framework} that throws what createError() makes`, () => {
    const server = createServer(build())
    let port = 0
    before(async () => {
      ;(process as NodeJS.EventEmitter).on('deprecation', ignore)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
    })
    after(() => {
      ;(process as NodeJS.EventEmitter).off('deprecation', ignore)
      server.close()
    })

    for (const [index, name] of Object.keys(thrown).entries()) {
      it(`answers as with http-errors: ${name}`, async () => {
        const [real, own] = await Promise.all([answerTo(port, `/theirs/${index}`), answerTo(port, `/ours/${index}`)])

        expect(own).to.equal(real)
        expect(own)
          .to.match(/^HTTP\/1\.1 [45]\d\d /)
          .and.not.match(/hunter2|secret|set-cookie/i)
      })
    }
  })
}
