/** What the status codes ask of their responses: RFC 9110 15 and its neighbours. */
import { inspect } from 'node:util'
import { expect } from 'chai'
import * as problems from '../../lib/index.js'
import { describeStatus } from '../../lib/index.js'
import { errorCodes, errorFacts } from '../../lib/status/codes.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchPlain, fetchProblem, type Sent } from './problem-response.js'
import { exchange, request } from './wire.js'

const { createProblem, HttpProblem } = problems

/** What a problem must show on the wire. */
type Row = readonly [says: string, make: () => unknown, fields: Readonly<Record<string, string | RegExp | null>>]

const rows: readonly Row[] = [
  [
    'has the challenges of a 401, quoted, one a line [S3] [S4]',
    () =>
      new problems.Unauthorized({
        challenges: [{ scheme: 'Bearer', realm: 'a"b\\c', error: 'invalid_token' }, 'Basic realm="x"'],
      }),
    { 'WWW-Authenticate': 'Bearer realm="a\\"b\\\\c", error="invalid_token", Basic realm="x"' },
  ],
  [
    'has a challenge on a 401 that was given none, without error information [S3] [H1] [H3]',
    () => new problems.Unauthorized(),
    { 'WWW-Authenticate': 'Bearer realm="api"' },
  ],
  [
    'gives the Bearer scheme a parameter [H3]',
    () => new problems.Unauthorized({ challenges: { scheme: 'Bearer' } }),
    { 'WWW-Authenticate': 'Bearer realm="api"' },
  ],
  [
    'has a challenge on a 403 where it is given one [S5]',
    () => new problems.Forbidden({ challenges: { scheme: 'Bearer', error: 'insufficient_scope', scope: 'write' } }),
    { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="write"' },
  ],
  ['has the Allow of a 405 [S6]', () => new problems.MethodNotAllowed({ allow: ['GET', 'HEAD'] }), { Allow: 'GET, HEAD' }],
  [
    'has a Proxy-Authenticate on a 407, default or given [S8]',
    () => new problems.ProxyAuthenticationRequired(),
    { 'Proxy-Authenticate': 'Bearer realm="api"', 'WWW-Authenticate': null },
  ],
  [
    'has the given Proxy-Authenticate of a 407 [S8]',
    () => new problems.ProxyAuthenticationRequired({ challenges: 'Basic realm="proxy"' }),
    { 'Proxy-Authenticate': 'Basic realm="proxy"' },
  ],
  [
    'has the ETag of a 412 that helps to try again [S11]',
    () => new problems.PreconditionFailed({ headers: { ETag: '"v2"' } }),
    { ETag: '"v2"' },
  ],
  [
    'has the Retry-After of a 413 that will pass [S12]',
    () => new problems.ContentTooLarge({ retryAfter: 60 }),
    { 'Retry-After': '60' },
  ],
  [
    'has the Accept of a 415 without Accept-Encoding [S13] [S14]',
    () => new problems.UnsupportedMediaType({ accept: ['application/json'] }),
    { Accept: 'application/json', 'Accept-Encoding': null },
  ],
  [
    'has the Accept-Encoding of a 415 about the content coding [S14]',
    () => new problems.UnsupportedMediaType({ acceptEncoding: 'gzip, br' }),
    { 'Accept-Encoding': 'gzip, br', Accept: null },
  ],
  [
    'has the Accept-Patch of a 415 to PATCH [S15]',
    () => new problems.UnsupportedMediaType({ acceptPatch: 'application/merge-patch+json' }),
    { 'Accept-Patch': 'application/merge-patch+json' },
  ],
  [
    'has the Accept-Query of a 415 to QUERY [S16]',
    () => new problems.UnsupportedMediaType({ headers: { 'Accept-Query': 'application/sql' } }),
    { 'Accept-Query': 'application/sql' },
  ],
  [
    'has the Content-Range of a 416 [S17]',
    () => new problems.RangeNotSatisfiable({ size: 1234 }),
    { 'Content-Range': 'bytes */1234' },
  ],
  [
    'has no Content-Range on another error [S17]',
    () => new problems.Conflict({ headers: { 'Content-Range': 'bytes */1234' } }),
    { 'Content-Range': null },
  ],
  [
    'has Upgrade and Connection on a 426 [S22]',
    () => new problems.UpgradeRequired({ upgrade: 'HTTP/2.0' }),
    { Upgrade: 'HTTP/2.0', Connection: /upgrade/i },
  ],
  [
    'has whole seconds in the Retry-After of a 429 [S24]',
    () => new problems.TooManyRequests({ retryAfter: 1.2 }),
    { 'Retry-After': '2' },
  ],
  [
    'has a date in Retry-After where it is given one [S24]',
    () => new problems.ServiceUnavailable({ retryAfter: new Date(1_000_000_000_000) }),
    { 'Retry-After': 'Sun, 09 Sep 2001 01:46:40 GMT' },
  ],
  [
    'has the rate limit of a 429 as structured fields [S24]',
    () =>
      new problems.TooManyRequests({
        rateLimit: {
          policies: [{ name: 'burst', quota: 100, window: 60 }],
          limits: [{ name: 'burst', remaining: 0, reset: 9.5 }],
        },
      }),
    { 'RateLimit-Policy': '"burst";q=100;w=60', RateLimit: '"burst";r=0;t=10' },
  ],
  [
    'has the link to who blocks on a 451 [S26]',
    () => new problems.UnavailableForLegalReasons({ blockedBy: 'https://isp.example/' }),
    { Link: '<https://isp.example/>; rel="blocked-by"' },
  ],
]

/** Registers the tests for one framework. */
export function statusCodesSuite(framework: Framework): void {
  describe('answers by the rules of the status code and', () => {
    let app: Running | undefined
    afterEach(async () => {
      await app?.close()
    })
    const answerTo = async (make: () => unknown, sent: Sent = {}) => {
      app = await start(framework, { handle: () => Promise.reject(make()) })
      return fetchProblem(app.url, sent)
    }

    for (const [says, make, fields] of rows) {
      it(says, async () => {
        const { headers } = await answerTo(make)
        for (const [name, value] of Object.entries(fields)) {
          if (value instanceof RegExp) expect(headers.get(name)).to.match(value)
          else expect(headers.get(name), name).to.equal(value)
        }
      })
    }

    it('explains every error in a body, with a machine-readable retry verdict and a Date [S1] [S2]', async () => {
      app = await start(framework, {
        handle: ({ req }) => {
          throw createProblem(Number((req.url as string).slice(1)))
        },
      })
      for (const status of Object.keys(errorFacts)) {
        const { document, headers } = await fetchProblem(`${app.url}/${status}`)
        expect(document.title).to.be.a('string').with.length.above(0)
        expect(describeStatus(document.status)?.retry).to.be.oneOf(['no', 'conditional', 'yes'])
        expect(Date.parse(headers.get('date') ?? '')).to.be.greaterThan(0)
      }
    })

    it('hides a resource behind the same bytes as a missing one [S5]', async () => {
      app = await start(framework, {
        handle: ({ req, pass }) => {
          if (req.url === '/hidden') throw new problems.NotFound()
          pass()
        },
      })
      const stable = ({ headers }: { headers: Headers }) => [...headers].filter(([name]) => name !== 'date')
      const [hidden, missing] = [await fetchProblem(`${app.url}/hidden`), await fetchProblem(`${app.url}/missing`)]
      expect(hidden.text).to.equal(missing.text)
      expect(stable(hidden)).to.deep.equal(stable(missing))
    })

    it('answers 405 with Allow where a path has other methods, and 404 where it has none [S6]', async () => {
      const routes = [
        ['get', '/books', ({ json }: { json: (value: unknown) => void }) => json([])],
        ['post', '/books', ({ json }: { json: (value: unknown) => void }) => json({})],
      ] as const
      app = await start(framework, { routes })
      const { status, headers } = await fetchProblem(`${app.url}/books`, { method: 'DELETE' })
      expect(status).to.equal(405)
      const allow = (headers.get('allow') ?? '').split(', ')
      expect(allow).to.include.members(['GET', 'HEAD', 'POST']).and.not.include('DELETE')
      expect((await fetchProblem(`${app.url}/none`, { method: 'DELETE' })).status).to.equal(404)
      expect((await fetchPlain(`${app.url}/books`)).status).to.equal(200)
    })

    it('answers 501 to a method that the server knows nowhere [S28]', async () => {
      app = await start(framework, { routes: [['get', '/books', ({ json }) => json([])]] })
      expect((await fetchProblem(`${app.url}/books`, { method: 'MKCALENDAR' })).status).to.equal(501)
    })

    it('fills Allow of a thrown 405 from the router, or leaves it empty and reports that [S6]', async () => {
      const bare = () => Promise.reject(createProblem(405))
      app = await start(framework, { routes: [['get', '/books', bare]], handle: bare })
      expect((await fetchProblem(`${app.url}/books`)).headers.get('allow')).to.match(/^GET, HEAD|^HEAD, GET/)
      expect((await fetchProblem(`${app.url}/none`)).headers.get('allow')).to.equal('')
      expect(app.events[1]?.faults[0]).to.include({ code: 'ERR_PROBLEM_HEADER', place: 'allow' })
    })

    it('sends what a 406, 409, 428 or 451 tells about itself [S7] [S10] [S11] [S27]', async () => {
      const makers = [
        () => new problems.NotAcceptable({ extensions: { available: ['application/json'] } }),
        () => new problems.Conflict('Seat 12A was sold a moment ago.'),
        () => new problems.PreconditionRequired('Send the ETag of the book in If-Match.', { headers: { ETag: '"v1"' } }),
        () => new problems.UnavailableForLegalReasons('Removed by order of the court of Hamburg, 2026-01-01.'),
      ]
      const documents = []
      for (const make of makers) {
        documents.push((await answerTo(make)).document)
        await app?.close()
      }
      expect(documents.map(({ detail, available }) => detail ?? available)).to.deep.equal([
        ['application/json'],
        'Seat 12A was sold a moment ago.',
        'Send the ETag of the book in If-Match.',
        'Removed by order of the court of Hamburg, 2026-01-01.',
      ])
    })

    it('closes the connection after a 408 [S9]', async () => {
      app = await start(framework, { handle: () => Promise.reject(new problems.RequestTimeout()) })
      const response = await exchange(app.port, request('GET', '/'), 1000)
      expect(response.status).to.equal(408)
      expect(response.fields.find(([name]) => name === 'connection')?.[1]).to.equal('close')
      expect(response.closed).to.equal(true)
    })

    it('does not offer the unused and the obsoleted code [S19]', () => {
      expect([errorCodes[418].generate, errorCodes[510].generate]).to.deep.equal(['never', 'never'])
    })

    it('says that a misdirected request may be sent again, whatever its method [S20]', () => {
      expect(describeStatus(421)?.retry).to.equal('yes')
    })

    it('reports a 425 to a request that did not come early [S21]', async () => {
      const make = () => new problems.TooEarly()
      await answerTo(make)
      expect(app?.events[0]?.faults.map(({ code }) => code)).to.deep.equal(['ERR_PROBLEM_STATUS'])
      await app?.close()
      expect((await answerTo(make, { headers: { 'Early-Data': '1' } })).status).to.equal(425)
      expect(app?.events[0]?.faults).to.deep.equal([])
    })

    for (const status of [428, 429, 431, 511]) {
      it(`forbids caches to store a ${status}, whatever the options say [S23]`, async () => {
        app = await start(framework, {
          options: { cacheControl: 'max-age=60' },
          handle: () => Promise.reject(createProblem(status)),
        })
        expect((await fetchProblem(app.url)).headers.get('cache-control')).to.equal('no-store')
      })
    }

    for (const [code, equivalent] of [
      [499, 408],
      [419, 403],
      [420, 429],
      [520, 502],
      [599, 504],
    ] as const) {
      it(`answers a vendor's ${code} with the registered ${equivalent} [S34]`, async () => {
        const { document } = await answerTo(() => new HttpProblem(code))
        expect(document).to.include({ status: equivalent, title: errorFacts[equivalent]?.phrase })
        expect(app?.events[0]?.faults[0]).to.include({ code: 'ERR_PROBLEM_STATUS' })
        await app?.close()
        expect((await answerTo(() => Object.assign(new Error('x'), { status: code }))).status).to.equal(equivalent)
      })
    }

    for (const status of [
      0,
      99,
      200,
      204,
      302,
      304,
      404.5,
      '404',
      600,
      700,
      Number.NaN,
      -404,
      Number.POSITIVE_INFINITY,
      null,
      {},
      404n,
    ]) {
      it(`answers 500 to an error with the status ${inspect(status)} [S35] [B2]`, async () => {
        const { document } = await answerTo(() => Object.assign(new Error('x'), { status, statusCode: status }))
        expect(document).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
        await app?.close()
        expect((await answerTo(() => createProblem(status as number))).status).to.equal(500)
      })
    }

    it('keeps a code that nobody has assigned, with the title of its class [S35]', async () => {
      expect((await answerTo(() => Object.assign(new Error('x'), { status: 470 }))).document).to.include({
        status: 470,
        title: 'Bad Request',
      })
    })

    it('does not depend on the reason phrase of an abandoned response [S36]', async () => {
      app = await start(framework, {
        handle: ({ res }) => {
          res.statusMessage = 'Everything is fine'
          throw new problems.Conflict()
        },
      })
      const { status, reason, raw } = await exchange(app.port, request('GET', '/'))
      expect([status, reason]).to.deep.equal([409, 'Conflict'])
      expect(raw).not.to.contain('Everything is fine')
    })
  })
}
