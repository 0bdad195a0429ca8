/** The fields of other servers' responses, in the forms in which clients give them. */
import { expect } from 'chai'
import { responseField } from '../../lib/client/field.js'
import { relayedRetryAfter } from '../../lib/client/retry-after.js'

describe('responseField()', () => {
  for (const [form, headers] of Object.entries({
    'a record': { 'retry-after': '7' },
    'a record with a list': { 'RETRY-AFTER': ['7'] },
    'a Headers object': new Headers({ 'Retry-After': '7' }),
    'a Map': new Map([['Retry-After', '7']]),
    'names and values in turn': ['Retry-After', '7'],
    'an object that knows names in lower case': { get: (name: string) => (name === 'retry-after' ? '7' : null) },
  })) {
    it(`reads ${form}`, () => {
      expect(responseField(headers, 'Retry-After')).to.equal('7')
      expect(responseField(headers, 'retry-after')).to.equal('7')
      expect(responseField(headers, 'Age')).to.equal(undefined)
      expect(relayedRetryAfter(headers)).to.equal(7)
    })
  }

  it('gives a number as it is, which no client makes of a field: nothing is relayed', () => {
    const headers = { 'Retry-After': 7 }
    expect(responseField(headers, 'retry-after')).to.equal(7)
    expect(relayedRetryAfter(headers)).to.equal(undefined)
  })

  it('gives nothing for what is neither a text nor a number', () => {
    for (const value of [undefined, null, true, {}, Symbol('secret'), () => '7'])
      expect(responseField({ 'retry-after': value }, 'Retry-After')).to.equal(undefined)
    for (const headers of [undefined, null, 'retry-after: 7', 7])
      expect(responseField(headers, 'Retry-After')).to.equal(undefined)
  })
})
