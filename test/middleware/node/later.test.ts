/** Answers whose form takes a moment: the response may have changed until then. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { expect } from 'chai'
import type { ProblemEvent } from '../../../lib/handler/event.js'
import { Conflict } from '../../../lib/problem/classes.js'
import { jsonRepresentation } from '../../../lib/respond/representations/json.js'
import type { Encoded } from '../../../lib/respond/representations/representation.js'
import { answer } from '../../../middleware/node/answer.js'
import { Exchange } from '../../../middleware/node/exchange.js'
import { unhandledRejections } from '../../respond/unhandled-rejections.js'
import { quiet, rawRequest, withServer } from './open-server.js'

const get = (accept: string) => `GET / HTTP/1.1\r\nHost: x\r\nAccept: ${accept}\r\n\r\n`

interface Seen {
  readonly text: string
  readonly events: readonly ProblemEvent[]
}

/** Answers a problem in a form that is made when the test says so. */
async function meanwhile(
  change: (req: IncomingMessage, res: ServerResponse, finish: (encoded: Encoded) => void) => unknown,
  before: (res: ServerResponse) => unknown = () => undefined,
): Promise<Seen> {
  const events: ProblemEvent[] = []
  let text = ''
  await withServer(
    (req, res) => {
      before(res)
      let finish: (encoded: Encoded) => void = () => undefined
      const encode = (): Promise<Encoded> =>
        new Promise((resolve) => {
          finish = resolve
        })
      const representations = [jsonRepresentation, { mediaType: 'text/plain', encode }]
      const settings = quiet({ representations, onProblem: (event) => events.push(event) })
      answer(new Conflict('x'), new Exchange(req, res, req), settings)
      change(req, res, finish)
    },
    async (port) => {
      ;({ text } = await rawRequest(port, get('text/plain')))
    },
  )
  return { text, events }
}

const outcomes = ({ events }: Seen): readonly string[] => events.map(({ outcome, status }) => `${outcome} ${status}`)

describe('An answer that takes a moment', () => {
  it('is sent and told once, when it is made', async () => {
    const seen = await meanwhile((_req, _res, finish) => setTimeout(finish, 30, 'later'))
    expect(seen.text)
      .to.match(/^HTTP\/1.1 409 Conflict\r\n/)
      .and.include('Content-Type: text/plain\r\n')
      .and.match(/later$/)
    expect(outcomes(seen)).to.deep.equal(['answered 409'])
  })

  it('removes what was set for the abandoned response meanwhile', async () => {
    const seen = await meanwhile((_req, res, finish) => {
      res.setHeader('ETag', '"1"').setHeader('X-Request-Id', '7')
      finish('later')
    })
    expect(seen.text).to.include('X-Request-Id: 7').and.not.include('ETag')
  })

  it('comes too late where others have answered meanwhile', async () => {
    const seen = await meanwhile((_req, res, finish) => {
      res.end('other')
      finish('later')
    })
    expect(seen.text)
      .to.match(/^HTTP\/1.1 200 OK/)
      .and.match(/other$/)
    expect(outcomes(seen)).to.deep.equal(['too-late 409'])
  })

  it('breaks off what others have begun meanwhile', async () => {
    const seen = await meanwhile((_req, res, finish) => {
      res.write('other')
      setTimeout(finish, 10, 'later')
    })
    expect(seen.text).to.include('other').and.not.include('later')
    expect(outcomes(seen)).to.deep.equal(['aborted 409'])
  })

  it('is told of nobody where the client has gone meanwhile', async () => {
    const seen = await meanwhile((req, res, finish) => {
      res.on('close', () => finish('later'))
      req.socket.destroy()
    })
    expect(outcomes(seen)).to.deep.equal(['client-gone 499'])
  })

  it('is not waited for where nothing can be sent any more', async () => {
    const seen = await meanwhile(
      () => undefined,
      (res) => res.end('done'),
    )
    expect(outcomes(seen)).to.deep.equal(['too-late 409'])
  })

  it('does not end the process where the response refuses everything', async () => {
    const refuse = (): never => {
      throw new Error('x')
    }
    const rejections = await unhandledRejections(() =>
      meanwhile((req, res, finish) => {
        Object.assign(res, { end: refuse, destroy: refuse })
        finish('later')
        setTimeout(() => req.socket.destroy(), 20)
      }),
    )
    expect(rejections).to.deep.equal([])
  })
})

describe('The field Accept of a request', () => {
  const formOf = async (lines: string, change: (req: IncomingMessage) => unknown = () => undefined): Promise<string> => {
    let text = ''
    const encode = (): string => 'in text'
    const settings = quiet({ representations: [jsonRepresentation, { mediaType: 'text/plain', encode }] })
    await withServer(
      (req, res) => {
        change(req)
        answer(new Conflict('x'), new Exchange(req, res, req), settings)
      },
      async (port) => {
        ;({ text } = await rawRequest(port, `GET / HTTP/1.1\r\nHost: x\r\n${lines}\r\n`))
      },
    )
    return /content-type: (\S+)/i.exec(text)?.[1] ?? ''
  }

  for (const [lines, form] of [
    ['', 'application/problem+json'],
    ['ACCEPT: text/plain\r\n', 'text/plain'],
    ['Accept: text/plain;q=0.1\r\naccept: application/json\r\n', 'application/problem+json'],
    ['Accept: application/json;q=0.1\r\nX-Other: a\r\nAccept: text/plain\r\n', 'text/plain'],
  ] as const) {
    it(`is read from its lines: ${JSON.stringify(lines)}`, async () => {
      expect(await formOf(lines)).to.equal(form)
    })
  }

  it('is what middleware has made of it', async () => {
    const change = (req: IncomingMessage): void => {
      req.headers.accept = 'text/plain'
    }
    expect(await formOf('Accept: application/json\r\n', change)).to.equal('text/plain')
    expect(
      await formOf('Accept: application/json\r\n', (req) => Object.assign(req, { headers: { accept: 'text/plain' } })),
    ).to.equal('text/plain')
  })

  it('may be as long and as odd as Node lets it be', async () => {
    expect(await formOf(`Accept: ${'a/b;c=","'.repeat(1700)}\r\n`)).to.equal('application/problem+json')
  })

  it('does not break the line to a client that has left', async () => {
    await withServer(
      (req, res) => void answer(new Conflict('x'), new Exchange(req, res, req), quiet()),
      async (port) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(get('text/html'), () => socket.destroy()))
        await new Promise((resolve) => socket.on('close', resolve))
        expect((await rawRequest(port, get('text/plain'))).text).to.match(/^HTTP\/1.1 409/)
      },
    )
  })
})
