/** A fetch that rejects with problems, before real servers. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { problemFetch } from '../../lib/client/index.js'
import { Conflict, HttpProblem, NotFound, problemClasses } from '../../lib/index.js'
import { SeatTaken } from './shared.js'

describe('problemFetch()', () => {
  let server: Server
  let url = ''

  before(async () => {
    server = createServer((req, res) => {
      if (req.url === '/fine') return void res.end('fine')
      if (req.url === '/found') return void res.writeHead(303, { Location: '/fine' }).end()
      if (req.url === '/silent') return undefined
      res.writeHead(409, { 'Content-Type': 'application/problem+json', 'X-Method': req.method ?? '' })
      if (req.url === '/hangs') return void res.write('{"title":')
      return void res.end(JSON.stringify({ type: SeatTaken.type, title: SeatTaken.title, status: 409, seat: '12A' }))
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

  const rejected = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => expect.fail('It did not reject.'),
      (error: unknown) => error,
    )

  it('rejects as the wrapped function does where that aborts, takes too long or is wrong', async () => {
    for (const error of [new DOMException('x', 'AbortError'), new DOMException('x', 'TimeoutError'), new RangeError('x')])
      expect(await rejected(problemFetch(async () => Promise.reject(error))())).to.equal(error)
    const inner = problemFetch((input: string) => fetch(input, { signal: AbortSignal.abort() }))
    expect(await rejected(inner(`${url}/fine`))).to.have.property('name', 'AbortError')
  })

  it('resolves with the response of a 2xx, and of a 3xx that is not followed', async () => {
    const fetchOrThrow = problemFetch(fetch)
    expect(await (await fetchOrThrow(`${url}/fine`)).text()).to.equal('fine')
    expect(await (await fetchOrThrow(`${url}/found`)).text()).to.equal('fine')
    expect((await fetchOrThrow(`${url}/found`, { redirect: 'manual' })).status).to.equal(303)
  })

  it('rejects with the problem of a 4xx, as an instance of the class that was thrown', async () => {
    const fetchOrThrow = problemFetch(fetch, { types: [SeatTaken] })
    const error = await rejected(fetchOrThrow(`${url}/taken`, { method: 'POST' }))
    expect(error).to.be.instanceOf(SeatTaken).and.instanceOf(Conflict)
    expect(error).to.have.property('seat', '12A')
    expect((error as SeatTaken).headers['x-method']).to.equal('POST')
    expect(await rejected(fetchOrThrow(new Request(`${url}/taken`)))).to.be.instanceOf(SeatTaken)
    expect(await rejected(fetchOrThrow(new URL(`${url}/taken`)))).to.be.instanceOf(SeatTaken)
  })

  it('has the type of the fetch that it is given', () => {
    expectTypeOf(problemFetch(fetch)).toEqualTypeOf<typeof fetch>()
    const own = async (_path: string, _times: number): Promise<Response> => new Response('fine')
    expectTypeOf(problemFetch(own)).toEqualTypeOf<typeof own>()
    // @ts-expect-error: what it resolves with is no response.
    problemFetch(async () => 7)
  })

  it('rejects with a problem of no status where no response came, and tells the cause', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const error = await rejected(problemFetch(fetch)(`http://127.0.0.1:${port}/`))
    expect(error).to.be.instanceOf(HttpProblem).and.instanceOf(Error)
    for (const Class of Object.values(problemClasses)) expect(error).not.to.be.instanceOf(Class)
    expect(error).to.include({ status: 0, statusCode: 0, name: 'HttpProblem', title: 'No Response', message: 'No Response' })
    expect(error).to.have.property('cause').that.is.instanceOf(TypeError)
    expect((error as HttpProblem).toJSON()).to.deep.equal({ type: 'about:blank', title: 'No Response', status: 0 })
    expect(Object.keys(error as object)).not.to.include('cause')
    expect((error as HttpProblem).headers).to.deep.equal({})
  })

  it('rejects as fetch does where the app aborted: before, while it waits, and while the body comes', async () => {
    const fetchOrThrow = problemFetch(fetch)
    const reason = new Error('The page was left.')
    expect(await rejected(fetchOrThrow(`${url}/fine`, { signal: AbortSignal.abort(reason) }))).to.equal(reason)
    expect(await rejected(fetchOrThrow(`${url}/silent`, { signal: AbortSignal.timeout(50) }))).to.have.property(
      'name',
      'TimeoutError',
    )
    for (const path of ['/silent', '/hangs']) {
      for (const inRequest of [true, false]) {
        const controller = new AbortController()
        const { signal } = controller
        const answer = inRequest ? fetchOrThrow(new Request(url + path, { signal })) : fetchOrThrow(url + path, { signal })
        setTimeout(() => controller.abort(), 50)
        expect(await rejected(answer)).to.have.property('name', 'AbortError')
      }
    }
  })

  it('rejects with a problem as it is, of a fetch that rejects with some', async () => {
    const problem = new NotFound()
    const fails = async (): Promise<Response> => {
      throw problem
    }
    expect(await rejected(problemFetch(fails)())).to.equal(problem)
    expect(await rejected(problemFetch(problemFetch(fetch, { types: [SeatTaken] }))(`${url}/taken`))).to.be.instanceOf(SeatTaken)
  })

  it('takes whatever a fetch throws for a cause', async () => {
    for (const thrown of [undefined, null, 7, 'text', {}]) {
      const fails = (): Promise<Response> => {
        throw thrown
      }
      const error = await rejected(problemFetch(fails)())
      expect(error).to.include({ status: 0 })
      if (thrown !== undefined) expect(error).to.have.property('cause', thrown)
    }
  })

  it('refuses what is no fetch, and wrong options, at once', () => {
    for (const wrong of [undefined, null, {}, url])
      expect(() => problemFetch(wrong as never))
        .to.throw(TypeError, /^fetch: /)
        .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    expect(() => problemFetch(fetch, { types: [Error] as never }))
      .to.throw(TypeError)
      .with.property('code', 'ERR_PROBLEM_OPTION')
  })
})
