import { validateHeaderName, validateHeaderValue } from 'node:http'
import { expect } from 'chai'
import fc from 'fast-check'
import { FieldError, fieldValue, isToken, nameFieldFault, quotedString } from '../../../lib/problem/fields/field-value.js'
import { text } from '../arbitraries.js'

function passes(check: () => void): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}

describe('isToken()', () => {
  it('agrees with Node about every text, by property', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (name) => {
        expect(isToken(name)).to.equal(passes(() => validateHeaderName(name)))
      }),
      { numRuns: 1000 },
    )
  })

  it('agrees with Node about every character', () => {
    for (let code = 0; code < 300; code++) {
      const character = String.fromCharCode(code)
      expect(isToken(character), `U+${code}`).to.equal(passes(() => validateHeaderName(character)))
    }
  })

  it('is false for what is no string', () => {
    for (const value of [undefined, null, 7, ['a'], { toString: () => 'a' }, Symbol('a')]) expect(isToken(value)).to.equal(false)
  })
})

describe('fieldValue()', () => {
  it('agrees with Node about every character', () => {
    for (let code = 0; code < 300; code++) {
      const value = `a${String.fromCharCode(code)}`
      const expected = passes(() => validateHeaderValue('x', value)) ? value : undefined
      expect(fieldValue(value), `U+${code}`).to.equal(expected)
    }
  })

  it('agrees with Node about every text, by property', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(fieldValue(value)).to.equal(passes(() => validateHeaderValue('x', value)) ? value : undefined)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('nameFieldFault()', () => {
  it('never quotes a long value', () => {
    expect(nameFieldFault(`${'secret'.repeat(10)}\n`)).to.equal('a string with the character U+000A at 60')
    expect(nameFieldFault('secret'.repeat(10))).to.equal('a string of 60 characters')
  })
})

describe('quotedString()', () => {
  for (const [value, quoted] of [
    ['', '""'],
    ['a', '"a"'],
    ['a"b', '"a\\"b"'],
    ['a\\', '"a\\\\"'],
    ['a\r\n\0€b', '"ab"'],
    ['\t é', '"\t é"'],
  ] as const) {
    it(`writes ${JSON.stringify(value)} as ${quoted}`, () => {
      expect(quotedString(value)).to.equal(quoted)
    })
  }
})

describe('FieldError', () => {
  it('says what was expected and what came, as text and as data', () => {
    const error = new FieldError('a URI', '7')
    expect(error).to.be.instanceOf(Error).and.to.include({ expected: 'a URI', got: '7', message: 'expected a URI, got 7' })
  })
})
