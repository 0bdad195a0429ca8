import { expect } from 'chai'
import { faultsOf, type ProblemFault } from '../../lib/guard/fault.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { revoked } from './hostile.js'
import { classOf, make, rows } from './table.js'

const NotFound = classOf(404)

function places(problem: HttpProblem): string[] {
  return faultsOf(problem).map(({ place }) => place)
}

function argumentFault(place: string, expected: string, got: string): ProblemFault {
  return { code: 'ERR_PROBLEM_ARGUMENT', place, expected, got }
}

describe('a first argument that is no text, no Error and no options', () => {
  for (const [what, value, got, message] of [
    ['zero', 0, '0', '0'],
    ['minus zero', -0, '0', '0'],
    ['a number', 1.5, '1.5', '1.5'],
    ['NaN', Number.NaN, 'NaN', 'NaN'],
    ['a bigint', 7n, '7', '7'],
    ['true', true, 'true', 'true'],
    ['false', false, 'false', 'false'],
    ['a symbol', Symbol('secret'), 'a symbol', 'Not Found'],
    ['a function', () => 'secret', 'a function', 'Not Found'],
    ['a class', NotFound, 'a function', 'Not Found'],
    ['an array', ['secret'], 'an array of 1 items', 'Not Found'],
    ['a revoked Proxy', revoked(), 'a revoked Proxy', 'Not Found'],
    ['a revoked Proxy of a function', revoked(() => 1), 'a function', 'Not Found'],
  ] as const) {
    it(`is reported, and used where it reads as text: ${what}`, () => {
      const problem = make(NotFound, value)
      expect(faultsOf(problem)).to.deep.equal([argumentFault('text', 'a string', got)])
      expect(problem.message).to.equal(message)
      expect(problem.status).to.equal(404)
    })
  }

  for (const [what, value] of [
    ['a Date', new Date(0)],
    ['a Map', new Map([['detail', 'a']])],
    ['a RegExp', /a/],
    ['a Promise', Promise.resolve()],
    ['a URL', new URL('https://example.com/')],
    ['bytes', new Uint8Array(8)],
  ] as const) {
    it(`is reported when it is an object that cannot be options: ${what}`, () => {
      const problem = make(NotFound, value)
      expect(problem.status).to.equal(404)
      expect(faultsOf(problem)).to.not.have.lengthOf(0)
    })
  }
})

describe('a second argument that is no options', () => {
  for (const [what, value, got] of [
    ['a string', 'secret', '"secret"'],
    ['zero', 0, '0'],
    ['true', true, 'true'],
    ['a symbol', Symbol('secret'), 'a symbol'],
    ['a function', () => 'secret', 'a function'],
    ['an array', [1, 2], 'an array of 2 items'],
    ['a revoked Proxy', revoked(), 'a revoked Proxy'],
  ] as const) {
    it(`is reported and left out: ${what}`, () => {
      const problem = make(NotFound, 'No user 7', value)
      expect(faultsOf(problem)).to.deep.equal([argumentFault('options', 'an object', got)])
      expect(problem.detail).to.equal('No user 7')
    })
  }

  it('is the cause when it is an Error, of which nothing else is read: a database writes values into its detail [P29]', () => {
    const databaseError = Object.assign(new Error('duplicate key'), {
      detail: 'Key (email)=(ann@example.com) already exists.',
      headers: { 'X-Internal': 'db-3' },
    })
    const problem = make(classOf(409), 'The address is taken.', databaseError)
    expect(JSON.stringify(problem)).to.not.include('ann@example.com')
    expect(problem.headers).to.deep.equal({})
    expect(problem.detail).to.equal('The address is taken.')
    expect(problem.cause).to.equal(databaseError)
    expect(places(problem)).to.deep.equal([])
  })

  it('is reported when it is an Error after an Error', () => {
    const [first, second] = [new Error('first'), new Error('second')]
    const problem = make(NotFound, first, second)
    expect(problem.cause).to.equal(first)
    expect(places(problem)).to.deep.equal(['options'])
  })

  it('is reported when it comes after the options', () => {
    const problem = make(NotFound, { detail: 'first' }, { detail: 'second' })
    expect(faultsOf(problem)).to.deep.equal([argumentFault('arguments', 'nothing after the options', 'an object')])
    expect(problem.detail).to.equal('first')
  })

  it('may be undefined or null anywhere', () => {
    for (const none of [undefined, null]) {
      expect(faultsOf(make(NotFound, 'text', none))).to.deep.equal([])
      expect(faultsOf(make(NotFound, new Error('root'), none))).to.deep.equal([])
      expect(faultsOf(make(NotFound, none, { detail: 'd' }))).to.deep.equal([])
    }
  })
})

describe('an Error as first argument', () => {
  class Renamed extends Error {}
  for (const [what, error] of [
    ['of a subclass', new Renamed('root')],
    ['that is frozen', Object.freeze(new Error('root'))],
    ['that is a DOMException', new DOMException('root')],
    ['that is a problem itself', make(NotFound, 'root')],
    ['that is a Proxy', new Proxy(new Error('root'), {})],
    ['of another realm', Object.create({ [Symbol.toStringTag]: 'Error' })],
  ] as const) {
    it(`is the cause when it is one ${what}`, () => {
      for (const { Class } of rows) {
        const problem = make(Class, error)
        expect(problem.cause).to.equal(error)
        expect(problem.detail).to.equal(undefined)
        expect(faultsOf(problem)).to.deep.equal([])
      }
    })
  }
})

describe('options that are unusual objects', () => {
  class Options {
    get detail(): string {
      return 'from a getter'
    }
  }
  for (const [what, options] of [
    ['frozen', Object.freeze({ detail: 'from a getter' })],
    ['without prototype', Object.assign(Object.create(null), { detail: 'from a getter' })],
    ['of a class', new Options()],
    ['inherited', Object.create({ detail: 'from a getter' })],
    ['a Proxy', new Proxy({ detail: 'from a getter' }, {})],
  ] as const) {
    it(`are read when they are ${what}, as first and as second argument`, () => {
      for (const problem of [make(NotFound, options), make(NotFound, 'text', options)]) {
        expect(problem.detail).to.equal('from a getter')
        expect(faultsOf(problem)).to.deep.equal([])
      }
    })
  }
})
