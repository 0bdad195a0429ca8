import { expect } from 'chai'
import fc from 'fast-check'
import { isJsonPointer, jsonPointer, pointerNames, valueAt } from '../../schemas/json.js'

// The examples of RFC 6901 5.
const document = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
}
const examples: readonly (readonly [pointer: string, names: readonly string[], value: unknown])[] = [
  ['', [], document],
  ['/foo', ['foo'], ['bar', 'baz']],
  ['/foo/0', ['foo', '0'], 'bar'],
  ['/', [''], 0],
  ['/a~1b', ['a/b'], 1],
  ['/c%d', ['c%d'], 2],
  ['/e^f', ['e^f'], 3],
  ['/g|h', ['g|h'], 4],
  ['/i\\j', ['i\\j'], 5],
  ['/k"l', ['k"l'], 6],
  ['/ ', [' '], 7],
  ['/m~0n', ['m~n'], 8],
]

describe('A JSON Pointer', () => {
  for (const [pointer, names, value] of examples) {
    it(`${JSON.stringify(pointer)} of RFC 6901 5 is read, written and followed`, () => {
      expect(isJsonPointer(pointer)).to.equal(true)
      expect(pointerNames(pointer)).to.deep.equal(names)
      expect(jsonPointer(names)).to.equal(pointer)
      expect(valueAt(document, pointer)).to.deep.equal(value)
    })
  }

  it('gives back the names that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', 'é') })), (names) => {
        expect(isJsonPointer(jsonPointer(names))).to.equal(true)
        expect(pointerNames(jsonPointer(names))).to.deep.equal(names)
      }),
    )
  })

  it('leads to nothing where a value has no such property of its own', () => {
    for (const pointer of ['/bar', '/foo/2', '/foo/0/length', '/constructor', '/foo/0/0/0'])
      expect(valueAt(document, pointer), pointer).to.equal(undefined)
    expect(valueAt({ a: null }, '/a/b')).to.equal(undefined)
  })

  for (const wrong of ['a', '#/a', '/~', '/a~2', 'a/b', 7, undefined, ['/a']]) {
    it(`is not ${JSON.stringify(wrong) ?? 'undefined'}`, () => {
      expect(isJsonPointer(wrong)).to.equal(false)
    })
  }
})
