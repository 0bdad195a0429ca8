import { expect } from 'chai'
import fc from 'fast-check'
import { faultsOf } from '../../../lib/guard/fault.js'
import { FieldError } from '../../../lib/problem/fields/field-value.js'
import { blockedByLink, unsatisfiedRange } from '../../../lib/problem/fields/single.js'
import { text } from '../arbitraries.js'
import { unprintable } from '../hostile.js'
import { classOf, make, rows } from '../table.js'

describe('unsatisfiedRange()', () => {
  for (const [size, written] of [
    [0, 'bytes */0'],
    [-0, 'bytes */0'],
    [1234, 'bytes */1234'],
    [Number.MAX_SAFE_INTEGER, 'bytes */9007199254740991'],
  ] as const) {
    it(`writes ${written} [S17]`, () => {
      expect(unsatisfiedRange(size)).to.equal(written)
      expect(make(classOf(416), { size }).headers).to.deep.equal({ 'Content-Range': written })
    })
  }

  for (const size of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '7', null, 7n, [7], { valueOf: () => 7 }, true]) {
    it(`refuses ${typeof size} ${String(size)}`, () => {
      expect(() => unsatisfiedRange(size))
        .to.throw(FieldError)
        .with.property('expected', 'a size in bytes')
      expect(make(classOf(416), { size }).headers).to.deep.equal({})
    })
  }

  it('is the only source of Content-Range: no other class makes the field [S17]', () => {
    for (const { status, Class } of rows) {
      if (status !== 416) expect(make(Class, { size: 7 }).headers).to.not.have.property('Content-Range')
    }
  })
})

class Evil extends URL {
  override get href(): string {
    return 'https://example.com/>; rel="self", <'
  }
}

describe('blockedByLink()', () => {
  for (const [uri, written] of [
    ['https://isp.example/block?id=7&x=(y)#z', '<https://isp.example/block?id=7&x=(y)#z>; rel="blocked-by"'],
    [new URL('https://isp.example/ä b'), '<https://isp.example/%C3%A4%20b>; rel="blocked-by"'],
    [{ href: 'https://isp.example/' }, '<https://isp.example/>; rel="blocked-by"'],
    ['urn:example:isp', '<urn:example:isp>; rel="blocked-by"'],
  ] as const) {
    it(`writes a link to ${typeof uri === 'string' ? uri : uri.href} [S26]`, () => {
      expect(blockedByLink(uri)).to.equal(written)
      expect(make(classOf(451), { blockedBy: uri }).headers).to.deep.equal({ Link: written })
    })
  }

  for (const [what, uri] of [
    ['nothing', ''],
    ['a space', 'https://isp.example/a b'],
    ['an end of the target', 'https://isp.example/>; rel="self", <https://evil.example/'],
    ['a quote', 'https://isp.example/"'],
    ['a line break', 'https://isp.example/\r\nX: y'],
    ['a line break at the end', 'https://isp.example/\n'],
    ['NUL', 'https://isp.example/\0'],
    ['a letter beyond ASCII', 'https://isp.example/é'],
    ['a backslash', 'https:\\\\isp.example'],
    ['braces', 'https://isp.example/{id}'],
    ['a number', 7],
    ['null', null],
    ['a list', ['https://isp.example/']],
    ['a symbol', Symbol('s')],
    ['an object that prints itself as a URI', { toString: () => 'https://isp.example/' }],
    ['a URL whose address is two links', new Evil('https://isp.example/')],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => blockedByLink(uri))
        .to.throw(FieldError)
        .with.property('expected', 'a URI')
    })
  }

  it('never lets a text out of the angle brackets, by property', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.webUrl()), (uri) => {
        const { headers } = make(classOf(451), { blockedBy: uri })
        if (headers['Link'] !== undefined)
          expect(headers['Link'])
            .to.match(/^<[\x21-\x7e]+>; rel="blocked-by"$/)
            .and.equal(`<${uri}>; rel="blocked-by"`)
        if (/[<>\s"]/.test(uri)) expect(headers).to.deep.equal({})
      }),
      { numRuns: 1000 },
    )
  })

  it('reports an object that throws when it is printed', () => {
    const problem = make(classOf(451), { blockedBy: unprintable() })
    expect(problem.headers).to.deep.equal({})
    expect(faultsOf(problem).map(({ code, place }) => [code, place])).to.deep.equal([['ERR_PROBLEM_HEADER', 'blockedBy']])
  })
})
