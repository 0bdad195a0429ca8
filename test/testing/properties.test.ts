/** What holds for every response: the assertions throw what they promise, and nothing else. */
import { expect } from 'chai'
import fc from 'fast-check'
import { Conflict, createProblem } from '../../lib/index.js'
import { assertProblemResponse, ProblemAssertionError } from '../../lib/testing/index.js'
import { nonsense } from '../problem/arbitraries.js'
import { hostileValues, thorny } from '../problem/hostile.js'
import { answer, SeatTaken } from './problem-types.js'

const assertAny = assertProblemResponse as (response: unknown, ...expected: unknown[]) => unknown

/** Runs the assertion; what it throws must be its own error. */
async function outcome(response: unknown, ...expected: unknown[]): Promise<unknown> {
  try {
    return await assertAny(response, ...expected)
  } catch (error) {
    expect(error).to.be.instanceOf(ProblemAssertionError)
    expect((error as Error).message.length).to.be.lessThan(10_000)
    return 'refused'
  }
}

describe('The assertions', () => {
  for (const [name, make] of Object.entries(hostileValues)) {
    it(`refuse ${name}, as response and as every part of one`, async () => {
      expect(await outcome(make())).to.equal('refused')
      expect(await outcome({ status: make(), headers: {}, body: {} }, SeatTaken)).to.equal('refused')
      expect(await outcome({ status: 409, headers: make(), body: {} }, SeatTaken)).to.equal('refused')
      expect(await outcome({ status: 409, headers: { get: make() }, body: {} }, SeatTaken)).to.equal('refused')
      expect(await outcome({ status: 409, headers: { 'content-type': make() }, body: {} }, SeatTaken)).to.equal('refused')
      expect(await outcome(answer(make()), SeatTaken, { seat: '12A' })).to.equal('refused')
      expect(await outcome(answer({ type: make(), title: make(), status: make(), rows: make() }), SeatTaken)).to.equal('refused')
      expect(await outcome({ status: 409, headers: {}, clone: make, arrayBuffer: make })).to.equal('refused')
    })
  }

  it('refuse headers whose method throws', async () => {
    expect(await outcome({ status: 409, headers: { get: thorny(() => '') }, body: {} })).to.equal('refused')
  })

  it('never throw anything but their error, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(nonsense, nonsense, nonsense, async (status, headers, body) => {
        await outcome({ status: status(), headers: headers(), body: body() }, Conflict, { a: 1 })
      }),
      { numRuns: 300 },
    )
  })

  it('never throw anything but their error, whatever JSON comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.dictionary(fc.string(), fc.jsonValue()), async (text, members) => {
        await outcome({ status: 409, headers: {}, text }, 409, { a: JSON.parse(text) })
        await outcome(answer(members), SeatTaken)
      }),
      { numRuns: 300 },
    )
  })

  it('accept a body as deep as JSON.parse() goes, or refuse it', async () => {
    const text = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    expect(await outcome({ status: 409, headers: {}, text }, SeatTaken)).to.equal('refused')
  })

  it('accept every problem that the package makes [P1]', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(400, 404, 409, 422, 500, 503),
        fc.dictionary(fc.stringMatching(/^[a-z]{3,9}$/), fc.jsonValue()),
        (status, members) => {
          const names = Object.keys(members).filter((name) => !['type', 'title', 'status', 'detail', 'instance'].includes(name))
          const extensions = Object.fromEntries(names.map((name) => [name, members[name]]))
          const text = JSON.stringify(createProblem(status, 'What happened.', { extensions }))
          assertProblemResponse({ ...answer(undefined, status), text }, status, extensions)
        },
      ),
    )
  })
})
