/** HTTP/2: a response that breaks ends with a stream error, and a client that leaves is told from it. Express 4 and 5 do not run on node:http2, so their handler is called from a bare server. */
import { EventEmitter, once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants, createServer } from 'node:http2'
import { type AddressInfo, createConnection, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { type Next, problemHandler } from '../../middleware/express/index.js'
import { type Framework, frameworks, type Hands, type Scenario } from './framework.js'
import { outcomes, type Seen, settled, watch } from './watched.js'

const breaking = (part: string, error?: Error): Readable =>
  Readable.from(
    (async function* parts() {
      if (part !== '') yield part
      await sleep(20)
      throw error ?? new Error('disk 3 is gone')
    })(),
  )

interface Got {
  readonly status: number | undefined
  readonly text: string
  /** The code of the error that the client sees. */
  readonly error: string | undefined
  readonly rstCode: number
}

async function read(stream: ClientHttp2Stream): Promise<Got> {
  let status: number | undefined
  let text = ''
  let error: string | undefined
  stream.on('response', (fields) => {
    status = fields[':status']
  })
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  stream.on('error', ({ message }) => {
    error = message
  })
  await new Promise((resolve) => stream.on('close', resolve))
  return { status, text, error, rstCode: stream.rstCode }
}

const brokenOff = { error: 'Stream closed with error code NGHTTP2_INTERNAL_ERROR', rstCode: constants.NGHTTP2_INTERNAL_ERROR }

for (const framework of frameworks) {
  describe(`A stream of HTTP/2 that breaks: ${framework.name}`, () => {
    let seen: Seen
    let stop: () => void
    let server: ReturnType<typeof createServer> | undefined
    let session: ClientHttp2Session | undefined
    let socket: Socket | undefined
    beforeEach(() => {
      ;[seen, stop] = watch()
    })
    afterEach(async () => {
      session?.destroy()
      await new Promise((resolve) => server?.close(resolve))
      stop()
    })
    const open = async (handle: (hands: Hands) => unknown): Promise<ClientHttp2Stream> => {
      const onProblem = (event: unknown): void => void seen.events.push(event as Seen['events'][number])
      server = createServer(listenerFor(framework, handle, onProblem))
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
      socket = createConnection((server.address() as AddressInfo).port, '127.0.0.1')
      session = connect('http://127.0.0.1', { createConnection: () => socket as Socket })
      session.on('error', () => undefined)
      return session.request({ ':path': '/' })
    }

    it('ends with INTERNAL_ERROR where the handler throws behind its first bytes [B6]', async () => {
      const got = await read(
        await open(async ({ res }) => {
          res.writeHead(200)
          res.write('part')
          await sleep(20)
          throw new Error('late')
        }),
      )
      await settled(seen, 1)
      expect(got).to.deep.equal({ status: 200, text: 'part', ...brokenOff })
      expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['aborted 500'], 1, []])
    })

    for (const part of ['', 'part']) {
      it(`ends with INTERNAL_ERROR where a pipeline breaks ${part === '' ? 'before' : 'behind'} its first bytes [B6]`, async () => {
        const got = await read(await open(({ res }) => pipeline(breaking(part), res)))
        await settled(seen, 1)
        expect(got).to.include(brokenOff)
        expect(got.text).to.equal(part)
        expect([outcomes(seen), seen.lines.length, seen.unhandled]).to.deep.equal([['aborted 500'], 1, []])
      })
    }

    it('is one event where the handler throws something else for it', async () => {
      const got = await read(
        await open(async ({ res }) => {
          await pipeline(breaking('part'), res).catch(() => undefined)
          throw new Error('second')
        }),
      )
      await settled(seen, 1)
      expect(got).to.include(brokenOff)
      expect([outcomes(seen), seen.lines.length]).to.deep.equal([['aborted 500'], 1])
    })

    if (framework.kind === 'koa') {
      it('ends with INTERNAL_ERROR where a stream body breaks behind its first bytes, and is a problem before [B6]', async () => {
        const after = await read(await open(({ json }) => json(breaking('part'))))
        await settled(seen, 1)
        expect(after).to.deep.equal({ status: 200, text: 'part', ...brokenOff })
        expect([outcomes(seen), seen.lines.length]).to.deep.equal([['aborted 500'], 1])
      })

      it('is a problem where a stream body breaks before its first byte', async () => {
        const before = await read(await open(({ json }) => json(breaking(''))))
        await settled(seen, 1)
        expect([before.status, before.error]).to.deep.equal([500, undefined])
        expect(JSON.parse(before.text)).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
        expect(outcomes(seen)).to.deep.equal(['answered 500'])
      })
    }

    const leaving: readonly (readonly [says: string, leave: (stream: ClientHttp2Stream) => unknown])[] = [
      ['cancels the stream', (stream) => stream.close(constants.NGHTTP2_CANCEL)],
      ['resets the stream with another code', (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM)],
      ['resets the stream with INTERNAL_ERROR', (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR)],
      ['ends the session', (stream) => stream.session?.destroy()],
      ['resets the stream without an error', (stream) => stream.close(constants.NGHTTP2_NO_ERROR)],
      ['resets the connection', () => socket?.resetAndDestroy()],
      ['cuts the connection', () => socket?.destroy()],
    ]
    const working: readonly (readonly [says: string, handle: (hands: Hands) => unknown])[] = [
      [
        'before the answer',
        async ({ res }) => {
          await once(res, 'close')
          throw new Error('nobody hears this')
        },
      ],
      [
        'in the middle of a pipeline',
        ({ res }) =>
          pipeline(
            Readable.from(
              (async function* parts() {
                // Idle when the client leaves: Node 20 to 24 may lose the end of a stream that is reset without an error while a write is under way.
                for (let part = 0; part < 3; part++) {
                  yield 'part'
                  await sleep(400)
                }
              })(),
            ),
            res,
          ),
      ],
    ]
    for (const [says, leave] of leaving) {
      for (const [when, handle] of working) {
        it(`counts as 499 and is not logged where the client ${says} ${when}`, async () => {
          const requests = new EventEmitter()
          const stream = await open((hands) => {
            requests.emit('begun')
            return handle(hands)
          })
          stream.on('error', () => undefined)
          // On a busy machine it takes its time, and a request that never came is nobody's event.
          await once(requests, 'begun')
          await sleep(60)
          leave(stream)
          await settled(seen, 1)
          expect([outcomes(seen), seen.lines, seen.unhandled]).to.deep.equal([['client-gone 499'], [], []])
        })
      }
    }
  })
}

type Listener = Parameters<typeof createServer>[1]

function listenerFor(framework: Framework, handle: (hands: Hands) => unknown, onProblem: (event: unknown) => void): Listener {
  const options = { onProblem } as NonNullable<Scenario['options']>
  // The compatibility API gives the listener what looks like the objects of node:http.
  if (framework.kind === 'koa') return framework.listener({ handle, options }) as unknown as Listener
  const guarded = problemHandler({ onProblem }).route((req: IncomingMessage, res: ServerResponse, _next: Next) =>
    handle({ req, res, setStatus: () => undefined, json: () => undefined, pass: () => undefined }),
  )
  return ((req: IncomingMessage, res: ServerResponse) => guarded(req, res, () => undefined)) as unknown as Listener
}
