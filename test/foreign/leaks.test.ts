/** Nothing of an error reaches a client but what the guide "What leaks and what does not" says. */
import { expect } from 'chai'
import fc from 'fast-check'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { upstreamProblem } from '../../lib/foreign/upstream-problem.js'
import { frameworks, start } from '../contract/framework.js'
import { answerTo } from '../respond/answer-to.js'
import { shapes as elderShapes, MARK, type Shape, secret } from './library-shapes.js'
import { newerShapes } from './newer-shapes.js'
import { build, carriers, PLACES, placings, wrappings } from './planting.js'

const shapes = [...elderShapes, ...newerShapes]

// The list of the guide.
const LISTED = new Set(
  'www-authenticate proxy-authenticate allow retry-after ratelimit ratelimit-policy ratelimit-limit ratelimit-remaining ratelimit-reset x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset accept accept-encoding accept-patch accept-post accept-query accept-ranges content-range link upgrade vary'.split(
    ' ',
  ),
)
const REFUSED =
  'set-cookie content-type content-length content-location content-encoding transfer-encoding connection keep-alive te trailer'.split(
    ' ',
  )
const OWN = ['x-request-id', 'server', 'x-powered-by', 'location', 'authorization', 'cookie', 'via']
const NAMES = [...LISTED, ...REFUSED, ...OWN]

const place = fc.record({
  key: fc.constantFrom(...PLACES),
  carrier: fc.nat({ max: carriers.length - 1 }),
  placing: fc.nat({ max: placings.length - 1 }),
})
const attack = fc.record({
  shape: fc.nat({ max: shapes.length - 1 }),
  places: fc.array(place, { maxLength: 12 }),
  fields: fc.subarray(NAMES),
  status: fc.constantFrom(undefined, 400, 401, 404, 409, 422, 500, 503),
  expose: fc.constantFrom(undefined, true, false),
  wrapping: fc.nat({ max: wrappings.length - 1 }),
})
const bare = (shape: Shape): object => Object.assign(shape.make(), shape.marks)

/** Lists the secrets that may be sent. A copy that is no Error is of no library that makes Errors. */
function documented({ says, fields }: Shape, expose: boolean | undefined, copied: boolean): Set<string> {
  const names = fields === 'own' ? NAMES.filter((name) => LISTED.has(name) || !REFUSED.includes(name)) : [...LISTED]
  return new Set([
    ...(says || (expose === true && (fields === 'listed' || copied)) ? [secret('message')] : []),
    ...(fields !== 'none' || copied ? names.map((name) => secret(`field-${name}`)) : []),
  ])
}

/** Lists the secrets in a text, as they are or in base64. */
function secretsIn(text: string): string[] {
  const decoded = (text.match(/[\w+/]{8,}={0,2}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString('latin1'))
  return [...new Set([text, ...decoded].join('\n').match(new RegExp(`${MARK}-[\\w$.-]+`, 'gi')))]
}

describe('a secret in an error', () => {
  for (const framework of frameworks) {
    it(`is not sent by ${framework.name}, whichever library made the error`, async () => {
      const everywhere = PLACES.map((key) => ({ key, carrier: 0, placing: 0 }))
      const errors = shapes.map((shape) => build(shape, { places: everywhere, fields: NAMES }))
      const { url, close } = await start(framework, {
        handle: ({ req }) => {
          throw errors[Number(req.url?.slice(1))]
        },
      })
      try {
        for (const [index, shape] of shapes.entries()) {
          const response = await fetch(`${url}/${index}`)
          const head = [response.status, response.statusText, ...response.headers]
          const allowed = documented(shape, undefined, false)
          const sent = secretsIn(JSON.stringify([head, await response.text()]))

          expect(sent.includes(secret('message')), `the message of ${shape.library}`).to.equal(shape.says)
          expect(response.status, shape.library).to.equal(toProblem(bare(shape)).status)
          expect(
            sent.filter((one) => !allowed.has(one)),
            shape.library,
          ).to.deep.equal([])
        }
      } finally {
        await close()
      }
    })
  }

  it('is in no status line, field or body of the answer, wherever the error has it', () => {
    fc.assert(
      fc.property(attack, ({ shape: index, wrapping, ...rest }) => {
        const shape = shapes[index] as Shape
        const thrown = wrappings[wrapping]?.(build(shape, rest))
        const { status, reason, fields, body, faults } = answerTo(toProblem(thrown))
        const sent = JSON.stringify([status, reason, fields.set, body])
        const allowed = documented(shape, rest.expose, wrapping === wrappings.length - 1)

        expect(secretsIn(sent).filter((one) => !allowed.has(one))).to.deep.equal([])
        expect(secretsIn(JSON.stringify(faults))).to.deep.equal([])
      }),
      { numRuns: 3000 },
    )
  })

  it('is in no answer that upstreamProblem() makes, whatever it gets', async () => {
    await fc.assert(
      fc.asyncProperty(attack, async ({ shape: index, wrapping, ...rest }) => {
        const shape = shapes[index] as Shape
        const problem = await upstreamProblem(wrappings[wrapping]?.(build(shape, rest)))
        const { fields, body } = answerTo(problem)

        expect([502, 503, 504, 500]).to.include(problem.status)
        expect(secretsIn(JSON.stringify([fields.set, body]))).to.deep.equal([])
      }),
      { numRuns: 2000 },
    )
  })
})
