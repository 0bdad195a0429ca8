import { expect } from 'chai'
import fc from 'fast-check'
import { faultsOf } from '../../../lib/problem/fault.js'
import { FieldError } from '../../../lib/problem/fields/field-error.js'
import { rateLimitPolicy, rateLimitState } from '../../../lib/problem/fields/rate-limit.js'
import { classOf, make } from '../table.js'
import { parseStrings } from './structured-field-parser.js'

describe('rateLimitPolicy()', () => {
  for (const [what, policies, written] of [
    ['quota and window', [{ name: 'burst', quota: 100, window: 60 }], '"burst";q=100;w=60'],
    ['the quota alone', [{ name: 'daily', quota: 1000 }], '"daily";q=1000'],
    ['several policies', [{ name: 'a', quota: 1 }, { name: 'b', quota: 2, window: 3 }], '"a";q=1, "b";q=2;w=3'],
    ['the unit', [{ name: 'a', quota: 1, unit: 'content-bytes' }], '"a";q=1;qu="content-bytes"'],
    ['a partition of text', [{ name: 'a', quota: 1, partition: 'user7' }], '"a";q=1;pk=:dXNlcjc=:'],
    ['a partition of bytes', [{ name: 'a', quota: 1, partition: new Uint8Array([0, 255]) }], '"a";q=1;pk=:AP8=:'],
    ['quotes in the name', [{ name: 'a"b\\c', quota: 1 }], '"a\\"b\\\\c";q=1'],
    ['a quota rounded down and a window rounded up', [{ name: 'a', quota: 1.9, window: 1.1 }], '"a";q=1;w=2'],
    ['no negative quota and no window below one', [{ name: 'a', quota: -1, window: -5 }], '"a";q=0;w=1'],
  ] as const) {
    it(`writes ${what} [R3]`, () => {
      expect(rateLimitPolicy({ policies })).to.equal(written)
    })
  }

  it('encodes a partition as UTF-8', () => {
    const [item] = parseStrings(rateLimitPolicy({ policies: [{ name: 'a', quota: 1, partition: 'Zoë €' }] }))
    expect(new TextDecoder().decode(item?.parameters['pk'] as Uint8Array)).to.equal('Zoë €')
  })

  it('writes nothing where there are no policies', () => {
    expect(rateLimitPolicy({})).to.equal(undefined)
    expect(rateLimitPolicy({ limits: [{ name: 'a', remaining: 0 }] })).to.equal(undefined)
  })
})

describe('rateLimitState()', () => {
  for (const [what, limits, written] of [
    ['remaining and reset', [{ name: 'burst', remaining: 0, reset: 30 }], '"burst";r=0;t=30'],
    ['remaining alone', [{ name: 'burst', remaining: 9 }], '"burst";r=9'],
    ['a partition', [{ name: 'burst', remaining: 9, partition: 'u' }], '"burst";r=9;pk=:dQ==:'],
    ['a reset that is over as now', [{ name: 'burst', remaining: -3, reset: -0.5 }], '"burst";r=0;t=0'],
    ['a reset rounded up', [{ name: 'burst', remaining: 2.9, reset: 0.1 }], '"burst";r=2;t=1'],
  ] as const) {
    it(`writes ${what} [R3]`, () => {
      expect(rateLimitState({ limits })).to.equal(written)
    })
  }

  it('writes nothing where there are no limits', () => {
    expect(rateLimitState({})).to.equal(undefined)
  })
})

const good = { name: 'a', quota: 1, remaining: 1 }

for (const [build, key] of [
  [rateLimitPolicy, 'policies'],
  [rateLimitState, 'limits'],
] as const) {
  describe(`${build.name}()`, () => {
    for (const [what, value] of [
      ['null', null],
      ['a text', 'burst'],
      ['a list', [good]],
      ['a number', 7],
      ['an empty list', { [key]: [] }],
      ['null for the list', { [key]: null }],
      ['an object for the list', { [key]: good }],
      ['null in the list', { [key]: [null] }],
      ['no name', { [key]: [{ ...good, name: undefined }] }],
      ['an empty name', { [key]: [{ ...good, name: '' }] }],
      ['a name with ä', { [key]: [{ ...good, name: 'täglich' }] }],
      ['a name with a line break', { [key]: [{ ...good, name: 'a\r\nX: y' }] }],
      ['a name with a line break at the end', { [key]: [{ ...good, name: 'a\n' }] }],
      ['a name that is a number', { [key]: [{ ...good, name: 7 }] }],
      ['no number', { [key]: [{ name: 'a' }] }],
      ['a number as text', { [key]: [{ name: 'a', quota: '1', remaining: '1' }] }],
      ['NaN', { [key]: [{ name: 'a', quota: Number.NaN, remaining: Number.NaN }] }],
      ['Infinity', { [key]: [{ name: 'a', quota: 1 / 0, remaining: 1 / 0 }] }],
      ['sixteen digits', { [key]: [{ name: 'a', quota: 1e15, remaining: 1e15 }] }],
      ['null for a time', { [key]: [{ ...good, window: null, reset: null }] }],
      ['a partition that is a number', { [key]: [{ ...good, partition: 7 }] }],
      ['a partition that is null', { [key]: [{ ...good, partition: null }] }],
      ['one wrong item among good ones', { [key]: [good, {}] }],
    ] as const) {
      it(`refuses ${what}`, () => {
        expect(() => build(value)).to.throw(FieldError)
      })
    }
  })
}

it('rateLimitPolicy() refuses a unit that is no printable ASCII', () => {
  for (const unit of ['', 'é', 'a\nb', 7, null]) expect(() => rateLimitPolicy({ policies: [{ ...good, unit }] })).to.throw(FieldError)
})

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
      rateLimit: { policies: [{ name: 'a', quota: 1, window: justBelow }], limits: [{ name: 'a', remaining: 1, reset: justBelow }] },
    })
    for (const value of Object.values(headers)) parseStrings(value)
  })

  it('gives back name, numbers and partition through a parser of structured fields, by property [R3]', () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom(...'aZ09 "\\,;=:~!é€\n\t\x7f') })
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
