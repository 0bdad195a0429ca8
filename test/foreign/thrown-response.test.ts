/** A response of another server that is thrown itself: never believed, whatever client got it. */
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import request from 'supertest'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { type Framework, frameworks, start } from '../contract/framework.js'
import { fetchProblem } from '../contract/problem-response.js'
import { answers, coded, named, type Row, SECRET } from './shaped.js'

const FIELDS = { 'WWW-Authenticate': `Bearer realm="${SECRET}"`, 'Retry-After': '7', 'Content-Type': 'application/json' }

/** Clients that are there without a package, and what each gives for a response. */
const clients: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  fetch: (url) => fetch(url),
  'fetch, cloned': async (url) => (await fetch(url)).clone(),
  'fetch, made anew': async (url) => {
    const response = await fetch(url)
    return new Response(response.body, response)
  },
  'node:http': (url) => message(url),
  'node:http, read': async (url) => {
    const response = await message(url)
    for await (const _ of response);
    return response
  },
  'node:http, with what was read of it': async (url) => Object.assign(await message(url), { body: { message: SECRET } }),
  'node:http, as a plain copy': async (url) => ({ ...(await message(url)) }),
  superagent: (url) => request(url).get('/'),
  'a plain copy of fetch': async (url) => {
    const { status, headers, url: address } = await fetch(url)
    return { status, headers: Object.fromEntries(headers), url: address, data: { message: SECRET } }
  },
}

function message(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(url, { agent: false }, resolve).on('error', reject))
}

const headers = { 'www-authenticate': SECRET, 'retry-after': '7', 'set-cookie': SECRET }
const stream = (): Readable => Readable.from([SECRET])
const config = { url: SECRET, method: 'get', headers: { Authorization: SECRET } }

/** Responses by shape, of clients that are packages. */
const shapes: readonly (readonly [client: string, make: (status: number) => unknown])[] = [
  ['axios', (status) => ({ status, statusText: SECRET, headers, config, request: {}, data: SECRET })],
  ['axios without a configuration', (status) => ({ status, data: SECRET, headers, config: {} })],
  ['an error of axios as JSON', (status) => ({ message: SECRET, name: 'AxiosError', config, code: 'ERR_BAD_REQUEST', status })],
  ['a copy of an error of axios', (status) => ({ code: 'X', config, status, response: { status, headers } })],
  ['an object that holds a response', (status) => ({ request: {}, response: { status, headers } })],
  ['undici', (statusCode) => ({ statusCode, headers, trailers: {}, opaque: null, body: stream(), context: {} })],
  ['undici whose body was read', (statusCode) => ({ statusCode, headers, trailers: {}, body: SECRET })],
  ['superagent', (status) => ({ status, statusCode: status, headers, text: SECRET, body: {}, req: {} })],
  ['superagent of a browser', (status) => ({ status, headers, text: SECRET, body: {} })],
  ['superagent as JSON', (status) => ({ req: { method: 'GET', url: SECRET, headers }, header: headers, status, text: SECRET })],
  [
    'an error in a response of superagent',
    (status) =>
      Object.assign(new Error(`cannot GET /${SECRET} (${status})`), { status, text: SECRET, method: 'GET', path: SECRET }),
  ],
  [
    'an error that took the status of the response of axios',
    (status) => coded(undefined, { status, response: { status, headers, config, data: SECRET } }),
  ],
  [
    'an error that took the status of a message of node:http',
    (statusCode) => coded(undefined, { statusCode, response: { statusCode, headers, rawHeaders: [] } }),
  ],
  ['got', (statusCode) => ({ statusCode, headers, requestUrl: SECRET, body: SECRET })],
  ['request', (statusCode) => ({ statusCode, headers, body: SECRET, request: { uri: SECRET } })],
  ['bent', (statusCode) => Object.assign(stream(), { statusCode, status: statusCode, headers })],
  ['an error of bent', (statusCode) => named('StatusError', { statusCode, headers: { ...headers, date: SECRET } })],
  [
    'an error of typed-rest-client',
    (statusCode) => coded(undefined, { statusCode, responseHeaders: { ...headers, Date: SECRET } }),
  ],
  ['Octokit and urllib', (status) => ({ status, url: `https://${SECRET}`, headers, data: { message: SECRET } })],
  ['the AWS SDK', (statusCode) => ({ statusCode, reason: SECRET, headers, body: stream() })],
  ['a client that nobody knows', (status) => ({ status, headers: new Headers({ ...headers, Date: 'today' }), result: SECRET })],
  ['a client that lists the fields', (status) => ({ status, headers: Object.entries(headers).concat([['AGE', '7']]) })],
  ['a client of the web', (status) => ({ status, headers, body: new Response(SECRET).body })],
  ['XMLHttpRequest', (status) => ({ status, responseText: SECRET, getAllResponseHeaders: () => SECRET })],
]

async function upstream(status: number, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, res) => res.writeHead(status, FIELDS).end(JSON.stringify({ message: SECRET })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

const ours = (theirs: number): number => (theirs === 429 || theirs === 503 ? 503 : theirs === 504 ? 504 : 502)
const STATUSES = [200, 302, 400, 401, 404, 422, 429, 500, 503, 504]

for (const framework of frameworks as readonly Framework[]) {
  describe(`a response of another server that is thrown on ${framework.name}`, () => {
    for (const [client, ask] of Object.entries(clients)) {
      it(`is a fault of that server, and nothing of it is sent: ${client}`, async () => {
        for (const theirs of [401, 404, 503]) {
          await upstream(theirs, async (url) => {
            const app = await start(framework, { handle: async () => Promise.reject(await ask(url)) })
            try {
              const { status, headers: sent, text, document } = await fetchProblem(app.url)

              expect([status, Object.keys(document)]).to.deep.equal([ours(theirs), ['type', 'title', 'status']])
              expect([sent.get('www-authenticate'), sent.get('retry-after')]).to.deep.equal([null, theirs === 503 ? '7' : null])
              expect(JSON.stringify([text, ...sent])).not.to.contain(SECRET)
            } finally {
              await app.close()
            }
          })
        }
      })
    }

    it("is not the request of the app's own client", async () => {
      const app = await start(framework, { handle: ({ req }) => Promise.reject(req) })
      try {
        expect((await fetchProblem(app.url)).status).to.equal(500)
      } finally {
        await app.close()
      }
    })
  })
}

describe('toProblem(): a response that is thrown itself', () => {
  for (const [client, make] of shapes) {
    answers(
      STATUSES.filter((status) => status >= 400 || !/object that holds|error (?:in|that took)/.test(client)).map(
        (theirs): Row => {
          const status = ours(theirs)
          const isWithFields = !/error of axios as JSON|XMLHttp|copy of an error|error in a response/.test(client)
          return [
            `the ${theirs} of ${client}`,
            make(theirs),
            status === 503 && isWithFields ? { status, headers: { 'Retry-After': '7' } } : status,
          ]
        },
      ),
    )
  }

  it('is a fault of another server inside of an error that nobody knows, too', () => {
    for (const [client, make] of shapes) expect(toProblem(new Error(SECRET, { cause: make(401) })).status, client).to.equal(502)
  })
})

describe('toProblem(): what the app throws with a status of its own', () => {
  const own = { headers: { 'WWW-Authenticate': 'Basic' } }
  const kept: Readonly<Record<string, object>> = {
    'a status and a message': { message: SECRET },
    'a status and fields': own,
    'a status and Headers': { headers: new Headers(own.headers) },
    'a response with another status': { response: { status: 418, ...own, config: { url: SECRET } } },
    'words of its own for a response': { ...own, response: { statusCode: 403, message: SECRET } },
    'what a Lambda returns': { ...own, body: SECRET, isBase64Encoded: false },
    'a status and data': { data: { id: 7 }, message: SECRET },
    'a status and a text of it': { statusText: 'Not Found', message: SECRET },
    'an address': { url: '/books/8', message: SECRET },
    'an address and fields': { url: '/books/8', ...own },
    'the request of Express': { req: {}, message: SECRET },
    'a request': { request: { url: SECRET } },
    'a configuration of the app': { config: { limit: 3 }, ...own },
    'a body': { body: { error: SECRET } },
    'a text': { text: SECRET },
  }
  for (const [name, members] of Object.entries(kept)) {
    it(`keeps it beside ${name}`, () => {
      for (const status of [401, 404, 503])
        for (const thrown of [
          { status, ...members },
          { statusCode: status, ...members },
          Object.assign(new Error(SECRET), { status }, members),
        ]) {
          const problem = toProblem(thrown)
          expect(problem.status).to.equal(status)
          if ('headers' in members) expect(Object.values(problem.headers).join()).to.contain('Basic')
        }
    })
  }

  it('keeps it on a Response that was made here', () => {
    expect(toProblem(new Response(SECRET, { status: 404, ...own }))).to.deep.include({
      status: 404,
      headers: { 'www-authenticate': 'Basic' },
    })
    expect(toProblem(Response.json({ secret: SECRET }, { status: 409 })).status).to.equal(409)
  })
})
