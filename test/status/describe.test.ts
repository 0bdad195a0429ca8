import { inspect } from 'node:util'
import { expect } from 'chai'
import { errorFacts, otherCodes } from '../../lib/status/codes.js'
import { describeStatus } from '../../lib/status/describe.js'
import { meanings } from '../../lib/status/meanings.js'
import { vendorCodes } from './vendor-codes.js'

describe('describeStatus()', () => {
  it('gives facts and prose of every known code from 100 to 599, and nothing for the others', () => {
    for (let code = 100; code < 600; code++) {
      const facts = errorFacts[code] ?? vendorCodes[code] ?? otherCodes[code]
      const description = describeStatus(code)
      if (facts === undefined) expect(description, String(code)).to.equal(undefined)
      else {
        const registered = vendorCodes[code] === undefined && code !== 122
        expect(description, String(code)).to.deep.equal({ code, registered, ...facts, ...meanings[code] })
      }
    }
  })

  for (const [code, expected] of [
    [404, { phrase: 'Not Found', registered: true, className: 'NotFound', cacheable: 'heuristic', spec: 'RFC 9110 15.5.5' }],
    [499, { phrase: 'Client Closed Request', registered: false, equivalent: 408 }],
    [200, { phrase: 'OK', registered: true, spec: 'RFC 9110 15.3.1' }],
    [122, { phrase: 'Request-URI Too Long', registered: false }],
    [418, { registered: true, registration: 'unused' }],
  ] as const) {
    it(`says what ${code} is`, () => {
      expect(describeStatus(code)).to.include(expected)
    })
  }

  for (const code of [0, 99, 427, 470, 600, 999, -404, 404.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`knows nothing of ${code}`, () => {
      expect(describeStatus(code)).to.equal(undefined)
    })
  }

  for (const code of [
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'valueOf',
    '',
    null,
    undefined,
    {},
    [],
    Symbol('s'),
  ]) {
    it(`knows nothing of ${inspect(code)}, which a JavaScript caller may pass on from a URL`, () => {
      expect(Reflect.apply(describeStatus, undefined, [code])).to.equal(undefined)
    })
  }

  it('gives an object of its own each time', () => {
    Object.assign(describeStatus(404) ?? {}, { phrase: 'changed' })
    expect(describeStatus(404)?.phrase).to.equal('Not Found')
  })
})
