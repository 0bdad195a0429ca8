/** Properties that hold for anything that fast-check can think of. */
import { expect } from 'chai'
import fc from 'fast-check'
import { createProblem, problemClasses } from '../../lib/index.js'
import { errorFacts } from '../../lib/status/codes.js'
import { type Framework, type Running, start } from './framework.js'
import { fetchProblem } from './problem-response.js'

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withTypedArray: true,
  withSparseArray: true,
})
const fieldText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('a\r\nX-Injected: 1', '€', 'ok'))

const foreign = fc
  .record(
    {
      status: anything,
      statusCode: anything,
      expose: anything,
      message: anything,
      headers: fc.oneof(anything, fc.dictionary(fieldText, fc.oneof(fieldText, anything))),
      type: anything,
      code: anything,
      errors: anything,
      name: anything,
      body: anything,
    },
    { requiredKeys: [] },
  )
  .chain((properties) => fc.constantFrom(properties, Object.assign(new Error('planted-secret'), properties)))

const options = fc.record(
  {
    detail: anything,
    instance: anything,
    extensions: fc.oneof(anything, fc.dictionary(fc.string({ unit: 'binary' }), anything)),
    headers: fc.dictionary(fieldText, fc.oneof(fieldText, anything)),
    type: anything,
    title: anything,
    expose: anything,
    cause: anything,
    challenges: anything,
    allow: anything,
    retryAfter: anything,
    rateLimit: anything,
    accept: anything,
    size: anything,
    upgrade: anything,
    blockedBy: anything,
  },
  { requiredKeys: [] },
)

/** Registers the tests for one framework. */
export function anyValueSuite(framework: Framework): void {
  describe('holds for any value:', () => {
    let app: Running
    let thrown: unknown
    before(async () => {
      app = await start(framework, { handle: () => Promise.reject(thrown) })
    })
    after(() => app.close())

    const answerTo = async (value: unknown) => {
      thrown = value
      app.events.length = 0
      const response = await fetchProblem(app.url)
      expect(app.events).to.have.length(1)
      expect([...response.headers.keys()]).not.to.include('x-injected')
      return response
    }

    it('whatever is thrown is answered with a valid problem, once [B11] [P5]', async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(anything, foreign), async (value) => {
          const { text } = await answerTo(value)
          expect(text).not.to.contain('planted-secret')
        }),
        { numRuns: 60 },
      )
    }).timeout(60_000)

    it('whatever a problem is made of, its status stands [P3] [P4] [B10] [B12]', async () => {
      const statuses = fc.constantFrom(...Object.keys(errorFacts).map(Number))
      await fc.assert(
        fc.asyncProperty(statuses, anything, options, async (status, text, given) => {
          const make = createProblem as (...args: unknown[]) => unknown
          const Class = problemClasses[status as 409] as unknown as new (...args: unknown[]) => unknown
          expect((await answerTo(make(status, text, given))).status).to.equal(status)
          expect((await answerTo(new Class(text, given))).status).to.equal(status)
        }),
        { numRuns: 60 },
      )
    }).timeout(60_000)

    it('whatever becomes of a problem after it was made, the answer is valid [P4] [P5]', async () => {
      await fc.assert(
        fc.asyncProperty(options, anything, async (changes, status) => {
          await answerTo(Object.assign(createProblem(409), changes, { status }))
        }),
        { numRuns: 60 },
      )
    }).timeout(60_000)
  })
}
