import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import { fieldMakers } from '../../lib/problem/field-makers.js'
import { isFraming } from '../../lib/problem/headers.js'
import { meanings } from '../../lib/status/meanings.js'
import { revoked } from './hostile.js'
import { expectSendable } from './sendable.js'
import { classOf, make, rows } from './table.js'

const NotFound = classOf(404)

describe('the option headers', () => {
  for (const [what, given, sent] of [
    ['a text', 'a', 'a'],
    ['an empty text', '', ''],
    ['a tab and letters of ISO 8859-1', 'a\té', 'a\té'],
    ['a number', 7, '7'],
    ['a bigint', 7n, '7'],
    ['a list, one line for each item', ['a', 'b'], ['a', 'b']],
    ['a list of numbers', [1, 2], ['1', '2']],
    ['a frozen list', Object.freeze(['a']), ['a']],
  ] as const) {
    it(`takes ${what}`, () => {
      for (const { facts, Class } of rows) {
        const problem = make(Class, { headers: { 'X-A': given } })
        expect(problem.headers).to.deep.equal({ ...facts.always, 'X-A': sent })
        expect(faultsOf(problem)).to.deep.equal([])
      }
    })
  }

  it('takes no notice of an undefined field', () => {
    const problem = make(NotFound, { headers: { 'X-A': undefined } })
    expect(problem.headers).to.deep.equal({})
    expect(faultsOf(problem)).to.deep.equal([])
  })

  for (const [what, given, got] of [
    ['CR', 'a\rb', 'a string with the character U+000D at 1'],
    ['LF', 'a\nb', 'a string with the character U+000A at 1'],
    ['CR LF', 'a\r\nSet-Cookie: b=c', 'a string with the character U+000D at 1'],
    ['NUL', 'a\0', 'a string with the character U+0000 at 1'],
    ['DEL', '\x7f', 'a string with the character U+007F at 0'],
    ['€', 'costs 5 €', 'a string with the character U+20AC at 8'],
    ['half of an emoji', '💥', 'a string with the character U+D83D at 0'],
    ['null', null, 'null'],
    ['true', true, 'true'],
    ['an object', { a: 1 }, 'an object'],
    ['a Date', new Date(0), 'an instance of Date'],
    ['a function', () => 'a', 'a function'],
    ['a symbol', Symbol('secret'), 'a symbol'],
    ['an empty list', [], 'an array of 0 items'],
    ['a list with a line break', ['a', 'b\r\nc'], 'an array of 2 items'],
    ['a list with null', ['a', null], 'an array of 2 items'],
    ['a list in a list', [['a']], 'an array of 1 items'],
    ['a list with a hole', Object.assign(['a'], { 2: 'b' }), 'an array of 3 items'],
    ['a list of holes', Object.assign([], { length: 2 }), 'an array of 2 items'],
    ['a revoked Proxy', revoked(), 'a revoked Proxy'],
    ['a revoked list', revoked([]), 'a revoked Proxy'],
  ] as const) {
    it(`leaves out and reports a value with ${what}, without quoting it [B10]`, () => {
      const problem = make(NotFound, { headers: { 'X-A': given, 'X-B': 'b' } })
      expect(problem.headers).to.deep.equal({ 'X-B': 'b' })
      expect(faultsOf(problem)).to.deep.equal([
        { code: 'ERR_PROBLEM_HEADER', place: 'headers.X-A', expected: 'a value that can be sent', got },
      ])
    })
  }

  it('sends no line that a list smuggles in through a method of its own', () => {
    expectSendable(make(NotFound, { headers: { 'X-A': Object.assign(['a'], { map: () => ['a\r\nb'] }) } }).headers)
  })

  for (const name of ['', ' ', 'a b', 'a:b', 'a\r\nb', 'é', 'a\0', '(x)', '"x"', 'a=b', 'a/b']) {
    it(`leaves out and reports the name ${JSON.stringify(name)}`, () => {
      const problem = make(NotFound, { headers: { [name]: 'a' } })
      expect(problem.headers).to.deep.equal({})
      expect(faultsOf(problem).map(({ code, place, expected }) => [code, place, expected])).to.deep.equal([
        ['ERR_PROBLEM_HEADER', 'headers', 'names that are tokens'],
      ])
    })
  }

  for (const name of ['Connection', 'content-length', 'Transfer-Encoding', 'KEEP-ALIVE', 'TE', 'Trailer']) {
    it(`leaves out and reports ${name}, which frames the message`, () => {
      for (const { facts, Class } of rows) {
        const problem = make(Class, { headers: { [name]: '7' } })
        expect(problem.headers).to.deep.equal({ ...facts.always })
        expect(faultsOf(problem)).to.deep.equal([
          { code: 'ERR_PROBLEM_HEADER', place: `headers.${name}`, expected: 'no field that frames the message', got: 'one' },
        ])
      }
      expect(isFraming(name)).to.equal(true)
    })
  }

  it('makes a plain record, even of a field that is called __proto__', () => {
    for (const value of ['a', ['a'], 7]) {
      const { headers } = make(NotFound, { headers: JSON.parse(`{"__proto__":${JSON.stringify(value)}}`) })
      expect(Object.getPrototypeOf(headers)).to.equal(Object.prototype)
    }
  })

  it('gives way to the option of the status that makes the same field', () => {
    const { headers } = make(classOf(503), { headers: { 'Retry-After': 'soon' }, retryAfter: 7 })
    expect(headers).to.deep.equal({ 'Retry-After': '7' })
  })
})

describe('the options of a status', () => {
  for (const { status, facts } of rows) {
    it(`become fields that the table names for ${status}, each explained`, () => {
      const named = [...(facts.requires ?? []), ...(facts.recommends ?? [])]
      const explained = meanings[status]?.fields?.map(({ name }) => name) ?? []
      for (const { field } of fieldMakers(status)) {
        expect(named).to.include(field)
        expect(explained).to.include(field)
      }
    })
  }

  it('make every required field of a status, unless it is always there', () => {
    for (const { status, facts } of rows) {
      const made = [...fieldMakers(status).map(({ field }) => field), ...Object.keys(facts.always ?? {})]
      expect(made).to.include.members([...(facts.requires ?? [])])
    }
  })

  it('are none for a status without a row', () => {
    for (const status of [200, 470, 499, 599, Number.NaN]) expect(fieldMakers(status)).to.deep.equal([])
  })
})

describe('the fields that are always there', () => {
  it('are Connection: close of a 408 and Connection: Upgrade of a 426 [S9, S22]', () => {
    const always = rows.filter(({ Class }) => Object.keys(new Class().headers).length > 0)
    expect(always.map(({ status, Class }) => [status, new Class().headers])).to.deep.equal([
      [408, { Connection: 'close' }],
      [426, { Connection: 'Upgrade' }],
    ])
  })
})
