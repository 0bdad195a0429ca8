/** URIs in hosts with and without a class URL: schemas refer to each other in both. */
import { expect } from 'chai'
import { endlessness } from '../../schemas/self-reference.js'
import { resolveSchemaUri } from '../../schemas/uri.js'

const cases: readonly (readonly [reference: string, base: string, uri: string])[] = [
  ['#', 'https://example.com/a', 'https://example.com/a#'],
  ['#/$defs/b', 'https://example.com/a', 'https://example.com/a#/$defs/b'],
  ['#/$defs/b', 'https://example.com/a#c', 'https://example.com/a#/$defs/b'],
  ['b', 'https://example.com/a', 'https://example.com/b'],
  ['b#c', 'https://example.com/x/a', 'https://example.com/x/b#c'],
  ['urn:example:b', 'https://example.com/a', 'urn:example:b'],
]

function withoutUrl<Result>(run: () => Result): Result {
  const { URL: kept } = globalThis
  Reflect.deleteProperty(globalThis, 'URL')
  try {
    return run()
  } finally {
    Object.defineProperty(globalThis, 'URL', { value: kept, writable: true, configurable: true, enumerable: false })
  }
}

describe('A reference in a schema', () => {
  for (const [reference, base, uri] of cases) {
    it(`${reference} at ${base} leads to the same URI in a host without URL`, () => {
      expect(resolveSchemaUri(reference, base)).to.equal(uri)
      expect(withoutUrl(() => resolveSchemaUri(reference, base))).to.equal(uri)
    })
  }

  it('that never comes to an end is found there too', () => {
    const schema = { $id: 'https://example.com/a', $defs: { b: { $id: 'b', $anchor: 'x', $ref: 'b#x' } } }
    expect(withoutUrl(() => endlessness(schema))).to.equal('one that refers only to itself, at #/$defs/b')
  })
})
