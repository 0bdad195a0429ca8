import { expect } from 'chai'
import { challengeLines } from '../../../lib/problem/fields/challenge.js'
import { withParameters } from '../../../lib/problem/fields/challenge-parameters.js'
import { parseChallenge } from './challenge-parser.js'

const error = { error: 'invalid_token', error_description: 'Not "valid".' }
const added = ', error="invalid_token", error_description="Not \\"valid\\"."'
const add = (...lines: string[]): readonly string[] => withParameters(lines, ['bearer', 'dpop'], error)

describe('withParameters()', () => {
  for (const [what, lines, expected] of [
    ['the only challenge', ['Bearer realm="x"'], [`Bearer realm="x"${added}`]],
    ['a scheme in another case', ['bEARER realm="x"'], [`bEARER realm="x"${added}`]],
    ['one of several lines', ['Basic realm="a"', 'Bearer realm="x"'], ['Basic realm="a"', `Bearer realm="x"${added}`]],
    ['the first of a line', ['Bearer realm="x", Basic realm="a"'], [`Bearer realm="x"${added}, Basic realm="a"`]],
    [
      'the last of a line',
      ['Basic realm="a", Bearer realm="x", scope="r w"'],
      [`Basic realm="a", Bearer realm="x", scope="r w"${added}`],
    ],
    ['one behind a scheme without parameters', ['Negotiate, Bearer realm="x"'], [`Negotiate, Bearer realm="x"${added}`]],
    ['one behind a token68', ['Negotiate YTpi==, Bearer realm="x"'], [`Negotiate YTpi==, Bearer realm="x"${added}`]],
    [
      'a realm with a comma and another scheme in it',
      ['Basic realm="a, Bearer realm=x", Bearer realm="y\\", DPoP"'],
      [`Basic realm="a, Bearer realm=x", Bearer realm="y\\", DPoP"${added}`],
    ],
    ['parameters with spaces around the sign', ['Bearer realm = "x", scope = "r"'], [`Bearer realm = "x", scope = "r"${added}`]],
    [
      'Bearer where DPoP is there too',
      ['DPoP algs="ES256"', 'Bearer realm="x"'],
      ['DPoP algs="ES256"', `Bearer realm="x"${added}`],
    ],
    ['DPoP where it is alone', ['DPoP algs="ES256"', 'Basic realm="x"'], [`DPoP algs="ES256"${added}`, 'Basic realm="x"']],
    ['the first of two', ['Bearer realm="x"', 'Bearer realm="y"'], [`Bearer realm="x"${added}`, 'Bearer realm="y"']],
    ['a quoted text that does not end', ['Bearer realm="x'], [`Bearer realm="x${added}`]],
  ] as const) {
    it(`adds to ${what}`, () => {
      expect(add(...lines)).to.deep.equal(expected)
    })
  }

  for (const lines of [
    ['Basic realm="Bearer realm=x"'],
    ['Basic realm="x"', 'Digest realm="x"'],
    ['Bearer realm="x", error="invalid_token"'],
    ['Bearer Error = "a"'],
    ['Bearer realm="x",  ERROR_DESCRIPTION="a"'],
    ['= "x"'],
    [],
    [''],
  ]) {
    it(`leaves ${JSON.stringify(lines)} as it is`, () => {
      expect(add(...lines)).to.deep.equal(lines)
    })
  }

  it('takes what an app gave, and gives what can be parsed', () => {
    const lines = challengeLines([
      { scheme: 'Basic', realm: 'a, b' },
      { scheme: 'Bearer', realm: 'x', scope: 'r w' },
    ])
    const [, bearer] = add(...lines)
    expect(parseChallenge(bearer)).to.deep.include({
      scheme: 'Bearer',
      parameters: { realm: 'x', scope: 'r w', error: 'invalid_token', error_description: 'Not "valid".' },
    })
  })
})
