import { expect } from 'chai'
import fc from 'fast-check'
import { createProblem } from '../../lib/problem/create.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { titleOf } from '../../lib/problem/status.js'
import { jsonRepresentation } from '../../lib/respond/representations/json.js'
import { errorFacts } from '../../lib/status/codes.js'
import { schemaFindings } from '../../schemas/validate.js'
import { answerTo, tampered } from './answer-to.js'

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
})

// Values that answer every question with an exception, or with themselves.
const refusing: ProxyHandler<object> = Object.fromEntries(
  Object.getOwnPropertyNames(Reflect).map((trap) => [
    trap,
    () => {
      throw new Error('secret of a trap')
    },
  ]),
)
const bottomless: object = new Proxy([], { get: () => bottomless })
// fast-check looks into the values that it makes, so what it makes are functions that give them.
const hostile = fc.constantFrom<(() => unknown)[]>(
  () => new Proxy({}, refusing),
  () => new Proxy([], refusing),
  () => new Proxy(() => 1, refusing),
  () => bottomless,
  () => new Proxy({}, { get: () => bottomless }),
  () => Symbol('x'),
  () => () => 1,
  () =>
    Object.defineProperty({}, 'x', {
      enumerable: true,
      get() {
        throw new Error('secret of a getter')
      },
    }),
)
const member = fc.oneof({ weight: 4, arbitrary: anything.map((value) => () => value) }, { weight: 1, arbitrary: hostile })

describe('respond(): whatever a problem holds', () => {
  it('gives a document that the schema accepts, its status in both places, and a body that parses [P1] [P3] [P5] [P6]', () => {
    const members = fc.record(
      { type: member, title: member, status: member, detail: member, instance: member, extensions: member, headers: member },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), members, fc.boolean(), (status, changes, freeze) => {
        const given = Object.entries(changes).map(([name, make]) => [name, make()])
        const problem = tampered(createProblem(status), Object.fromEntries(given))
        if (freeze) Object.freeze(problem)
        const answer = answerTo(problem)

        const sent = JSON.parse(answer.body)
        expect(schemaFindings(sent)).to.deep.equal([])
        expect(sent.status).to.equal(answer.status)
        expect(answer.status).to.be.within(400, 599)
        expect(answer.body).not.to.contain('secret of a')
        for (const value of Object.values(sent)) expect(value).not.to.equal(undefined)
        for (const name of ['detail', 'instance']) expect(sent[name]).not.to.equal(null)
      }),
      { numRuns: 300 },
    )
  })

  it('answers a problem whose traps throw with a 500', () => {
    for (const target of [createProblem(409, 'x'), {}, []]) {
      const answer = answerTo(new Proxy(target, refusing) as HttpProblem)

      expect(answer.body).to.equal('{"type":"about:blank","title":"Internal Server Error","status":500}')
    }
  })

  it('answers a value that is bottomless with a 500', () => {
    expect(JSON.parse(answerTo(bottomless as HttpProblem).body)).to.deep.equal({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    })
  })

  it('does not change a problem', () => {
    const problem = createProblem(429, 'Slow down.', { retryAfter: 3, extensions: { a: { b: [1, new Date(0)] } } })
    const before = structuredClone({ ...problem })
    answerTo(problem, { options: { debug: true, instance: 'uuid', members: () => ({ id: 1 }) } })

    expect({ ...problem }).to.deep.equal(before)
    expect(problem).to.be.instanceOf(HttpProblem)
  })
})

describe('jsonRepresentation', () => {
  it('writes the same bytes as JSON.stringify for every document that the pipeline makes', () => {
    const text = fc.string({ unit: 'binary' })
    const extensions = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), text, extensions, fc.option(text), (status, detail, members, type) => {
        const { document, body } = answerTo(
          createProblem(status, { detail, extensions: members, ...(type !== null && { type, title: detail }) }),
        )
        expect(jsonRepresentation.encode(document)).to.equal(JSON.stringify(document))
        expect(body).to.equal(JSON.stringify(document))
      }),
      { numRuns: 300 },
    )
  })

  it('writes the same bytes as JSON.stringify with and without a prepared head', () => {
    for (const status of [...Object.keys(errorFacts).map(Number), 470, 599]) {
      for (const more of [{}, { detail: '"€"\u2028' }, { seat: 1 }, { detail: 'x', seat: 1 }, { instance: '/x' }]) {
        for (const title of [titleOf(status), 'Conflict', 'Own title']) {
          const document = { type: 'about:blank', title, status, ...more }
          expect(jsonRepresentation.encode(document)).to.equal(JSON.stringify(document))
        }
      }
    }
  })
})
