/** The forms of a problem: which one a client gets, over HTTP, and what becomes of an answer whose form fails. */
import { connect, createServer } from 'node:http2'
import { type AddressInfo, connect as connectTo } from 'node:net'
import { expect } from 'chai'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { Conflict } from '../../lib/index.js'
import { json, type Representation } from '../../lib/respond/representations/index.js'
import { problemHandler } from '../../middleware/express/index.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchPlain, fetchProblem, type PlainResponse } from './problem-response.js'
import { request } from './wire.js'

const FORMS = [
  ['application/problem+json', 'application/problem+json', /^\{"type"/],
  ['application/json', 'application/problem+json', /^\{"type"/],
  ['application/json, text/plain, */*', 'application/problem+json', /^\{"type"/],
  ['*/*', 'application/problem+json', /^\{"type"/],
  [undefined, 'application/problem+json', /^\{"type"/],
  ['image/png', 'application/problem+json', /^\{"type"/],
  [';;,garbage/', 'application/problem+json', /^\{"type"/],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=utf-8', /^<!doctype html>/],
  ['text/html', 'text/html; charset=utf-8', /^<!doctype html>/],
  ['text/markdown, text/html, */*', 'text/markdown; charset=utf-8', /^# 409 /],
  ['application/problem+xml', 'application/problem+xml', /^<\?xml/],
  ['text/xml', 'application/problem+xml', /^<\?xml/],
] as const

const HOSTILE = [
  'a/b,'.repeat(4000),
  `text/html;q="${'\\"'.repeat(7000)}`,
  `text/${'h'.repeat(15_000)}`,
  '*/*;q=0',
  'text/html;q=0, application/problem+json;q=0',
  ',,,;;;q=',
]

/** Registers the tests for one framework. */
export function representationsSuite(framework: Framework): void {
  describe('sends a problem in forms, so that', () => {
    let app: Running | undefined
    afterEach(async () => {
      await app?.close()
    })
    const ask = async (accept: string | undefined, options: HandlerOptions = {}, method = 'GET'): Promise<PlainResponse> => {
      app ??= await start(framework, {
        options: options as HandlerOptions<never>,
        handle: () => Promise.reject(new Conflict('x <b>')),
      })
      return fetchPlain(app.url, { method, headers: accept === undefined ? {} : { Accept: accept } })
    }
    beforeEach(() => {
      app = undefined
    })
    const only = (form: Partial<Representation>): HandlerOptions => ({
      representations: [json, { mediaType: 'text/plain', encode: () => 'text', ...form }],
    })

    for (const [accept, type, body] of FORMS) {
      it(`the client gets ${type} for Accept: ${accept ?? '(none)'} [P26] [P28] [B9] [X1]`, async () => {
        for (const _ of ['loaded', 'at hand']) {
          const { status, headers, bytes } = await ask(accept)
          expect([status, headers.get('content-type')]).to.deep.equal([409, type])
          expect(bytes.toString()).to.match(body)
          expect(headers.get('content-length')).to.equal(String(bytes.length))
          expect(headers.get('vary')).to.equal('Accept')
          expect([headers.get('cache-control'), headers.get('x-content-type-options')]).to.deep.equal(['no-store', 'nosniff'])
          if (!type.includes('json')) expect(bytes.toString()).not.to.match(/(?<!\\)<b>/)
        }
        expect(app?.events.map(({ outcome, faults }) => [outcome, faults])).to.deep.equal([
          ['answered', []],
          ['answered', []],
        ])
      })
    }

    it('HEAD has the fields of the form, and no content [B1]', async () => {
      for (const accept of ['text/html', 'text/plain, application/problem+json']) {
        const whole = await ask(accept)
        const { headers, bytes, status } = await ask(accept, {}, 'HEAD')
        expect([status, bytes.length]).to.deep.equal([409, 0])
        for (const name of ['content-type', 'content-length', 'vary'])
          expect(headers.get(name), name).to.equal(whole.headers.get(name))
      }
    })

    it('a request that nothing answered has them, too', async () => {
      app = await start(framework, {})
      const { status, headers } = await fetchPlain(app.url, { headers: { Accept: 'text/html' } })
      expect([status, headers.get('content-type')]).to.deep.equal([404, 'text/html; charset=utf-8'])
    })

    it('they come over HTTP/2', async () => {
      expect(await overHttp2(framework, 'text/html')).to.deep.equal([409, 'text/html; charset=utf-8', '<!doctype html>'])
      expect(await overHttp2(framework, '*/*')).to.deep.equal([409, 'application/problem+json', '{"type":"about:'])
    })

    it('an app chooses its own, and their order [P28]', async () => {
      const options = only({
        default: true,
        headers: { 'X-Form': 'old' },
        encode: async ({ status }) => Buffer.from(`old ${status}`),
      })
      for (const accept of ['*/*', undefined, 'text/plain']) {
        const { headers, bytes } = await ask(accept, options)
        expect([bytes.toString(), headers.get('x-form')]).to.deep.equal(['old 409', 'old'])
      }
      expect((await ask('application/json')).headers.get('content-type')).to.equal('application/problem+json')
      expect((await ask('text/html')).bytes.toString()).to.equal('old 409')
    })

    for (const [name, encode] of Object.entries<unknown>({
      throws: () => {
        throw new Error('x')
      },
      rejects: async () => Promise.reject(new Error('x')),
      'gives nonsense': () => ({ not: 'content' }),
      'gives nonsense later': async () => 7,
      'never settles': () => new Promise(() => undefined),
    })) {
      it(`an encoder that ${name} changes nothing but the form, and is reported [P26]`, async () => {
        const { status, headers, bytes } = await ask('text/plain', only({ encode: encode as Representation['encode'] }))
        expect([status, headers.get('content-type')]).to.deep.equal([409, 'application/problem+json'])
        expect(JSON.parse(bytes.toString())).to.include({ status: 409, detail: 'x <b>' })
        expect(app?.events.map(({ faults }) => faults.map(({ code }) => code))).to.deep.equal([['ERR_PROBLEM_HOOK']])
      })
    }

    for (const accept of HOSTILE) {
      it(`a hostile Accept changes no status: ${accept.slice(0, 30)} [P26]`, async () => {
        app = await start(framework, { handle: () => Promise.reject(new Conflict('x')) })
        const { document } = await fetchProblem(app.url, { headers: { Accept: accept } })
        expect(document.status).to.equal(409)
        const { status } = await fetchPlain(app.url, { headers: { 'Accept-Language': accept.replaceAll('/', '-') } })
        expect(status).to.equal(409)
      })
    }

    it('a client may leave while its form is made', async () => {
      const encode = (): Promise<string> => new Promise((resolve) => setTimeout(resolve, 120, 'text'))
      app = await start(framework, {
        options: only({ encode }) as HandlerOptions<never>,
        handle: () => Promise.reject(new Conflict('x')),
      })
      const socket = connectTo(app.port, '127.0.0.1', () => socket.write(request('GET', '/', { Accept: 'text/plain' })))
      setTimeout(() => socket.destroy(), 40)
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(app.events.map(({ outcome }) => outcome)).to.deep.equal(['client-gone'])
      expect((await fetchPlain(app.url, { headers: { Accept: 'text/plain' } })).bytes.toString()).to.equal('text')
    })

    it('texts come in the language of the client [P27] [P28]', async () => {
      const translate: HandlerOptions['translate'] = (_, { languages }) =>
        languages.includes('de') ? { language: 'de', title: 'Konflikt', detail: 'Schon da.' } : undefined
      app = await start(framework, {
        options: { translate } as HandlerOptions<never>,
        handle: ({ res }) => {
          res.setHeader('Vary', 'Origin')
          throw new Conflict('x')
        },
      })
      for (const [language, title, told] of [
        ['de;q=.9,en;q=.1', 'Konflikt', 'de'],
        ['de-CH', 'Konflikt', 'de'],
        ['fr', 'Conflict', 'en'],
      ] as const) {
        const { document, headers } = await fetchProblem(app.url, { headers: { 'Accept-Language': language } })
        expect(document).to.include({ title, type: 'about:blank', status: 409 })
        expect(headers.get('content-language')).to.equal(told)
        expect(headers.get('vary')).to.equal('Origin, Accept, Accept-Language')
      }
      const page = await fetchPlain(app.url, { headers: { Accept: 'text/html', 'Accept-Language': 'de' } })
      expect(page.bytes.toString()).to.include('<html lang="de">').and.include('Schon da.')
    })
  })
}

async function overHttp2(framework: Framework, accept: string): Promise<unknown[]> {
  const server = createServer(http2Listener(framework) as never)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    return await new Promise((resolve, reject) => {
      const stream = session.request({ ':path': '/', accept })
      let head: unknown[] = []
      let text = ''
      stream.setEncoding('utf8')
      stream.on('response', (fields) => {
        head = [fields[':status'], fields['content-type']]
      })
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('error', reject)
      stream.on('end', () => resolve([...head, text.slice(0, 15)]))
    })
  } finally {
    session.destroy()
    server.close()
  }
}

// Express needs a bridge to HTTP/2, so its handler is called from a bare server.
function http2Listener(framework: Framework): unknown {
  const options = { logger: false as const }
  const fail = (): Promise<never> => Promise.reject(new Conflict('x'))
  if (framework.kind === 'koa') return framework.listener({ handle: fail, options })
  const guarded = problemHandler(options).route((_req, _res, _next) => fail())
  return (req: never, res: never) => guarded(req, res, () => undefined)
}
