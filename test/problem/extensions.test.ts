import { expect } from 'chai'
import { addFault, faultsOf } from '../../lib/guard/fault.js'
import { copyMembers, isReserved, standardMembers } from '../../lib/problem/members.js'
import { revoked, throwingGetters } from './hostile.js'
import { make, rows } from './table.js'

describe('extension members', () => {
  for (const name of [...standardMembers, '__proto__']) {
    it(`cannot be called ${name}: the member is left out and reported [P18]`, () => {
      expect(isReserved(name)).to.equal(true)
      for (const { status, facts, Class } of rows) {
        const problem = make(Class, 'inside', { extensions: JSON.parse(`{"${name}":{"polluted":1},"seat":7}`) })
        expect(problem.extensions).to.deep.equal({ seat: 7 })
        expect(problem.toJSON()).to.include({ status, title: facts.phrase, type: 'about:blank' })
        expect(faultsOf(problem)).to.deep.equal([
          {
            code: 'ERR_PROBLEM_MEMBER',
            place: `extensions.${name}`,
            expected: 'a name that RFC 9457 does not use',
            got: `"${name}"`,
          },
        ])
      }
      expect({}).to.not.have.property('polluted')
    })
  }

  for (const name of [
    'constructor',
    'toString',
    'hasOwnProperty',
    'name',
    'message',
    'stack',
    'cause',
    'headers',
    'toJSON',
    'violated-policies',
    '',
  ]) {
    it(`may be called "${name}" and stay in their place`, () => {
      expect(isReserved(name)).to.equal(false)
      const { facts, Class } = rows[0] ?? {}
      const problem = make(Class, { extensions: { [name]: 'mine' } })
      expect(Object.keys(problem.extensions)).to.deep.equal([name])
      expect(problem).to.include({ name: facts?.className, message: facts?.phrase })
      expect(Object.entries(problem.toJSON())).to.deep.include([name, 'mine'])
      expect(faultsOf(problem)).to.deep.equal([])
    })
  }

  it('are copied: neither a frozen nor a later changed source matters', () => {
    const source = { seat: 7 }
    const problem = make(rows[0]?.Class, { extensions: source })
    source.seat = 8
    expect(problem.extensions).to.deep.equal({ seat: 7 })
    expect(make(rows[0]?.Class, { extensions: Object.freeze({ seat: 7 }) }).extensions).to.deep.equal({ seat: 7 })
  })

  it('are only the own enumerable ones with string names', () => {
    const source = Object.create({ inherited: 1 }, { hidden: { value: 1 }, seat: { value: 7, enumerable: true } })
    source[Symbol('s')] = 1
    const { extensions } = make(rows[0]?.Class, { extensions: source })
    expect(Reflect.ownKeys(extensions)).to.deep.equal(['seat'])
    expect(Object.getPrototypeOf(extensions)).to.equal(Object.prototype)
  })

  it('that throw when they are read are reported, and the others stay', () => {
    const source = Object.assign(throwingGetters('bad'), { seat: 7 })
    const problem = make(rows[0]?.Class, { extensions: source })
    expect(problem.toJSON()).to.include({ seat: 7 })
    expect(problem.extensions['bad']).to.equal(undefined)
    expect(faultsOf(problem)).to.deep.equal([
      { code: 'ERR_PROBLEM_MEMBER', place: 'extensions.bad', expected: 'a readable member', got: 'one that throws' },
    ])
  })

  it('of a source that is a revoked Proxy are none, and reported', () => {
    for (const { status, Class } of rows) {
      const problem = make(Class, { extensions: revoked() })
      expect(problem).to.include({ status })
      expect(problem.extensions).to.deep.equal({})
      expect(faultsOf(problem)).to.deep.equal([
        { code: 'ERR_PROBLEM_OPTION', place: 'extensions', expected: 'an object of members', got: 'a revoked Proxy' },
      ])
    }
  })
})

describe('copyMembers()', () => {
  it('gives an empty record for nothing', () => {
    for (const nothing of [undefined, null]) {
      expect(copyMembers(nothing, 'members', () => expect.fail('nothing is no fault'))).to.deep.equal({})
    }
  })

  it('names the place that its caller names', () => {
    const problem = {}
    copyMembers({ status: 1 }, 'members', (code, place, expected, got) => addFault(problem, { code, place, expected, got }))
    expect(faultsOf(problem).map(({ place }) => place)).to.deep.equal(['members.status'])
  })
})
