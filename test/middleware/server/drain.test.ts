import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { ContentTooLarge } from '../../../lib/problem/classes.js'
import { answer } from '../../../middleware/server/answer.js'
import { abort, drain } from '../../../middleware/server/write.js'
import { quiet, rawRequest, withServer } from './open-server.js'

const post = (body: string): string => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`

describe('send(): a request body that nobody read', () => {
  it('keeps the connection usable for the next request [B7]', async () => {
    await withServer(
      (req, res) => void answer(new ContentTooLarge(), { req, res, request: req }, quiet()),
      async (port) => {
        const { text } = await rawRequest(port, post('x'.repeat(2_000_000)) + post(''), 400)

        expect(text.match(/HTTP\/1\.1 413/g)).to.have.length(2)
      },
    )
  })

  it('takes the body away from a consumer that stopped', async () => {
    await withServer(
      (req, res) => {
        req.once('data', () => {
          req.pause()
          answer(new ContentTooLarge(), { req, res, request: req }, quiet())
        })
      },
      async (port) => {
        const { text } = await rawRequest(port, post('x'.repeat(2_000_000)) + post('y'), 400)

        expect(text.match(/HTTP\/1\.1 413/g)).to.have.length(2)
      },
    )
  })

  it('does not touch a body that was read, and unpipes one that was not', () => {
    const calls: string[] = []
    const req = { complete: true, unpipe: () => calls.push('unpipe'), resume: () => calls.push('resume') }
    drain(req as never, {} as never)
    expect(calls).to.deep.equal([])
    drain({ ...req, complete: false } as never, {} as never)
    expect(calls).to.deep.equal(['unpipe', 'resume'])
    drain({ complete: false, resume: () => calls.push('no unpipe') } as never, {} as never)
    expect(calls).to.deep.equal(['unpipe', 'resume', 'no unpipe'])
  })
})

describe('abort()', () => {
  it('destroys without the error, and resets a stream with INTERNAL_ERROR', () => {
    const calls: unknown[][] = []
    const res = { destroy: (...args: unknown[]) => calls.push(['destroy', ...args]), end: () => calls.push(['end']) }
    abort(res as never, { status: 500 })
    abort({ ...res, stream: { close: (code: number) => calls.push(['close', code]) } } as never, { status: 500 })
    abort({ ...res, stream: {} } as never, { status: 500 })

    expect(calls).to.deep.equal([['destroy'], ['close', 2], ['destroy']])
  })
})

describe('abort(): a response that an adapter collects', () => {
  const socketless = { socket: {}, destroy: () => undefined }
  for (const [name, shim, end] of [
    ['tells its end once', socketless, (res: EventEmitter) => res.emit('finish')],
    ['tells its end for a Node that does not', socketless, () => false],
    ['is ended where it has no destroy()', {}, (res: EventEmitter) => res.emit('finish')],
  ] as const) {
    it(name, async () => {
      let ends = 0
      const res = Object.assign(new EventEmitter(), shim, { statusCode: 200, end: () => end(res) })
      res.on('finish', () => ends++)
      abort(res as never, { status: 502 })
      await setTimeout(5)

      expect([ends, res.statusCode]).to.deep.equal([1, 502])
    })
  }
})
