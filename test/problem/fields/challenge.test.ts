import { expect } from 'chai'
import fc from 'fast-check'
import { faultsOf } from '../../../lib/guard/fault.js'
import { challengeLines } from '../../../lib/problem/fields/challenge.js'
import { FieldError } from '../../../lib/problem/fields/field-value.js'
import { text } from '../arbitraries.js'
import { revoked, throwingGetters } from '../hostile.js'
import { classOf, make } from '../table.js'
import { parseChallenge } from './challenge-parser.js'

function lineOf(challenge: unknown): string {
  const lines = challengeLines(challenge)
  expect(lines).to.have.lengthOf(1)
  return lines[0] ?? ''
}

describe('challengeLines()', () => {
  for (const [what, challenge, line] of [
    ['a scheme', { scheme: 'Negotiate' }, 'Negotiate'],
    ['a scheme with a realm', { scheme: 'Basic', realm: 'api' }, 'Basic realm="api"'],
    ['several parameters in their order', { scheme: 'Basic', realm: 'a', charset: 'UTF-8' }, 'Basic realm="a", charset="UTF-8"'],
    ['an empty realm', { scheme: 'Basic', realm: '' }, 'Basic realm=""'],
    ['numbers and booleans', { scheme: 'X', a: 5, b: false }, 'X a="5", b="false"'],
    ['no undefined parameter', { scheme: 'Basic', realm: undefined }, 'Basic'],
    ['a comma inside the quotes', { scheme: 'Basic', realm: 'a, b' }, 'Basic realm="a, b"'],
    ['a tab inside the quotes', { scheme: 'Basic', realm: 'a\tb' }, 'Basic realm="a\tb"'],
    ['letters of ISO 8859-1', { scheme: 'Basic', realm: 'Grüße' }, 'Basic realm="Grüße"'],
    [
      'algorithm and stale of Digest without quotes',
      { scheme: 'Digest', realm: 'r', stale: true, algorithm: 'SHA-256' },
      'Digest realm="r", stale=true, algorithm=SHA-256',
    ],
    ['an algorithm that is no token with quotes', { scheme: 'Digest', algorithm: 'a b' }, 'Digest algorithm="a b"'],
    ['a DPoP challenge (RFC 9449 7.1)', { scheme: 'DPoP', algs: 'ES256 PS256' }, 'DPoP algs="ES256 PS256"'],
    ['a finished text', 'Basic realm="api"', 'Basic realm="api"'],
    ['a finished text without its outer space', ' Basic realm="api" ', 'Basic realm="api"'],
    ['a token68', 'Negotiate YII=', 'Negotiate YII='],
  ] as const) {
    it(`writes ${what} [S4]`, () => {
      expect(lineOf(challenge)).to.equal(line)
    })
  }

  it('escapes quote and backslash so that a parser gets the realm back [S4]', () => {
    const realm = 'the "inner\\outer" \\" realm\\'
    expect(lineOf({ scheme: 'Basic', realm })).to.equal('Basic realm="the \\"inner\\\\outer\\" \\\\\\" realm\\\\"')
    expect(parseChallenge(lineOf({ scheme: 'Basic', realm })).parameters).to.deep.equal({ realm })
  })

  it('leaves out what a quoted-string cannot carry, so that no line can be started [B10]', () => {
    expect(lineOf({ scheme: 'Basic', realm: 'a\r\nSet-Cookie: x=y\0€\x7f\ud800💥b' })).to.equal('Basic realm="aSet-Cookie: x=yb"')
  })

  it('gives back any realm that a quoted-string can carry, by property', () => {
    fc.assert(
      fc.property(text, fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), (realm, name) => {
        const { parameters } = parseChallenge(lineOf({ scheme: 'Basic', realm, [`x-${name}`]: realm }))
        const sendable = realm.replace(/[^\t\x20-\x7e\x80-\xff]/gu, '')
        expect(parameters).to.deep.equal({ realm: sendable, [`x-${name}`]: sendable })
      }),
      { numRuns: 1000 },
    )
  })

  it('writes one field line for each challenge', () => {
    expect(challengeLines(['Basic realm="a"', { scheme: 'DPoP', algs: 'ES256' }])).to.deep.equal([
      'Basic realm="a"',
      'DPoP algs="ES256"',
    ])
  })

  for (const [what, challenges, got] of [
    ['an empty list', [], 'an empty list'],
    ['an empty text', '', 'a text that does not start with a scheme'],
    ['a text that starts with a parameter', '="x"', 'a text that does not start with a scheme'],
    ['a text with a line break', 'Basic\r\nX: y', 'a text that does not start with a scheme'],
    ['a text with NUL', 'Basic a\0', 'a text that does not start with a scheme'],
    ['a text with a character above U+00FF', 'Basic realm="€"', 'a text that does not start with a scheme'],
    ['a number', 7, '7'],
    ['null', null, 'null'],
    ['a symbol', Symbol('secret'), 'a symbol'],
    ['a function', () => 'Basic', 'a function'],
    ['a list in a list', [['Basic']], 'an array of 1 items'],
    ['an object without a scheme', { realm: 'a' }, 'undefined'],
    ['a scheme with a space', { scheme: 'Basic realm="x",' }, '"Basic realm=\\"x\\","'],
    ['a scheme with a line break', { scheme: 'Basic\r\nX:' }, '"Basic\\r\\nX:"'],
    ['a scheme that is no string', { scheme: 7 }, '7'],
    ['a parameter with a bad name', { scheme: 'Basic', 'a b': 'x' }, '"a b"'],
    ['a parameter with an injected name', { scheme: 'Basic', 'a="x"\r\nX': 'x' }, '"a=\\"x\\"\\r\\nX"'],
    ['a parameter that is an object', { scheme: 'Basic', realm: {} }, 'an object'],
    ['a parameter that is null', { scheme: 'Basic', realm: null }, 'null'],
    ['a parameter that is a symbol', { scheme: 'Basic', realm: Symbol('secret') }, 'a symbol'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => challengeLines(challenges))
        .to.throw(FieldError)
        .with.property('got', got)
    })
  }

  it('refuses a parameter that occurs twice: names are matched without case (RFC 9110 11.2)', () => {
    expect(() => challengeLines({ scheme: 'Basic', realm: 'a', Realm: 'b' })).to.throw(FieldError)
  })
})

describe('the option challenges', () => {
  for (const [status, field] of [
    [400, 'WWW-Authenticate'],
    [401, 'WWW-Authenticate'],
    [403, 'WWW-Authenticate'],
    [407, 'Proxy-Authenticate'],
  ] as const) {
    it(`becomes ${field} of a ${status} [S3, S8]`, () => {
      const problem = make(classOf(status), { challenges: { scheme: 'Basic', realm: 'api' } })
      expect(problem.headers).to.deep.equal({ [field]: ['Basic realm="api"'] })
      expect(faultsOf(problem)).to.deep.equal([])
    })

    it(`is left out of a ${status} as a whole when one of its items is wrong, and reported`, () => {
      const problem = make(classOf(status), { challenges: ['Basic', { scheme: '' }] })
      expect(problem.headers).to.deep.equal({})
      expect(faultsOf(problem)).to.deep.equal([
        { code: 'ERR_PROBLEM_HEADER', place: 'challenges', expected: 'a scheme that is a token', got: '""' },
      ])
    })
  }

  for (const [what, challenges] of [
    ['a revoked Proxy', revoked()],
    ['a revoked list', revoked([])],
    ['throwing getters', throwingGetters('scheme')],
    ['a list with a map of its own', Object.assign(['Basic'], { map: () => ['a\r\nb'] })],
  ] as const) {
    it(`never ends in a field that Node refuses: ${what}`, () => {
      const problem = make(classOf(401), { challenges })
      for (const lines of Object.values(problem.headers)) for (const line of lines) parseChallenge(line)
      expect(problem.status).to.equal(401)
    })
  }
})
