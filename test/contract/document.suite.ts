/** The problem details object on the wire: RFC 9457 3. */
import { expect } from 'chai'
import type { HandlerOptions } from '../../lib/handler/options.js'
import * as problems from '../../lib/index.js'
import { errorFacts } from '../../lib/status/codes.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchProblem, type Sent } from './problem-response.js'

const { Conflict, createProblem, Forbidden, HttpProblem, InternalServerError, NotFound, problemClasses } = problems

class OutOfCredit extends Forbidden {
  static override readonly type = 'https://example.com/probs/out-of-credit'
  static override readonly title = 'You do not have enough credit.'
}

/** Registers the tests for one framework. */
export function documentSuite(framework: Framework): void {
  describe('sends a problem details object that', () => {
    let app: Running | undefined
    afterEach(async () => {
      await app?.close()
    })
    const answerTo = async (thrown: unknown, options: HandlerOptions<never> = {}, sent: Sent = {}) => {
      app = await start(framework, { options, handle: () => Promise.reject(thrown) })
      return fetchProblem(`${app.url}/any?token=s3cret`, sent)
    }

    it('is one JSON object in UTF-8 without a byte order mark, of exactly the media type [P1] [P2] [B8]', async () => {
      const { text, headers } = await answerTo(new Conflict('Das Buch „Größe“ 📚 ist weg.'))
      expect(headers.get('content-type')).to.equal('application/problem+json')
      expect(text.charCodeAt(0)).to.equal('{'.charCodeAt(0))
      expect(JSON.parse(text).detail).to.equal('Das Buch „Größe“ 📚 ist weg.')
    })

    it('has the status of the response, as an integer, for every class [P3] [P4] [P8]', async () => {
      app = await start(framework, {
        handle: ({ req }) => {
          throw createProblem(Number((req.url as string).slice(1)))
        },
      })
      for (const [status, facts] of Object.entries(errorFacts)) {
        const { document } = await fetchProblem(`${app.url}/${status}`)
        expect(document).to.deep.equal({ type: 'about:blank', title: facts?.phrase, status: Number(status) })
      }
    })

    it('keeps the status whatever the extension members say [P3] [P18]', async () => {
      const extensions = JSON.parse(
        '{"status":200,"type":"x","title":7,"detail":null,"instance":{},"__proto__":{"x":1},"constructor":1,"kept":true}',
      )
      const { document } = await answerTo(new Conflict('text', { extensions }))
      expect(document).to.deep.equal({
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'text',
        constructor: 1,
        kept: true,
      })
      expect(({} as { x?: unknown }).x).to.equal(undefined)
    })

    for (const odd of [null, undefined, 7, true, { a: 1 }, ['x']]) {
      it(`has strings for members or leaves them out, given ${JSON.stringify(odd)} [P5]`, async () => {
        const options = { type: odd, title: odd, detail: odd, instance: odd } as unknown as problems.CreateOptions
        const { document } = await answerTo(createProblem(404, options))
        expect(document).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
      })
    }

    for (const type of [
      'has space',
      'https://example.com/é',
      'https://exa<mple.com',
      '%zz',
      `https://example.com/${'x'.repeat(10_000)}`,
    ]) {
      it(`has about:blank where the type is no URI reference: ${type.slice(0, 40)} [P6]`, async () => {
        const { document } = await answerTo(createProblem(404, { type, title: 'Custom' }))
        expect(document).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
        expect(app?.events[0]?.faults.map(({ code }) => code)).to.include('ERR_PROBLEM_TYPE')
      })
    }

    it('says about:blank and nothing else for a plain class [P7] [P24]', async () => {
      const { text } = await answerTo(new NotFound())
      expect(text).to.equal('{"type":"about:blank","title":"Not Found","status":404}')
    })

    it('has the text of a plain class as detail, never as title [P9]', async () => {
      const { document } = await answerTo(new NotFound('No user 7'))
      expect(document).to.include({ title: 'Not Found', detail: 'No user 7' })
    })

    it('ignores a custom title without a custom type, and reports it [P9]', async () => {
      const { document } = await answerTo(createProblem(404, { title: 'Gone fishing' }))
      expect(document.title).to.equal('Not Found')
      expect(app?.events[0]?.faults[0]).to.include({ code: 'ERR_PROBLEM_TYPE', place: 'title' })
    })

    it('has the title of its type in every occurrence [P10]', async () => {
      const first = await answerTo(new OutOfCredit('Your balance is 30.', { extensions: { balance: 30 } }))
      await app?.close()
      const second = await answerTo(new OutOfCredit('Your balance is 0.'))
      expect([first.document.title, second.document.title]).to.deep.equal([OutOfCredit.title, OutOfCredit.title])
      expect(first.document.type).to.equal(OutOfCredit.type)
    })

    it('says nothing of an unknown error [P11] [P29]', async () => {
      const secret = Object.assign(new Error('secret: postgres://root@db-17'), {
        code: 'secret',
        sql: 'secret',
        headers: { 'X-Secret': 'secret' },
      })
      const { text, headers } = await answerTo(secret)
      expect(text).to.equal('{"type":"about:blank","title":"Internal Server Error","status":500}')
      expect(JSON.stringify([...headers])).not.to.match(/secret|db-17/)
    })

    it('keeps the text of a 5xx inside unless it is exposed or named detail [P11]', async () => {
      expect((await answerTo(new InternalServerError('db-17 is down'))).document).not.to.have.property('detail')
      await app?.close()
      expect((await answerTo(new InternalServerError('Try tomorrow.', { expose: true }))).document.detail).to.equal(
        'Try tomorrow.',
      )
      await app?.close()
      expect((await answerTo(new InternalServerError('db-17', { detail: 'Try tomorrow.' }))).document.detail).to.equal(
        'Try tomorrow.',
      )
    })

    it('has no stack, file path, query or credential anywhere [P29]', async () => {
      const { text, headers } = await answerTo(
        new Error('x', { cause: new Error('y') }),
        {},
        { headers: { Authorization: 'Bearer s3cret' } },
      )
      expect(`${text}${JSON.stringify([...headers])}`).not.to.match(/ {2}at |node_modules|\.js|s3cret/)
    })

    it('identifies each occurrence by a URI of its own where it is asked to [P12]', async () => {
      app = await start(framework, { options: { instance: 'uuid' }, handle: () => Promise.reject(new Conflict()) })
      const first = await fetchProblem(app.url)
      const second = await fetchProblem(app.url)
      expect(first.document.instance).to.match(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(first.document.instance).not.to.equal(second.document.instance)
    })

    it('has no instance unless it is asked to [P12]', async () => {
      expect((await answerTo(new Conflict())).document).not.to.have.property('instance')
    })

    for (const [baseUri, type, instance] of [
      ['https://api.example.com/problems/', 'https://api.example.com/problems/seat-taken', 'https://api.example.com/orders/7'],
      ['/problems/', '/problems/seat-taken', '/orders/7'],
    ] as const) {
      it(`completes relative references with the base ${baseUri} [P13]`, async () => {
        const thrown = createProblem(409, { type: 'seat-taken', title: 'Taken', instance: '/orders/7' })
        const { document } = await answerTo(thrown, { baseUri })
        expect(document).to.include({ type, instance })
      })
    }

    for (const type of ['tag:example.com,2026:seat-taken', 'urn:problem:seat-taken']) {
      it(`sends a URI that is no locator as it is: ${type} [P15]`, async () => {
        const { document } = await answerTo(createProblem(409, { type, title: 'Taken' }), { baseUri: 'https://api.example.com/' })
        expect(document.type).to.equal(type)
      })
    }

    it('has extension members at the top level, hyphens and short names included [P16] [P17]', async () => {
      const extensions = { balance: 30, accounts: ['/account/12345'], 'violated-policies': ['a'], x: 1, ünder: null }
      const { document } = await answerTo(new OutOfCredit({ extensions }))
      expect(document).to.deep.include(extensions)
      expect(document).not.to.have.any.keys('extensions', 'errors')
    })

    it('is the most urgent of several errors, and lists the others [P23]', async () => {
      const errors = [new Conflict('a'), new NotFound('b'), new Error('secret'), createProblem(503, { retryAfter: 9 })]
      const { document } = await answerTo(new AggregateError(errors.toSpliced(2, 1)))
      expect(document).to.deep.equal({
        type: 'about:blank',
        title: 'Service Unavailable',
        status: 503,
        errors: [
          { type: 'about:blank', title: 'Conflict', status: 409, detail: 'a' },
          { type: 'about:blank', title: 'Not Found', status: 404, detail: 'b' },
        ],
      })
      await app?.close()
      const { document: worst, text } = await answerTo(new AggregateError(errors))
      expect(worst.status).to.equal(500)
      expect(text).not.to.contain('secret')
    })

    it('comes from any class and any copy of the public names', async () => {
      for (const Class of [problemClasses[409], Conflict]) {
        expect((await answerTo(new Class('x'))).document.status).to.equal(409)
        await app?.close()
      }
      expect((await answerTo(new HttpProblem(409, 'x'))).document.detail).to.equal('x')
    })

    for (const accept of [
      'application/json',
      'image/png',
      'text/plain',
      'application/problem+json;q=0',
      '*/*;q=0',
      ';;,garbage/',
      '',
    ]) {
      it(`comes with its own status whatever the client accepts: ${JSON.stringify(accept)} [P26]`, async () => {
        const { document } = await answerTo(new Conflict('x'), {}, { headers: { Accept: accept } })
        expect(document.status).to.equal(409)
      })
    }

    it('leaves errors to others where the handler is not meant for them [P30]', async () => {
      const asked: unknown[] = []
      app = await start(framework, {
        options: { only: (request) => asked.push(request) < 0 },
        handle: () => Promise.reject(new Conflict('x')),
      })
      const response = await fetch(app.url)
      expect(response.status).to.equal(409)
      expect(response.headers.get('content-type')).not.to.contain('problem')
      expect(asked).to.have.length.at.least(1)
      expect(app.events).to.deep.equal([])
    })
  })
}
