import { expect } from 'chai'
import type { Request } from 'express'
import type { Test } from 'supertest'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { errorOf, expressVersions } from './express-error.js'

const SECRET = 'hunter2-secret'
const LONG = `{"password":"${SECRET}","filler":"${'x'.repeat(200)}"}`
const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

interface Row {
  readonly name: string
  readonly send: (post: Test) => Test
  readonly status: number
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
  /** The Express versions that make this error; all where there are none. */
  readonly only?: readonly string[]
}

const rows: readonly Row[] = [
  {
    name: 'JSON that is malformed',
    send: (post) => post.set('Content-Type', json).send(`{"password": ${SECRET}}`),
    status: 400,
    detail: 'The request body is not valid JSON.',
  },
  {
    name: 'JSON that ends early',
    send: (post) => post.set('Content-Type', json).send(`{"${SECRET}":`),
    status: 400,
    detail: 'The request body is not valid JSON.',
  },
  {
    name: 'JSON that is no object',
    send: (post) => post.set('Content-Type', json).send(`"${SECRET}"`),
    status: 400,
    detail: 'The request body must be an object or a list.',
  },
  {
    name: 'a body that is too large',
    send: (post) => post.set('Content-Type', json).send(LONG),
    status: 413,
    detail: 'The request body is larger than the limit of 100 bytes.',
  },
  {
    name: 'an unknown content coding',
    send: (post) => post.set('Content-Type', json).set('Content-Encoding', SECRET).send('{}'),
    status: 415,
    detail: 'The content coding of the request body is not supported.',
    headers: { 'Accept-Encoding': 'gzip, deflate' },
  },
  {
    name: 'an unknown charset',
    send: (post) => post.set('Content-Type', `${json}; charset=${SECRET}`).send('{}'),
    status: 415,
    detail: 'The charset of the request body is not supported.',
    headers: { Accept: json },
  },
  {
    name: 'bytes that are not gzip',
    send: (post) => post.set('Content-Type', json).set('Content-Encoding', 'gzip').send(SECRET),
    status: 400,
    detail: 'The request body could not be decompressed.',
  },
  {
    name: 'a body that verify() refuses',
    send: (post) => post.set('Content-Type', json).set('X-Refuse', '1').send(`{"a":"${SECRET}"}`),
    status: 403,
    detail: 'The request body could not be verified.',
  },
  {
    name: 'too many parameters',
    send: (post) => post.set('Content-Type', form).send(`a=1&b=2&c=3&d=${SECRET}`),
    status: 413,
    detail: 'The request body has too many parameters.',
  },
]

const refuse = (req: unknown): void => {
  if ((req as Request).headers['x-refuse']) throw new Error(SECRET)
}

describe('toProblem(): errors of express.json() and express.urlencoded()', () => {
  for (const { name: version, express } of expressVersions) {
    for (const { name, send, status, detail, headers = {} } of rows) {
      it(`${version}: answers ${name} with ${status} and quotes nothing [B13] [S14]`, async () => {
        const app = express()
        app.use(express.json({ limit: 100, verify: refuse }))
        app.use(express.urlencoded({ extended: true, parameterLimit: 3 }))
        const error = await errorOf(app, (client) => send(client.post('/')))
        const problem = toProblem(error, { facts: { mediaType: json } })

        expect(problem).to.include({ status, detail, cause: error })
        expect(problem.headers).to.deep.equal(headers)
        expect(JSON.stringify([problem, problem.headers])).not.to.contain(SECRET)
      })
    }

    it(`${version}: points at the place of a JSON error where the parser tells it`, async () => {
      const app = express().use(express.json())
      const error = await errorOf(app, (client) => client.post('/').set('Content-Type', json).send('{"a":1,}'))

      expect(toProblem(error).extensions).to.deep.equal({
        errors: [{ in: 'body', pointer: '#', code: 'json', detail: 'The JSON text is malformed at position 7.' }],
      })
    })
  }
})

const made = (members: object): Error => Object.assign(new Error(`${SECRET} in JSON at position 5`), members)

describe('toProblem(): marks of body-parser that a test cannot send', () => {
  for (const [type, status, detail] of [
    ['request.aborted', 400, 'The request body ended before it was complete.'],
    ['request.size.invalid', 400, 'The request body does not have the length that Content-Length announced.'],
    ['querystring.parse.rangeError', 400, 'The parameters of the request body are nested too deeply.'],
    ['stream.encoding.set', 500, undefined],
    ['stream.not.readable', 500, undefined],
    ['entity.too.large', 413, 'The request body is larger than the limit.'],
  ] as const) {
    it(`answers ${type} with ${status}`, () => {
      const problem = toProblem(made({ type, status, expose: true }))

      expect(problem.status).to.equal(status)
      expect(problem.detail).to.equal(detail)
    })

    it(`does not believe ${type} with another status`, () => {
      const problem = toProblem(made({ type, status: 418 }))

      expect(problem.status).to.equal(418)
      expect(problem.detail).to.equal(undefined)
    })
  }

  for (const limit of [1.5, -Infinity, '100kb', SECRET, null, {}]) {
    it(`does not quote the limit ${String(limit)}`, () => {
      expect(toProblem(made({ type: 'entity.too.large', status: 413, limit })).detail).to.equal(
        'The request body is larger than the limit.',
      )
    })
  }

  it('takes no position from text that the body can forge', () => {
    for (const message of [
      `Unexpected token '}', "in JSON at position 5" is not valid JSON`,
      `x in JSON at position 5 ${SECRET}`,
      '',
    ]) {
      const { extensions } = toProblem(Object.assign(new SyntaxError(message), { type: 'entity.parse.failed', status: 400 }))
      expect(JSON.stringify(extensions)).not.to.match(/position|secret/)
    }
  })

  it('takes no position from a message that is no text', () => {
    const error = Object.assign(new SyntaxError('x'), { type: 'entity.parse.failed', status: 400, message: 7 })

    expect(JSON.stringify(toProblem(error).extensions)).not.to.contain('position')
  })
})
