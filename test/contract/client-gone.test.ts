/** A client that leaves is nobody's fault: 499 in events, and nothing in the log. What only looks like it is an error as any other. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { PassThrough, Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { BadGateway } from '../../lib/index.js'
import { frameworks, type Hands, type Scenario } from './framework.js'
import { outcomes, settled, startWatched, type Watched } from './watched.js'
import { exchange, request } from './wire.js'

const upload = request('POST', '/', { 'Content-Type': 'application/json', 'Content-Length': '5000' }, '{"a"')
const slowly = async function* parts(): AsyncGenerator<string> {
  for (let part = 0; part < 200; part++) {
    yield 'part'
    await sleep(10)
  }
}

const leave = (socket: Socket): unknown => socket.destroy()

const leaving: readonly (readonly [
  says: string,
  handle: (hands: Hands) => unknown,
  bytes: string,
  how: (socket: Socket) => unknown,
  readsJson?: number,
])[] = [
  [
    'while the handler works',
    async ({ res }) => {
      await once(res, 'close')
      throw new Error('nobody hears this')
    },
    request('GET', '/'),
    leave,
  ],
  [
    'by a reset of the connection',
    async ({ res }) => {
      await once(res, 'close')
      throw new Error('nobody hears this')
    },
    request('GET', '/'),
    (socket) => socket.resetAndDestroy(),
  ],
  [
    'by half, so that Node ends the connection',
    async ({ req }) => {
      await once(req.socket, 'end')
      throw new Error('nobody hears this')
    },
    request('GET', '/'),
    (socket) => socket.end(),
  ],
  ['while a pipeline sends a stream', ({ res }) => pipeline(slowly, res), request('GET', '/'), leave],
  ['while a pipeline reads the request', ({ req }) => pipeline(req, new PassThrough().resume()), upload, leave],
  [
    'while a loop reads the request',
    async ({ req }) => {
      for await (const _ of req) await sleep(1)
    },
    upload,
    leave,
  ],
  ['while the body parser reads the request', ({ json }) => json({}), upload, leave, 100_000],
  [
    'and the app aborts its own work',
    async ({ res }) => {
      const work = new AbortController()
      res.once('close', () => work.abort())
      await sleep(5000, undefined, { signal: work.signal })
    },
    request('GET', '/'),
    leave,
  ],
  [
    'and the app writes on',
    async ({ res }) => {
      res.on('error', () => undefined)
      while (!res.destroyed) {
        res.write('x'.repeat(100_000))
        await sleep(5)
      }
      await new Promise((resolve, reject) => res.write('x', (error) => (error ? reject(error) : resolve(undefined))))
    },
    request('GET', '/'),
    leave,
  ],
]

const broken = (): Readable => {
  const upstream = new PassThrough()
  upstream.write('part')
  setTimeout(() => upstream.destroy(), 30)
  return upstream
}

const staying: readonly (readonly [says: string, handle: (hands: Hands) => unknown, outcome: string, bytes?: string])[] = [
  ['a pipeline whose source breaks half-way', ({ res }) => pipeline(broken(), res), 'aborted 500'],
  [
    'a pipeline whose source breaks before the first byte',
    ({ res }) => pipeline(new Readable({ read: () => undefined }).destroy(new Error('disk 3 is gone')), res),
    'aborted 500',
  ],
  [
    'a pipeline that breaks and is thrown as something else',
    ({ res }) => pipeline(broken(), res).catch((cause) => Promise.reject(new BadGateway({ cause }))),
    'aborted 502',
  ],
  ['a source that breaks and is not sent', () => pipeline(broken(), new PassThrough().resume()), 'answered 500'],
  [
    'an upload that the server cannot store',
    ({ req }) =>
      pipeline(
        req,
        new Writable({
          write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
        }),
      ),
    'answered 503',
    upload,
  ],
]

for (const framework of frameworks) {
  describe(`A client that goes: ${framework.name}`, () => {
    let app: Watched | undefined
    afterEach(() => app?.close())
    const serve = async (scenario: Scenario): Promise<Watched> => {
      app = await startWatched((onProblem) =>
        framework.listener({ ...scenario, options: { ...scenario.options, onProblem } as NonNullable<Scenario['options']> }),
      )
      return app
    }

    for (const [says, handle, bytes, how, readsJson] of leaving) {
      it(`counts as 499 and is not logged: ${says}`, async () => {
        const { port, seen, requested } = await serve({ handle, ...(readsJson !== undefined && { readsJson }) })
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
        socket.on('error', () => undefined)
        // A client that leaves before its request is there is told to nobody.
        await requested
        await sleep(50)
        how(socket)
        await settled(seen, 1)
        socket.destroy()
        expect([outcomes(seen), seen.lines, seen.unhandled]).to.deep.equal([['client-gone 499'], [], []])
      })
    }

    it('reaches an own logger once, which can tell it by its status', async () => {
      const logged: number[] = []
      const { port, seen, requested } = await serve({
        options: { logger: ({ status }) => logged.push(status) },
        handle: ({ res }) => pipeline(slowly, res),
      })
      const socket = connect(port, '127.0.0.1', () => socket.write(request('GET', '/')))
      await requested
      await sleep(50)
      socket.destroy()
      await settled(seen, 1)
      expect(logged).to.deep.equal([499])
    })

    for (const [says, handle, outcome, bytes = request('GET', '/')] of staying) {
      it(`is not taken for gone by ${says}: ${outcome}, logged once`, async () => {
        const { port, seen } = await serve({ handle })
        const { status, closed, fields } = await exchange(port, bytes, 1000)
        await settled(seen, 1)
        expect(outcomes(seen)).to.deep.equal([outcome])
        expect(seen.lines).to.have.length(1)
        if (outcome.startsWith('aborted')) expect(closed).to.equal(true)
        else expect(status).to.equal(Number(outcome.slice(-3)))
        // The rest of an upload that cannot be read would stand before the next request [B7].
        if (bytes === upload) expect(fields).to.deep.include(['connection', 'close'])
      })
    }
  })
}
