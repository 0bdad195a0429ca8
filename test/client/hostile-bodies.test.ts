/** Bodies that attack their reader, over real HTTP: the error of the status comes, soon, and the rest of the body is not read. */
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createBrotliCompress, createGzip } from 'node:zlib'
import { expect } from 'chai'
import { fromResponse } from '../../lib/client/index.js'
import { Conflict } from '../../lib/index.js'
import { response, SeatTaken } from './shared.js'

const MEGABYTE = 1024 * 1024
const BEGIN = '{"title":"Sold","detail":"'

/** What the server does behind the head of its answer. */
const answers: Readonly<Record<string, (res: ServerResponse) => void>> = {
  '/large': (res) => {
    Readable.from(endless(50)).pipe(res)
  },
  '/large-with-length': (res) => {
    res.setHeader('Content-Length', 50 * MEGABYTE)
    Readable.from(endless(50)).pipe(res)
  },
  '/html': (res) => {
    res.setHeader('Content-Type', 'text/html')
    Readable.from(endless(50)).pipe(res)
  },
  '/gzip': (res) => {
    res.setHeader('Content-Encoding', 'gzip')
    Readable.from(endless(200))
      .pipe(createGzip({ level: 9 }))
      .pipe(res)
  },
  '/brotli': (res) => {
    res.setHeader('Content-Encoding', 'br')
    Readable.from(endless(50)).pipe(createBrotliCompress()).pipe(res)
  },
  '/broken-gzip': (res) => {
    res.setHeader('Content-Encoding', 'gzip')
    res.end('this is no gzip')
  },
  '/silent': (res) => {
    res.write(BEGIN)
  },
  '/trickle': (res) => {
    const timer = setInterval(() => res.write('a'), 20)
    res.on('close', () => clearInterval(timer))
  },
  '/complete-but-open': (res) => {
    res.write(`${BEGIN}all is here"}`)
  },
  '/aborted': (res) => {
    res.write(BEGIN)
    setTimeout(() => res.destroy(), 20)
  },
  '/too-short': (res) => {
    res.setHeader('Content-Length', 1000)
    res.write(BEGIN)
    setTimeout(() => res.destroy(), 20)
  },
  '/truncated': (res) => {
    res.end(BEGIN)
  },
}

function* endless(megabytes: number): Generator<string> {
  yield BEGIN
  for (let sent = 0; sent < megabytes; sent++) yield 'a'.repeat(MEGABYTE)
  yield '"}'
}

describe('fromResponse() before a hostile server', () => {
  let server: Server
  let url = ''
  let written = 0
  let closed: Promise<unknown> = Promise.resolve()

  before(async () => {
    server = createServer((req, res) => {
      const { socket } = req
      // Not with once(), which rejects where the client resets the connection.
      closed = new Promise<void>((resolve) => {
        socket.on('close', () => {
          written = socket.bytesWritten
          resolve()
        })
      })
      res.statusCode = 409
      res.setHeader('Content-Type', 'application/problem+json')
      answers[req.url ?? '']?.(res)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  after(async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })

  for (const [path, most] of [
    ['/large', 20],
    ['/large-with-length', 20],
    ['/html', 20],
    ['/gzip', 1],
    ['/brotli', 1],
  ] as const) {
    it(`stops reading at maxBytes, and closes the connection: ${path}`, async () => {
      const before = process.memoryUsage().rss
      const problem = await fromResponse(await fetch(url + path))
      expect(problem).to.be.instanceOf(Conflict)
      expect(problem?.document).to.equal(undefined)
      await closed
      // What stands in the buffers of the two sockets was written, and nobody waited for it.
      expect(written).to.be.below(most * MEGABYTE)
      expect(process.memoryUsage().rss - before).to.be.below(150 * MEGABYTE)
    })
  }

  for (const path of ['/silent', '/trickle']) {
    it(`waits no longer than maxWaitMs, and closes the connection: ${path}`, async () => {
      const answer = await fetch(url + path)
      const start = performance.now()
      const problem = await fromResponse(answer, { maxWaitMs: 200 })
      expect(performance.now() - start).to.be.within(150, 1500)
      expect(problem).to.be.instanceOf(Conflict)
      expect(problem?.document).to.equal(undefined)
      await closed
    })
  }

  it('takes a document that is complete although its stream stays open', async () => {
    const problem = await fromResponse(await fetch(`${url}/complete-but-open`), { maxWaitMs: 200 })
    expect(problem?.detail).to.equal('all is here')
    await closed
  })

  it('waits as long as the body takes where it may', async () => {
    const slow = new ReadableStream({
      start: (controller) => {
        setTimeout(() => {
          controller.enqueue(new TextEncoder().encode('{"title":"Slow"}'))
          controller.close()
        }, 50)
      },
    })
    const answer = { status: 409, headers: { 'content-type': 'application/problem+json' }, body: slow }
    expect(await fromResponse(answer, { maxWaitMs: Infinity, maxBytes: Infinity })).to.include({ title: 'Slow' })
  })

  for (const path of ['/aborted', '/too-short', '/truncated', '/broken-gzip']) {
    it(`gives the error of the status: ${path} [U8]`, async () => {
      const problem = await fromResponse(await fetch(url + path))
      expect(problem).to.be.instanceOf(Conflict)
      expect(problem?.document).to.equal(undefined)
      expect(problem?.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409 })
    })
  }

  it('gives the error of the status where the app aborts while the body comes', async () => {
    const controller = new AbortController()
    const answer = await fetch(`${url}/silent`, { signal: controller.signal })
    const reading = fromResponse(answer)
    controller.abort()
    expect(await reading).to.be.instanceOf(Conflict)
  })

  for (const path of ['/large', '/silent', '/html']) {
    it(`closes a stream of Node: ${path}`, async () => {
      const { get } = await import('node:http')
      const [answer] = (await once(get(url + path), 'response')) as [Readable & { statusCode: number; headers: object }]
      const { statusCode, headers } = answer
      const problem = await fromResponse({ statusCode, headers, body: answer }, { maxWaitMs: 200 })
      expect(problem).to.be.instanceOf(Conflict)
      expect(problem?.document).to.equal(undefined)
      await closed
    })
  }

  it('reads a stream of Node', async () => {
    const bytes = Buffer.from('{"title":"Sold","detail":"Fü"}')
    // The cut goes through a character.
    const body = Readable.from([bytes.subarray(0, 28), bytes.subarray(28)])
    const problem = await fromResponse({ status: 409, headers: { 'content-type': 'application/problem+json' }, body })
    expect(problem).to.have.property('detail', 'Fü')
  })

  it('counts the bytes of a body, and not its characters', async () => {
    const body = JSON.stringify({ title: 'A', detail: '€'.repeat(100) })
    expect((await fromResponse(response(409, body), { maxBytes: 350 }))?.document).not.to.equal(undefined)
    expect((await fromResponse(response(409, body), { maxBytes: 300 }))?.document).to.equal(undefined)
    const bytes = new TextEncoder().encode(body).length
    expect((await fromResponse(response(409, body), { maxBytes: bytes }))?.document).not.to.equal(undefined)
    expect((await fromResponse(response(409, body), { maxBytes: bytes - 1 }))?.document).to.equal(undefined)
  })

  it('reads no text that is too long, where a client gives it at once', async () => {
    const body = JSON.stringify({ title: 'A', detail: 'a'.repeat(1000) })
    for (const given of [{ body }, { text: async () => body }]) {
      const answer = { status: 409, headers: { 'content-type': 'application/problem+json' }, ...given }
      expect((await fromResponse(answer, { maxBytes: 1000 }))?.document).to.equal(undefined)
      expect((await fromResponse(answer, { maxBytes: 2000 }))?.document).not.to.equal(undefined)
    }
  })
})

describe('fromResponse() before a hostile document', () => {
  const types = [SeatTaken]

  it('changes no prototype', async () => {
    const body = `{"type":"${SeatTaken.type}","title":"A","seat":"1","__proto__":{"isAdmin":true,"status":200},"constructor":{"prototype":{"isAdmin":true}}}`
    for (const options of [{}, { types }]) {
      const problem = await fromResponse(response(409, body), options)
      expect((problem as unknown as { isAdmin?: unknown }).isAdmin).to.equal(undefined)
      expect(({} as { isAdmin?: unknown }).isAdmin).to.equal(undefined)
      expect(problem?.status).to.equal(409)
      expect(Object.keys(problem?.extensions ?? {})).to.deep.equal(['seat', 'constructor'])
      expect(Object.keys(problem?.document ?? {})).to.deep.equal(['type', 'title', 'seat', 'constructor'])
      expect((Object.assign({}, problem?.extensions) as { isAdmin?: unknown }).isAdmin).to.equal(undefined)
      expect((Object.assign({}, problem?.document) as { isAdmin?: unknown }).isAdmin).to.equal(undefined)
      expect(problem).to.be.instanceOf(Conflict)
    }
  })

  it('takes no property of the error for its own', async () => {
    const hostile = {
      name: 'a',
      message: 'b',
      stack: 'c',
      cause: 'd',
      toString: 'e',
      toJSON: 'f',
      headers: { a: 'b' },
      extensions: { c: 1 },
      document: 7,
      vendor: 8,
      expose: true,
      statusCode: 200,
    }
    for (const options of [{}, { types }]) {
      const problem = await fromResponse(response(409, { type: SeatTaken.type, title: 'A', ...hostile }), options)
      expect(problem?.extensions).to.deep.equal(hostile)
      expect(problem).to.include({ message: 'A', status: 409, statusCode: 409, expose: false })
      expect(problem).not.to.have.property('cause')
      expect(problem?.headers).to.have.all.keys('content-type')
      expect(problem?.document).to.have.property('document', 7)
      expect(String(problem)).to.equal(`${problem?.name}: A`)
    }
  })

  it('reads 10,000 members', async () => {
    const members = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`member_${index}`, index]))
    const start = performance.now()
    const problem = await fromResponse(response(409, { type: SeatTaken.type, title: 'A', ...members }), { types })
    expect(performance.now() - start).to.be.below(1000)
    expect(problem?.extensions).to.deep.equal(members)
    expect(problem).to.be.instanceOf(SeatTaken)
  })

  for (const depth of [1000, 60_000]) {
    it(`reads a document that is ${depth} deep, or gives the error of the status`, async () => {
      const problem = await fromResponse(response(409, `{"title":"A","deep":${'['.repeat(depth)}${']'.repeat(depth)}}`))
      expect(problem).to.be.instanceOf(Conflict)
      if (depth === 1000) expect(problem?.extensions['deep']).to.be.an('array')
      expect(() => problem?.toJSON()).not.to.throw()
    })
  }

  it('reads a member that is there twice as JSON.parse() does', async () => {
    expect(await fromResponse(response(409, '{"title":"A","title":"B"}'))).to.include({ title: 'B' })
  })

  it('bears a response whose properties throw', async () => {
    const throwing = new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'status') return 409
          throw new Error('no')
        },
      },
    )
    expect(await fromResponse(throwing)).to.be.instanceOf(Conflict)
    const body = {
      getReader: () => {
        throw new Error('no')
      },
    }
    expect(await fromResponse({ status: 409, headers: { 'content-type': 'application/problem+json' }, body })).to.be.instanceOf(
      Conflict,
    )
  })
})
