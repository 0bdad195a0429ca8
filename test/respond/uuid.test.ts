import { expect } from 'chai'
import { randomUuid } from '../../lib/respond/document/uuid.js'

// RFC 9562 5.4 and 4.1: version 4, and the variant.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('randomUuid()', () => {
  const { crypto } = globalThis
  afterEach(() => Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true, writable: true }))

  for (const [host, value] of [
    ['with randomUUID()', crypto],
    ['without it, as a page without TLS', {}],
    ['without crypto', undefined],
  ] as const) {
    it(`names each occurrence differently on a host ${host}`, () => {
      Object.defineProperty(globalThis, 'crypto', { value, configurable: true, writable: true })
      const names = Array.from({ length: 100 }, randomUuid)
      expect(names.filter((name) => !UUID.test(name))).to.deep.equal([])
      expect(new Set(names).size).to.equal(100)
    })
  }
})
