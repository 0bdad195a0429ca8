import { expect } from 'chai'
import fc from 'fast-check'
import { challengeLines } from '../../../lib/problem/fields/challenge.js'
import { text } from '../arbitraries.js'
import { parseChallenge } from './challenge-parser.js'

function parsed(challenge: unknown): ReturnType<typeof parseChallenge> {
  return parseChallenge(challengeLines(challenge)[0])
}

describe('a Bearer challenge', () => {
  for (const [what, challenge, line] of [
    ['an object without parameters', { scheme: 'Bearer' }, 'Bearer realm="api"'],
    ['an object of undefined parameters', { scheme: 'Bearer', realm: undefined }, 'Bearer realm="api"'],
    ['a finished text', 'Bearer', 'Bearer realm="api"'],
    ['a finished text with a space', 'Bearer ', 'Bearer realm="api"'],
    ['a scheme in small letters', { scheme: 'bearer' }, 'bearer realm="api"'],
    ['a text in capital letters', 'BEARER', 'BEARER realm="api"'],
  ] as const) {
    it(`gets a parameter when it has none: ${what} [H3]`, () => {
      expect(challengeLines(challenge)).to.deep.equal([line])
    })
  }

  it('keeps its own parameters', () => {
    expect(challengeLines({ scheme: 'Bearer', scope: 'read write' })).to.deep.equal(['Bearer scope="read write"'])
  })

  for (const [what, challenge, line] of [
    [
      'of a token that expired (RFC 6750 3)',
      { scheme: 'Bearer', realm: 'example', error: 'invalid_token', error_description: 'The access token expired' },
      'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
    ],
    [
      'that asks for a step up (RFC 9470 3)',
      {
        scheme: 'Bearer',
        error: 'insufficient_user_authentication',
        error_description: 'A different authentication level is required',
        acr_values: 'myACR',
      },
      'Bearer error="insufficient_user_authentication", error_description="A different authentication level is required", acr_values="myACR"',
    ],
    [
      'that asks for a fresh login (RFC 9470 3)',
      {
        scheme: 'Bearer',
        error: 'insufficient_user_authentication',
        error_description: 'More recent authentication is required',
        max_age: 5,
      },
      'Bearer error="insufficient_user_authentication", error_description="More recent authentication is required", max_age="5"',
    ],
  ] as const) {
    it(`reads as in the RFC: one ${what} [H5]`, () => {
      expect(challengeLines(challenge)).to.deep.equal([line])
    })
  }

  // RFC 6750 3: the characters that each attribute may have.
  for (const [name, allowed] of [
    ['error', /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/],
    ['error_description', /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/],
    ['Error_Description', /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/],
    ['scope', /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/],
    ['error_uri', /^[\x21\x23-\x5b\x5d-\x7e]*$/],
  ] as const) {
    it(`has only the characters of RFC 6750 in ${name}, or is refused [H4]`, () => {
      fc.assert(
        fc.property(text, (value) => {
          let challenge: ReturnType<typeof parseChallenge>
          try {
            challenge = parsed({ scheme: 'Bearer', [name]: value })
          } catch (error) {
            expect(error).to.have.property('name').that.is.a('string')
            expect(error).to.have.property('expected')
            return
          }
          expect(challenge.raw[name]?.slice(1, -1)).to.match(allowed)
        }),
        { numRuns: 500 },
      )
    })
  }

  it('refuses a scope and a page with characters that would make another one of it [H4]', () => {
    for (const [name, value] of [
      ['scope', 'read "all"'],
      ['error_uri', 'https://example.com/a b'],
    ] as const)
      expect(() => challengeLines({ scheme: 'Bearer', [name]: value }))
        .to.throw()
        .that.includes({ expected: `${name} with the characters of RFC 6750 3`, got: 'others' })
  })

  it('replaces what error_description cannot say, and stays readable [H4]', () => {
    const { parameters } = parsed({ scheme: 'Bearer', error_description: 'a "quoted" C:\\path costs 5 €\r\nX: y' })
    expect(parameters).to.deep.equal({ error_description: "a 'quoted' C:'path costs 5 ???X: y" })
  })
})
