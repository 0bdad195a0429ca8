/** What happens on the connection: HEAD, unread bodies, responses that have begun, bodies that cannot be parsed. */
import { connect } from 'node:net'
import { expect } from 'chai'
import { Conflict, ContentTooLarge, createProblem } from '../../lib/index.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchProblem } from './problem-response.js'
import { exchange, parseResponse, request } from './wire.js'

const json = { 'Content-Type': 'application/json' }

/** Registers the tests for one framework. */
export function connectionSuite(framework: Framework): void {
  describe('keeps the connection in order and', () => {
    let app: Running | undefined
    afterEach(async () => {
      await app?.close()
    })

    for (const status of [400, 401, 404, 405, 409, 422, 500, 503]) {
      it(`answers HEAD with the fields of GET and no content, for a ${status} [B1] [S1]`, async () => {
        app = await start(framework, { handle: () => Promise.reject(createProblem(status, { detail: 'Größe' })) })
        const [get, head] = [await exchange(app.port, request('GET', '/')), await exchange(app.port, request('HEAD', '/'))]
        const stable = ({ fields }: typeof get) => fields.filter(([name]) => name !== 'date')
        expect(stable(head)).to.deep.equal(stable(get))
        expect(head.body).to.equal('')
        expect(get.fields).to.deep.include(['content-length', String(Buffer.byteLength(get.body))])
      })
    }

    it('sends no chunks and the length in bytes [B8]', async () => {
      app = await start(framework, { handle: () => Promise.reject(new Conflict('€'.repeat(1000))) })
      const { fields, body } = await exchange(app.port, request('GET', '/'))
      expect(fields.map(([name]) => name)).not.to.include('transfer-encoding')
      expect(Buffer.byteLength(body)).to.equal(Number(fields.find(([name]) => name === 'content-length')?.[1]))
    })

    it('serves the next request after one whose body nobody read, or closes [B7] [S12]', async () => {
      app = await start(framework, {
        handle: ({ req, json: answer }) => {
          if (req.method === 'POST') throw new ContentTooLarge()
          answer({ fine: true })
        },
      })
      const body = 'x'.repeat(300_000)
      const { raw, closed } = await exchange(app.port, request('POST', '/', {}, body) + request('GET', '/'), 300, 2)
      const statuses = [...raw.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)
      expect(statuses[0]).to.equal('413')
      expect(closed || statuses[1] === '200', raw).to.equal(true)
    })

    it('serves the next request after one whose body was read in part, or closes [B7]', async () => {
      app = await start(framework, {
        handle: ({ req, json: answer }) => {
          if (req.method !== 'POST') return answer({ fine: true })
          return new Promise((_, reject) => {
            req.once('data', () => {
              req.pause()
              reject(new ContentTooLarge())
            })
          })
        },
      })
      const { raw, closed } = await exchange(
        app.port,
        request('POST', '/', {}, 'x'.repeat(300_000)) + request('GET', '/'),
        300,
        2,
      )
      const statuses = [...raw.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)
      expect(statuses[0]).to.equal('413')
      expect(closed || statuses[1] === '200', raw.slice(0, 500)).to.equal(true)
    })

    it('breaks off a response that has begun, appends nothing, and reports it once [B6]', async () => {
      app = await start(framework, {
        handle: async ({ res }) => {
          res.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '100' })
          res.write('partial')
          await new Promise((resolve) => setTimeout(resolve, 20))
          throw new Error('late')
        },
      })
      const { status, body, closed } = await exchange(app.port, request('GET', '/'), 1000)
      expect([status, body, closed]).to.deep.equal([200, 'partial', true])
      expect(app.events.map(({ outcome, status: sent }) => [outcome, sent])).to.deep.equal([['aborted', 500]])
      expect((await exchange(app.port, request('GET', '/'))).status).to.equal(200)
    })

    it('breaks off a chunked response without its last chunk [B6]', async () => {
      app = await start(framework, {
        handle: async ({ res }) => {
          res.writeHead(200)
          res.write('partial')
          await new Promise((resolve) => setTimeout(resolve, 20))
          throw null
        },
      })
      const { raw, closed } = await exchange(app.port, request('GET', '/'), 1000)
      expect(closed).to.equal(true)
      expect(raw).not.to.match(/\r\n0\r\n\r\n$/)
      expect(raw).not.to.contain('problem')
    })

    it('leaves a response alone that is complete, and reports the error once [B6]', async () => {
      app = await start(framework, {
        handle: ({ res }) => {
          res.writeHead(200, { 'Content-Length': '4' })
          res.end('done')
          throw new Error('too late')
        },
      })
      const { status, body } = await exchange(app.port, request('GET', '/'))
      expect([status, body]).to.deep.equal([200, 'done'])
      expect(app.events.map(({ outcome }) => outcome)).to.deep.equal(['too-late'])
    })

    it('writes nothing to a client that has gone, and counts it as 499', async () => {
      let gone: () => void = () => undefined
      const closed = new Promise<void>((resolve) => {
        gone = resolve
      })
      app = await start(framework, {
        handle: async ({ res }) => {
          await new Promise((resolve) => res.once('close', resolve))
          setTimeout(gone, 20)
          throw new Error('nobody hears this')
        },
      })
      const socket = connect(app.port, '127.0.0.1', () => socket.write(request('GET', '/')))
      setTimeout(() => socket.destroy(), 50)
      await closed
      expect(app.events.map(({ outcome, status }) => [outcome, status])).to.deep.equal([['client-gone', 499]])
    })

    it('answers although what patched the response throws once', async () => {
      app = await start(framework, {
        handle: ({ res }) => {
          const end = res.end.bind(res)
          Object.assign(res, {
            end() {
              Object.assign(res, { end })
              throw new Error('from a patched end()')
            },
          })
          throw new Conflict()
        },
      })
      const { status } = await exchange(app.port, request('GET', '/'), 1000)
      // Koa writes the response itself, and hands what is thrown there to us: an error of its own.
      expect(status).to.equal(framework.kind === 'express' ? 409 : 500)
    })

    const bodies: readonly (readonly [
      says: string,
      fields: Record<string, string>,
      body: string,
      status: number,
      detail: RegExp,
    ])[] = [
      ['malformed JSON', json, '{"pw":"hunter2",', 400, /not valid JSON/],
      ['JSON that is no object', json, '"hunter2"', 400, /must be an object or a list/],
      ['JSON with broken text inside', json, '{"pw":"hunter2" x at position 7}', 400, /not valid JSON/],
      ['a body over the limit', json, `{"pw":"${'hunter2'.repeat(100)}"}`, 413, /larger than the limit/],
      ['an unknown content coding', { ...json, 'Content-Encoding': 'zork' }, '{}', 415, /content coding/],
      ['broken compression', { ...json, 'Content-Encoding': 'gzip' }, 'hunter2', 400, /decompress/],
    ]
    for (const [says, headers, body, status, detail] of bodies) {
      it(`answers ${says} with ${status}, and does not quote it [B13]`, async () => {
        app = await start(framework, { readsJson: 100, handle: ({ json: answer }) => answer({}) })
        const { document, text } = await fetchProblem(app.url, { method: 'POST', headers, body })
        expect(document.status).to.equal(status)
        expect(document.detail).to.match(detail)
        expect(text).not.to.match(/hunter2|zork|SyntaxError|Unexpected|expected/)
      })
    }

    it('says where JSON is malformed, as a pointer and a position [B13]', async () => {
      app = await start(framework, { readsJson: 100 })
      const { document } = await fetchProblem(app.url, { method: 'POST', headers: json, body: '{"pw":"hunter2",' })
      expect(document['errors']).to.deep.equal([
        { in: 'body', pointer: '#', code: 'json', detail: 'The JSON text is malformed at position 16.' },
      ])
    })

    it('answers malformed percent-encoding in a path with a 4xx that does not quote it [B13]', async () => {
      app = await start(framework, { routes: [['get', '/users/:id', ({ json: answer }) => answer({})]] })
      const response = await exchange(app.port, request('GET', '/users/%E0%A4%A'))
      expect(response.body).not.to.contain('%E0')
      // @koa/router takes the segment as it is.
      expect(response.status).to.equal(framework.kind === 'express' ? 400 : 200)
      if (framework.kind === 'express') expect(response.body).to.contain('malformed percent-encoding')
    })

    it('survives a body that breaks off [B13]', async () => {
      app = await start(framework, { readsJson: 100, handle: ({ json: answer }) => answer({}) })
      const socket = connect(app.port, '127.0.0.1', () =>
        socket.write(request('POST', '/', { ...json, 'Content-Length': '50' }, '{"a"')),
      )
      await new Promise((resolve) => setTimeout(resolve, 50))
      socket.destroy()
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(app.events.map(({ outcome }) => outcome)).to.deep.equal(['client-gone'])
      expect(parseResponse((await exchange(app.port, request('POST', '/', json, '{}'))).raw, false).status).to.equal(200)
    })
  })
}
