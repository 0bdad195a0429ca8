/** The members that tell whether a request may be sent again. */
import { expect } from 'chai'
import fc from 'fast-check'
import { retryAdvice } from '../../lib/client/advice/retry-advice.js'
import { defineProblem } from '../../lib/define/define.js'
import { Conflict, ContentTooLarge, NotFound, ServiceUnavailable, TooManyRequests } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { maySendAgain, retryFacts } from '../../lib/respond/retry.js'
import { type ErrorStatus, errorFacts } from '../../lib/status/codes.js'
import { answerTo } from './answer-to.js'

class Full extends defineProblem('Full', {
  type: 'https://example.com/full',
  status: 409,
  title: 'Full',
  retry: { when: 'always', afterSeconds: 60 },
  members: { type: 'object', properties: { seat: { type: 'string' } }, additionalProperties: false },
}) {}
class Once extends defineProblem('Once', {
  type: 'https://example.com/once',
  status: 503,
  title: 'Once',
  retry: { when: 'never' },
}) {}

const membersOf = (problem: HttpProblem, method = 'GET', members = {}) => {
  const { document, faults } = answerTo(problem, {
    options: { retryMembers: true, members: () => members },
    facts: { method },
  })
  expect(faults).to.deep.equal([])
  return [document['retryable'], document['retryAfter']]
}

describe('The option retryMembers', () => {
  for (const [name, problem, method, members] of [
    ['a 404', new NotFound(), 'GET', [false, undefined]],
    ['a 409', new Conflict(), 'GET', [false, undefined]],
    ['a 503', new ServiceUnavailable(), 'GET', [true, undefined]],
    ['a 503 to a method that is not idempotent', new ServiceUnavailable(), 'POST', [false, undefined]],
    ['a 503 with a wait', new ServiceUnavailable({ retryAfter: 7 }), 'PUT', [true, 7]],
    ['a 429 to a method that is not idempotent', new TooManyRequests({ retryAfter: 7 }), 'POST', [false, 7]],
    ['a 421, whose server has not begun [S20]', createProblem(421), 'POST', [true, undefined]],
    ['a 413 that passes', new ContentTooLarge({ retryAfter: 7 }), 'PUT', [true, 7]],
    ['a 413 that does not pass', new ContentTooLarge(), 'PUT', [false, undefined]],
    [
      'a 409 with a wait, which does not make it another request',
      new Conflict({ headers: { 'Retry-After': '7' } }),
      'GET',
      [false, 7],
    ],
    [
      'a 507 with a wait, as a person has to decide [S31]',
      createProblem(507, { headers: { 'Retry-After': '7' } }),
      'GET',
      [false, 7],
    ],
    ['a declared type that always may', new Full({}), 'POST', [true, 60]],
    ['a declared type with a wait of its own', new Full({}, { headers: { 'Retry-After': '5' } }), 'POST', [true, 5]],
    ['a declared type that never may', new Once(), 'GET', [false, undefined]],
    ['a wait that is no time', new Conflict({ headers: { 'Retry-After': 'soon' } }), 'GET', [false, undefined]],
    ['a wait that is over', new Conflict({ headers: { 'Retry-After': new Date(0).toUTCString() } }), 'GET', [false, undefined]],
  ] as const) {
    it(`tells of ${name}`, () => expect(membersOf(problem, method)).to.deep.equal(members))
  }

  it('gives a date as seconds', () => {
    const date = new Date(Date.now() + 60_000)
    const [retryable, retryAfter] = membersOf(new ServiceUnavailable({ retryAfter: date }))
    expect(retryable).to.equal(true)
    expect(retryAfter).to.be.within(57, 60)
  })

  it('gives way to members of the problem and of the handler', () => {
    expect(membersOf(new NotFound({ extensions: { retryable: 'perhaps' } }))).to.deep.equal(['perhaps', undefined])
    expect(membersOf(new NotFound(), 'GET', { retryable: 'never', retryAfter: 3 })).to.deep.equal(['never', 3])
  })

  it('adds nothing where it is off', () => {
    expect(answerTo(new ServiceUnavailable({ retryAfter: 7 })).document).not.to.have.any.keys('retryable', 'retryAfter')
  })
})

describe('What a server says about a retry', () => {
  const advice = fc.constantFrom(undefined, ...(['never', 'idempotent', 'always', 'after-change'] as const))
  const wait = fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined })

  for (const status of Object.keys(errorFacts).map(Number) as ErrorStatus[]) {
    it(`is what a client makes of it, with a declaration or without, and of the members alone: ${status} [U9]`, () => {
      fc.assert(
        fc.property(advice, wait, wait, fc.constantFrom('GET', 'PUT', 'POST', 'PATCH'), (when, field, seconds, method) => {
          // A delay where a retry never helps is refused.
          const retry = when && { when, ...(when !== 'never' && seconds !== undefined && { afterSeconds: seconds }) }
          const Declared = defineProblem('Declared', { type: '/declared', status, title: 'Declared', ...(retry && { retry }) })
          const headers = field === undefined ? {} : { 'Retry-After': String(field) }
          const problem: HttpProblem = new Declared({ headers })
          const facts = retryFacts(problem, status)
          const options = { method, attempt: 1 }
          expect(maySendAgain(facts, method)).to.equal(retryAdvice(problem, options).retry)

          const extensions = { retryable: maySendAgain(facts, method), retryAfter: facts.afterSeconds }
          const told = retryAdvice(createProblem(status, { extensions }), options)
          // Whether nothing has happened yet a declaration alone can say, or a status.
          if (when !== 'always') expect(told.retry).to.equal(extensions.retryable)
        }),
        { numRuns: 60 },
      )
    })
  }
})
