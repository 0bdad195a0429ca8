/** HTTP/2: no connection fields, no reason phrase, a started stream is reset. Koa speaks it; Express 4 and 5 need a bridge, so their handler is called from a bare server. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect, createServer, type IncomingHttpHeaders, type IncomingHttpStatusHeader } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { Conflict, RequestTimeout, UpgradeRequired } from '../../lib/index.js'
import { type Next, problemHandler } from '../../middleware/express/index.js'
import type { Framework, Hands } from './framework.js'
import { checkProblem } from './problem-response.js'

interface StreamResponse {
  readonly headers: IncomingHttpHeaders & IncomingHttpStatusHeader
  readonly text: string
  readonly errorCode: number
}

/** Registers the tests for one framework. */
export function http2Suite(framework: Framework): void {
  describe('over HTTP/2', () => {
    const answerTo = async (handle: (hands: Hands) => unknown, method = 'GET'): Promise<StreamResponse> => {
      const server = createServer(listenerFor(framework, handle) as never)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      try {
        return await new Promise((resolve, reject) => {
          const stream = session.request({ ':path': '/', ':method': method })
          let headers: StreamResponse['headers'] = {}
          let text = ''
          stream.setEncoding('utf8')
          stream.on('response', (fields) => {
            headers = fields
          })
          stream.on('data', (chunk) => {
            text += chunk
          })
          stream.on('error', () => undefined)
          stream.on('close', () => resolve({ headers, text, errorCode: stream.rstCode }))
          session.on('error', reject)
        })
      } finally {
        session.destroy()
        server.close()
      }
    }

    it('answers without connection fields and reason phrase [S22] [S36]', async () => {
      for (const problem of [new UpgradeRequired({ upgrade: 'HTTP/3' }), new RequestTimeout()]) {
        const { headers, text } = await answerTo(() => Promise.reject(problem))
        expect(headers).not.to.have.any.keys('connection', 'upgrade')
        const pairs = Object.entries(headers).filter(([name]) => !name.startsWith(':')) as [string, string][]
        checkProblem(headers[':status'] ?? 0, new Headers(pairs), text, Buffer.byteLength(text))
      }
    })

    it('leaves out fields that HTTP/2 refuses [S22]', async () => {
      const headers = { 'Proxy-Connection': 'a', 'HTTP2-Settings': 'b', 'Keep-Alive': 'c', TE: 'd' }
      const { headers: sent } = await answerTo(() => Promise.reject(new Conflict({ headers })))
      expect(sent[':status']).to.equal(409)
    })

    it('resets a stream that has begun [B6]', async () => {
      const { headers, text, errorCode } = await answerTo(async ({ res }) => {
        res.writeHead(200)
        res.write('partial')
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error('late')
      })
      expect([headers[':status'], text, errorCode]).to.deep.equal([200, 'partial', 2])
    })

    it('answers HEAD without content [B1]', async () => {
      const { headers, text } = await answerTo(() => Promise.reject(new Conflict('x')), 'HEAD')
      expect([headers[':status'], text, headers['content-length']]).to.deep.equal([409, '', '67'])
    })
  })
}

function listenerFor(framework: Framework, handle: (hands: Hands) => unknown): unknown {
  const options = { logger: false as const }
  if (framework.kind === 'koa') return framework.listener({ handle, options })
  const handler = problemHandler(options)
  const run = (req: IncomingMessage, res: ServerResponse, _next: Next) =>
    handle({ req, res, setStatus: () => undefined, json: () => undefined, pass: () => undefined })
  const guarded = handler.route(run)
  return (req: never, res: never) => guarded(req, res, () => undefined)
}
