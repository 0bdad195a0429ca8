/** Stream bodies of Koa that close before their end: by the server's fault, by the client's leaving, or as it has to be. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type Koa3 from 'koa'
import { json } from '../../lib/respond/representations/index.js'
import { type ProblemHandlerOptions, problemHandler } from '../../middleware/koa/index.js'
import { fetchPlain, fetchProblem } from './problem-response.js'
import { koaVersions } from './versions.js'
import { outcomes, settled, startWatched, type Watched } from './watched.js'
import { exchange, request } from './wire.js'

const closing = (part: string): Readable => {
  const body = new PassThrough()
  if (part !== '') body.write(part)
  setTimeout(() => body.destroy(), 30)
  return body
}
const endless = (): Readable =>
  Readable.from(
    (async function* parts() {
      for (let part = 0; part < 200; part++) {
        yield 'part'
        await sleep(10)
      }
    })(),
  )

for (const [name, Koa] of Object.entries(koaVersions)) {
  describe(`Stream bodies: ${name}`, () => {
    let app: Watched | undefined
    afterEach(() => app?.close())
    const serve = async (handle: Koa3.Middleware, options: ProblemHandlerOptions = {}): Promise<Watched> => {
      app = await startWatched((onProblem) => {
        const built = new Koa()
        built.use(problemHandler({ ...options, onProblem }))
        built.use(handle)
        return built.callback()
      })
      return app
    }
    const seenOf = ({ seen }: Watched): unknown[] => [outcomes(seen), seen.lines.length, seen.unhandled]

    it('become a problem where they close before their first byte, though without an error', async () => {
      const watched = await serve((ctx) => {
        ctx.body = closing('')
      })
      expect((await fetchProblem(watched.url)).status).to.equal(500)
      await settled(watched.seen, 1)
      expect(seenOf(watched)).to.deep.equal([['answered 500'], 1, []])
    })

    describe('and a form that takes a moment', () => {
      const slowly = { mediaType: 'text/plain', encode: async () => 'later' }
      const ask = { headers: { accept: 'text/plain' } }

      it('are answered in JSON: Koa ends the response, and nobody can wait', async () => {
        const { url, seen } = await serve(
          (ctx) => {
            ctx.body = closing('')
          },
          { representations: [json, slowly] },
        )
        expect((await fetchProblem(url, ask)).status).to.equal(500)
        await settled(seen, 1)
        expect(outcomes(seen)).to.deep.equal(['answered 500'])
      })

      it('are nothing to a request that nobody answered', async () => {
        const { url } = await serve(() => undefined, { representations: [json, slowly] })
        const { status, bytes } = await fetchPlain(url, ask)
        expect([status, bytes.toString()]).to.deep.equal([404, 'later'])
      })
    })

    it('break the response off where they close half-way [B6]', async () => {
      const watched = await serve((ctx) => {
        ctx.body = closing('part')
      })
      const { raw, closed } = await exchange(watched.port, request('GET', '/'), 1000)
      await settled(watched.seen, 1)
      expect(closed).to.equal(true)
      expect(raw)
        .to.contain('part')
        .and.not.match(/\r\n0\r\n\r\n$/)
      expect(seenOf(watched)).to.deep.equal([['aborted 500'], 1, []])
    })

    it('become a problem that arrives whole, however large', async () => {
      const watched = await serve(
        (ctx) => {
          ctx.body = new Readable({
            read() {
              this.destroy(new Error('disk 3 is gone'))
            },
          })
        },
        { members: () => ({ help: 'x'.repeat(8_000_000) }), maxBytes: 10_000_000 },
      )
      const { status, document } = await fetchProblem(watched.url)
      expect([status, String(document['help']).length]).to.deep.equal([500, 8_000_000])
    })

    it('are nothing to report where nobody reads them, for HEAD', async () => {
      const watched = await serve((ctx) => {
        ctx.body = endless()
      })
      expect((await fetchPlain(watched.url, { method: 'HEAD' })).status).to.equal(200)
      await sleep(60)
      expect(seenOf(watched)).to.deep.equal([[], 0, []])
    })

    it('are replaced without a report by middleware in front of the handler', async () => {
      app = await startWatched((onProblem) => {
        const built = new Koa()
        built.use(async (ctx, next) => {
          await next()
          const { body } = ctx
          ctx.body = endless()
          ;(body as Readable).destroy()
          await sleep(20)
          ctx.body = 'another'
        })
        built.use(problemHandler({ onProblem }))
        built.use((ctx) => {
          ctx.body = closing('part')
        })
        return built.callback()
      })
      expect((await fetchPlain(app.url)).bytes.toString()).to.equal('another')
      await sleep(60)
      expect(seenOf(app)).to.deep.equal([[], 0, []])
    })

    it('that end as they have to are nothing to report', async () => {
      const watched = await serve((ctx) => {
        ctx.body = Readable.from(['part', 'part'])
      })
      expect((await fetchPlain(watched.url)).bytes.toString()).to.equal('partpart')
      await sleep(60)
      expect(seenOf(watched)).to.deep.equal([[], 0, []])
    })

    for (const how of ['destroy', 'resetAndDestroy'] as const) {
      it(`count as 499 once, and are not logged, where the client leaves: ${how}()`, async () => {
        const watched = await serve((ctx) => {
          ctx.body = endless()
        })
        const socket = connect(watched.port, '127.0.0.1', () => socket.write(request('GET', '/')))
        await sleep(60)
        socket[how]()
        await settled(watched.seen, 1)
        expect(seenOf(watched)).to.deep.equal([['client-gone 499'], 0, []])
      })
    }

    it('and handlers that took no notice of a reset count as 499 once, too', async () => {
      const watched = await serve(async (ctx) => {
        await once(ctx.res, 'close')
        await sleep(10)
        ctx.body = 'nobody reads this'
      })
      const socket = connect(watched.port, '127.0.0.1', () => socket.write(request('GET', '/')))
      await sleep(60)
      socket.resetAndDestroy()
      await settled(watched.seen, 1)
      expect(seenOf(watched)).to.deep.equal([['client-gone 499'], 0, []])
    })
  })
}
