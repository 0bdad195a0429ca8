import vm from 'node:vm'
import { expect } from 'chai'
import fc from 'fast-check'
import { faultsOf } from '../../../lib/guard/fault.js'
import { FieldError } from '../../../lib/problem/fields/field-value.js'
import { retryAfter } from '../../../lib/problem/fields/single.js'
import { classOf, make } from '../table.js'

// RFC 9110 5.6.7.
const IMF_FIXDATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

class Moment extends Date {
  override toUTCString(): string {
    return 'a\r\nb'
  }
}

describe('retryAfter()', () => {
  for (const [seconds, text] of [
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [1.2, '2'],
    [0.000001, '1'],
    [-0.5, '0'],
    [-3, '0'],
    [-1e300, '0'],
    [120, '120'],
    [1e15, '1000000000000000'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ] as const) {
    it(`writes ${Object.is(seconds, -0) ? '-0' : seconds} seconds as ${text} [R1]`, () => {
      expect(retryAfter(seconds)).to.equal(text)
    })
  }

  for (const [what, date, text] of [
    ['a Date', new Date(Date.UTC(1994, 10, 6, 8, 49, 37)), 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ['the first Date', new Date(0), 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['the last Date with four digits', new Date(Date.UTC(9999, 11, 31, 23, 59, 59, 999)), 'Fri, 31 Dec 9999 23:59:59 GMT'],
    ['a Date of another realm', vm.runInNewContext('new Date(0)'), 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['a Date that writes itself in its own way', new Moment(0), 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ] as const) {
    it(`writes ${what} as IMF-fixdate [R1]`, () => {
      expect(retryAfter(date)).to.equal(text)
    })
  }

  for (const [what, value] of [
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['minus Infinity', Number.NEGATIVE_INFINITY],
    ['more than digits can say exactly', 1e21],
    ['an invalid Date', new Date(Number.NaN)],
    ['a Date with five digits of a year', new Date(Date.UTC(10000, 0))],
    ['a text', '120'],
    ['null', null],
    ['a bigint', 120n],
    ['true', true],
    ['an object', { valueOf: () => 120 }],
    ['a list', [120]],
    ['a symbol', Symbol('s')],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => retryAfter(value))
        .to.throw(FieldError)
        .with.property('expected', 'seconds or a Date')
    })
  }

  it('writes digits or an IMF-fixdate, never anything else, by property [R1]', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.date({ noInvalidDate: false })), (value) => {
        const { headers } = make(classOf(503), { retryAfter: value })
        const written = headers['Retry-After']
        if (written !== undefined && !/^\d+$/.test(String(written))) expect(written).to.match(IMF_FIXDATE)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the option retryAfter', () => {
  for (const status of [413, 429, 503]) {
    it(`becomes Retry-After of a ${status} [S12, S24, S29]`, () => {
      expect(make(classOf(status), { retryAfter: 1.2 }).headers).to.deep.equal({ 'Retry-After': '2' })
    })
  }

  it('is left out and reported when it cannot be read as a time', () => {
    for (const value of [Number.NaN, 'soon', { [Symbol.toStringTag]: 'Date' }]) {
      const problem = make(classOf(503), { retryAfter: value })
      expect(problem.headers).to.deep.equal({})
      expect(faultsOf(problem).map(({ code, place }) => [code, place])).to.deep.equal([['ERR_PROBLEM_HEADER', 'retryAfter']])
    }
  })
})
