import { inspect } from 'node:util'
import { expect } from 'chai'
import fc from 'fast-check'
import type { ProblemFault, ReportFault } from '../../lib/guard/fault.js'
import { isErrorStatus, titleOf, usableStatus } from '../../lib/problem/status.js'
import { errorFacts } from '../../lib/status/codes.js'
import { vendorCodes } from '../status/vendor-codes.js'
import { nonsense } from './arbitraries.js'
import { rows } from './table.js'

function collector(): { report: ReportFault; faults: ProblemFault[] } {
  const faults: ProblemFault[] = []
  return { faults, report: (code, place, expected, got) => faults.push({ code, place, expected, got }) }
}

describe('isErrorStatus()', () => {
  for (const status of [400, 404, 470, 499, 500, 599]) {
    it(`is true for ${status}`, () => {
      expect(isErrorStatus(status)).to.equal(true)
    })
  }
  for (const status of [
    399,
    600,
    0,
    -400,
    404.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '404',
    404n,
    null,
    undefined,
    [404],
    {},
  ]) {
    it(`is false for ${inspect(status)}`, () => {
      expect(isErrorStatus(status)).to.equal(false)
    })
  }
})

describe('usableStatus()', () => {
  it('takes every registered code as it is and reports nothing', () => {
    const { report, faults } = collector()
    for (const { status } of rows) expect(usableStatus(status, report)).to.equal(status)
    expect(faults).to.deep.equal([])
  })

  it('gives every number of 400 to 599 the code that may be sent, with one fault for each that is not registered', () => {
    for (let status = 400; status < 600; status++) {
      const { report, faults } = collector()
      expect(usableStatus(status, report)).to.equal(vendorCodes[status]?.equivalent ?? status)
      expect(faults, String(status)).to.have.lengthOf(errorFacts[status] === undefined ? 1 : 0)
    }
  })

  it('gives an integer of 400 to 599 for anything, by property', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nonsense,
          fc.double().map((number) => () => number),
        ),
        (recipe) => {
          const value = recipe()
          const { report, faults } = collector()
          const status = usableStatus(value, report)
          expect(isErrorStatus(status)).to.equal(true)
          expect(faults.length === 0).to.equal(status === value && errorFacts[status] !== undefined)
        },
      ),
    )
  })
})

describe('titleOf()', () => {
  it('is the phrase of every registered code', () => {
    for (const { status, facts } of rows) expect(titleOf(status)).to.equal(facts.phrase)
  })

  it('is the phrase of the x00 of the class for the others (RFC 9110 15)', () => {
    for (let status = 400; status < 600; status++) {
      if (errorFacts[status] === undefined)
        expect(titleOf(status)).to.equal(status < 500 ? 'Bad Request' : 'Internal Server Error')
    }
  })
})
