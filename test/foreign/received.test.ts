/** Problems that a server received from another one, and throws on: nothing of them passes. */
import { expect } from 'chai'
import { fromResponse, problemFetch } from '../../lib/client/index.js'
import {
  BadGateway,
  Conflict,
  defineProblem,
  GatewayTimeout,
  type HttpProblem,
  ServiceUnavailable,
  toProblem,
  upstreamProblem,
} from '../../lib/index.js'
import { frameworks, start } from '../contract/framework.js'

const SoldOut = defineProblem('SoldOut', { type: 'https://up.example/sold-out', status: 409, title: 'Sold out' })

async function received(status: number, fields: Readonly<Record<string, string>> = {}): Promise<HttpProblem> {
  const body = JSON.stringify({ type: SoldOut.type, title: 'Sold out', detail: 'secret', secret: 'secret' })
  const headers = {
    'Content-Type': 'application/problem+json',
    'Set-Cookie': 'secret=1',
    'WWW-Authenticate': 'Basic realm="secret"',
    ...fields,
  }
  return (await fromResponse(new Response(body, { status, headers }), { types: [SoldOut] })) as HttpProblem
}

describe('A received problem that is thrown on', () => {
  for (const [status, Class] of [
    [401, BadGateway],
    [404, BadGateway],
    [409, BadGateway],
    [429, ServiceUnavailable],
    [500, BadGateway],
    [503, ServiceUnavailable],
    [504, GatewayTimeout],
    [524, GatewayTimeout],
  ] as const) {
    it(`is answered as by a gateway: ${status}`, async () => {
      const problem = await received(status, { 'Retry-After': '7' })
      const answer = toProblem(problem)
      expect(answer).to.be.instanceOf(Class)
      expect(answer.cause).to.equal(problem)
      expect(answer.headers).to.deep.equal(Class === ServiceUnavailable ? { 'Retry-After': '7' } : {})
      expect(JSON.stringify(answer)).not.to.include('secret')
    })
  }

  it('is answered by its cause where there was no response', async () => {
    for (const [code, Class] of [
      ['ECONNREFUSED', BadGateway],
      ['UND_ERR_CONNECT_TIMEOUT', GatewayTimeout],
    ] as const) {
      const fails = problemFetch(async (): Promise<Response> => {
        throw Object.assign(new TypeError('fetch failed'), { cause: { code } })
      })
      const problem: unknown = await fails().catch((error: unknown) => error)
      expect(toProblem(problem)).to.be.instanceOf(Class)
    }
  })

  it('passes where the policy of upstreamProblem() lets its type pass', async () => {
    const problem = await received(409)
    expect(await upstreamProblem(problem, { types: { [SoldOut.type]: Conflict } })).to.be.instanceOf(Conflict)
    expect(await upstreamProblem(problem)).to.be.instanceOf(BadGateway)
  })

  for (const framework of frameworks) {
    it(`leaks nothing on ${framework.name}`, async () => {
      const thrown = await received(401)
      const app = await start(framework, {
        handle: () => {
          throw thrown
        },
      })
      const answer = await fetch(app.url)
      const text = JSON.stringify([await answer.text(), Object.fromEntries(answer.headers)])
      await app.close()
      expect(answer.status).to.equal(502)
      expect(text).not.to.include('secret')
      expect(app.events[0]?.mappedBy).to.equal('received problems')
    })
  }
})
