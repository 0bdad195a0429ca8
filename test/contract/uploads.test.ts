/** Clients that go on uploading when they are answered: the answer arrives, the connection stays usable or closes, within bounds. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { Conflict } from '../../lib/index.js'
import { problemHandler } from '../../middleware/koa/index.js'
import { frameworks, type Scenario } from './framework.js'
import { upload } from './upload.js'
import { koaVersions } from './versions.js'
import { request } from './wire.js'

const MAX_BYTES = 500_000
const options = { logger: false, drain: { maxBytes: MAX_BYTES, maxSeconds: 0.3 } } as const
const refusing: Scenario = {
  options,
  handle: ({ req, json }) => {
    if (req.method === 'GET') return json({ fine: true })
    throw new Conflict('Paid.')
  },
}

async function serving(listener: RequestListener, test: (server: Server, url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await test(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

for (const framework of frameworks) {
  describe(`An upload to ${framework.name} that goes on behind the answer`, () => {
    const served = (test: Parameters<typeof serving>[1]): Promise<void> => serving(framework.listener(refusing), test)

    it('keeps the connection where it ends within the bounds [B7]', () =>
      served(async (server) => {
        const { answers, closed } = await upload(server, {
          fields: { 'Content-Length': '400000' },
          total: 400_000,
          behind: request('GET', '/'),
        })
        expect([answers, closed]).to.deep.equal([2, false])
      }))

    for (const [says, fields] of [
      ['that says its length', { 'Content-Length': '50000000' }],
      ['in chunks', { 'Transfer-Encoding': 'chunked' }],
    ] as const) {
      it(`is answered whole and then cut off, ${says} [B7]`, () =>
        served(async (server) => {
          const { text, closed, read } = await upload(server, { fields, total: 50_000_000 })
          expect(text)
            .to.match(/^HTTP\/1\.1 409 /)
            .and.match(/"detail":"Paid\."\}$/)
          expect(closed).to.equal(true)
          expect(read).to.be.lessThan(MAX_BYTES * 2)
        }))
    }

    it('is cut off in time where nothing of it comes, of a path without a route too', () =>
      serving(framework.listener({ options }), async (server) => {
        const { text, closed, took } = await upload(server, { fields: { 'Content-Length': '99999999999' } })
        expect(text)
          .to.match(/^HTTP\/1\.1 404 /)
          .and.contain('Connection: close')
        expect([closed, took < 2500]).to.deep.equal([true, true])
      }))

    it('reaches fetch(), whose next request is answered too', () =>
      served(async (_, url) => {
        for (const size of [400_000, 20_000_000]) {
          const response = await fetch(url, { method: 'POST', body: 'x'.repeat(size) })
          expect([response.status, ((await response.json()) as { detail: string }).detail]).to.deep.equal([409, 'Paid.'])
        }
        expect((await fetch(url)).status).to.equal(200)
      }))
  })
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`An upload to ${name}`, () => {
    const app = (slow: number): RequestListener => {
      const made = new Koa()
      // Koa writes an answer when the middleware in front of the handler is done.
      made.use(async (_, next) => {
        await next()
        await sleep(slow)
      })
      made.use(problemHandler(options))
      made.use(() => {
        throw new Conflict('Paid.')
      })
      return made.callback() as RequestListener
    }

    it('is not cut off before the answer of a slow app is out', () =>
      serving(app(1000), async (server) => {
        const { text, read, closed } = await upload(server, { fields: { 'Transfer-Encoding': 'chunked' }, total: 50_000_000 })
        expect(text)
          .to.match(/^HTTP\/1\.1 409 /)
          .and.match(/"detail":"Paid\."\}$/)
        expect([closed, read < MAX_BYTES * 2]).to.deep.equal([true, true])
      }))

    for (const [says, total, most] of [
      ['ends by itself where it is small', 200_000, 200_000],
      ['ends with NO_ERROR where it is large', 50_000_000, 5_000_000],
    ] as const) {
      it(`over HTTP/2 ${says}, and the answer comes [B7]`, async () => {
        // Its objects look like those of node:http.
        const server = createHttp2Server(app(0) as unknown as Parameters<typeof createHttp2Server>[1])
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
        try {
          const stream = client.request({ ':method': 'POST', ':path': '/' })
          let [body, sent] = ['', 0]
          stream.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
          stream.on('error', () => undefined)
          const closed = new Promise((resolve) => stream.once('close', resolve))
          const ended = new Promise((resolve) => stream.once('end', resolve))
          stream.setMaxListeners(0)
          while (sent < total && stream.writable && !stream.closed) {
            sent += 50_000
            if (!stream.write(Buffer.alloc(50_000)))
              await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), closed, sleep(1000)])
          }
          stream.end()
          await ended
          expect(JSON.parse(body)).to.include({ status: 409, detail: 'Paid.' })
          expect([stream.rstCode, sent <= most], String(sent)).to.deep.equal([0, true])
        } finally {
          client.destroy()
          server.close()
        }
      })
    }
  })
}
