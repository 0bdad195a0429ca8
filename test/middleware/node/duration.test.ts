/** How long a request takes, where a request logger has noted when it began. */
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { hrtime } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { problemHandler } from '../../../middleware/express/index.js'
import { durationOf } from '../../../middleware/node/duration.js'
import { withListener } from '../../contract/with-listener.js'

// Its types would add members to the requests of all tests.
const pinoHttp = createRequire(import.meta.url)('pino-http') as (options: object) => RequestHandler

describe('durationOf()', () => {
  it('reads what morgan notes on a request', async () => {
    const req = { _startAt: hrtime() }
    await sleep(20)
    expect(durationOf(req, {})).to.be.within(15, 2000)
  })

  it('reads what pino-http notes on a response', async () => {
    const durations: unknown[] = []
    const app = express()
    app.use(pinoHttp({ level: 'silent' }))
    app.get('/', async () => {
      await sleep(20)
      throw new Error('x')
    })
    app.use(problemHandler({ logger: false, onProblem: ({ duration }) => durations.push(duration) }) as ErrorRequestHandler)
    await withListener(app as RequestListener, async (url) => void (await (await fetch(url)).text()))
    expect(durations).to.have.length(1)
    expect(durations[0]).to.be.within(15, 2000)
  })

  it('knows nothing where nobody notes it, and believes no nonsense', () => {
    const symbol = Symbol('startTime')
    for (const [req, res] of [
      [{}, {}],
      [{}, { [Symbol('other')]: 7 }],
      [{}, { [symbol]: 'x' }],
      [{}, { [symbol]: Number.NaN }],
      [{}, { [symbol]: Date.now() + 60_000 }],
      [{ _startAt: [] }, {}],
      [{ _startAt: ['x', 1] }, {}],
      [{ _startAt: [1, Infinity] }, {}],
      [{ _startAt: 'x' }, {}],
    ] as readonly (readonly [object, object])[]) {
      expect(durationOf(req, res)).to.equal(undefined)
    }
  })
})
