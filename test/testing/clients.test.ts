/** The assertions with the responses of real clients, from a real server. */
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, use } from 'chai'
import express from 'express'
import request from 'supertest'
import { MethodNotAllowed, NotFound, Unauthorized } from '../../lib/index.js'
import { assertProblemResponse, chaiProblems } from '../../lib/testing/index.js'
import { notFoundHandler, problemHandler } from '../../middleware/express/index.js'
import { failureOf, problemJson, SeatTaken, seatTaken } from './problem-types.js'

use(chaiProblems)

const app = express()
app.post('/seats/:seat', (req) => {
  throw new SeatTaken({ seat: req.params.seat })
})
app.get('/login', () => {
  throw new Unauthorized({ challenges: [{ scheme: 'Bearer', realm: 'shop' }] })
})
app.get('/page', (_req, res) => {
  res.status(500).send('<h1>Oops</h1>')
})
app.get('/bytes', (_req, res) => {
  res.status(409).type('application/octet-stream').send(Buffer.from('{}'))
})
app.use(notFoundHandler())
app.use(problemHandler({ logger: false }))
const listener = app as unknown as RequestListener

describe('The assertions with supertest', () => {
  it('judge what problemHandler() answers', async () => {
    expect(await request(app).post('/seats/12A')).to.be.problem(SeatTaken, { seat: '12A' })
    expect(await request(app).post('/seats/12A')).not.to.be.problem(SeatTaken, { seat: '12B' })
    expect(await request(app).get('/nowhere')).to.be.problem(NotFound)
    expect(await request(app).delete('/login')).to.be.problem(MethodNotAllowed)
    expect(await request(app).get('/login')).to.be.problem(Unauthorized)
  })

  it('work inside expect(), the way of supertest', async () => {
    await request(app)
      .post('/seats/12A')
      .expect((response) => {
        assertProblemResponse(response, SeatTaken, { seat: '12A' })
      })
  })

  it('show the page that came instead', async () => {
    const response = await request(app).get('/page')
    const { message } = await failureOf(() => assertProblemResponse(response, SeatTaken))
    expect(message).to.match(/got 500 Internal Server Error with text\/html; charset=utf-8\n[\s\S]+got "<h1>Oops<\/h1>"/)
  })

  it('read a body that superagent gives as bytes', async () => {
    const { message } = await failureOf(async () => assertProblemResponse(await request(app).get('/bytes'), 409))
    expect(message).to.contain('Content-Type: expected application/problem+json, got application/octet-stream\n  body: {}')
  })

  it('refuse an answer to HEAD, which has no body', async () => {
    const { message } = await failureOf(async () => assertProblemResponse(await request(app).head('/nowhere'), 404))
    expect(message).to.contain('body: expected a JSON object, got nothing')
  })

  it('say that a request must be awaited', async () => {
    const pending = request(app).get('/nowhere')
    const { message } = await failureOf(() => expect(pending).to.be.problem())
    expect(message).to.contain('got a promise; await it')
    await pending
  })
})

describe('The assertions with servers', () => {
  let server: Server
  let url: string
  before(async () => {
    server = createServer(listener).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  it('judge a response of fetch, and leave its body to the caller', async () => {
    const response = await fetch(`${url}/seats/12A`, { method: 'POST' })
    const assertion = assertProblemResponse(response, SeatTaken, { seat: '12A' })
    expect(await response.json()).to.deep.equal(seatTaken)
    expect((await assertion).seat).to.equal('12A')
    await expect(await fetch(`${url}/nowhere`)).to.be.problem(404)
  })

  it('reject for a response of fetch that is another problem', async () => {
    const response = await fetch(`${url}/nowhere`)
    const { message } = await failureOf(() => assertProblemResponse(response, SeatTaken))
    expect(message).to.match(/^expected the problem SeatTaken \(409\), got 404 Not Found\n/)
  })

  it('tell of a body of fetch that breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('socket hang up')) })
    const { message } = await failureOf(() => assertProblemResponse(new Response(body, { status: 409 }), 409))
    expect(message).to.equal('expected a body that can be read, got one that fails with "socket hang up"')
  })

  it('say that the response of node:http has to be read first', async () => {
    const response = await new Promise<IncomingMessage>((resolve) => httpRequest(`${url}/nowhere`, resolve).end())
    const { message } = await failureOf(() => assertProblemResponse(response as { headers: object }, 404))
    expect(message).to.equal(
      'expected a response whose body is at hand, got a stream; read it, and pass { status, headers, body }',
    )
    response.resume()
  })
})

// As light-my-request 6 and axios 1 document their responses; neither is installed here.
const text = JSON.stringify(seatTaken)
for (const [client, response] of Object.entries({
  'light-my-request': {
    statusCode: 409,
    statusMessage: 'Conflict',
    headers: problemJson,
    payload: text,
    body: text,
    rawPayload: Buffer.from(text),
    json: () => seatTaken,
  },
  axios: {
    status: 409,
    statusText: 'Conflict',
    headers: { get: (name: string) => (name === 'content-type' ? 'application/problem+json' : undefined) },
    data: seatTaken,
  },
  'no client': { status: 409, headers: { 'Content-Type': 'application/problem+json' }, body: seatTaken },
  bytes: { status: 409, headers: new Headers(problemJson), body: new TextEncoder().encode(text) },
})) {
  describe(`The assertions with a response in the form of ${client}`, () => {
    it('judge it at once', async () => {
      expect(assertProblemResponse(response, SeatTaken, { seat: '12A' })).to.deep.equal(seatTaken)
      expect(response).to.be.problem(SeatTaken)
      expect((await failureOf(() => assertProblemResponse(response, 404))).message).to.contain('status: expected 404, got 409')
    })
  })
}
