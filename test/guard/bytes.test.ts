import { expect } from 'chai'
import fc from 'fast-check'
import { base64, bytesOf, utf8Bytes, utf8Length, utf8Text } from '../../lib/guard/bytes.js'

const texts = fc.string({ unit: 'binary' })
const bytes = fc.uint8Array()

describe('Text and bytes, by the language alone', () => {
  it('are encoded as TextEncoder does, halves of surrogate pairs too', () => {
    for (const text of ['', 'a', 'ü€😀', '\ud800', 'a\udc00b', '😀\ud83d'])
      expect(utf8Bytes(text)).to.deep.equal(new TextEncoder().encode(text))
    fc.assert(fc.property(texts, (text) => void expect(utf8Bytes(text)).to.deep.equal(new TextEncoder().encode(text))))
  })

  it('are counted as they are encoded', () => {
    fc.assert(fc.property(texts, (text) => void expect(utf8Length(text)).to.equal(new TextEncoder().encode(text).length)))
  })

  it('are decoded as TextDecoder does, or not at all where they are no UTF-8', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const decoded = (given: Uint8Array): string | undefined => {
      try {
        return decoder.decode(given)
      } catch {
        return undefined
      }
    }
    for (const given of [[0xef, 0xbb, 0xbf, 0x61], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80]])
      expect(utf8Text(Uint8Array.from(given)), String(given)).to.equal(decoded(Uint8Array.from(given)))
    fc.assert(fc.property(bytes, (given) => void expect(utf8Text(given)).to.equal(decoded(given))))
    fc.assert(fc.property(texts, (text) => void expect(utf8Text(utf8Bytes(text))).to.equal(text.toWellFormed())))
  })

  it('are written in base64 as Buffer does', () => {
    fc.assert(fc.property(bytes, (given) => void expect(base64(given)).to.equal(Buffer.from(given).toString('base64'))))
  })
})

describe('bytesOf()', () => {
  const plain = Uint8Array.from([1, 2])
  for (const [what, value, found] of [
    ['a Uint8Array', plain, plain],
    ['a Buffer', Buffer.from(plain), plain],
    ['an ArrayBuffer', plain.buffer, plain],
    ['a part of one', new DataView(plain.buffer, 1), plain.slice(1)],
    ['numbers of two bytes, which are a list', new Uint16Array(2), undefined],
    ['an object that claims to be one', { [Symbol.toStringTag]: 'Uint8Array' }, undefined],
    ['a list', [1, 2], undefined],
  ] as const) {
    it(`gives ${found === undefined ? 'nothing of' : 'the bytes of'} ${what}`, () => {
      expect(bytesOf(value)).to.deep.equal(found)
    })
  }
})
