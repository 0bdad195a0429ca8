import { expect } from 'chai'
import { nameError, nameKind, nameOwn, nameRefusal, nameValue, oneOf, shortName } from '../../lib/guard/name.js'
import { RefusedSchema } from '../../schemas/self-reference.js'

const long = 'x'.repeat(300)
const { proxy: revoked, revoke } = Proxy.revocable([], {})
revoke()

describe('nameValue()', () => {
  for (const [value, name] of [
    ['a "b"', '"a \\"b\\""'],
    [long, 'a string of 300 characters'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [-7, '-7'],
    [7n, '7'],
    [10n ** 20n, 'a large bigint'],
    [-(10n ** 20n), 'a large bigint'],
    [Symbol('secret'), 'a symbol'],
    [() => 'secret', 'a function'],
    [['secret'], 'an array of 1 items'],
    [revoked, 'a revoked Proxy'],
    [new RangeError('secret'), 'an Error'],
    [new Map([['secret', 1]]), 'an instance of Map'],
    [{ secret: 1 }, 'an object'],
    [Object.create(null), 'an object'],
    [{ constructor: { name: '' } }, 'an object'],
    [{ constructor: { name: long } }, `an instance of ${long.slice(0, 40)}`],
  ] as const) {
    it(`names ${name.slice(0, 40)}`, () => {
      expect(nameValue(value)).to.equal(name)
    })
  }
})

describe('nameKind()', () => {
  it('never quotes a value', () => {
    expect([undefined, null, 'a', 7, true, ['a'], { a: 1 }].map(nameKind)).to.deep.equal([
      'nothing',
      'null',
      'a string',
      'a number',
      'a boolean',
      'an array of 1 items',
      'an object',
    ])
  })
})

describe('nameOwn()', () => {
  it('quotes what a developer wrote, up to a length', () => {
    expect([nameOwn('a'.repeat(100)), nameOwn(long), nameOwn(7)]).to.deep.equal([
      `"${'a'.repeat(100)}"`,
      `"${long.slice(0, 200)}"…`,
      '7',
    ])
  })
})

describe('oneOf()', () => {
  it('lists the names that are right', () => {
    expect([oneOf(['ajv']), oneOf(['map', 'constraints'])]).to.deep.equal(['only ajv', 'one of map, constraints'])
  })
})

describe('shortName()', () => {
  it('cuts a name from outside', () => {
    expect([shortName('ETag'), shortName(long)]).to.deep.equal(['ETag', long.slice(0, 40)])
  })
})

describe('nameError() and nameRefusal()', () => {
  it('quote a message, cut, and name everything else by its kind', () => {
    expect([nameError(new Error(long)), nameError(7)]).to.deep.equal([`"${long.slice(0, 200)}"`, '7'])
    expect([nameRefusal(new Error('no type')), nameRefusal({}), nameRefusal(new RefusedSchema('one without end'))]).to.deep.equal(
      ['one that ajv refuses: no type', 'one that ajv refuses: an object', 'one without end'],
    )
  })
})
