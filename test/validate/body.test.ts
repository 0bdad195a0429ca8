import { expect } from 'chai'
import { bodyState } from '../../lib/validate/body.js'

const some = { 'content-length': '7' }
const chunked = { 'transfer-encoding': 'chunked' }
const none = {}

describe('bodyState()', () => {
  for (const [name, value, headers, sawParser, wasRead, expected] of [
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
      expect(bodyState({ value, headers, sawParser, wasRead })).to.deep.equal(expected)
    })
  }
})
