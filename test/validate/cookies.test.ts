import { expect } from 'chai'
import fc from 'fast-check'
import { parseCookies } from '../../lib/validate/cookies.js'

describe('parseCookies()', () => {
  for (const [name, field, cookies] of [
    ['gives nothing for no field', undefined, {}],
    ['gives nothing for a field that is no text', ['a=1'], {}],
    ['reads pairs', 'a=1; b=two', { a: '1', b: 'two' }],
    ['keeps the first of two', 'a=1; a=2', { a: '1' }],
    ['keeps what stands behind the first =', 'a=b=c', { a: 'b=c' }],
    ['leaves out what has no name', '=1; nothing;; b=2', { b: '2' }],
    ['takes quotes away', 'a="1"; b="; c=""', { a: '1', b: '"', c: '' }],
    ['decodes, and keeps what it cannot decode', 'a=%20x; b=%zz', { a: ' x', b: '%zz' }],
  ] as const) {
    it(name, () => {
      expect(parseCookies(field)).to.deep.equal(cookies)
    })
  }

  it('gives own members for every field, and never throws', () => {
    expect(Object.hasOwn(parseCookies('__proto__=x'), '__proto__')).to.equal(true)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '_', '=', ';', ' ', '"', '%', '2', 'é') }), (field) => {
        const cookies = parseCookies(field)
        expect(Object.getPrototypeOf(cookies)).to.equal(Object.prototype)
        for (const value of Object.values(cookies)) expect(value).to.be.a('string')
      }),
    )
  })
})
