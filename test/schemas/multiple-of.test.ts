import { expect } from 'chai'
import fc from 'fast-check'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { isMultipleOf, isNearMultipleOf } from '../../schemas/keywords/multiple-of.js'

const rows: readonly (readonly [value: number, divisor: number, isMultiple: boolean])[] = [
  [1234567.89, 0.01, true],
  [1234567.891, 0.01, false],
  [1.000000001, 1, false],
  [2 ** 60, 1, true],
  [-1234567.89, 0.01, true],
  [-0.005, 0.01, false],
  [0, 0.3, true],
  [-0, 2.5, true],
  [0.3, 0.1, true],
  [0.30000000000000004, 0.1, false],
  [0.9, 0.3, true],
  [7.5, 2.5, true],
  [7.6, 2.5, false],
  [3e-7, 1e-7, true],
  [3.5e-7, 1e-7, false],
  [1e-8, 1e-7, false],
  [0.00000123, 1e-8, true],
  [123456.00000001, 1e-8, true],
  [1e21, 1e-7, true],
  [1e21, 7, false],
  [7e21, 7, true],
  [1.5e300, 3, true],
  [1e308, 5e-324, true],
  [5e-324, 5e-324, true],
  [1e-323, 5e-324, true],
  [5e-324, 0.01, false],
  [1, 1e21, false],
  [2e21, 1e21, true],
  [Number.MAX_VALUE, 1, true],
  [Number.POSITIVE_INFINITY, 1, false],
  [Number.NaN, 1, false],
]

describe('isMultipleOf()', () => {
  for (const [value, divisor, isMultiple] of rows) {
    it(`says that ${value} is ${isMultiple ? 'a' : 'no'} multiple of ${divisor}`, () => {
      expect(isMultipleOf(value, divisor)).to.equal(isMultiple)
    })
  }

  // The digits are those of a whole number, with a point put in: nothing is computed with fractions.
  const amount = (whole: number, places: number): number => {
    const digits = String(Math.abs(whole)).padStart(places + 1, '0')
    const text = `${whole < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`
    return Number(places === 0 ? whole : text)
  }

  it('agrees with whole numbers about a million amounts', () => {
    let wrong = 0
    for (let cents = 0; cents < 1_000_000; cents++)
      if (!isMultipleOf(amount(cents * 9973, 2), 0.01) || isMultipleOf(amount(cents * 10 + 1, 3), 0.01)) wrong++
    expect(wrong).to.equal(0)
  })

  it('agrees with whole numbers for every number of places', () => {
    const whole = fc.integer({ min: -1e15 + 1, max: 1e15 - 1 })
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 12 }), (dividend, divisor, places) => {
        expect(isMultipleOf(amount(dividend, places), amount(divisor, places))).to.equal(dividend % divisor === 0)
        const multiple = Math.trunc(dividend / 1e6) * divisor
        if (Math.abs(multiple) < 1e15) expect(isMultipleOf(amount(multiple, places), amount(divisor, places))).to.equal(true)
      }),
    )
  })
})

describe('isNearMultipleOf()', () => {
  it('takes what zod, valibot or arktype may take, and nothing else', () => {
    for (const [value, divisor, isMultiple] of rows.filter(([value]) => Math.abs(value) < 1e15))
      if (isMultiple) expect(isNearMultipleOf(value, divisor), `${value} ${divisor}`).to.equal(true)
    expect(isNearMultipleOf(0.30000000000000004, 0.1)).to.equal(true)
    expect(isNearMultipleOf(2 ** 70, 1024)).to.equal(true)
    expect(isNearMultipleOf(1.000000001, 1)).to.equal(false)
    expect(isNearMultipleOf(7.6, 2.5)).to.equal(false)
  })
})

describe('multipleOf in a schema', () => {
  it('is decimal arithmetic, and says what was expected', () => {
    const compiler = createCompiler() as SchemaCompiler
    const check = compileSchema({ type: 'array', items: { multipleOf: 0.01 } }, compiler)
    expect(check([1234567.89, 0.07, 'x'])).to.deep.equal([])
    const [finding, ...others] = check([1234567.891])
    expect(finding).to.include({ pointer: '/0', keyword: 'multipleOf', expected: 'a multiple of 0.01' })
    expect(others).to.deep.equal([])
    expect(() => compileSchema({ multipleOf: 0 }, compiler)).to.throw('multipleOf')
  })
})
