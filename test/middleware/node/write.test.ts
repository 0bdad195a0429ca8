/** How an answer is written, whoever else has a hand in the response: the header section is made once, and all who listen see it. */
import { type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect } from 'chai'
import compression from 'compression'
import onHeaders from 'on-headers'
import { Conflict, Unauthorized, UpgradeRequired } from '../../../lib/problem/classes.js'
import type { HttpProblem } from '../../../lib/problem/problem.js'
import type { Representation } from '../../../lib/respond/representations/representation.js'
import { answer } from '../../../middleware/node/answer.js'
import { Exchange } from '../../../middleware/node/exchange.js'
import { fetchPlain, type PlainResponse, type Sent } from '../../contract/problem-response.js'
import { quiet, withServer } from './open-server.js'

type Prepare = (req: IncomingMessage, res: ServerResponse) => unknown

const settings = quiet()
const paid = new Conflict('Paid.')
const text = JSON.stringify(paid)

/** Prepares a response, answers, and gives what came. */
async function answered(prepare: Prepare, problem: HttpProblem = paid, sent: Sent = {}): Promise<PlainResponse> {
  const listener: RequestListener = (req, res) => {
    prepare(req, res)
    answer(problem, new Exchange(req, res, req), settings)
  }
  let response: PlainResponse | undefined
  await withServer(listener, async (port) => {
    response = await fetchPlain(`http://127.0.0.1:${port}/`, sent)
  })
  return response as PlainResponse
}

/** Wraps the end() of all responses, and gives the function that takes it back. */
function wrapEnd(): () => void {
  const { end } = ServerResponse.prototype
  ServerResponse.prototype.end = function (this: ServerResponse, ...args: Parameters<typeof end>) {
    this.setHeader('X-Trace', String(this.statusCode))
    return end.apply(this, args)
  } as typeof end
  return () => {
    ServerResponse.prototype.end = end
  }
}

/** Wraps the writeHead() of all responses. */
function wrapWriteHead(): () => void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}) {
    headers['X-Trace'] = String(this.statusCode)
    return writeHead.call(this, status, headers)
  } as typeof writeHead
  return () => {
    ServerResponse.prototype.writeHead = writeHead
  }
}

describe('The answer on a response', () => {
  it('makes the header section once, with status, phrase and fields', async () => {
    const heads: unknown[][] = []
    const { status, headers, bytes } = await answered((_, res) => {
      const { _storeHeader: store } = res as unknown as { _storeHeader: (...args: unknown[]) => void }
      Object.assign(res, {
        _storeHeader(...args: unknown[]) {
          heads.push(args)
          store.apply(res, args)
        },
      })
    })

    expect(heads.map(([line]) => line)).to.deep.equal(['HTTP/1.1 409 Conflict\r\n'])
    expect([status, headers.get('content-length'), bytes.toString()]).to.deep.equal([409, String(text.length), text])
  })

  it('lets whoever logs it read the fields afterwards', async () => {
    const seen: unknown[] = []
    await answered((_, res) =>
      res.on('finish', () => seen.push(res.statusCode, res.getHeader('content-length'), res.getHeader('cache-control'))),
    )
    expect(seen).to.deep.equal([409, String(text.length), 'no-store'])
  })

  it('is seen by a listener of on-headers before it is made, which may change it', async () => {
    const seen: unknown[] = []
    const { headers } = await answered((_, res) =>
      onHeaders(res, function (this: ServerResponse) {
        seen.push(this.statusCode, this.getHeader('Content-Type'))
        this.setHeader('Server-Timing', 'app;dur=1')
      }),
    )
    expect(seen).to.deep.equal([409, 'application/problem+json'])
    expect(headers.get('server-timing')).to.equal('app;dur=1')
  })

  it('is compressed by compression', async () => {
    const compress = compression({ threshold: 0 })
    const { headers, bytes } = await answered((req, res) => compress(req as never, res as never, () => undefined), paid, {
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect([headers.get('content-encoding'), headers.get('content-length')]).to.deep.equal(['gzip', null])
    expect(gunzipSync(bytes).toString()).to.equal(text)
  })

  it('gives an end() of somebody else a response that can still be changed, as sessions do', async () => {
    const { headers } = await answered((_, res) => {
      const { end } = res
      res.end = ((...args: Parameters<typeof end>) => {
        res.setHeader('Set-Cookie', 'id=7')
        return end.apply(res, args)
      }) as typeof end
    })
    expect(headers.get('set-cookie')).to.equal('id=7')
  })

  for (const [name, wrap] of [
    ['end()', wrapEnd],
    ['writeHead()', wrapWriteHead],
  ] as const) {
    it(`gives a ${name} that wraps those of all responses what a handler would give it, as tracers need it`, async () => {
      const unwrap = wrap()
      try {
        const { status, headers, bytes } = await answered(() => undefined)
        expect([status, headers.get('x-trace'), bytes.toString()]).to.deep.equal([409, '409', text])
      } finally {
        unwrap()
      }
    })
  }

  it('says that the connection closes, beside what it says of the connection', async () => {
    const connections: (string | null)[] = []
    for (const connection of ['close', 'keep-alive'])
      connections.push(
        (
          await answered(() => undefined, new UpgradeRequired({ upgrade: 'websocket' }), { headers: { Connection: connection } })
        ).headers.get('connection'),
      )
    expect(connections).to.deep.equal(['Upgrade, close', 'Upgrade'])
  })

  it('uses a setHeader() of somebody else', async () => {
    const names: string[] = []
    await answered((_, res) => {
      const { setHeader } = res
      res.setHeader = (name, value) => {
        names.push(name)
        return setHeader.call(res, name, value)
      }
    })
    expect(names).to.deep.equal(['Content-Type', 'Content-Length', 'Cache-Control', 'X-Content-Type-Options', 'Vary'])
  })

  it('keeps the fields that others have set, and sends lines of a repeated field apart', async () => {
    const { headers } = await answered(
      (_, res) => res.setHeader('X-Request-Id', '7').setHeader('Set-Cookie', ['a=1', 'b=2']),
      new Unauthorized({
        challenges: [
          { scheme: 'Basic', realm: 'a' },
          { scheme: 'Bearer', realm: 'b' },
        ],
      }),
    )
    expect(headers.get('x-request-id')).to.equal('7')
    expect(headers.getSetCookie()).to.deep.equal(['a=1', 'b=2'])
    expect(headers.get('www-authenticate')).to.equal('Basic realm="a", Bearer realm="b"')
  })

  it('has no body and the length of one in the answer to HEAD', async () => {
    const { headers, bytes } = await answered(() => undefined, paid, { method: 'HEAD' })
    expect([headers.get('content-length'), bytes.length]).to.deep.equal([String(text.length), 0])
  })

  it('is tried a second time where a listener throws when the header section is made', async () => {
    let isFirst = true
    const { status, bytes } = await answered((_, res) =>
      onHeaders(res, () => {
        if (!isFirst) return
        isFirst = false
        throw new Error('listener')
      }),
    )
    expect([status, bytes.toString(), isFirst]).to.deep.equal([409, text, false])
  })
})

describe('An answer in bytes', () => {
  const octets: Representation = {
    mediaType: 'application/problem+octets',
    encode: (document) => new TextEncoder().encode(`\u{1f4a3}${JSON.stringify(document)}`),
  }

  it('is sent as it is, and its length is counted in bytes', async () => {
    let response: PlainResponse | undefined
    await withServer(
      (req, res) => void answer(paid, new Exchange(req, res, req), quiet({ representations: [octets] })),
      async (port) => {
        response = await fetchPlain(`http://127.0.0.1:${port}/`)
      },
    )
    expect(response?.headers.get('content-type')).to.equal('application/problem+octets')
    expect(response?.headers.get('content-length')).to.equal(String(text.length + 4))
    expect(response?.bytes.toString()).to.equal(`\u{1f4a3}${text}`)
  })
})

describe('The body of a request behind its answer', () => {
  const names = ['Content-Length', 'content-length', 'CONTENT-LENGTH', 'Transfer-Encoding', 'transfer-encoding']

  for (const name of names) {
    it(`is read where the field is written ${name}`, async () => {
      const isLength = /length/i.test(name)
      let wasRead = false
      const { status } = await answered(
        (req) =>
          req.on('end', () => {
            wasRead = true
          }),
        paid,
        { method: 'POST', headers: { [name]: isLength ? '4' : 'chunked' }, body: 'body' },
      )
      expect([status, wasRead]).to.deep.equal([409, true])
    })
  }
})
