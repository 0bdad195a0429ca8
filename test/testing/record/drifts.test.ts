/** Planted drifts: each is found and named on every version of each framework, and an honest app has none. */
import { expect } from 'chai'
import request from 'supertest'
import { Conflict, NotFound, Unauthorized } from '../../../lib/index.js'
import { type ProblemReport, recordProblems } from '../../../lib/testing/index.js'
import { findingLines } from '../../../lib/testing/record/summary.js'
import { makers, type TestRoute } from './apps.js'
import { drifts } from './drifts.js'
import { problemJson, SeatTaken, ShopClosed, seatFields, seatTaken } from './problem-classes.js'

const declared: TestRoute = { method: 'get', path: '/declared/:id', problems: [SeatTaken, ShopClosed], answer: () => undefined }

function methodOf(method = 'get'): TestRoute['method'] {
  return method === 'head' ? 'get' : (method as TestRoute['method'])
}

// Not all of these bodies are JSON.
function skipBody(response: unknown, done: (error: null, body: string) => void): void {
  const stream = response as NodeJS.ReadableStream
  stream.on('end', () => done(null, ''))
  stream.resume()
}

/** The lines about a route, without its name and without who declares it. */
function linesOf(report: ProblemReport, method: string, path: string): readonly string[] {
  const start = `${method.toUpperCase()} ${path} `
  return Object.values(findingLines)
    .flatMap((lines) => lines(report))
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length).replace(/(problems\(\) of) .*/, '$1'))
}

for (const [name, make] of Object.entries(makers)) {
  describe(`a recorder on ${name}`, () => {
    describe('with drifts', () => {
      let report: ProblemReport
      before(async () => {
        const routes = drifts.map(
          ({ method, declares, answer }, index): TestRoute => ({
            method: methodOf(method),
            path: `/drifts/${index}/:id`,
            problems: declares,
            answer,
          }),
        )
        const { app, listener } = make([declared, ...routes])
        const recorder = recordProblems(app)
        const server = listener()
        for (const [index, { method = 'get' }] of drifts.entries()) {
          await request(server)[method](`/drifts/${index}/7?x=1`).buffer(true).parse(skipBody)
        }
        report = recorder.report()
      })

      for (const [index, { what, method, lines }] of drifts.entries()) {
        it(`finds ${what}`, () => {
          expect(linesOf(report, methodOf(method), `/drifts/${index}/{id}`)).to.have.members(lines)
        })
      }
    })

    it('finds no drift where there is none', async () => {
      const routes: readonly TestRoute[] = [
        { method: 'get', path: '/seats/:id', problems: [SeatTaken], answer: ({ fail }) => fail(new SeatTaken({ seat: '12A' })) },
        { method: 'post', path: '/seats/:id', problems: [Unauthorized], answer: ({ fail }) => fail(new Unauthorized()) },
        {
          method: 'put',
          path: '/seats/:id',
          problems: [Conflict],
          answer: ({ fail }) => fail(new Conflict('No.', { extensions: { more: 1 } })),
        },
        { method: 'get', path: '/shop', problems: [ShopClosed, NotFound], answer: ({ fail }) => fail(new ShopClosed()) },
        { method: 'put', path: '/shop', problems: [NotFound], answer: ({ fail }) => fail(new NotFound()) },
        {
          method: 'get',
          path: '/by-hand',
          problems: [SeatTaken],
          answer: ({ send }) =>
            send(
              409,
              { ...seatFields, 'Content-Type': `${problemJson['Content-Type']}; charset=utf-8` },
              JSON.stringify(seatTaken),
            ),
        },
        {
          method: 'get',
          path: '/pieces',
          problems: [SeatTaken],
          answer: ({ stream }) => stream(409, seatFields, [...JSON.stringify(seatTaken)]),
        },
      ]
      const { app, listener } = make(routes)
      const recorder = recordProblems(app, { name: 'honest' })
      const server = listener()
      for (const { method, path } of routes) await request(server)[method](path.replace(':id', '7'))
      await request(server).get('/nowhere')
      await request(server).delete('/shop')

      const { undeclared, broken, neverSeen, unrouted, summary } = recorder.report()
      expect([undeclared, broken]).to.deep.equal([[], []])
      expect(neverSeen.map(({ method, path, status }) => `${method} ${path} ${status}`)).to.deep.equal(['GET /shop 404'])
      expect(unrouted.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['GET /nowhere', 'DELETE /shop'])
      expect(summary).to.equal('honest: 7 of 8 declared problems seen, 0 undeclared; never seen: GET /shop 404')
    })
  })
}
