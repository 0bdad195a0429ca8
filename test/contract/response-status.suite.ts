/** A status that the app set on the response before an error without one: the last step before 500. */
import type { ServerResponse } from 'node:http'
import { expect } from 'chai'
import createError from 'http-errors'
import { Conflict, map } from '../../lib/index.js'
import { type Framework, type Hands, type Running, type Scenario, start } from './framework.js'
import { fetchProblem } from './problem-response.js'

const SECRET = 'hunter2-secret'

/** Sets a status in the framework's own way, or straight on the response of Node. */
const ways: Readonly<Record<string, (hands: Hands, status: number) => void>> = {
  'the framework': ({ setStatus }, status) => setStatus(status),
  'the response of Node': ({ res }, status) => {
    res.statusCode = status
  },
}

/** Thrown values without a status that nobody knows. */
const unknown: Readonly<Record<string, () => unknown>> = {
  'an Error': () => new Error(SECRET),
  'an Error with a code': () => Object.assign(new Error(SECRET), { code: 'E_MINE' }),
  'an Error whose status is none': () => Object.assign(new Error(SECRET), { status: 'closed' }),
  'an error around one with a status': () => new Error(SECRET, { cause: new Conflict(SECRET) }),
  'several such errors': () => new AggregateError([new Error(SECRET), SECRET]),
  'a text': () => SECRET,
  null: () => null,
  undefined: () => undefined,
}

/** Thrown values that say themselves what they are. */
const known: Readonly<Record<string, readonly [make: () => unknown, status: number]>> = {
  'a problem': [() => new Conflict(), 409],
  'an error of http-errors': [() => createError(410), 410],
  'an error with a status': [() => Object.assign(new Error(SECRET), { status: 422 }), 422],
  'an error of a database': [() => Object.assign(new Error(SECRET), { code: '23505', severity: 'ERROR' }), 409],
  'an error around one of a database': [
    () => new Error(SECRET, { cause: Object.assign(new Error(SECRET), { code: 'ECONNREFUSED', syscall: 'connect' }) }),
    503,
  ],
  'several errors, one of them known': [() => new AggregateError([new Error(SECRET), new Conflict()]), 500],
}

/** Runs the tests on one framework. */
export function responseStatusSuite(framework: Framework): void {
  describe('a status that was set before the error', () => {
    let running: Running | undefined
    afterEach(() => running?.close())
    const serve = async (handle: (hands: Hands) => unknown, options: Scenario['options'] = {}): Promise<Running> => {
      running = await start(framework, { handle, options })
      return running
    }

    for (const [way, set] of Object.entries(ways)) {
      for (const [name, make] of Object.entries(unknown)) {
        it(`counts for ${name}, set through ${way}`, async () => {
          const { url, events } = await serve((hands) => {
            set(hands, 403)
            throw make()
          })
          const { text, document } = await fetchProblem(url)

          expect(document).to.deep.equal({ type: 'about:blank', title: 'Forbidden', status: 403 })
          expect(text).not.to.contain(SECRET)
          expect(events.map(({ status, outcome }) => [status, outcome])).to.deep.equal([[403, 'answered']])
        })
      }

      for (const sent of [400, 404, 418, 429, 500, 503]) {
        it(`makes an answer of ${sent}, set through ${way}`, async () => {
          const { url, events } = await serve((hands) => {
            set(hands, sent)
            throw new Error(SECRET)
          })
          // Koa begins with 404, so one that is set past Koa cannot be told.
          const expected = sent === 404 && framework.kind === 'koa' && way !== 'the framework' ? 500 : sent
          const { status, document } = await fetchProblem(url)

          expect([status, document.status, events[0]?.status]).to.deep.equal([expected, expected, expected])
          expect(document.detail).to.equal(undefined)
        })
      }

      for (const status of [200, 201, 302, 399]) {
        it(`does not count where it is ${status}, set through ${way}`, async () => {
          const { url } = await serve(({ res }) => {
            res.statusCode = status
            throw new Error(SECRET)
          })
          expect((await fetchProblem(url)).status).to.equal(500)
        })
      }

      for (const [name, [make, status]] of Object.entries(known)) {
        it(`does not count for ${name}, set through ${way}`, async () => {
          const { url } = await serve((hands) => {
            set(hands, 403)
            throw make()
          })
          expect((await fetchProblem(url)).status).to.equal(status)
        })
      }

      it(`comes with the fields that it calls for, set through ${way} [S5]`, async () => {
        const options = { challenges: { scheme: 'Basic', realm: 'a' } }
        const { url } = await serve((hands) => {
          set(hands, Number(hands.req.url?.slice(1)))
          throw new Error(SECRET)
        }, options)
        expect((await fetchProblem(`${url}/401`)).headers.get('www-authenticate')).to.equal('Basic realm="a"')
        expect((await fetchProblem(`${url}/405`)).headers.get('allow')).not.to.equal(null)
      })
    }

    it('is 500 where nobody set one', async () => {
      const { url } = await serve(() => {
        throw new Error(SECRET)
      })
      expect((await fetchProblem(url)).status).to.equal(500)
    })

    it('counts over HTTP/1 only until the response has begun', async () => {
      const { url, events } = await serve(({ res }) => {
        res.statusCode = 403
        ;(res as ServerResponse).write('a')
        throw new Error(SECRET)
      })
      await fetch(url)
        .then((response) => response.text())
        .catch(() => undefined)

      expect(events.map(({ status, outcome }) => [status, outcome])).to.deep.equal([[500, 'aborted']])
    })

    for (const [given, sent] of [
      [499, 408],
      [522, 504],
      [560, 560],
      [599, 504],
      [600, 500],
      [799, 500],
    ] as const) {
      it(`becomes ${sent} where it is ${given} [S34]`, async () => {
        const { url } = await serve(({ res }) => {
          res.statusCode = given
          throw new Error(SECRET)
        })
        expect((await fetchProblem(url)).status).to.equal(sent)
      })
    }

    it('counts for a map that throws another error in the place of the first', async () => {
      const swap = map(RangeError, () => {
        throw new Error(SECRET)
      })
      const { url } = await serve(
        ({ res }) => {
          res.statusCode = 409
          throw new RangeError(SECRET)
        },
        { map: [swap] },
      )
      expect((await fetchProblem(url)).status).to.equal(409)
    })
  })
}
