/** What happens to the header fields that were set before the error, and what caches may do. */
import { expect } from 'chai'
import { Conflict, createProblem, type HttpProblem, NotFound, Unauthorized } from '../../lib/index.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchProblem } from './problem-response.js'
import { exchange, request } from './wire.js'

const abandoned = {
  'Content-Encoding': 'gzip',
  'Content-Language': 'de',
  'Content-Range': 'bytes 0-9/10',
  'Content-Disposition': 'attachment',
  'Content-Location': '/a',
  'Content-Type': 'text/csv',
  ETag: '"abc"',
  'Last-Modified': 'Sun, 09 Sep 2001 01:46:40 GMT',
  'Repr-Digest': 'sha-256=:AAAA:',
  'Content-Digest': 'sha-256=:AAAA:',
  'Cache-Control': 'public, max-age=3600',
  Expires: 'Sun, 09 Sep 2101 01:46:40 GMT',
  'Accept-Ranges': 'bytes',
  Location: '/elsewhere',
  'CDN-Cache-Control': 'max-age=600',
  'Surrogate-Control': 'max-age=99',
  'X-Accel-Redirect': '/protected/file',
  'X-Sendfile': '/protected/file',
  Refresh: '5',
} as const

const surviving = {
  'Access-Control-Allow-Origin': 'https://app.example',
  'Access-Control-Expose-Headers': 'Retry-After',
  Vary: 'Origin',
  'Set-Cookie': 'a=1',
  'Strict-Transport-Security': 'max-age=1',
  'Content-Security-Policy': "default-src 'self'",
  'X-Request-Id': 'r-1',
  'Server-Timing': 'db;dur=3',
  RateLimit: '"a";r=1',
} as const

const hostile = [
  'a\r\nX-Injected: 1',
  'a\nb',
  'a\0b',
  '€',
  '\u{1f600}',
  { a: 1 },
  ['ok', 'a\r\nX-Injected: 1'],
  Symbol('s'),
  () => 'x',
  Number.NaN,
]

/** Registers the tests for one framework. */
export function responseFieldsSuite(framework: Framework): void {
  describe('treats header fields so that it', () => {
    let app: Running | undefined
    afterEach(async () => {
      await app?.close()
    })

    const dirty = (fields: Readonly<Record<string, string>>, thrown: unknown) => ({
      handle: ({ res }: { res: { setHeader: (name: string, value: string) => unknown } }) => {
        for (const [name, value] of Object.entries(fields)) res.setHeader(name, value)
        throw thrown
      },
    })

    it('removes what described the abandoned representation [B3] [K2]', async () => {
      app = await start(framework, dirty(abandoned, new Conflict('x')))
      const { headers } = await fetchProblem(app.url)
      for (const name of Object.keys(abandoned)) {
        if (name === 'Content-Type') continue
        expect(headers.get(name), name).to.equal(name === 'Cache-Control' ? 'no-store' : null)
      }
    })

    it('keeps what did not describe it [B4]', async () => {
      app = await start(framework, dirty(surviving, new Conflict('x')))
      const { headers } = await fetchProblem(app.url)
      for (const [name, value] of Object.entries(surviving))
        expect(headers.get(name), name).to.equal(name === 'Vary' ? `${value}, Accept` : value)
    })

    it('keeps what keepHeaders names, except what describes the new body [B4]', async () => {
      const scenario = dirty(abandoned, new Conflict('x'))
      app = await start(framework, {
        ...scenario,
        options: { keepHeaders: ['ETag', 'cache-control', 'Content-Encoding', 'Content-Type'] },
      })
      const { headers } = await fetchProblem(app.url)
      expect([headers.get('etag'), headers.get('cache-control'), headers.get('content-encoding')]).to.deep.equal([
        '"abc"',
        abandoned['Cache-Control'],
        null,
      ])
    })

    it('adds to Vary and Link, and replaces others [K4]', async () => {
      const thrown = new Conflict({ headers: { Vary: 'Accept', Link: '</help>; rel="help"', 'X-Request-Id': 'r-2' } })
      app = await start(framework, dirty({ Vary: 'Origin', Link: '</a>; rel="next"', 'X-Request-Id': 'r-1' }, thrown))
      const { headers } = await fetchProblem(app.url)
      expect(headers.get('vary')).to.equal('Origin, Accept')
      expect(headers.get('link')).to.equal('</a>; rel="next", </help>; rel="help"')
      expect(headers.get('x-request-id')).to.equal('r-2')
    })

    it('keeps a challenge that was set before [S3]', async () => {
      app = await start(framework, dirty({ 'WWW-Authenticate': 'Basic realm="x"' }, new Unauthorized()))
      expect((await fetchProblem(app.url)).headers.get('www-authenticate')).to.equal('Basic realm="x"')
    })

    for (const value of hostile) {
      it(`leaves out a value that cannot be sent: ${typeof value === 'object' ? JSON.stringify(value) : JSON.stringify(String(value))} [B10]`, async () => {
        const headers = { 'WWW-Authenticate': value, 'X-Fine': 'fine', 'Bad Name': 'x', 'Bad\r\nName': 'x' }
        for (const thrown of [
          Object.assign(new Error('x'), { status: 401, headers }),
          new Unauthorized({ headers: headers as never }),
          Object.assign(new Unauthorized(), { headers }),
        ]) {
          app = await start(framework, { handle: () => Promise.reject(thrown) })
          const response = await exchange(app.port, request('GET', '/'), 60)
          expect(response.status).to.equal(401)
          expect(response.raw.toLowerCase()).not.to.match(/\r\nx-injected|bad name|^name:/m)
          expect(response.fields.filter(([name]) => name === 'www-authenticate')).to.deep.equal([
            ['www-authenticate', 'Bearer realm="api"'],
          ])
          await app.close()
        }
      })
    }

    it('lets no error frame the message, and no foreign error set a cookie [B10]', async () => {
      const headers = {
        'Content-Length': '3',
        'Transfer-Encoding': 'chunked',
        Connection: 'close',
        'Set-Cookie': 'a=1',
        'Content-Type': 'text/html',
        'Retry-After': '7',
      }
      app = await start(framework, { handle: () => Promise.reject(Object.assign(new Error('x'), { status: 503, headers })) })
      const { headers: sent } = await fetchProblem(app.url)
      expect([sent.get('transfer-encoding'), sent.get('set-cookie'), sent.get('retry-after')]).to.deep.equal([null, null, '7'])
    })

    it('keeps the header section small enough for every client, and reports what it leaves out [B10]', async () => {
      const headers = {
        'X-Long': 'b'.repeat(100_000),
        Link: Array.from({ length: 1000 }, () => 'x'.repeat(1000)),
        'X-Fine': 'fine',
      }
      const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`X-${index}`, 'value']))
      for (const thrown of [
        new Unauthorized({ headers, challenges: { scheme: 'Bearer', realm: 'r'.repeat(300_000) } }),
        Object.assign(new Error('x'), { status: 401, headers: { 'WWW-Authenticate': 'b'.repeat(100_000) } }),
        new Unauthorized({ headers: many }),
      ]) {
        app = await start(framework, { handle: () => Promise.reject(thrown) })
        const { status, headers: sent } = await fetchProblem(app.url)
        expect([status, sent.get('www-authenticate')]).to.deep.equal([401, 'Bearer realm="api"'])
        expect(app.events[0]?.faults.map(({ code }) => code)).to.include('ERR_PROBLEM_HEADER')
        await app.close()
      }
    })

    it('sees fields that a hook has set [B3]', async () => {
      const members = (
        _: unknown,
        { request: on }: { request: { res: { setHeader: (name: string, value: string) => unknown } } },
      ) => {
        on.res.setHeader('Content-Encoding', 'br')
        return {}
      }
      app = await start(framework, { options: { members } as never, handle: () => Promise.reject(new Conflict('x')) })
      expect((await fetchProblem(app.url)).headers.get('content-encoding')).to.equal(null)
    })

    for (const status of [404, 405, 410, 414, 451, 501]) {
      it(`says explicitly what caches may do with a ${status} [K1]`, async () => {
        app = await start(framework, { handle: () => Promise.reject(createProblem(status)) })
        expect((await fetchProblem(app.url)).headers.get('cache-control')).to.equal('no-store')
        await app.close()
        app = await start(framework, {
          options: { cacheControl: 'max-age=60' },
          handle: () => Promise.reject(createProblem(status)),
        })
        expect((await fetchProblem(app.url)).headers.get('cache-control')).to.equal('max-age=60')
      })
    }

    for (const status of [401, 403, 409, 422, 500]) {
      it(`lets no cache store a ${status} by default [K2] [K3]`, async () => {
        app = await start(framework, dirty({ 'Cache-Control': 'public, max-age=60' }, createProblem(status)))
        expect((await fetchProblem(app.url)).headers.get('cache-control')).to.equal('no-store')
      })
    }

    it('takes Cache-Control from the problem, then from a function, and survives both [K1]', async () => {
      const cacheControl = (problem: HttpProblem) => {
        if (problem.detail === 'throw') throw new Error('x')
        return problem.status === 404 ? 'max-age=5' : undefined
      }
      const own = new NotFound({ headers: { 'cache-control': 'max-age=9' } })
      const expected = [
        [own, 'max-age=9'],
        [new NotFound(), 'max-age=5'],
        [new Conflict(), 'no-store'],
        [new NotFound('throw'), 'no-store'],
      ] as const
      for (const [thrown, value] of expected) {
        app = await start(framework, { options: { cacheControl }, handle: () => Promise.reject(thrown) })
        expect((await fetchProblem(app.url)).headers.get('cache-control')).to.equal(value)
        await app.close()
      }
    })

    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH']) {
      it(`answers a failed ${method} with a 4xx or 5xx, which invalidates nothing [K5]`, async () => {
        app = await start(framework, { handle: () => Promise.reject(Object.assign(new Error('x'), { status: 201 })) })
        expect((await fetchProblem(app.url, { method })).status).to.equal(500)
      })
    }
  })
}
