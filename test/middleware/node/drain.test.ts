import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { ContentTooLarge } from '../../../lib/problem/classes.js'
import { answer } from '../../../middleware/node/answer.js'
import { drain } from '../../../middleware/node/drain.js'
import { Exchange } from '../../../middleware/node/exchange.js'
import { upload } from '../../contract/upload.js'
import { quiet, rawRequest, withServer } from './open-server.js'

const post = (body: string): string => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const MAX_BYTES = 500_000
const settings = quiet({ drain: { maxBytes: MAX_BYTES, maxSeconds: 0.3 } })
// Those of the system, and what the parser holds.
const BUFFERED = 500_000
// How long a connection lives that is not read any more, and a slow machine.
const LAST_MOMENT = 500
const next = 'GET /next HTTP/1.1\r\nHost: x\r\n\r\n'

type Answering = (req: IncomingMessage, res: ServerResponse, fail: () => void) => unknown

/** Starts a server that answers a POST with 413 when the handler says so, and a GET with 200. */
async function serving(handle: Answering, test: (server: Server) => Promise<void>): Promise<void> {
  const listener = (req: IncomingMessage, res: ServerResponse): void => {
    if (req.method === 'GET') return void res.end('next')
    handle(req, res, () => answer(new ContentTooLarge(), new Exchange(req, res, req), settings))
  }
  await withServer(listener, (_, server) => test(server))
}

const handlers: Readonly<Record<string, Answering>> = {
  'answered at once': (_req, _res, fail) => fail(),
  'answered later': (_req, _res, fail) => void setTimeout(fail, 20),
  'whose reader has stopped': (req, _res, fail) =>
    req.once('data', () => {
      req.pause()
      fail()
    }),
  'that somebody still reads': (req, _res, fail) => {
    req.on('data', () => undefined)
    fail()
  },
  'that a loop still reads': async (req, _res, fail) => {
    fail()
    try {
      for await (const _ of req);
    } catch {
      // The connection was closed.
    }
  },
}

describe('A request body behind its answer', () => {
  for (const [says, handle] of Object.entries(handlers)) {
    describe(`${says}:`, () => {
      it('keeps the connection usable for the next request where it ends within the bounds [B7]', async () => {
        await serving(handle, async (server) => {
          const { text, answers, closed } = await upload(server, {
            fields: { 'Content-Length': '400000' },
            total: 400_000,
            behind: next,
          })

          expect([answers, closed], text).to.deep.equal([2, false])
          expect(text)
            .to.match(/^HTTP\/1\.1 413 /)
            .and.contain('Connection: keep-alive')
        })
      })

      it('is read no further than the bound where it is larger, and the answer says that the connection closes [B7]', async () => {
        await serving(handle, async (server) => {
          const { text, closed, read, took } = await upload(server, {
            fields: { 'Content-Length': '50000000' },
            total: 50_000_000,
          })

          expect(text)
            .to.match(/^HTTP\/1\.1 413 /)
            .and.contain('Connection: close')
            .and.match(/"status":413\}$/)
          expect(closed).to.equal(true)
          expect(read).to.be.lessThan(MAX_BYTES + BUFFERED)
          expect(took).to.be.lessThan(2000)
        })
      })

      it('is read no further than the bound where nobody knows its length', async () => {
        await serving(handle, async (server) => {
          const { text, closed, read } = await upload(server, {
            fields: { 'Transfer-Encoding': 'chunked' },
            total: 50_000_000,
          })

          expect(text)
            .to.match(/^HTTP\/1\.1 413 /)
            .and.match(/"status":413\}$/)
          expect(closed).to.equal(true)
          expect(read).to.be.lessThan(MAX_BYTES + BUFFERED)
        })
      })
    })
  }

  for (const [says, fields, total] of [
    ['never comes', { 'Content-Length': '99999999999' }, 0],
    ['comes byte by byte', { 'Content-Length': '1000' }, 1000],
    ['comes byte by byte, in chunks', { 'Transfer-Encoding': 'chunked' }, 1000],
  ] as const) {
    it(`is waited for no longer than the bound where it ${says}`, async () => {
      await serving(
        (_req, _res, fail) => fail(),
        async (server) => {
          const { text, closed, took } = await upload(server, { fields, total, piece: 1, pause: 20 })

          expect(text)
            .to.match(/^HTTP\/1\.1 413 /)
            .and.match(/"status":413\}$/)
          expect(closed).to.equal(true)
          expect(took).to.be.within(300, 300 + LAST_MOMENT + 1000)
        },
      )
    })
  }

  it('reaches a client that reads only when it has written everything', async () => {
    await serving(
      (_req, _res, fail) => fail(),
      async (server) => {
        const fields = { 'Content-Length': '400000', Connection: 'close' }
        const { text } = await upload(server, { fields, total: 400_000, readsLast: true })

        expect(text)
          .to.match(/^HTTP\/1\.1 413 /)
          .and.match(/"status":413\}$/)
      },
    )
  })

  it('is read before a connection closes that the client wants closed: a reset would take the answer away [B7]', async () => {
    await serving(
      (_req, _res, fail) => fail(),
      async (server) => {
        const { text, closed, read } = await upload(server, {
          fields: { 'Content-Length': '400000', Connection: 'close' },
          total: 400_000,
          pause: 5,
        })

        expect(text).to.match(/"status":413\}$/)
        expect(closed).to.equal(true)
        expect(read).to.be.greaterThan(400_000)
      },
    )
  })

  it('that a pipeline has destroyed lets the answer arrive, and closes the connection', async () => {
    const broken: Answering = (req, _res, fail) =>
      pipeline(req, async () => {
        throw new Error('disk full')
      }).catch(fail)
    await serving(broken, async (server) => {
      const { text, closed } = await upload(server, { fields: { 'Content-Length': '400000' }, total: 400_000 })

      expect(text)
        .to.match(/^HTTP\/1\.1 413 /)
        .and.contain('Connection: close')
        .and.match(/"status":413\}$/)
      expect(closed).to.equal(true)
    })
  })

  it('is not awaited where the client waits for a 100: it may leave it out, and its next request would be taken for it', async () => {
    const server = createServer()
    server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) =>
      answer(new ContentTooLarge(), new Exchange(req, res, req), settings),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { text, closed } = await upload(server, { fields: { Expect: '100-continue', 'Content-Length': '10' } })

      expect(text)
        .to.match(/^HTTP\/1\.1 413 /)
        .and.contain('Connection: close')
      expect(closed).to.equal(true)
    } finally {
      server.close()
    }
  })

  it('that comes after a 100 is a body as any other', async () => {
    await serving(
      (_req, _res, fail) => fail(),
      async (server) => {
        const fields = { Expect: '100-continue', 'Content-Length': '400000' }
        const { text, answers } = await upload(server, { fields, total: 400_000, behind: next })

        expect([text.startsWith('HTTP/1.1 100 '), answers]).to.deep.equal([true, 2])
      },
    )
  })

  it('whose reader stands still is closed at the bound of time, and who waits for it is told', async () => {
    let told = ''
    const stalled: Answering = async (req, _res, fail) => {
      req.on('data', () => req.pause())
      req.once('aborted', () => (told = 'aborted'))
      fail()
    }
    await serving(stalled, async (server) => {
      const { text, closed } = await upload(server, { fields: { 'Content-Length': '400000' }, total: 400_000 })

      expect(text).to.match(/^HTTP\/1\.1 413 /)
      expect([closed, told]).to.deep.equal([true, 'aborted'])
    })
  })

  it('that came whole keeps its connection, even where its reader stands still', async () => {
    const stalled: Answering = (req, _res, fail) => {
      req.on('data', () => req.pause())
      fail()
    }
    await serving(stalled, async (server) => {
      const { closed, answers } = await upload(server, {
        fields: { 'Content-Length': '30000' },
        total: 30_000,
        piece: 10_000,
        pause: 20,
      })

      expect([closed, answers]).to.deep.equal([false, 1])
    })
  })

  it('leaves no listener and no method on a connection that goes on', async () => {
    const counts: unknown[] = []
    await serving(
      (_req, _res, fail) => fail(),
      async (server) => {
        server.on('request', ({ method, socket }: IncomingMessage) => {
          if (method === 'GET')
            setTimeout(() => counts.push([socket.listenerCount('close'), Object.hasOwn(socket, 'destroySoon')]), 20)
        })
        const large = post('x'.repeat(400_000))
        await upload(server, { fields: { 'Content-Length': '0' }, behind: `${next}${large}${large}${large}${next}` })
      },
    )
    expect(counts).to.have.length(2)
    expect(counts[1]).to.deep.equal(counts[0])
  })

  it('of two megabytes is read where no option says otherwise', async () => {
    await withServer(
      (req, res) => void answer(new ContentTooLarge(), new Exchange(req, res, req), quiet()),
      async (port) => {
        const { text } = await rawRequest(port, post('x'.repeat(2_000_000)) + post(''), 400)

        expect(text.match(/HTTP\/1\.1 413/g)).to.have.length(2)
      },
    )
  })

  it('that comes in the packet of its header section is left to Node', async () => {
    let listeners = -1
    const small: Answering = (req, _res, fail) => {
      fail()
      setTimeout(() => (listeners = req.listenerCount('data') + req.listenerCount('close')), 5)
    }
    await serving(small, async (server) => {
      const { answers, closed } = await upload(server, { fields: { 'Content-Length': '0' }, behind: post('x') + post('y') })

      expect([answers, closed, listeners]).to.deep.equal([3, false, 0])
    })
  })

  it('that has come whole, or that there is none of, is left alone', async () => {
    const calls: string[] = []
    const called = (name: string) => () => calls.push(name)
    const req = { complete: true, headers: { 'content-length': '5' }, resume: called('resume'), on: called('on') }
    drain(req as never, {} as never, settings.drain)
    drain({ ...req, complete: undefined } as never, {} as never, settings.drain)
    drain({ ...req, complete: false, headers: {} } as never, {} as never, settings.drain)
    drain({ ...req, complete: false, headers: undefined } as never, {} as never, settings.drain)
    await sleep(1)
    expect(calls).to.deep.equal([])
  })

  it('that an adapter holds, without a connection, is read off', () => {
    const calls: string[] = []
    const req = { complete: false, headers: { 'content-length': '5' }, socket: {}, resume: () => calls.push('resume') }
    drain(req as never, {} as never, settings.drain)
    drain({ ...req, resume: undefined } as never, {} as never, settings.drain)
    expect(calls).to.deep.equal(['resume'])
  })
})
