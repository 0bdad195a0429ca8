import vm from 'node:vm'
import { expect } from 'chai'
import { nameValue } from '../../lib/guard/name.js'
import { isError, isRecord, ownKeys, prototypeOf, read, readOrTell } from '../../lib/guard/read.js'
import { hostileValues, revoked, thorny, throwingGetters } from '../problem/hostile.js'

class Seat {}

describe('read()', () => {
  for (const [what, target, key, value] of [
    ['an own property', { a: 1 }, 'a', 1],
    ['an inherited property', Object.create({ a: 1 }), 'a', 1],
    ['a symbol', { [Symbol.iterator]: 1 }, Symbol.iterator, 1],
    ['a property of a text', 'abc', 'length', 3],
    ['a property of null', null, 'a', undefined],
    ['a property of undefined', undefined, 'a', undefined],
    ['what is missing', {}, 'a', undefined],
    ['a getter that throws', throwingGetters('a'), 'a', undefined],
    ['a thorny Proxy', thorny(), 'a', undefined],
    ['a revoked Proxy', revoked(), 'a', undefined],
  ] as const) {
    it(`gives ${String(value)} for ${what}`, () => {
      expect(read(target, key)).to.equal(value)
    })
  }
})

describe('readOrTell()', () => {
  it('gives the value and tells nothing', () => {
    expect(readOrTell({ a: 1 }, 'a', () => expect.fail('it must not tell'))).to.equal(1)
  })

  it('tells once of a read that throws', () => {
    let told = 0
    expect(readOrTell(revoked(), 'a', () => told++)).to.equal(undefined)
    expect(told).to.equal(1)
  })
})

describe('ownKeys()', () => {
  for (const [what, target, keys] of [
    ['a record', { a: 1, b: 2 }, ['a', 'b']],
    ['inherited and hidden properties', Object.create({ a: 1 }, { b: { value: 1 } }), []],
    ['null', null, []],
    ['undefined', undefined, []],
    ['a thorny Proxy', thorny(), []],
    ['a revoked Proxy', revoked(), []],
  ] as const) {
    it(`gives ${keys.length} names for ${what}`, () => {
      expect(ownKeys(target)).to.deep.equal(keys)
    })
  }
})

describe('prototypeOf()', () => {
  for (const [what, target, prototype] of [
    ['an instance', new Seat(), Seat.prototype],
    ['an object without one', Object.create(null), null],
    ['null', null, null],
    ['a thorny Proxy', thorny(), null],
    ['a revoked Proxy', revoked(), null],
  ] as const) {
    it(`gives the right one for ${what}`, () => {
      expect(prototypeOf(target)).to.equal(prototype)
    })
  }
})

describe('isError()', () => {
  for (const [what, value, expected] of [
    ['an Error', new Error('x'), true],
    ['a TypeError', new TypeError('x'), true],
    ['an Error of another realm', vm.runInNewContext('new Error()'), true],
    ['a DOMException', new DOMException('x'), true],
    ['a frozen Error', Object.freeze(new Error('x')), true],
    ['an object with a message', { message: 'x', stack: 'y' }, false],
    ['the class Error', Error, false],
    ['null', null, false],
    ['a text', 'Error', false],
    ['a thorny Proxy', thorny(new Error('x')), false],
    ['a revoked Proxy', revoked(new Error('x')), false],
  ] as const) {
    it(`is ${expected} for ${what}`, () => {
      expect(isError(value)).to.equal(expected)
    })
  }
})

describe('isRecord()', () => {
  for (const [what, value, expected] of [
    ['an object', {}, true],
    ['an object without prototype', Object.create(null), true],
    ['an array', [], false],
    ['a function', () => 1, false],
    ['null', null, false],
    ['undefined', undefined, false],
    ['a text', 'a', false],
    ['a revoked Proxy', revoked(), false],
  ] as const) {
    it(`is ${expected} for ${what}`, () => {
      expect(isRecord(value)).to.equal(expected)
    })
  }
})

describe('nameValue()', () => {
  for (const [value, name] of [
    [undefined, 'undefined'],
    [null, 'null'],
    [7, '7'],
    [7n, '7'],
    [true, 'true'],
    ['', '""'],
    ['a"b\n', '"a\\"b\\n"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), 'a string of 41 characters'],
    [Symbol('secret'), 'a symbol'],
    [() => 'secret', 'a function'],
    [[], 'an array of 0 items'],
    [[1, 2], 'an array of 2 items'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [new Seat(), 'an instance of Seat'],
    [new Error('secret'), 'an Error'],
    [new (class {})(), 'an object'],
    [{ constructor: { name: 7 } }, 'an object'],
    [{ constructor: { name: 'x'.repeat(99) } }, `an instance of ${'x'.repeat(40)}`],
    [throwingGetters('constructor'), 'an object'],
    [revoked(), 'a revoked Proxy'],
    [revoked([]), 'a revoked Proxy'],
  ] as const) {
    it(`says ${name.slice(0, 60)}`, () => {
      expect(nameValue(value)).to.equal(name)
    })
  }

  it('says something short of every hostile value', () => {
    for (const [what, create] of Object.entries(hostileValues)) {
      const name = nameValue(create())
      expect(name, what).to.be.a('string').and.not.equal('')
      expect(name.length, what).to.be.below(100)
      expect(name, what).to.not.include('secret')
    }
  })
})
