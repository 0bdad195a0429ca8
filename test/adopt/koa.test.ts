/** What a Koa app answers by hand, as problems for those who ask for problems. */
import { Readable } from 'node:stream'
import { expect } from 'chai'
import type Koa3 from 'koa'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { Conflict } from '../../lib/index.js'
import { legacyBody } from '../../lib/respond/representations/index.js'
import { type ProblemContext, problemHandler } from '../../middleware/koa/index.js'
import { checkProblem } from '../contract/problem-response.js'
import { koaVersions } from '../contract/versions.js'
import { ASKS, ask } from './serving.js'

type Handle = (ctx: Koa3.Context) => unknown
type Options = Parameters<typeof problemHandler<ProblemContext>>[0]

const set = (status: number, body?: unknown, type?: string) => (ctx: Koa3.Context) => {
  ctx.status = status
  if (type !== undefined) ctx.type = type
  if (body !== undefined) ctx.body = body
}

const written: Readonly<Record<string, readonly [status: number, handle: Handle, type?: string]>> = {
  'a record': [400, set(400, { error: 'No title.' })],
  'a list': [422, set(422, [{ field: 'title' }])],
  'a number': [400, set(400, 7)],
  'a boolean': [400, set(400, false)],
  'an error': [400, set(400, new Error('db-17 is down'))],
  'a map': [400, set(400, new Map([['a', 1]]))],
  'a date': [400, set(400, new Date(0))],
  'a text': [409, set(409, 'Taken.')],
  'bytes called text': [409, set(409, Buffer.from('Taken.'), 'text/plain')],
  'a text of the server': [500, set(500, 'db-17 is down')],
  nothing: [404, set(404)],
  'an empty text': [410, set(410, '')],
  'nobody answered': [404, () => undefined],
}

const left: Readonly<Record<string, readonly [status: number, handle: Handle]>> = {
  'a page': [404, set(404, '<h1>Gone fishing</h1>')],
  bytes: [404, set(404, Buffer.from([1, 2]))],
  'bytes called JSON in a stream': [500, (ctx) => set(500, Readable.from(['{}']), 'json')(ctx)],
  'a page in a stream': [
    500,
    (ctx) => {
      ctx.set('Content-Security-Policy', "default-src 'none'")
      set(500, Readable.from(['<h1>']), 'html')(ctx)
    },
  ],
  'a blob': [404, set(404, new Blob(['{}']))],
  'a problem': [403, set(403, '{"title":"No","status":403}', 'application/problem+json')],
  "a vendor's code": [520, (ctx) => Object.assign(Object.assign(ctx, { body: { error: 1 } }).res, { statusCode: 520 })],
  'no error': [200, set(200, { error: null })],
}

for (const [name, Koa] of Object.entries(koaVersions)) {
  const appOf = (handle: Handle, options?: Options): unknown => {
    const app = new Koa()
    if (options !== undefined) app.use(problemHandler(options))
    app.use((ctx) => void handle(ctx))
    return app.callback()
  }

  describe(`The option adopt on ${name}`, () => {
    for (const [what, [status, handle]] of Object.entries(written)) {
      it(`makes a problem of ${what} for who asks for one, and none for others`, async () => {
        for (const method of ['GET', 'HEAD']) {
          const before = await ask(appOf(handle), '/', { method })
          expect(before.status).to.equal(status)
          const now = await ask(appOf(handle, { adopt: true }), '/', { method })
          expect(now, method).to.deep.equal({ ...before, fields: { ...before.fields, vary: 'Accept' } })
        }
        const got = await ask(appOf(handle, { adopt: true }), '/', { headers: ASKS })
        const { document } = checkProblem(got.status, new Headers({ ...got.fields, date: 'now' }), got.text, got.text.length)
        expect(document).to.have.all.keys('type', 'title', 'status')
        expect(got.status).to.equal(status)
        expect(got.fields['vary']).to.equal('Accept')
        const head = await ask(appOf(handle, { adopt: {} }), '/', { method: 'HEAD', headers: ASKS })
        expect(head).to.deep.equal({ ...got, text: '' })
      })
    }

    for (const [what, [status, handle]] of Object.entries(left)) {
      it(`leaves ${what} alone`, async () => {
        const before = await ask(appOf(handle), '/', { headers: ASKS })
        expect(before.status).to.equal(status)
        expect(await ask(appOf(handle, { adopt: true }), '/', { headers: ASKS })).to.deep.equal(before)
      })
    }

    it('leaves what the app sends by itself alone', async () => {
      for (const respond of [false, undefined]) {
        const byHand: Handle = (ctx) => {
          ctx.respond = respond
          ctx.res.statusCode = 404
          ctx.res.end('by hand')
        }
        const got = await ask(appOf(byHand, { adopt: true }), '/', { headers: ASKS })
        expect(got).to.include({ status: 404, text: 'by hand' })
        expect(got.fields).to.not.have.property('vary')
      }
    })

    it('answers what was thrown as before, and tells of what it adopted', async () => {
      const events: ProblemEvent<ProblemContext>[] = []
      const onProblem = (event: ProblemEvent<ProblemContext>): void => void events.push(event)
      const app = new Koa()
      const emitted: unknown[] = []
      app.on('error', (error) => emitted.push(error))
      app.use(problemHandler({ adopt: { detail: (body) => body.error }, onProblem }))
      app.use((ctx) => {
        if (ctx.path === '/thrown') throw new Conflict('Taken.')
        set(500, { error: 'No luck.' })(ctx)
      })
      expect((await ask(app.callback(), '/thrown')).text).to.include('Taken.')
      expect(emitted).to.have.length(1)
      expect(JSON.parse((await ask(app.callback(), '/', { headers: ASKS })).text)).to.include({ detail: 'No luck.', status: 500 })
      await ask(app.callback(), '/')
      expect(events.map(({ mappedBy, status }) => [mappedBy, status])).to.deep.equal([
        ['own', 409],
        ['adopted', 500],
      ])
      // The app has answered it, so it is no error of Koa's.
      expect(emitted).to.have.length(1)
    })

    it('leaves the answers of a handler behind it alone, in whatever form', async () => {
      const legacy = legacyBody({ mediaType: 'application/json', encode: ({ status }) => ({ error: status }) })
      const app = new Koa()
      app.silent = true
      app.use(problemHandler({ adopt: true }))
      app.use(problemHandler({ representations: [legacy] }))
      app.use(() => {
        throw new Conflict('Taken.')
      })
      expect((await ask(app.callback(), '/', { headers: ASKS })).text).to.equal('{"error":409}')
    })

    it('leaves a request alone that the option `only` leaves out', async () => {
      for (const handle of [set(404, { error: 'x' }), set(410), () => undefined]) {
        const before = await ask(appOf(handle, { only: () => false }), '/')
        for (const headers of [ASKS, {}])
          expect(await ask(appOf(handle, { adopt: true, only: () => false }), '/', { headers })).to.deep.equal(before)
      }
    })

    it('takes a body that cannot be written for a fault of the server, whatever status the app has set', async () => {
      for (const options of [{ adopt: true }, {}]) {
        const app = new Koa()
        app.silent = true
        app.use(problemHandler(options))
        app.use(set(400, { id: 10n }))
        expect(JSON.parse((await ask(app.callback(), '/')).text)).to.include({ status: 500 })
      }
    })

    it('is off by default, with false and with undefined', async () => {
      for (const options of [{}, { adopt: false }, { adopt: undefined }] as readonly Options[]) {
        const got = await ask(appOf(set(400, { error: 1 }), options), '/', { headers: ASKS })
        expect(got.text).to.equal('{"error":1}')
        expect((await ask(appOf(set(410), options), '/')).fields['content-type']).to.equal('application/problem+json')
      }
    })
  })
}

describe('The option adopt', () => {
  it('is refused where it is wrong', () => {
    const wrong: readonly [unknown, RegExp][] = [
      [{ adopt: 'yes' }, /options\.adopt: expected true, false or an object/],
      [{ adopt: { fore: [] } }, /options\.adopt/],
      [{ adopt: { for: 'x' } }, /options\.adopt\.for/],
      [{ adopt: { detail: 'x' } }, /options\.adopt\.detail/],
      [{ adopt: true, maxByte: 1 }, /maxByte/],
      [{ adapt: true }, /expected one of .*\badopt\b.*, got "adapt"/],
      [{ method: 'GET', url: '/', adopt: true }, /with its parentheses/],
    ]
    for (const [options, message] of wrong) expect(() => problemHandler(options as Options)).to.throw(TypeError, message)
  })
})
