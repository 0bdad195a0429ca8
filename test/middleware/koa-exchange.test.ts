/** How an answer gets into the context of Koa, whatever its body is. */
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import Koa from 'koa'
import type { Answer } from '../../lib/respond/respond.js'
import type { ProblemContext } from '../../middleware/koa/context.js'
import { KoaExchange } from '../../middleware/koa/exchange.js'
import { fetchPlain, type PlainResponse } from '../contract/problem-response.js'
import { quiet, withServer } from './node/open-server.js'

const { drain } = quiet()

function answerOf(body: Answer['body'], bytes: number): Answer {
  const set = [
    ['Content-Type', 'application/problem+x'],
    ['Content-Length', String(bytes)],
  ] as const
  return {
    status: 409,
    reason: 'Conflict',
    fields: { drop: ['etag'], set },
    body,
    better: undefined,
    document: { type: 'about:blank', status: 409 },
  }
}

async function sent(answer: Answer): Promise<PlainResponse> {
  const app = new Koa()
  app.use((ctx) => {
    ctx.set('ETag', '"1"')
    new KoaExchange(ctx as unknown as ProblemContext).write(answer, drain)
  })
  let response: PlainResponse | undefined
  await withServer(app.callback() as RequestListener, async (port) => {
    response = await fetchPlain(`http://127.0.0.1:${port}/`)
  })
  return response as PlainResponse
}

describe('KoaExchange', () => {
  for (const [name, body, bytes] of [
    ['a text', 'Größe', 7],
    ['bytes', new TextEncoder().encode('Größe'), 7],
    ['the part of a buffer', new TextEncoder().encode('xGrößex').subarray(1, 8), 7],
  ] as const) {
    it(`sends ${name} with its type and length`, async () => {
      const response = await sent(answerOf(body, bytes))
      expect(response.status).to.equal(409)
      expect(response.headers.get('content-type')).to.equal('application/problem+x')
      expect(response.headers.get('content-length')).to.equal('7')
      expect(response.headers.get('etag')).to.equal(null)
      expect(response.bytes.toString()).to.equal('Größe')
    })
  }

  it('answers on a double that takes no property more', () => {
    const double = Object.preventExtensions({
      app: {},
      status: 404,
      body: '',
      method: 'GET',
      set: () => undefined,
      statusCode: 404,
      statusMessage: '',
    })
    new KoaExchange(double as unknown as ProblemContext).write(answerOf('text', 4), drain)
    expect([double.status, double.body]).to.deep.equal([409, 'text'])
  })

  it('leaves a double with the status, the fields and the body that it has methods for', () => {
    const fields: Record<string, unknown> = {}
    const double = {
      app: { emit: () => true },
      status: 404,
      body: undefined as unknown,
      method: 'GET',
      set: (field: string, value: unknown) => {
        fields[field] = value
      },
    }
    new KoaExchange(double as unknown as ProblemContext).write(answerOf('text', 4), drain)
    expect([double.status, double.body, fields]).to.deep.equal([
      409,
      'text',
      { 'Content-Type': 'application/problem+x', 'Content-Length': '4' },
    ])
  })
})
