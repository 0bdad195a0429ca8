/** The statistics of the benchmark. */
import { expect } from 'chai'
import fc from 'fast-check'
import { median, pairedRatios, quantile, spread } from '../../bench/statistics.js'

const someNumbers = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 })

describe('the statistics of the benchmark', () => {
  for (const { values, expected } of [
    { values: [3], expected: 3 },
    { values: [3, 1, 2], expected: 2 },
    { values: [4, 1, 3, 2], expected: 2.5 },
    { values: [1, 1, 100], expected: 1 },
  ]) {
    it(`takes ${expected} for the median of ${values.join(', ')}`, () => {
      expect(median(values)).to.equal(expected)
    })
  }

  it('gives NaN for the median of nothing', () => {
    expect(Number.isNaN(median([]))).to.equal(true)
  })

  it('interpolates between two values for a quartile', () => {
    expect(spread([10, 20, 30, 40])).to.deep.equal({ median: 25, low: 17.5, high: 32.5 })
  })

  it('keeps every quantile between the least and the greatest value', () => {
    fc.assert(
      fc.property(someNumbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, portion) => {
        expect(quantile(values, portion)).to.be.within(Math.min(...values), Math.max(...values) * (1 + 1e-12))
      }),
    )
  })

  it('leaves the list that it sorts as it was', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).to.deep.equal([3, 1, 2])
  })

  it('divides launch by launch, so that a slow launch of both cancels out', () => {
    expect(pairedRatios([10, 30], [20, 60])).to.deep.equal([0.5, 0.5])
  })

  it('drops a launch that has no partner', () => {
    expect(pairedRatios([10, 30, 50], [20, 60])).to.deep.equal([0.5, 0.5])
  })
})
