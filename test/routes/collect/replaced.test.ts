import { expect } from 'chai'
import { callWithReplaced } from '../../../lib/routes/collect/libraries/replaced.js'

describe('callWithReplaced()', () => {
  const original = (): string => 'original'

  for (const [ending, call] of Object.entries({
    'a call that ends': (): undefined => undefined,
    'a call that throws': () => {
      throw new Error('thrown')
    },
    'a call that rejects': async () => Promise.reject(new Error('rejected')),
  })) {
    it(`replaces a method during ${ending}, and puts it back`, () => {
      const prototype = { method: original }
      const seen: string[] = []
      const isCalled = callWithReplaced(
        prototype,
        'method',
        () => 'ours',
        () => {
          seen.push(prototype.method())
          return call()
        },
      )
      expect([isCalled, seen, prototype.method]).to.deep.equal([true, ['ours'], original])
    })
  }

  for (const [name, prototype] of Object.entries({ 'is frozen': Object.freeze({ method: original }), 'is missing': {} })) {
    it(`calls nothing where the method ${name}`, () => {
      const call = (): never => expect.fail('it was called')
      expect(callWithReplaced(prototype, 'method', () => 'ours', call)).to.equal(false)
    })
  }
})
