/** Which texts are numbers, and which are not kept. */
import { expect } from 'chai'
import fc from 'fast-check'
import { numberExpected, readNumber } from '../../../lib/validate/conversion/decimal.js'

const ROUNDED = 'a number that is not rounded, at most 9007199254740991'
const DIGITS = 'a number in decimal digits'
const FINITE = 'a finite number'

describe('readNumber()', () => {
  for (const [text, value] of [
    ['0', 0],
    ['7', 7],
    ['-7', -7],
    ['+7', 7],
    ['007', 7],
    ['7.', 7],
    ['7.00', 7],
    ['70e-1', 7],
    ['0.7e1', 7],
    ['.7E+1', 7],
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991.0', -9007199254740991],
    ['90071992547409910e-1', 9007199254740991],
    ['0e999999999', 0],
    ['-0', 0],
    ['-0.00', 0],
  ] as const) {
    it(`reads ${text} as the whole number ${value}`, () => {
      for (const isWhole of [true, false]) expect(Object.is(readNumber(text, isWhole), value)).to.equal(true)
    })
  }

  for (const [text, value] of [
    ['1.5', 1.5],
    ['-.5', -0.5],
    ['15e-1', 1.5],
    ['0.1', 0.1],
    // Written by those who print 17 digits.
    ['0.10000000000000001', 0.1],
    ['4503599627370497.3', 4503599627370497],
    ['1e-300', 1e-300],
  ] as const) {
    it(`reads ${text} as a number that is not whole`, () => {
      expect(readNumber(text, false)).to.equal(value)
      expect(readNumber(text, true)).to.equal(undefined)
      expect(numberExpected(text)).to.equal(undefined)
    })
  }

  it('takes nothing for whole that has a digit behind the point, however small', () => {
    expect(readNumber('4.00000000000000000001', true)).to.equal(undefined)
    expect(readNumber('4.00000000000000000001', false)).to.equal(4)
  })

  for (const [text, expected] of [
    ['9007199254740992', ROUNDED],
    ['9007199254740993', ROUNDED],
    ['9007199254740993.0', ROUNDED],
    ['9007199254740993.', ROUNDED],
    ['-9007199254740993.00', ROUNDED],
    ['90071992547409930e-1', ROUNDED],
    ['9007199254740991.9', ROUNDED],
    ['123456789012345678e0', ROUNDED],
    ['123456789012345678.5', ROUNDED],
    ['1e21', ROUNDED],
    ['4.99999999999999999999', ROUNDED],
    ['0.99999999999999999999', ROUNDED],
    ['1e-400', ROUNDED],
    ['1e400', FINITE],
    [`1e${'9'.repeat(400)}`, FINITE],
    ['9'.repeat(400), FINITE],
    ['Infinity', FINITE],
    ['-Infinity', FINITE],
    [' ', DIGITS],
    [' 7', DIGITS],
    ['7 ', DIGITS],
    ['7\n', DIGITS],
    ['0x10', DIGITS],
    ['0b1', DIGITS],
  ] as const) {
    it(`refuses ${JSON.stringify(text.slice(0, 30))}, and says that ${expected} was expected`, () => {
      for (const isWhole of [true, false]) expect(readNumber(text, isWhole)).to.equal(undefined)
      expect(numberExpected(text)).to.equal(expected)
    })
  }

  for (const text of ['', 'a', 'NaN', '1,5', '1_000', '--1', '1e', '1e0.5', '.', 'e1', '1n', '٣']) {
    it(`refuses ${JSON.stringify(text)}, which no one takes for a number`, () => {
      for (const isWhole of [true, false]) expect(readNumber(text, isWhole)).to.equal(undefined)
      expect(numberExpected(text)).to.equal(undefined)
    })
  }

  it('keeps the digits before the point of every number that it reads', () => {
    const digits = fc.stringMatching(/^\d{0,20}$/)
    const exponent = fc.option(fc.integer({ min: -25, max: 25 }), { nil: undefined })
    fc.assert(
      fc.property(fc.constantFrom('', '-', '+'), digits, digits, exponent, (sign, whole, behind, exponent) => {
        if (whole + behind === '') return
        const text = `${sign}${whole}${behind === '' ? '' : `.${behind}`}${exponent === undefined ? '' : `e${exponent}`}`
        // In units of 10^-50, so that nothing is lost.
        const scaled = BigInt(`${whole}${behind}`) * 10n ** BigInt(50 - behind.length + (exponent ?? 0))
        const [before, isWhole] = [scaled / 10n ** 50n, scaled % 10n ** 50n === 0n]
        const read = readNumber(text, false)
        expect(readNumber(text, true), text).to.equal(isWhole ? read : undefined)
        if (read === undefined) expect(before >= 2n ** 53n || !isWhole, text).to.equal(true)
        else {
          expect(BigInt(Math.trunc(Math.abs(read))), text).to.equal(before)
          expect(read < 0, text).to.equal(sign === '-' && scaled > 0n)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('takes one pass over a text, however long', () => {
    const start = process.cpuUsage().user
    for (const text of [`${'1'.repeat(1e6)}x`, `0.${'0'.repeat(1e6)}1e1000001`, `${'0'.repeat(1e6)}.`, `1e${'1'.repeat(1e6)}`])
      readNumber(text, true)
    expect(process.cpuUsage().user - start).to.be.lessThan(1_000_000)
  })
})
