import { expect } from 'chai'
import {
  addFault,
  type FaultCode,
  faultCodes,
  faultMessage,
  faultsOf,
  type ProblemFault,
  tryAddFault,
} from '../../lib/guard/fault.js'
import { misuse } from '../../lib/guard/refuse.js'
import { hostileValues, revoked, thorny } from '../problem/hostile.js'
import { classOf, make } from '../problem/table.js'

const FAULTS = Symbol.for('http-problems/1/faults')
const fault: ProblemFault = { code: 'ERR_PROBLEM_OPTION', place: 'options.types', expected: 'a list', got: '7' }

describe('faultCodes', () => {
  for (const [code, advice] of Object.entries(faultCodes)) {
    it(`${code} has a telling name and full sentences of advice`, () => {
      expect(code).to.match(/^ERR_PROBLEM_[A-Z]+$/)
      expect(advice).to.match(/^[A-Z`].*\.$/s)
    })

    it(`${code} is in its message with place, expectation, advice and where to read on`, () => {
      const message = faultMessage({ ...fault, code: code as FaultCode })
      expect(message).to.match(/^options\.types: expected a list, got 7\. /)
      expect(message).to.include(advice).and.include(`(${code}, see docs/reference/faults.md`)
    })
  }
})

describe('misuse()', () => {
  it('is a TypeError with the fault as data', () => {
    expect(misuse(fault))
      .to.be.instanceOf(TypeError)
      .and.to.include({ ...fault, message: faultMessage(fault), name: 'TypeError' })
  })
})

describe('addFault()', () => {
  it('collects faults in their order, out of sight', () => {
    const problem = make(classOf(404))
    const second = { ...fault, place: 'options.map' }
    addFault(problem, fault)
    addFault(problem, second)
    expect(faultsOf(problem)).to.deep.equal([fault, second])
    expect(Object.keys(problem)).to.deep.equal(Object.keys(make(classOf(404))))
    expect(JSON.stringify(problem)).to.equal(JSON.stringify(make(classOf(404))))
  })

  it('collects the first twenty', () => {
    const problem = {}
    for (let index = 0; index < 50; index++) addFault(problem, { ...fault, got: String(index) })
    expect(faultsOf(problem).map(({ got }) => got)).to.deep.equal(Array.from({ length: 20 }, (_, index) => String(index)))
  })
})

describe('tryAddFault()', () => {
  it('collects a fault as addFault() does', () => {
    const problem = make(classOf(404))
    tryAddFault(problem, fault)
    expect(faultsOf(problem)).to.deep.equal([fault])
  })

  it('leaves a frozen problem as it is', () => {
    const problem = Object.freeze(make(classOf(404)))
    tryAddFault(problem, fault)
    expect(faultsOf(problem)).to.deep.equal([])
  })
})

describe('faultsOf()', () => {
  for (const [what, create] of Object.entries(hostileValues)) {
    it(`is a list, and does not throw, for ${what}`, () => {
      expect([...faultsOf(create())]).to.deep.equal([])
    })
  }

  for (const [what, faults] of [
    ['a text', 'faults'],
    ['an object', { length: 1 }],
    ['a revoked Proxy', revoked()],
    ['a revoked list', revoked([])],
    ['a thorny list', thorny([])],
  ] as const) {
    it(`is an empty list when ${what} poses as the faults`, () => {
      expect([...faultsOf({ [FAULTS]: faults })]).to.deep.equal([])
    })
  }
})
