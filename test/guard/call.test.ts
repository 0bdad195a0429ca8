import { expect } from 'chai'
import { callGuarded, callHook, callMethod, callNow, nameResult } from '../../lib/guard/call.js'
import { collectFaults } from '../../lib/guard/fault.js'

const fails = (): never => {
  throw new Error('no')
}

// A rejection that nobody takes ends the process of the tests.
const rejects = (): Promise<never> => Promise.reject(new Error('no'))

describe('callNow()', () => {
  it('gives what the function gives', () => {
    expect(callNow(() => 7)).to.deep.equal({ given: 7, failure: undefined })
    expect(callNow(() => undefined)).to.deep.equal({ given: undefined, failure: undefined })
  })

  it('says how the function fails, and takes a rejection', () => {
    expect(callNow(fails)).to.deep.equal({ given: undefined, failure: 'one that throws' })
    expect(callNow(rejects)).to.deep.equal({ given: undefined, failure: 'one that is asynchronous' })
  })
})

describe('callHook()', () => {
  it('reports a function that fails under the name of its option', () => {
    const { faults, report } = collectFaults()
    expect([callHook('a', () => 7, report), callHook('b', fails, report), callHook('c', rejects, report)]).to.deep.equal([
      7,
      undefined,
      undefined,
    ])
    expect(faults.map(({ place, expected, got }) => [place, expected, got])).to.deep.equal([
      ['options.b', 'a function that does not throw', 'one that did'],
      ['options.c', 'a function that is not asynchronous', 'one that is'],
    ])
  })
})

describe('callGuarded()', () => {
  it('tells when the listener fails, at once or later', async () => {
    const told: string[] = []
    callGuarded(
      (event: string) => told.push(event),
      'heard',
      () => told.push('never'),
    )
    callGuarded(fails, 'a', () => told.push('thrown'))
    callGuarded(rejects, 'b', () => told.push('rejected'))
    expect(told).to.deep.equal(['heard', 'thrown'])
    await Promise.resolve()
    await Promise.resolve()
    expect(told).to.deep.equal(['heard', 'thrown', 'rejected'])
  })
})

describe('callMethod()', () => {
  it('gives nothing where there is no such method, or where it throws', () => {
    expect(callMethod(new Map([['a', 1]]), 'get', 'a')).to.equal(1)
    for (const target of [undefined, 'text', { get: 7 }, { get: fails }]) expect(callMethod(target, 'get')).to.equal(undefined)
  })
})

describe('nameResult()', () => {
  it('names a promise by the function that gave it', () => {
    expect([nameResult(7), nameResult(rejects())]).to.deep.equal(['7', 'one that is asynchronous'])
  })
})
