import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect } from 'chai'
import type { ProblemEvent } from '../../../lib/handler/event.js'
import type { HandlerOptions } from '../../../lib/handler/options.js'
import { Conflict } from '../../../lib/problem/classes.js'
import { answer } from '../../../middleware/node/answer.js'
import { Exchange } from '../../../middleware/node/exchange.js'
import { quiet, rawRequest, withServer } from './open-server.js'

const get = 'GET /orders?token=secret HTTP/1.1\r\nHost: x\r\n\r\n'
const small = 'Transfer-Encoding: chunked'

/** Prepares a response in some way, answers a Conflict, and gives what client and hook saw. */
async function exchange(
  prepare: (req: IncomingMessage, res: ServerResponse) => unknown,
  request = get,
  options: HandlerOptions = {},
  thrown: unknown = new Conflict('Paid.'),
) {
  const events: ProblemEvent[] = []
  const clientErrors: Error[] = []
  let text = ''
  let ended = ''
  await withServer(
    (req, res) => {
      void Promise.resolve(prepare(req, res)).then(() =>
        answer(thrown, new Exchange(req, res, req), quiet({ ...options, onProblem: (event) => events.push(event) })),
      )
    },
    async (port, server) => {
      server.on('clientError', (error, socket) => {
        clientErrors.push(error)
        socket.destroy()
      })
      ;({ text, ended } = await rawRequest(port, request))
    },
  )
  return { text, ended, events, clientErrors }
}

class PutOnly extends Exchange<IncomingMessage> {
  override allow(): readonly string[] {
    return ['PUT']
  }
}

describe('answer() on node:http', () => {
  it('sends status, fields and document once and reports what it did', async () => {
    const thrown = new Conflict('Paid.')
    const { text, events } = await exchange(() => undefined, get, {}, thrown)

    expect(text).to.match(/^HTTP\/1\.1 409 Conflict\r\n/)
    expect(text).to.contain('Content-Type: application/problem+json\r\n')
    expect(text.match(/HTTP\/1\.1/g)).to.have.length(1)
    expect(text.split('\r\n\r\n')[1]).to.equal('{"type":"about:blank","title":"Conflict","status":409,"detail":"Paid."}')
    expect(events).to.have.length(1)
    expect(events[0]).to.include({ thrown, problem: thrown, status: 409, outcome: 'answered' })
    expect(events[0]?.facts).to.deep.include({ method: 'GET', url: '/orders?token=secret', httpVersionMajor: 1 })
  })

  it('names a route in no event, since no router tells of one', async () => {
    const { events } = await exchange(() => undefined)
    expect(events.map(({ route, path }) => ({ route, path }))).to.deep.equal([{ route: undefined, path: '/orders' }])
  })

  it('replaces status, phrase and fields of the abandoned response [B3]', async () => {
    const { text } = await exchange((_, res) => {
      res.statusCode = 201
      res.statusMessage = 'All Fine'
      res.setHeader('ETag', '"1"')
      res.setHeader('Content-Encoding', 'gzip')
      res.setHeader('X-Request-Id', '7')
    })

    expect(text).to.match(/^HTTP\/1\.1 409 Conflict\r\n/)
    expect(text)
      .to.contain('X-Request-Id: 7')
      .and.not.match(/etag|gzip|All Fine/i)
  })

  it('answers HEAD with the fields of GET and no content [B1]', async () => {
    const { text } = await exchange(() => undefined, get.replace('GET', 'HEAD'))

    expect(text).to.match(/Content-Length: 71\r\n/)
    expect(text.endsWith('\r\n\r\n')).to.equal(true)
  })

  it('breaks a begun response off: no problem in its body, no clientError event [B6]', async () => {
    const { text, ended, events, clientErrors } = await exchange((_, res) => {
      res.writeHead(200, { 'Content-Type': 'text/plain' })
      res.write('half')
    })

    expect(text).to.contain(small).and.contain('half').and.not.contain('about:blank')
    expect(text.endsWith('0\r\n\r\n')).to.equal(false)
    expect(ended).not.to.equal('open')
    expect(events[0]).to.include({ outcome: 'aborted', status: 409 })
    expect(clientErrors).to.deep.equal([])
  })

  it('leaves a finished response alone', async () => {
    const { text, events } = await exchange((_, res) => void res.end('done'))

    expect(text)
      .to.match(/^HTTP\/1\.1 200 OK/)
      .and.contain('done')
      .and.not.contain('about:blank')
    expect(events[0]).to.include({ outcome: 'too-late', status: 409 })
    const flushed = await exchange((_, res) => new Promise<void>((resolve) => res.end('done', resolve)))
    expect(flushed.events[0]).to.include({ outcome: 'too-late' })
  })

  it('reports 499 where the client has gone', async () => {
    const { events } = await exchange((req, res) => {
      req.socket.destroy()
      return new Promise((resolve) => res.once('close', resolve))
    })

    expect(events[0]).to.include({ outcome: 'client-gone', status: 499 })
  })

  it('breaks off where someone throws while the header section is written', async () => {
    const { text, events } = await exchange((_, res) => {
      res.writeHead = () => {
        throw new Error('listener')
      }
    })

    expect(text).to.equal('')
    expect(events[0]?.outcome).to.equal('aborted')
  })

  it('names the media type of the request in the Accept of an unknown charset', async () => {
    const error = Object.assign(new Error('x'), { type: 'charset.unsupported', status: 415 })
    const withType = (value: string) => get.replace('\r\n\r\n', `\r\nContent-Type: ${value}\r\n\r\n`)

    expect((await exchange(() => undefined, withType('Application/JSON; charset=x'), {}, error)).text).to.contain(
      'Accept: application/json\r\n',
    )
    expect((await exchange(() => undefined, withType('nonsense'), {}, error)).text).not.to.contain('Accept:')
  })

  it('asks the router for Allow only where the response is open [S6]', async () => {
    await withServer(
      (req, res) => void answer(Object.assign(new Error('x'), { status: 405 }), new PutOnly(req, res, req), quiet()),
      async (port) => {
        expect((await rawRequest(port, get)).text).to.contain('Allow: PUT\r\n')
      },
    )
  })

  it('comes too late where a hook has ended the response', async () => {
    let response: ServerResponse | undefined
    const options: HandlerOptions = {
      members: () => {
        response?.end('hook')
        return {}
      },
    }
    const { text, events } = await exchange(
      (_, res) => {
        response = res
      },
      get,
      options,
    )
    expect(text).to.contain('hook')
    expect(events[0]?.outcome).to.equal('too-late')
  })

  it('allows no method and names no route where there is no router', async () => {
    const asked = await exchange(() => undefined, get, {}, Object.assign(new Error('x'), { status: 405 }))
    expect(asked.text).to.contain('Allow: \r\n')
    const found = { name: 'ZodError', issues: [{ code: 'custom', path: ['a'], message: 'x' }] }
    const { events } = await exchange(() => undefined, get, {}, Object.assign(new Error('x'), found))
    expect(events[0]?.faults.map(({ place }) => place)).to.deep.equal(['GET without a route'])
  })
})

describe('answer() with the option only', () => {
  for (const [says, only, isAnswered, places] of [
    ['there is none', undefined, true, []],
    ['it says true', () => true, true, []],
    ['it says false', () => false, false, []],
    ['it says nothing', () => undefined as unknown as boolean, false, []],
    [
      'it throws',
      () => {
        throw new Error('secret')
      },
      true,
      ['options.only'],
    ],
    ['it is asynchronous', () => Promise.reject(new Error('secret')) as unknown as boolean, true, ['options.only']],
  ] as const) {
    it(`${isAnswered ? 'answers' : 'does not answer'} where ${says}`, async () => {
      const { text, events } = await exchange(
        (_, res) => void setTimeout(() => res.headersSent || res.end('not answered'), 30),
        get,
        only ? { only } : {},
      )

      expect(text.includes('not answered')).to.equal(!isAnswered)
      expect(events.flatMap(({ faults }) => faults.map(({ place }) => place))).to.deep.equal(places)
    })
  }
})
