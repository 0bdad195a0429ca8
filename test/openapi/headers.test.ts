import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { type ProblemClass, problemComponents, problemResponses } from '../../lib/openapi/index.js'
import { BadRequest, Conflict, problemClasses, TooManyRequests, Unauthorized } from '../../lib/problem/classes.js'
import { fieldMakers } from '../../lib/problem/field-makers.js'
import { HallClosed, SeatTaken, TooManySeats } from './problems.js'

function headersOf(...classes: readonly ProblemClass[]) {
  const { responses, headers } = problemComponents(classes, { version: '3.1' })
  const references = Object.values(responses).flatMap((response) => Object.entries(response.headers ?? {}))
  return { references: Object.fromEntries(references), headers }
}

describe('problemComponents(): header fields', () => {
  for (const Class of Object.values(problemClasses)) {
    it(`documents every field that the options of ${Class.status} make, and none about framing [O6]`, () => {
      const documented = Object.keys(headersOf(Class).references)
      expect(documented).to.include.members(fieldMakers(Class.status).map(({ field }) => field))
      expect(documented).not.to.include.members(['Content-Type', 'Connection'])
    })
  }

  for (const [name, field, required] of [
    ['Unauthorized', 'WWW-Authenticate', true],
    ['BadRequest', 'WWW-Authenticate', undefined],
    ['MethodNotAllowed', 'Allow', true],
    ['ProxyAuthenticationRequired', 'Proxy-Authenticate', true],
    ['UpgradeRequired', 'Upgrade', undefined],
    ['TooManyRequests', 'Retry-After', undefined],
    ['ServiceUnavailable', 'RateLimit', undefined],
    ['UnavailableForLegalReasons', 'Link', undefined],
  ] as const) {
    it(`says whether a ${name} always has ${field} [O6]`, () => {
      const Class = Object.values(problemClasses).find((one) => one.prototype.name === name)
      if (Class === undefined) throw new Error(name)
      const { references, headers } = headersOf(Class)
      const { $ref = '' } = references[field] as { $ref?: string }
      expect(headers[$ref.split('/').at(-1) ?? '']?.required).to.equal(required)
    })
  }

  it('documents what a declared type sends always, with its value as an example [P20] [O6]', () => {
    const { headers, references } = headersOf(SeatTaken, HallClosed)
    expect(headers).to.deep.equal({
      'SeatTaken.Retry-After': {
        description: 'Seconds to wait, or the date to wait for, before the next try (RFC 9110 10.2.3).',
        required: true,
        schema: { type: 'string' },
        example: '5',
      },
      'SeatTaken.X-Seats-Left': { description: 'How many seats are left.', schema: { type: 'string' } },
      'HallClosed.Cache-Control': {
        description: 'What caches may do with the response (RFC 9111 5.2).',
        required: true,
        schema: { type: 'string' },
        example: 'max-age=60',
      },
      'HallClosed.X-Hall': {
        description: 'The field X-Hall of this problem.',
        required: true,
        schema: { type: 'string' },
        example: '1, 2',
      },
    })
    expect(references['Retry-After']).to.deep.equal({ $ref: '#/components/headers/SeatTaken.Retry-After' })
  })

  it('keeps a field required that the status requires and the type describes [O6]', () => {
    const NoToken = defineProblem('NoToken', {
      type: 'urn:example:no-token',
      status: 401,
      title: 'There is no token',
      headers: { 'www-authenticate': { description: 'How to get a token.' } },
    })
    expect(headersOf(NoToken).headers).to.deep.equal({
      'NoToken.WWW-Authenticate': { description: 'How to get a token.', required: true, schema: { type: 'string' } },
    })
  })

  it('documents no Cache-Control for a status that caches must not store', () => {
    expect(headersOf(TooManySeats).references).to.have.all.keys('Retry-After', 'RateLimit', 'RateLimit-Policy')
  })

  it('takes a field of the declaration for the one of the status, whatever its case; keys stay legal [O12]', () => {
    const Slow = defineProblem('Slow', {
      type: 'urn:example:slow',
      status: 503,
      title: 'Slow',
      headers: { 'retry-after': '60', 'X*Left': { description: 'What is left.' } },
    })
    const { references } = headersOf(Slow)
    expect(references['Retry-After']).to.deep.equal({ $ref: '#/components/headers/Slow.Retry-After' })
    expect(references['X*Left']).to.deep.equal({ $ref: '#/components/headers/Slow.X_2aLeft' })
  })
})

describe('problemResponses(): header fields of several problems', () => {
  const headersIn = (...classes: readonly ProblemClass[]) => {
    const [response] = Object.values(problemResponses(...classes))
    return (response as { headers?: object }).headers
  }

  it('refers to a component that all of them share', () => {
    const TokenExpired = defineProblem('TokenExpired', { type: 'urn:example:token', status: 401, title: 'The token is expired' })
    expect(headersIn(Unauthorized, TokenExpired)).to.deep.equal({
      'WWW-Authenticate': { $ref: '#/components/headers/Unauthorized.WWW-Authenticate' },
    })
    const BadToken = defineProblem('BadToken', { type: 'urn:example:bad-token', status: 400, title: 'The token is wrong' })
    expect(headersIn(BadRequest, BadToken)).to.deep.equal({
      'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' },
    })
  })

  it('refers to a field that one of them may have, and describes one that only some always have', () => {
    expect(headersIn(SeatTaken, Conflict)).to.deep.equal({
      'Retry-After': {
        description: 'Seconds to wait, or the date to wait for, before the next try (RFC 9110 10.2.3).',
        schema: { type: 'string' },
      },
      'X-Seats-Left': { $ref: '#/components/headers/SeatTaken.X-Seats-Left' },
    })
  })

  it('joins descriptions that differ', () => {
    const Quota = defineProblem('Quota', {
      type: 'urn:example:quota',
      status: 429,
      title: 'No quota',
      headers: { 'Retry-After': { description: 'Until midnight.' } },
    })
    expect((headersIn(Quota, TooManyRequests) as Record<string, object>)['Retry-After']).to.deep.equal({
      description: 'Until midnight. Seconds to wait, or the date to wait for, before the next try (RFC 9110 10.2.3).',
      schema: { type: 'string' },
    })
  })

  it('leaves them out where there are none', () => {
    const Full = defineProblem('Full', { type: 'urn:example:full', status: 409, title: 'Full' })
    expect(headersIn(Full, Conflict)).to.equal(undefined)
  })
})
