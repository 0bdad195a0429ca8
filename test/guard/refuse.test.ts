import { expect } from 'chai'
import { isText, need, needKnownKeys, needOption, wrongArgument, wrongOption, wrongSchema } from '../../lib/guard/refuse.js'

describe('What refuses', () => {
  it('makes TypeErrors that carry their fault, with a code for each kind', () => {
    for (const [make, code] of [
      [wrongArgument, 'ERR_PROBLEM_ARGUMENT'],
      [wrongOption, 'ERR_PROBLEM_OPTION'],
      [wrongSchema, 'ERR_PROBLEM_SCHEMA'],
    ] as const) {
      const error = make('here', 'a number', 'seven')
      expect(error).to.be.an.instanceOf(TypeError)
      expect(error).to.include({ code, place: 'here', expected: 'a number', got: '"seven"' })
      expect(error.message).to.match(/^here: expected a number, got "seven"\. /)
    }
  })

  it('lets pass what holds, and options that are absent', () => {
    need(true, 'here', 'a number', 7)
    needOption(undefined, 'debug', 'true or false', () => false)
    needOption(true, 'debug', 'true or false', () => true)
    needKnownKeys({ a: true, b: true }, { a: 1 }, 'options')
  })

  it('throws where something does not hold', () => {
    expect(() => need(false, 'A.title', 'a text', 7))
      .to.throw(TypeError)
      .with.property('code', 'ERR_PROBLEM_DEFINITION')
    expect(() => needOption(7, 'debug', 'true or false', () => false)).to.throw(
      /^options\.debug: expected true or false, got 7\. /,
    )
  })
})

describe('needKnownKeys()', () => {
  for (const [known, given, message] of [
    [{ a: true, b: true }, { a: 1, c: 1 }, 'options: expected one of a, b, got "c". '],
    [{ a: true }, { b: 1 }, 'options: expected only a, got "b". '],
    [{ a: true }, { toString: 1 }, 'options: expected only a, got "toString". '],
  ] as const) {
    it(`says ${message}`, () => {
      expect(() => needKnownKeys(known, given, 'options')).to.throw(TypeError, message)
    })
  }
})

describe('isText()', () => {
  it('takes a text that says something', () => {
    expect(['a', ' ', '', '\ud800', 7].map(isText)).to.deep.equal([true, false, false, false, false])
  })
})
