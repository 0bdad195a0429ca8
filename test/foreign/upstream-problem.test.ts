/** What other servers answer, as real responses of fetch and of node:http, and as what clients throw. */
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { upstreamProblem } from '../../lib/foreign/upstream-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { Conflict, Gone } from '../../lib/problem/classes.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { errorCodes } from '../../lib/status/codes.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'
import { vendorCodes } from '../status/vendor-codes.js'

const TYPE = 'https://upstream.example/probs/out-of-credit'
const document = { type: TYPE, title: 'Secret title', status: 403, detail: 'secret', instance: '/secret', balance: 30 }
const json = { 'Content-Type': 'application/problem+json' }
class OutOfCredit extends defineProblem('OutOfCredit', {
  type: 'https://api.example/out-of-credit',
  status: 402,
  title: 'No credit',
}) {}
const policy = { types: { [TYPE]: OutOfCredit } }
const faultsIn = (problem: HttpProblem): string[] => faultsOf(problem).map(({ code, place }) => `${code} ${place}`)
const answered = (status: number, headers: Record<string, string> = {}, body: unknown = ''): object => ({
  status,
  headers,
  body,
})

describe('upstreamProblem(): status', () => {
  for (const status of Object.keys({ ...errorCodes, ...vendorCodes }).map(Number)) {
    it(`answers for a dependency's ${status} as a gateway`, async () => {
      const cookies = { 'Set-Cookie': 'secret', 'WWW-Authenticate': 'Secret', 'Retry-After': '7', 'Content-Type': 'text/html' }
      const problem = await upstreamProblem(answered(status, cookies, '<h1>secret nginx</h1>'))
      const meant = vendorCodes[status]?.equivalent ?? status
      const expected = [429, 503].includes(meant) ? 503 : [408, 504].includes(meant) ? 504 : 502
      expect(problem.toJSON()).to.have.all.keys('type', 'title', 'status').and.include({ status: expected })
      expect(problem.headers).to.deep.equal(expected === 503 ? { 'Retry-After': '7' } : {})
      expect(JSON.stringify(problem)).not.to.contain('ecret')
      expect((problem.cause as Error).message).to.match(new RegExp(`^The other server answered ${status} `))
      expect(faultsIn(problem.cause as HttpProblem)).to.deep.equal([])
    })
  }

  for (const [status, expected, message] of [
    [302, 502, 'answered 302 Found'],
    [200, 502, 'answered 200 OK'],
    [460, 504, '(AWS ALB)'],
    [522, 504, '522 Connection Timed Out (Cloudflare)'],
    [477, 502, 'answered 477 Bad Request'],
  ] as const) {
    it(`takes ${status} for ${expected}, and its message tells`, async () => {
      const { status: ours, cause } = await upstreamProblem(answered(status))
      expect([ours, (cause as Error).message.includes(message)]).to.deep.equal([expected, true])
    })
  }

  it('forwards a Retry-After that is a date', async () => {
    const moment = new Date(Date.now() + 60_000).toUTCString()
    expect((await upstreamProblem(answered(429, { 'retry-after': moment }))).headers).to.deep.equal({ 'Retry-After': moment })
    expect((await upstreamProblem(answered(429, { 'retry-after': 'secret' }))).headers).to.deep.equal({})
  })
})

describe('upstreamProblem(): responses and errors of clients', () => {
  const text = JSON.stringify(document)
  const sources: Readonly<Record<string, () => unknown>> = {
    'fetch: a Response': () => new Response(text, { status: 403, headers: json }),
    'ky: an error with a Response': () =>
      Object.assign(new Error('x'), { response: new Response(text, { status: 403, headers: json }) }),
    'undici: a body to iterate': () => ({ statusCode: 403, headers: json, body: Readable.from([Buffer.from(text)]) }),
    'node-fetch: chunks of text': () => ({ status: 403, headers: new Headers(json), body: Readable.from([text]) }),
    'an iterable of no library': () => ({
      status: 403,
      headers: json,
      body: {
        async *[Symbol.asyncIterator]() {
          yield text
        },
      },
    }),
    'axios: an error': () =>
      Object.assign(new Error('x'), { isAxiosError: true, response: { status: 403, headers: json, data: document } }),
    'axios: bytes': () => ({ status: 403, headers: json, data: Buffer.from(text) }),
    'got: an error': () => Object.assign(new Error('x'), { response: { statusCode: 403, headers: json, body: text } }),
    'superagent: a text': () => ({
      status: 403,
      headers: { 'content-type': 'Application/Problem+JSON; charset=utf-8' },
      text,
    }),
    'a plain object': () => answered(403, json, document),
  }
  for (const [what, make] of Object.entries(sources)) {
    it(`keeps the problem of the other server as the cause: ${what}`, async () => {
      const given = make()
      const problem = await upstreamProblem(given)
      expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Bad Gateway', status: 502 })
      const cause = problem.cause as HttpProblem
      expect(cause).to.include({ status: 403, type: TYPE, detail: 'secret', cause: given })
      expect(cause.extensions).to.deep.equal({ balance: 30 })
    })

    it(`lets an allowed type be declared again: ${what}`, async () => {
      const problem = await upstreamProblem(make(), policy)
      expect(problem.toJSON()).to.deep.equal({ type: OutOfCredit.type, title: 'No credit', status: 402 })
      expect(problem.cause).to.include({ type: TYPE })
    })
  }

  const unreadable: Readonly<Record<string, () => unknown>> = {
    'no JSON': () => new Response('{', { status: 403, headers: json }),
    'a list': () => new Response('[]', { status: 403, headers: json }),
    'another media type': () => new Response(text, { status: 403, headers: { 'Content-Type': 'application/json' } }),
    'no media type': () => answered(403, {}, document),
    'headers that are none': () => ({ status: 403, headers: null, body: document }),
    'too large': () => new Response(`{"type":"${TYPE}","a":"${'a'.repeat(65_536)}"}`, { status: 403, headers: json }),
    'a text that is too large': () => answered(403, json, `{"type":"${TYPE}","a":"${'a'.repeat(65_536)}"}`),
    'bytes that are too many': () => answered(403, json, Buffer.alloc(65_537, 0x20)),
    'read already': () => {
      const response = new Response(text, { status: 403, headers: json })
      response.body?.getReader()
      return response
    },
    'no body': () => new Response(null, { status: 403, headers: json }),
    'members of other kinds': () => answered(403, json, { type: 7, title: null, detail: {}, instance: '' }),
  }
  for (const [what, make] of Object.entries(unreadable)) {
    it(`answers without the document where there is ${what}`, async () => {
      const problem = await upstreamProblem(make(), policy)
      expect([problem.status, (problem.cause as HttpProblem).type]).to.deep.equal([502, 'about:blank'])
      expect(faultsIn(problem)).to.deep.equal([])
    })
  }

  it('waits for a promise, and takes what it rejects with for the error of a client', async () => {
    expect((await upstreamProblem(Promise.resolve(new Response('x', { status: 429 })))).status).to.equal(503)
    expect((await upstreamProblem(Promise.reject(new DOMException('x', 'TimeoutError')))).status).to.equal(504)
  })

  const failures: readonly (readonly [what: string, error: unknown, status: number])[] = [
    ['fetch: refused', new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }), 502],
    ['fetch: too late', new TypeError('fetch failed', { cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } }), 504],
    ['AbortSignal.timeout()', new DOMException('x', 'TimeoutError'), 504],
    ['a TimeoutError with more to say', Object.assign(new Error('x'), { name: 'TimeoutError', seat: 7 }), 504],
    ['a code', Object.assign(new Error(), { code: 'ETIMEDOUT' }), 504],
    [
      'a cause that is a database',
      new Error('x', { cause: Object.assign(new Error('x'), { code: '23505', severity: 'ERROR' }) }),
      502,
    ],
    ['the code of a cause', new Error('x', { cause: { code: 'ESOCKETTIMEDOUT' } }), 504],
    ['a mistake in the call', Object.assign(new TypeError('x'), { code: 'ERR_INVALID_URL' }), 500],
    ['an unknown error', new Error('secret'), 502],
    ['nothing', undefined, 502],
    ['a text', 'secret', 502],
    ['a status that is none', { status: 4040 }, 502],
  ]
  for (const [what, error, status] of failures) {
    it(`answers ${status} where there is no response: ${what}`, async () => {
      const problem = await upstreamProblem(error)
      expect(problem).to.include({ status, cause: error })
      expect(problem.detail).to.equal(undefined)
    })
  }

  it('leaves a problem of ours as it is', async () => {
    const problem = new Conflict()
    expect(await upstreamProblem(problem)).to.equal(problem)
  })
})

describe('upstreamProblem(): policy', () => {
  const response = (): object => answered(403, { ...json, 'Retry-After': '9' }, document)

  it("gives a function the other server's problem, and a class its Retry-After", async () => {
    const problem = await upstreamProblem(response(), {
      types: { [TYPE]: ({ extensions, headers }) => new Gone([extensions['balance'], headers['Retry-After']].join(' ')) },
    })
    expect(problem).to.include({ status: 410, detail: '30 9' })
    expect((await upstreamProblem(response(), policy)).headers).to.deep.equal({ 'Retry-After': '9' })
  })

  it('answers as a gateway where a function returns undefined, and other types stay inside', async () => {
    for (const types of [{ [TYPE]: () => undefined }, { 'https://upstream.example/other': Gone }, undefined]) {
      const problem = await upstreamProblem(response(), types && { types })
      expect([problem.status, faultsIn(problem)]).to.deep.equal([502, []])
    }
    const inherited = await upstreamProblem(answered(403, json, { type: 'toString' }), policy)
    expect(inherited.status).to.equal(502)
  })

  const wrong: Readonly<Record<string, readonly [policy: unknown, fault: string]>> = {
    'a function that throws': [
      {
        types: {
          [TYPE]: () => {
            throw new Error('secret')
          },
        },
      },
      'ERR_PROBLEM_HOOK policy.types',
    ],
    'a function that returns nonsense': [{ types: { [TYPE]: () => 7 } }, 'ERR_PROBLEM_HOOK policy.types'],
    'types that are no object': [{ types: [] }, 'ERR_PROBLEM_OPTION policy.types'],
    'a type that is no function': [{ types: { [TYPE]: 'Gone' } }, 'ERR_PROBLEM_OPTION policy.types'],
    'an unknown name': [{ type: {} }, 'ERR_PROBLEM_OPTION policy'],
  }
  for (const [what, [given, fault]] of Object.entries(wrong)) {
    it(`reports ${what}, and answers as a gateway`, async () => {
      const problem = await upstreamProblem(response(), given as never)
      expect([problem.status, faultsIn(problem)]).to.deep.equal([502, [fault]])
    })
  }

  it('gives a frozen problem, although a fault cannot be noted on it', async () => {
    const frozen = Object.freeze(new Gone())
    expect(await upstreamProblem(response(), { types: { [TYPE]: () => frozen }, other: 1 } as never)).to.equal(frozen)
  })
})

describe('upstreamProblem(): bodies on the wire', () => {
  let server: Server
  let url = ''
  const closed: string[] = []
  before(async () => {
    server = createServer((req: IncomingMessage, res: ServerResponse) => {
      res.on('close', () => closed.push(`${req.url} ${res.writableFinished}`))
      res.writeHead(403, req.url === '/page' ? { 'Content-Type': 'text/html' } : json)
      if (req.url === '/whole') res.end(JSON.stringify(document))
      else res.write('{"type":')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.close()
    server.closeAllConnections()
  })
  const responseOf = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve) => get(`${url}${path}`, (response) => resolve(response)))
  const gone = async (line: string): Promise<void> => {
    while (!closed.includes(line)) await new Promise((resolve) => setTimeout(resolve, 5))
    closed.length = 0
  }

  for (const [client, ask] of [
    ['fetch', (path: string) => fetch(`${url}${path}`)],
    ['node:http', responseOf],
  ] as const) {
    it(`reads the problem, and leaves the connection of a page and of a body that hangs: ${client}`, async () => {
      const rejections = await unhandledRejections(async () => {
        expect((await upstreamProblem(await ask('/whole'), policy)).status).to.equal(402)
        expect((await upstreamProblem(await ask('/page'), policy)).status).to.equal(502)
        await gone('/page false')
        const from = Date.now()
        expect((await upstreamProblem(await ask('/hangs'), policy)).status).to.equal(502)
        expect(Date.now() - from).to.be.at.least(1900)
        await gone('/hangs false')
      })
      expect(rejections).to.deep.equal([])
    }).timeout(10_000)
  }
})
