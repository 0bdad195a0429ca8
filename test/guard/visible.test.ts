import { expect } from 'chai'
import fc from 'fast-check'
import { visible, visibleLines } from '../../lib/guard/visible.js'

// What terminals obey, what ends a line, and what turns the order of letters.
const DANGEROUS = /[^\P{Cc}\t]|[\u2028\u2029]|\p{Bidi_Control}/u

describe('visible()', () => {
  it('leaves ordinary text of every script as it is', () => {
    for (const text of ['a\tb', 'Größe 5 €', '書籍', 'כתובת', 'می‌خواهم', '👩‍💻', '\\x1b']) expect(visible(text)).to.equal(text)
  })

  it('writes every character that is not printable as an escape sequence', () => {
    expect(visible('\u0000\u001b\u0085\u061c\u200e\u202e')).to.equal('\\x00\\x1b\\x85\\u061c\\u200e\\u202e')
  })

  it('leaves nothing that a terminal obeys, and no second line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !DANGEROUS.test(visible(text))))
    for (let code = 0; code <= 0xffff; code++)
      expect(DANGEROUS.test(visible(String.fromCharCode(code))), `${code}`).to.equal(false)
  })
})

describe('visibleLines()', () => {
  it('splits at line feeds only', () => {
    expect(visibleLines('a\nb\r\nc\rd\u2028e')).to.deep.equal(['a', 'b', 'c\\x0dd\\u2028e'])
  })
})
