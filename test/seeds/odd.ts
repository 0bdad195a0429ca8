/** A property that holds for even seeds only, to try the command that tries seeds. Its name keeps it out of the other runs. */

/** A property that holds for even seeds only, to try the command that tries seeds. Its name keeps it out of the other runs. */
import fc, { readConfigureGlobal } from 'fast-check'

describe('a property that not every seed finds broken', () => {
  it('holds', () => {
    const isOdd = Math.abs(readConfigureGlobal().seed ?? 0) % 2 === 1
    fc.assert(fc.property(fc.integer(), (value) => !isOdd || value === value + 1))
  })
})
