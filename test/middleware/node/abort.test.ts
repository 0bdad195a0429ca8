import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { abort } from '../../../middleware/node/state.js'

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
      await sleep(5)

      expect([ends, res.statusCode]).to.deep.equal([1, 502])
    })
  }
})
