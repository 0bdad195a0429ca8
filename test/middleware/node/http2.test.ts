import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import type { ProblemEvent } from '../../../lib/handler/event.js'
import { Conflict, RequestTimeout, ServiceUnavailable, UpgradeRequired } from '../../../lib/problem/classes.js'
import { answer } from '../../../middleware/node/answer.js'
import { Exchange } from '../../../middleware/node/exchange.js'
import { quiet, withHttp2 } from './open-server.js'

interface Got {
  headers?: IncomingHttpHeaders
  body: string
  rstCode: number
}

async function fetched(client: ClientHttp2Session): Promise<Got> {
  const stream = client.request({ ':path': '/' })
  const got: Got = { body: '', rstCode: 0 }
  stream.on('error', () => undefined)
  stream.on('response', (headers) => {
    got.headers = headers
  })
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    got.body += chunk
  })
  await new Promise((resolve) => stream.on('close', resolve))
  return { ...got, rstCode: stream.rstCode ?? 0 }
}

const answering =
  (
    thrown: unknown,
    events: ProblemEvent[] = [],
    prepare: (req: IncomingMessage, res: ServerResponse) => unknown = () => undefined,
  ): RequestListener =>
  (req, res) =>
    void Promise.resolve(prepare(req, res)).then(() =>
      answer(thrown, new Exchange(req, res, req), quiet({ onProblem: (event) => events.push(event) })),
    )

describe('answer() on node:http2', () => {
  for (const problem of [new Conflict('Paid.'), new RequestTimeout(), new UpgradeRequired({ upgrade: 'websocket' })]) {
    it(`sends a ${problem.status} without connection fields [S9] [S22] [S36]`, async () => {
      await withHttp2(answering(problem), async (client) => {
        const { headers, body } = await fetched(client)

        expect(headers).to.include({ ':status': problem.status, 'content-type': 'application/problem+json' })
        expect(headers).not.to.have.any.keys('connection', 'upgrade')
        expect(JSON.parse(body)).to.deep.equal(problem.toJSON())
      })
    })
  }

  it('resets a begun response with INTERNAL_ERROR [B6]', async () => {
    const events: ProblemEvent[] = []
    const begin = async (_: unknown, res: ServerResponse): Promise<void> => {
      res.writeHead(200)
      res.write('half')
      await setTimeout(20)
    }
    await withHttp2(answering(new Conflict(), events, begin), async (client) => {
      const { body, rstCode } = await fetched(client)

      expect(body).not.to.contain('about:blank')
      expect(rstCode).to.equal(2)
      expect(events[0]?.outcome).to.equal('aborted')
    })
  })

  it('reports 499 where the client has reset the stream', async () => {
    const events: ProblemEvent[] = []
    let came: (() => void) | undefined
    const arrived = new Promise<void>((resolve) => {
      came = resolve
    })
    const wait = async (_: unknown, res: ServerResponse): Promise<void> => {
      came?.()
      await once(res, 'close')
    }
    await withHttp2(answering(new Conflict(), events, wait), async (client) => {
      const stream = client.request({ ':path': '/' })
      stream.on('error', () => undefined)
      await arrived
      stream.close(8)
      await setTimeout(100)

      expect(events[0]).to.include({ outcome: 'client-gone', status: 499 })
    })
  })

  it('reports a finished response as too late', async () => {
    const events: ProblemEvent[] = []
    await withHttp2(
      answering(new Conflict(), events, (_, res) => void res.end('done')),
      async (client) => {
        expect((await fetched(client)).body).to.equal('done')
        expect(events[0]?.outcome).to.equal('too-late')
      },
    )
  })

  it('keeps status and document where a field has two values that HTTP/2 wants once', async () => {
    await withHttp2(answering(new ServiceUnavailable({ headers: { 'Retry-After': ['5', '6'] } })), async (client) => {
      const { headers, body } = await fetched(client)

      expect(headers?.[':status']).to.equal(503)
      expect(JSON.parse(body)).to.include({ status: 503 })
    })
  })

  // Node warns once for a process, so the reads are counted and not the warnings.
  it('does not ask for the phrase, which HTTP/2 has not: Node would warn [S36]', async () => {
    let reads = 0
    const count = (_: unknown, res: ServerResponse): void =>
      void Object.defineProperty(res, 'statusMessage', { get: () => `${++reads}`, set: () => undefined })
    await withHttp2(answering(new Conflict(), [], count), async (client) => {
      expect((await fetched(client)).headers).to.include({ ':status': 409 })
    })
    expect(reads).to.equal(0)
  })
})
