import { inspect } from 'node:util'
import { expect } from 'chai'
import fc from 'fast-check'
import { faultsOf } from '../../../lib/guard/fault.js'
import { FieldError } from '../../../lib/problem/fields/field-value.js'
import { acceptList, protocolList, tokenList } from '../../../lib/problem/fields/list.js'
import { headerValue } from '../arbitraries.js'
import { expectSendable } from '../sendable.js'
import { classOf, make } from '../table.js'

describe('tokenList()', () => {
  for (const [value, list] of [
    ['GET', 'GET'],
    ['GET,HEAD', 'GET, HEAD'],
    [' GET ,, HEAD , ', 'GET, HEAD'],
    ['', ''],
    [[], ''],
    [[''], ''],
    [['GET', 'HEAD'], 'GET, HEAD'],
    [['GET', ' HEAD ', 'GET'], 'GET, HEAD'],
    [['get', 'GET'], 'get, GET'],
    [Object.freeze(['GET']), 'GET'],
  ] as const) {
    it(`writes ${JSON.stringify(value)} as "${list}"`, () => {
      expect(tokenList(value)).to.equal(list)
    })
  }

  for (const value of [
    undefined,
    null,
    7,
    true,
    {},
    new Set(['GET']),
    ['GET, HEAD'],
    ['GET\r\nX: y'],
    'GET\r\nX: y',
    ['é'],
    [7],
    [null],
    [Symbol('s')],
    ['G T'],
    [['GET']],
  ]) {
    it(`refuses ${inspect(value)}`, () => {
      expect(() => tokenList(value)).to.throw(FieldError)
    })
  }
})

describe('protocolList()', () => {
  for (const [value, list] of [
    ['HTTP/2.0', 'HTTP/2.0'],
    ['HTTP/2.0, websocket', 'HTTP/2.0, websocket'],
    [['IRC/6.9', 'RTA/x11'], 'IRC/6.9, RTA/x11'],
  ] as const) {
    it(`writes ${JSON.stringify(value)} [S22]`, () => {
      expect(protocolList(value)).to.equal(list)
    })
  }

  for (const value of ['', [], [''], '/', 'HTTP/', '/2', 'a/b/c', 'HTTP/2 0', 'HTTP/2\r\nX:y', 7, null]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      expect(() => protocolList(value)).to.throw(FieldError)
    })
  }
})

describe('acceptList()', () => {
  for (const [value, list] of [
    ['application/json', 'application/json'],
    ['application/json, text/csv', 'application/json, text/csv'],
    [['application/json', 'text/csv;q=0.5'], 'application/json, text/csv;q=0.5'],
    [['text/csv; header=present'], 'text/csv; header=present'],
    [['text/csv;x="a, b"'], 'text/csv;x="a, b"'],
    ['gzip', 'gzip'],
    [['identity', '*'], 'identity, *'],
    ['', ''],
    [[], ''],
  ] as const) {
    it(`writes ${JSON.stringify(value)}`, () => {
      expect(acceptList(value)).to.equal(list)
    })
  }

  it('keeps a comma that stands inside quotes of a text', () => {
    expect(acceptList('text/csv;x="a,b", text/plain')).to.equal('text/csv;x="a,b", text/plain')
  })

  for (const value of [7, null, {}, ['a b'], [';q=1'], ['text/csv;x=€'], ['a\r\nb'], ['a;\r\nX: y'], ['a;\0'], [7]]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      expect(() => acceptList(value)).to.throw(FieldError)
    })
  }

  it('refuses two media types in one item, and a name that is no token', () => {
    for (const value of [['text/csv,text/plain'], ['téxt/csv'], ['a/b/c'], ['"a"/b']])
      expect(() => acceptList(value), String(value)).to.throw(FieldError)
  })
})

describe('the options that become lists', () => {
  for (const [status, option, field, value, written] of [
    [405, 'allow', 'Allow', ['GET', 'HEAD'], 'GET, HEAD'],
    [405, 'allow', 'Allow', [], ''],
    [415, 'accept', 'Accept', 'application/json', 'application/json'],
    [415, 'acceptEncoding', 'Accept-Encoding', ['gzip'], 'gzip'],
    [415, 'acceptPatch', 'Accept-Patch', ['application/merge-patch+json'], 'application/merge-patch+json'],
    [415, 'acceptPost', 'Accept-Post', '*/*', '*/*'],
    [426, 'upgrade', 'Upgrade', 'HTTP/2.0', 'HTTP/2.0'],
  ] as const) {
    it(`write ${field}: ${written} of a ${status} for ${option} [S6, S13, S14, S15, S22]`, () => {
      const problem = make(classOf(status), { [option]: value })
      expect(problem.headers).to.deep.equal({ ...(status === 426 && { Connection: 'Upgrade' }), [field]: written })
      expect(faultsOf(problem)).to.deep.equal([])
    })

    it(`are left out and reported when they have a wrong value: ${option} of a ${status}`, () => {
      const problem = make(classOf(status), { [option]: 7 })
      expect(problem.headers).to.not.have.property(field)
      expect(faultsOf(problem).map(({ code, place, got }) => [code, place, got])).to.deep.equal([
        ['ERR_PROBLEM_HEADER', option, '7'],
      ])
    })

    it(`never end in a field that Node refuses, by property: ${option} of a ${status}`, () => {
      fc.assert(
        fc.property(headerValue, fc.boolean(), (recipe, list) => {
          expectSendable(make(classOf(status), { [option]: list ? [recipe()] : recipe() }).headers)
        }),
        { numRuns: 300 },
      )
    })
  }
})
