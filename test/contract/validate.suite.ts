/** What validate() does with requests over real HTTP. */
import { expect } from 'chai'
import * as z from 'zod'
import type { StandardSchema } from '../../lib/validate/schemas-type.js'
import type { Framework } from './framework.js'
import { fetchPlain, fetchProblem, type ProblemResponse, type Sent } from './problem-response.js'
import { type RunningApp, startValidating, type ValidatingApp } from './validating-app.js'

function fetchRefusal(url: string, sent: Sent): Promise<ProblemResponse> {
  return fetchProblem(url, sent, '/validated')
}

const SECRET = 'hunter2-secret'
const integer = { type: 'integer' }

const book = {
  body: { type: 'object', properties: { title: { type: 'string' }, pages: { ...integer, default: 1 } }, required: ['title'] },
  query: {
    type: 'object',
    properties: { copies: { ...integer, default: 1 }, tag: { type: 'array', items: { type: 'string' } } },
  },
  params: { type: 'object', properties: { id: integer } },
  headers: { type: 'object', properties: { 'x-account': integer }, required: ['x-account'] },
  cookies: { type: 'object', properties: { seen: { type: 'boolean' } } },
}

const json = (body: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-account': '7', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** Requests that get no further, with the status and what `errors` says: where and which code. */
const refused: readonly (readonly [
  name: string,
  path: string,
  sent: Sent,
  status: number,
  errors: readonly string[] | undefined,
])[] = [
  ['a body that does not fit', '/books/1', json({ title: 7, pages: SECRET }), 422, ['body #/title type', 'body #/pages type']],
  ['a member that is missing', '/books/1', json({}), 422, ['body #/title required']],
  ['a parameter of the path', `/books/${SECRET}`, json({ title: 'a' }), 400, ['path id type']],
  ['a parameter of the query', `/books/1?copies=${SECRET}`, json({ title: 'a' }), 400, ['query copies type']],
  ['a parameter that came twice', '/books/1?copies=1&copies=2', json({ title: 'a' }), 400, ['query copies type']],
  ['a number without end', '/books/1?copies=Infinity', json({ title: 'a' }), 400, ['query copies type']],
  ['a field', '/books/1', json({ title: 'a' }, { 'x-account': SECRET }), 400, ['header x-account type']],
  ['a cookie', '/books/1', json({ title: 'a' }, { cookie: `seen=${SECRET}` }), 400, ['cookie seen type']],
  [
    'faults of all parts at once',
    '/books/x?copies=y',
    json({ title: 1 }, { 'x-account': 'z', cookie: 'seen=w' }),
    400,
    ['body #/title type', 'query copies type', 'path id type', 'header x-account type', 'cookie seen type'],
  ],
  ['no body', '/books/1', { method: 'POST', headers: { 'x-account': '7' } }, 400, ['body # required']],
  [
    'no body, and a wrong query',
    '/books/1?copies=x',
    { method: 'POST', headers: { 'x-account': '7', 'content-type': 'application/json', 'content-length': '0' } },
    400,
    ['body # required', 'query copies type'],
  ],
  [
    'a body in chunks that is empty',
    '/books/1',
    { method: 'POST', headers: { 'x-account': '7', 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
    400,
    ['body # required'],
  ],
  [
    'a body of another media type',
    '/books/1?copies=x',
    json(SECRET, { 'content-type': 'application/pdf' }),
    415,
    ['body # media-type', 'query copies type'],
  ],
  [
    'a body without a media type',
    '/books/1',
    { method: 'POST', headers: { 'x-account': '7' }, body: SECRET },
    415,
    ['body # media-type'],
  ],
  ['a body that is no JSON, before all else', '/books/x?copies=y', json(`{"a": ${SECRET}`), 400, ['body # json']],
  ['a body that is too large, before all else', '/books/x?copies=y', json({ title: SECRET.repeat(99) }), 413, undefined],
  ['a body with hundreds of levels', '/books/1', json(`{"title": ${'['.repeat(400)}${']'.repeat(400)}}`), 422, ['body # depth']],
]

/** Registers the tests for one framework. */
export function validateSuite({ name: framework }: Framework): void {
  describe('validate()', () => {
    let running: RunningApp | undefined
    const start = async (app: ValidatingApp): Promise<string> => {
      running = await startValidating(framework, app)
      return running.url
    }
    afterEach(() => running?.close())

    const received = async (url: string, sent: Sent): Promise<unknown> => {
      const { status, bytes } = await fetchPlain(url, sent)
      expect(status, bytes.toString()).to.equal(200)
      return JSON.parse(bytes.toString())
    }

    it('gives what came through, converted and with defaults, and leaves the request as it is', async () => {
      const url = await start({ schemas: [book] })
      const answer = (await received(`${url}/books/5?tag=a`, json({ title: 'b' }, { cookie: 'seen=true' }))) as {
        validated: { headers: object }
      }
      const { headers, ...others } = answer.validated
      expect(headers).to.include({ 'x-account': 7, 'content-type': 'application/json' })
      expect({ ...answer, validated: others }).to.deep.equal({
        validated: {
          body: { title: 'b', pages: 1 },
          query: { copies: 1, tag: ['a'] },
          params: { id: 5 },
          cookies: { seen: true },
        },
        query: { tag: 'a' },
        body: { title: 'b' },
      })
    })

    it('puts the results of several together', async () => {
      const url = await start({ schemas: [{ params: book.params }, { query: z.object({ n: z.coerce.number() }) }] })
      expect(await received(`${url}/books/5?n=1`, json({}))).to.deep.include({
        validated: { params: { id: 5 }, query: { n: 1 } },
      })
      expect((await fetchRefusal(`${url}/books/x?n=y`, json({}))).document['errors']).to.have.lengthOf(1)
    })

    it('converts the values of a form, which is text as a query is', async () => {
      const url = await start({ schemas: [{ body: book.body }] })
      const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'title=b&pages=7' }
      expect(await received(`${url}/books/1`, form)).to.deep.include({ validated: { body: { title: 'b', pages: 7 } } })
    })

    it('makes a list of a field that came in one line, or in two', async () => {
      const list = { type: 'array', items: integer }
      const url = await start({ schemas: [{ headers: { type: 'object', properties: { 'x-sizes': list, 'x-more': list } } }] })
      const headers = { 'content-type': 'application/json', 'x-sizes': '1, 2', 'x-more': ['3', '4'] }
      const sent = { method: 'POST', headers, body: '{}' }
      const { validated } = (await received(`${url}/books/5`, sent)) as { validated: { headers: object } }
      expect(validated.headers).to.deep.include({ 'x-sizes': [1, 2], 'x-more': [3, 4] })
    })

    it('gives each middleware what its own schema let through', async () => {
      const url = await start({
        schemas: [{ query: z.object({ n: z.string() }) }, { query: z.object({ n: z.coerce.number() }) }],
      })
      expect(await received(`${url}/books/5?n=1`, json({}))).to.deep.include({ validated: { query: { n: 1 } } })
    })

    it('takes an empty object for a body that was sent', async () => {
      const url = await start({ schemas: [{ body: { type: 'object' } }] })
      expect(await received(`${url}/books/1`, json({}))).to.deep.include({ validated: { body: {} } })
    })

    it('waits for an asynchronous schema', async () => {
      const url = await start({ schemas: [{ body: z.object({ title: z.string().refine(async (title) => title === 'free') }) }] })
      expect(await received(`${url}/books/1`, json({ title: 'free' }))).to.deep.include({
        validated: { body: { title: 'free' } },
      })
      const { status, document, text } = await fetchRefusal(`${url}/books/1`, json({ title: SECRET }))
      expect([status, document['errors']]).to.deep.equal([
        422,
        [{ in: 'body', pointer: '#/title', code: 'invalid', detail: 'The value is not allowed here.' }],
      ])
      expect(text).not.to.contain(SECRET)
    })

    it('leaves what the route throws to the handler, behind an asynchronous schema too', async () => {
      for (const query of [z.object({}), z.object({}).refine(async () => true)]) {
        const url = await start({
          schemas: [{ query }],
          handle: () => {
            throw new Error(SECRET)
          },
        })
        const { status, text } = await fetchRefusal(`${url}/books/1`, json({}))
        expect(status).to.equal(500)
        expect(text).not.to.contain(SECRET)
        running?.close()
      }
    })

    for (const [name, path, sent, status, errors] of refused) {
      it(`answers ${name} with ${status}`, async () => {
        const url = await start({ schemas: [book] })
        const response = await fetchRefusal(`${url}${path}`, sent)
        expect([response.status, placesIn(response.document['errors'])], response.text).to.deep.equal([status, errors])
        expect(`${response.text} ${JSON.stringify([...response.headers])}`).not.to.contain(SECRET)
      })
    }

    it('answers a member that would become a prototype with 422', async () => {
      const url = await start({ schemas: [book] })
      const { status, document, text } = await fetchRefusal(
        `${url}/books/1`,
        json(`{"title": "a", "__proto__": {"a": "${SECRET}"}}`),
      )
      // The parser of Koa refuses it itself, which makes no difference.
      const expected = [422, ['body #/__proto__ name']]
      expect([status, placesIn(document['errors'])]).to.deep.equal(expected)
      expect(text).not.to.contain(SECRET)
    })

    const broken: Readonly<Record<string, () => unknown>> = {
      throws: () => {
        throw Object.assign(new Error(SECRET), { status: 404, expose: true })
      },
      'throws null': () => {
        throw null
      },
      rejects: () => Promise.reject(new Error(SECRET)),
      'rejects with undefined': () => Promise.reject(undefined),
      'gives nonsense': () => SECRET,
    }
    for (const [name, run] of Object.entries(broken)) {
      it(`answers a schema that ${name} with 500, says nothing, and reports it`, async () => {
        const schema: StandardSchema = { '~standard': { version: 1, vendor: 'own', validate: run } }
        const url = await start({ schemas: [{ query: schema, body: book.body }] })
        const { document, text } = await fetchRefusal(`${url}/books/1`, json({}))
        expect(document).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
        expect(text).not.to.contain(SECRET)
        expect(running?.events.map(({ status }) => status)).to.deep.equal([500])
      })
    }

    it('answers 415 where no body parser ran, with a warning for the developer', async () => {
      const url = await start({ schemas: [book], withoutParser: true })
      const { document } = await fetchRefusal(`${url}/books/1`, json({ title: 'a' }))
      expect(document).to.include({ status: 415, detail: 'A request body of this media type is not read here.' })
      expect(running?.events[0]?.faults.map(({ place, got }) => `${place} ${got}`)).to.deep.equal([
        'validate.body a body that nobody has read',
      ])
    })
  })
}

function placesIn(errors: unknown): readonly string[] | undefined {
  return (errors as readonly Record<string, string>[] | undefined)?.map(
    ({ in: where, pointer, parameter, header, code }) => `${where} ${pointer ?? parameter ?? header} ${code}`,
  )
}
