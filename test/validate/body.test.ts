import { expect } from 'chai'
import { bodyState } from '../../lib/validate/body.js'

const some = { 'content-length': '7' }
const chunked = { 'transfer-encoding': 'chunked' }
const none = {}

describe('bodyState()', () => {
  for (const [name, value, headers, sawParser, readableDidRead, expected] of [
    ['takes what a parser left', { a: 1 }, some, true, true, { is: 'parsed', value: { a: 1 } }],
    ['takes an empty object that was sent', {}, some, true, true, { is: 'parsed', value: {} }],
    ['takes what a platform parsed before, without a stream', { a: 1 }, some, true, false, { is: 'parsed', value: { a: 1 } }],
    ['takes an empty object where it cannot know of the stream', {}, chunked, true, undefined, { is: 'parsed', value: {} }],
    ['takes null as a value', null, some, true, true, { is: 'parsed', value: null }],
    ['takes false as a value', false, some, true, true, { is: 'parsed', value: false }],
    ['takes an empty text as a value', '', some, true, true, { is: 'parsed', value: '' }],
    ['takes a body of HTTP/2, which needs no length', [1], none, true, true, { is: 'parsed', value: [1] }],
    ['knows that none was sent, where Express 4 has {}', {}, none, true, false, { is: 'missing' }],
    ['knows that none was sent, where Express 5 has nothing', undefined, none, false, false, { is: 'missing' }],
    ['knows that none was sent, by its length', {}, { 'content-length': '0' }, true, true, { is: 'missing' }],
    ['takes one that was read into nothing as missing', undefined, chunked, true, true, { is: 'missing' }],
    ['knows a body that no parser took', {}, some, true, false, { is: 'unread' }],
    ['knows a body that no parser took, where Express 5 has nothing', undefined, chunked, true, false, { is: 'unread' }],
    ['knows a body that no parser saw', undefined, some, false, false, { is: 'unparsed' }],
  ] as const) {
    it(name, () => {
      expect(
        bodyState({ value, headers, sawParser, stream: readableDidRead === undefined ? {} : { readableDidRead } }),
      ).to.deep.equal(expected)
    })
  }

  for (const [name, stream, expected] of [
    ['takes one that ended with its first chunk as missing', { readableLength: 0, complete: true }, 'missing'],
    ['knows one of which something has come', { readableLength: 1, complete: true }, 'unread'],
    ['knows one that is still to come', { readableLength: 0, complete: false }, 'unread'],
  ] as const) {
    it(name, () => {
      const facts = { value: {}, headers: chunked, sawParser: true, stream: { readableDidRead: false, ...stream } }
      expect(bodyState(facts)).to.deep.equal({ is: expected })
    })
  }

  for (const [endAfterHeaders, expected] of [
    [true, 'missing'],
    [false, 'unread'],
  ] as const)
    it(`takes a body of HTTP/2 that nobody has read as ${expected} where it ends ${endAfterHeaders ? 'with' : 'behind'} the fields`, () => {
      const stream = { readableDidRead: false, readableLength: 0, complete: endAfterHeaders, stream: { endAfterHeaders } }
      expect(bodyState({ value: {}, headers: none, sawParser: true, stream })).to.deep.equal({ is: expected })
    })

  for (const mediaType of ['application/x-www-form-urlencoded', 'Multipart/Form-Data; boundary=b'])
    it(`knows a form by ${mediaType}`, () => {
      const headers = { ...some, 'content-type': mediaType }
      expect(bodyState({ value: { a: '1' }, headers, sawParser: true, stream: {} })).to.deep.equal({
        is: 'form',
        value: { a: '1' },
      })
    })

  it('knows that JSON is no form', () => {
    const headers = { ...some, 'content-type': 'application/json' }
    expect(bodyState({ value: { a: '1' }, headers, sawParser: true, stream: {} })).to.have.property('is', 'parsed')
  })
})
