import { expect } from 'chai'
import fc from 'fast-check'
import { faultsOf } from '../../../lib/guard/fault.js'
import { classOf, make } from '../table.js'
import { parseStrings } from './structured-field-parser.js'

describe('the option rateLimit', () => {
  for (const status of [429, 503]) {
    it(`becomes both fields of a ${status}`, () => {
      const rateLimit = { policies: [{ name: 'a', quota: 9, window: 60 }], limits: [{ name: 'a', remaining: 0, reset: 7 }] }
      const problem = make(classOf(status), { rateLimit })
      expect(problem.headers).to.deep.equal({ 'RateLimit-Policy': '"a";q=9;w=60', RateLimit: '"a";r=0;t=7' })
      expect(faultsOf(problem)).to.deep.equal([])
    })
  }

  it('becomes one field where the other is wrong, and one fault', () => {
    const problem = make(classOf(429), { rateLimit: { policies: [{ name: 'é' }], limits: [{ name: 'a', remaining: 0 }] } })
    expect(problem.headers).to.deep.equal({ RateLimit: '"a";r=0' })
    expect(faultsOf(problem).map(({ code, place, got }) => [code, place, got])).to.deep.equal([
      ['ERR_PROBLEM_HEADER', 'rateLimit', '"é"'],
    ])
  })

  it('never has an integer of more than fifteen digits, even where it is rounded up (RFC 9651 3.3.1)', () => {
    const justBelow = 999_999_999_999_999.5
    const { headers } = make(classOf(429), {
      rateLimit: {
        policies: [{ name: 'a', quota: 1, window: justBelow }],
        limits: [{ name: 'a', remaining: 1, reset: justBelow }],
      },
    })
    for (const value of Object.values(headers)) parseStrings(value)
  })

  it('gives back name, numbers and partition through a parser of structured fields, by property [R3]', () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom(...'aZ09 "\\,;=:~!é€\n\t\x7f'.split('')) })
    const number = fc.oneof(fc.double(), fc.integer(), fc.double({ min: 999_999_999_999_990, max: 1e15 }))
    const item = fc.record({ name, quota: number, window: number, remaining: number, reset: number, partition: fc.uint8Array() })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), (items) => {
        const problem = make(classOf(429), { rateLimit: { policies: items, limits: items } })
        for (const value of Object.values(problem.headers)) {
          const parsed = parseStrings(value)
          expect(parsed.map((one) => one.name)).to.deep.equal(items.map((one) => one.name))
          expect(parsed.map((one) => one.parameters['pk'])).to.deep.equal(items.map((one) => Uint8Array.from(one.partition)))
          for (const { parameters } of parsed) expect(parameters['w'] ?? 1).to.be.at.least(1)
        }
        const fine = items.every((one) => /^[\x20-\x7e]+$/.test(one.name))
        if (!fine) expect(problem.headers).to.deep.equal({})
      }),
      { numRuns: 1000 },
    )
  })
})
