/** What an Express app answers by hand, as problems for those who ask for problems. */
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import compression from 'compression'
import type express5 from 'express'
import type { ProblemEvent } from '../../lib/handler/event.js'
import { NotFound } from '../../lib/index.js'
import { legacyBody } from '../../lib/respond/representations/index.js'
import { type AdoptResponsesOptions, adoptResponses, problemHandler } from '../../middleware/express/index.js'
import { checkProblem } from '../contract/problem-response.js'
import { expressVersions } from '../contract/versions.js'
import { ASKS, ask } from './serving.js'

type Handle = (req: express5.Request, res: express5.Response, next: express5.NextFunction) => unknown
type App = ReturnType<typeof express5>

const file = fileURLToPath(import.meta.url)

// Each writes an error as apps do.
const written: Readonly<Record<string, readonly [status: number, handle: Handle]>> = {
  json: [404, (_req, res) => res.status(404).json({ error: 'There is no book 8.' })],
  'json with a charset of its own': [400, (_req, res) => res.status(400).type('application/vnd.api+json').send('{"errors":[]}')],
  sendStatus: [403, (_req, res) => res.sendStatus(403)],
  send: [500, (_req, res) => res.status(500).send('db-17 is down')],
  'a text': [409, (_req, res) => res.status(409).type('txt').send('Taken.')],
  empty: [410, (_req, res) => res.status(410).end()],
  'end with a callback': [404, (_req, res) => res.status(404).end(() => undefined)],
  'end with a text': [
    404,
    (_req, res) => {
      res.statusCode = 404
      res.end('nothing here', 'utf8')
    },
  ],
  statusCode: [
    422,
    (_req, res) => {
      res.statusCode = 422
      res.json([1, 2])
    },
  ],
  'no JSON, called JSON': [400, (_req, res) => res.status(400).type('json').send('{oops')],
  'a challenge': [401, (_req, res) => res.set('WWW-Authenticate', 'Basic realm="x"').status(401).json({})],
  'what passport writes': [
    401,
    (_req, res) => {
      res.statusCode = 401
      res.setHeader('WWW-Authenticate', 'Bearer realm="x"')
      res.end('Unauthorized')
    },
  ],
  'a status as a text': [
    404,
    (_req, res) => {
      res.statusCode = '404' as unknown as number
      res.json({ error: 'x' })
    },
  ],
  'a file that is refused': [
    412,
    (_req, res) => {
      res.set({ 'Last-Modified': new Date(0).toUTCString(), 'Accept-Ranges': 'bytes', ETag: '"a"' })
      res.status(412).json({ error: 'changed' })
    },
  ],
  'a range beyond the end': [416, (_req, res) => res.set('Content-Range', 'bytes */10').status(416).json({ error: 'range' })],
  'nobody answered': [404, (_req, _res, next) => next()],
  'an error that nobody answered': [500, (_req, _res, next) => next(new Error('db-17 is down'))],
}

const left: Readonly<Record<string, readonly [status: number, handle: Handle]>> = {
  'a page': [404, (_req, res) => res.status(404).send(' <!doctype html><h1>Gone fishing</h1>')],
  'a page in bytes': [404, (_req, res) => res.status(404).type('html').send(Buffer.from('<h1>Gone fishing</h1>'))],
  bytes: [404, (_req, res) => res.status(404).send(Buffer.from([1, 2, 3]))],
  'bytes in hex without a type': [404, (_req, res) => res.status(404).end('6e6f', 'hex')],
  'bytes without a type': [404, (_req, res) => res.status(404).end(Buffer.from('no type'))],
  script: [404, (_req, res) => res.status(404).type('js').send('f()')],
  'a download': [404, (_req, res) => res.status(404).attachment('x.json').json({ error: 1 })],
  'a file': [
    404,
    (_req, res) => res.status(404).sendFile(file, { dotfiles: 'allow', headers: { 'Content-Type': 'application/json' } }),
  ],
  'a stream': [500, (_req, res) => void createReadStream(file).pipe(res.status(500).type('json'))],
  'what is passed on in pieces': [
    503,
    (_req, res) => {
      res.status(503).set({ 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' })
      res.write('{"error":')
      res.end('1}')
    },
  ],
  'what a HEAD does not show': [
    503,
    (req, res) => {
      res.status(503).set('Content-Type', 'application/json')
      if (req.method !== 'HEAD') res.write('{"error":')
      res.end(req.method === 'HEAD' ? undefined : '1}')
    },
  ],
  'several pieces': [
    500,
    (_req, res) => {
      res.status(500).type('txt').write('db-17 ')
      res.end('is down')
    },
  ],
  'a problem': [403, (_req, res) => res.status(403).type('application/problem+json').send('{"title":"No","status":403}')],
  "a vendor's code": [520, (_req, res) => res.status(520).json({ error: 'unknown' })],
  'no error': [200, (_req, res) => res.json({ error: null })],
  'a redirect': [302, (_req, res) => res.redirect('/')],
  unchanged: [304, (_req, res) => res.status(304).end()],
  'what is no status of an error': [600, (_req, res) => res.status(600).send('?')],
}

for (const [name, express] of Object.entries(expressVersions)) {
  const appOf = (handle: Handle, prepare: (app: App) => void = () => undefined): App => {
    const app = express()
    app.set('env', 'test')
    prepare(app)
    app.all('/', handle as express5.RequestHandler)
    return app
  }
  const adopted = (handle: Handle, options?: AdoptResponsesOptions, also: (app: App) => void = () => undefined): App =>
    appOf(handle, (app) => {
      adoptResponses(app, options)
      also(app)
    })

  describe(`adoptResponses() on ${name}`, () => {
    for (const [what, [status, handle]] of Object.entries(written)) {
      it(`makes a problem of ${what} for who asks for one, and none for others`, async () => {
        for (const method of ['GET', 'HEAD']) {
          const before = await ask(appOf(handle), '/', { method })
          expect(before.status).to.equal(status)
          const now = await ask(adopted(handle), '/', { method })
          expect(now).to.deep.equal({ ...before, fields: { ...before.fields, vary: 'Accept' } })
        }
        const got = await ask(adopted(handle), '/', { headers: ASKS })
        const headers = new Headers({ ...got.fields, date: 'now' })
        const { document } = checkProblem(got.status, headers, got.text, got.text.length)
        expect(got.status).to.equal(status)
        expect(document).to.have.all.keys('type', 'title', 'status')
        expect(got.fields['vary']).to.equal('Accept')
        expect(got.fields).to.not.have.property('etag')
      })

      it(`answers HEAD for ${what} as GET`, async () => {
        const get = await ask(adopted(handle), '/', { headers: ASKS })
        const head = await ask(adopted(handle), '/', { method: 'HEAD', headers: ASKS })
        expect(head).to.deep.equal({ ...get, text: '' })
      })

      // What writes to the response as to one of Node comes too late: compression() has sent the fields.
      if (what === 'end with a text') continue
      it(`makes a problem of ${what} behind middleware that ends responses itself`, async () => {
        const app = adopted(handle, undefined, (app) => app.use(compression({ threshold: 0 }) as express5.RequestHandler))
        const got = await ask(app, '/', { headers: { ...ASKS, 'accept-encoding': 'identity' } })
        expect(got.status).to.equal(status)
        expect(got.fields['content-type']).to.equal('application/problem+json')
        expect(JSON.parse(got.text)).to.include({ status })
      })
    }

    for (const [what, [status, handle]] of Object.entries(left)) {
      it(`leaves ${what} alone`, async () => {
        for (const method of ['GET', 'HEAD']) {
          const before = await ask(appOf(handle), '/', { method, headers: ASKS })
          expect(before.status).to.equal(status)
          const now = await ask(adopted(handle), '/', { method, headers: ASKS })
          expect(now, method).to.deep.equal(before)
        }
      })
    }

    it('adds to what is in Vary already', async () => {
      const varies: readonly (readonly [string | string[], string])[] = [
        ['Origin', 'Origin, Accept'],
        ['Accept-Encoding', 'Accept-Encoding, Accept'],
        [['Origin', 'Cookie'], 'Origin, Cookie, Accept'],
        ['origin, ACCEPT', 'origin, ACCEPT'],
        ['*', '*'],
      ]
      for (const [before, after] of varies) {
        const app = adopted((_req, res) => res.set('Vary', before).sendStatus(404))
        expect((await ask(app, '/')).fields['vary']).to.equal(after)
      }
    })

    it('leaves the body of a problem that the app wrote by hand', async () => {
      const handle: Handle = (_req, res) => res.status(403).json({ title: 'No', status: 403, detail: 'No.' })
      const before = await ask(appOf(handle), '/')
      const now = await ask(adopted(handle), '/', { headers: ASKS })
      expect(now).to.deep.equal({ ...before, fields: { ...before.fields, vary: 'Accept' } })
    })

    it('tells of the problem as adopted, logs nothing, and tells of what the problem handler answers as before', async () => {
      const events: ProblemEvent[] = []
      const onProblem = (event: ProblemEvent): void => void events.push(event)
      const app = adopted((_req, res) => res.status(500).json({}), { onProblem })
      const log = console.error
      const logged: unknown[] = []
      console.error = (...lines) => void logged.push(lines)
      try {
        await ask(app, '/', { headers: ASKS })
        await ask(app, '/')
      } finally {
        console.error = log
      }
      expect(logged).to.deep.equal([])
      expect(events).to.have.length(1)
      expect(events[0]).to.include({ mappedBy: 'adopted', status: 500, outcome: 'answered', route: '/', method: 'GET' })
      expect(events[0]?.thrown).to.equal(events[0]?.problem)
    })

    it('leaves the answers of the problem handler alone, in whatever form', async () => {
      const events: ProblemEvent[] = []
      const legacy = legacyBody({ mediaType: 'application/json', encode: ({ status }) => ({ error: status }) })
      for (const thrown of [new NotFound('No.'), 'no error']) {
        const app = adopted((_req, _res, next) => next(thrown), { onProblem: (event) => void events.push(event) })
        app.use(problemHandler({ logger: false, representations: [legacy] }))
        const got = await ask(app, '/', { headers: ASKS })
        expect(got.fields['content-type']).to.equal('application/json')
        expect(got.text).to.match(/^\{"error":\d+\}$/)
      }
      expect(events).to.deep.equal([])
    })

    it('adopts what is answered behind a problem handler that is not meant for the request', async () => {
      const app = adopted((_req, _res, next) => next(new Error('x')))
      app.use(problemHandler({ only: () => false }))
      app.use(((_error, _req, res, _next) => res.status(502).json({ error: 'x' })) as express5.ErrorRequestHandler)
      const got = await ask(app, '/', { headers: ASKS })
      expect(JSON.parse(got.text)).to.deep.equal({ type: 'about:blank', title: 'Bad Gateway', status: 502 })
    })

    it('adopts apps that are mounted in the app, whose own adoption comes first', async () => {
      const inner = express()
      inner.get('/', (_req, res) => void res.status(404).json({ error: 'inner' }))
      const outer = express()
      adoptResponses(outer, { detail: () => 'by the outer' })
      outer.use('/inner', inner)
      outer.get('/outer', (_req, res) => void res.status(404).json({ error: 'outer' }))
      const detailOf = async (path: string): Promise<unknown> =>
        JSON.parse((await ask(outer, path, { headers: ASKS })).text).detail
      expect(await detailOf('/inner')).to.equal('by the outer')
      adoptResponses(inner, { detail: () => 'by the inner' })
      expect(await detailOf('/inner')).to.equal('by the inner')
      expect(await detailOf('/outer')).to.equal('by the outer')
    })

    it('keeps a method that the app has on its responses, and may be called twice', async () => {
      const app = express()
      const ends: unknown[] = []
      const { end } = app.response
      app.response.end = function (this: express5.Response, ...args: unknown[]) {
        ends.push(this.statusCode)
        return Reflect.apply(end, this, args)
      } as typeof end
      adoptResponses(app, { detail: () => 'first' })
      adoptResponses(app, { detail: () => 'second' })
      app.get('/', (_req, res) => void res.sendStatus(404))
      expect(JSON.parse((await ask(app, '/', { headers: ASKS })).text).detail).to.equal('second')
      expect(ends).to.deep.equal([404])
    })

    it('makes a problem of what static files refuse, with what it says of the whole', async () => {
      const app = express()
      adoptResponses(app)
      app.use(express.static(fileURLToPath(new URL('.', import.meta.url)), { dotfiles: 'allow' }))
      app.set('env', 'test')
      const path = `/${fileURLToPath(import.meta.url)
        .split('/')
        .at(-1)}`
      const got = await ask(app, path, { headers: { ...ASKS, range: 'bytes=99999999-' } })
      expect(got.fields).to.include({ 'content-type': 'application/problem+json' })
      expect(got.fields['content-range']).to.match(/^bytes \*\/\d+$/)
      expect(got.fields).to.not.have.any.keys('etag', 'last-modified', 'accept-ranges')
      expect((await ask(app, path, { headers: { ...ASKS, 'if-match': '"x"' } })).status).to.equal(412)
    })

    it('leaves what is written in pieces alone, also where middleware holds it back until the end', async () => {
      const holding: express5.RequestHandler = (_req, res, next) => {
        const pieces: string[] = []
        const { end } = res
        res.write = (piece: string) => pieces.push(piece) > 0
        res.end = (last?: unknown) => Reflect.apply(end, res, [`${pieces.join('')}${typeof last === 'string' ? last : ''}`])
        next()
      }
      const handle: Handle = (_req, res) => {
        res.status(500).type('json').write('{"error":"db-17 ')
        res.end('is down"}')
      }
      const held = (prepare: (app: App) => void): App =>
        appOf(handle, (app) => {
          prepare(app)
          app.use(holding)
        })
      const before = await ask(
        held(() => undefined),
        '/',
      )
      expect(before.text).to.equal('{"error":"db-17 is down"}')
      for (const headers of [ASKS, {}])
        expect(
          await ask(
            held((app) => adoptResponses(app)),
            '/',
            { headers },
          ),
        ).to.deep.equal(before)
    })

    it('is not in the way of middleware whose `end` cannot be replaced', async () => {
      const fixing: express5.RequestHandler = (_req, res, next) => {
        const { end } = res
        Object.defineProperty(res, 'end', { value: (...args: unknown[]) => Reflect.apply(end, res, args) })
        next()
      }
      const fixed = (prepare: (app: App) => void): App =>
        appOf(
          (_req, res) => setTimeout(() => res.status(404).json({ error: 'x' }), 1),
          (app) => {
            prepare(app)
            app.use(fixing)
          },
        )
      const before = await ask(
        fixed(() => undefined),
        '/',
      )
      const now = await ask(
        fixed((app) => adoptResponses(app)),
        '/',
      )
      expect(now).to.deep.equal({ ...before, fields: { ...before.fields, vary: 'Accept' } })
      expect(
        (
          await ask(
            fixed((app) => adoptResponses(app)),
            '/',
            { headers: ASKS },
          )
        ).fields['content-type'],
      ).to.equal('application/problem+json')
    })

    if (name === 'Express 4')
      it('reads a status in front of the body, as Express 4 does', async () => {
        type Send = (status: number, body?: unknown) => express5.Response
        for (const body of ['db-17', { error: 'x' }, undefined]) {
          const handle: Handle = (_req, res) =>
            (res.send as unknown as Send)(...((body === undefined ? [404] : [404, body]) as [number]))
          const compressed = (app: App): unknown => app.use(compression({ threshold: 0 }) as express5.RequestHandler)
          for (const also of [undefined, compressed] as const) {
            const headers = { ...ASKS, 'accept-encoding': 'identity' }
            const get = await ask(adopted(handle, undefined, also as never), '/', { headers })
            expect(JSON.parse(get.text)).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
            const head = await ask(adopted(handle, undefined, also as never), '/', { method: 'HEAD', headers })
            expect(head).to.deep.equal({ ...get, text: '' })
          }
        }
      })

    it('reads bytes that were given in hex as what they say', async () => {
      const hex = Buffer.from('{"error":"taken"}').toString('hex')
      const app = adopted((_req, res) => res.status(409).type('json').end(hex, 'hex'), { detail: (body) => body.error })
      expect(JSON.parse((await ask(app, '/', { headers: ASKS })).text).detail).to.equal('taken')
    })

    it('calls the callback of end() when the answer is out', async () => {
      let ended = 0
      const app = adopted((_req, res) => res.status(404).end('text', 'utf8', () => ended++))
      await ask(app, '/', { headers: ASKS })
      expect(ended).to.equal(1)
    })

    it('finds Allow of a 405 that has none', async () => {
      const app = adopted((_req, res) => res.set('Allow', 'GET').status(405).json({}))
      expect((await ask(app, '/', { headers: ASKS })).fields['allow']).to.equal('GET')
      const bare = express()
      adoptResponses(bare)
      bare.get('/x', (_req, res) => void res.json({}))
      bare.use((_req, res) => void res.sendStatus(405))
      expect((await ask(bare, '/x', { method: 'DELETE', headers: ASKS })).fields['allow']).to.include('GET')
    })

    it('passes a request on that the option `only` leaves out', async () => {
      const handle: Handle = (_req, res) => res.status(404).json({ error: 'x' })
      const before = await ask(appOf(handle), '/')
      for (const headers of [ASKS, {}])
        expect(await ask(adopted(handle, { only: () => false }), '/', { headers })).to.deep.equal(before)
    })

    it('is JSON where a form takes a moment, so that nothing the app sends or throws later comes in its place', async () => {
      const slow = { mediaType: 'text/slow', encode: async () => 'slow' }
      for (const later of [(res: express5.Response) => res.status(200).json({ book: 8 }), () => JSON.parse('{')]) {
        const events: ProblemEvent[] = []
        const handle: Handle = (_req, res) => {
          res.status(404).json({})
          later(res)
        }
        const options = {
          for: ['text/slow'],
          representations: [slow],
          onProblem: (event: ProblemEvent) => void events.push(event),
        }
        const app = adopted(handle, options)
        app.use((_error: unknown, _req: unknown, _res: unknown, _next: unknown) => undefined)
        const got = await ask(app, '/', { headers: { accept: 'text/slow' } })
        expect(got).to.deep.include({ status: 404, text: '{"type":"about:blank","title":"Not Found","status":404}' })
        expect(events.map(({ outcome, mappedBy }) => `${outcome} ${mappedBy}`)).to.deep.equal(['answered adopted'])
      }
    })

    it('is not in the way of a response whose client has gone', async () => {
      const app = adopted((_req, res) => {
        res.socket?.destroy()
        res.status(500).json({ error: 'late' })
      })
      const gone = await ask(app, '/', { headers: ASKS }).catch((error: Error) => error)
      expect(gone).to.be.instanceOf(Error)
    })
  })
}

describe('adoptResponses()', () => {
  it('refuses what is no app, and wrong options', () => {
    const express = expressVersions['Express 5.3'] as typeof express5
    for (const app of [undefined, null, {}, express.Router()])
      expect(() => adoptResponses(app as unknown as App)).to.throw(TypeError, /an app made by express\(\)/)
    const wrong: readonly [unknown, RegExp][] = [
      [{ for: 'application/json' }, /options\.for: expected a list of media types/],
      [{ for: [] }, /options\.for/],
      [{ for: ['json'] }, /options\.for/],
      [{ detail: 'message' }, /options\.detail: expected a function/],
      [{ details: () => '' }, /details/],
      [{ maxBytes: 1 }, /options\.maxBytes/],
      [7, /options: expected an object/],
    ]
    for (const [options, message] of wrong)
      expect(() => adoptResponses(express(), options as AdoptResponsesOptions)).to.throw(TypeError, message)
  })
})
