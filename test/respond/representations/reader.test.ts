import { expect } from 'chai'
import { defineProblem } from '../../../lib/define/define.js'
import { ServiceUnavailable } from '../../../lib/problem/classes.js'
import { createProblem } from '../../../lib/problem/create.js'
import type { HttpProblem } from '../../../lib/problem/problem.js'
import { type ReaderFacts, readerFacts } from '../../../lib/respond/representations/reader.js'
import { errorFacts } from '../../../lib/status/codes.js'
import { plainFacts } from '../answer-to.js'

function factsOf(problem: HttpProblem, method = 'GET', members: Readonly<Record<string, unknown>> = {}): ReaderFacts {
  const context = { problem, facts: { ...plainFacts, method }, language: 'en', debug: false }
  return readerFacts({ ...problem.toJSON(), ...members }, context)
}

describe('readerFacts()', () => {
  it('has sentences for every registered status', () => {
    for (const status of Object.keys(errorFacts)) {
      const { meaning, advice, retryText } = factsOf(createProblem(Number(status)))
      expect(meaning, status).to.match(/^[A-Z].*\.$/)
      for (const text of [...advice, retryText]) expect(text, status).to.match(/^[^a-z].*\.$/)
    }
  })

  it('knows nothing of a status that is not registered, and says what is sure', () => {
    expect(factsOf(createProblem(404), 'GET', { status: 499_999 })).to.deep.include({ meaning: undefined, advice: [] })
    expect(factsOf(createProblem(404), 'GET', { status: 510 }).advice.every((text) => text.endsWith('.'))).to.equal(true)
  })

  for (const [when, method, afterSeconds, text] of [
    ['never', 'GET', undefined, 'Sent again unchanged, the request will fail again.'],
    ['always', 'POST', undefined, 'The request may be sent again.'],
    ['always', 'POST', 1, 'The request may be sent again after 1 second.'],
    ['idempotent', 'PUT', 119, 'The request may be sent again after 119 seconds.'],
    ['idempotent', 'POST', undefined, 'Unless it was carried out, the request may be sent again.'],
    ['idempotent', 'PATCH', 121, 'Unless it was carried out, the request may be sent again after 3 minutes.'],
    ['after-change', 'GET', undefined, 'Sent again unchanged and at once, the request will probably fail again.'],
    [
      'after-change',
      'GET',
      7201,
      'Sent again unchanged and at once, the request will probably fail again. The server asks to wait for 3 hours.',
    ],
    ['always', 'GET', 172_801, 'The request may be sent again after 3 days.'],
  ] as const)
    it(`says of ${when}, ${method} and ${afterSeconds} seconds: ${text}`, () => {
      const Told = defineProblem('Told', {
        type: 'https://example.com/told',
        status: 503,
        title: 'Told',
        retry: { when, ...(afterSeconds !== undefined && { afterSeconds }) },
      })
      expect(factsOf(new Told(), method).retryText).to.equal(text)
    })

  it('takes the seconds of Retry-After', () => {
    expect(factsOf(new ServiceUnavailable({ retryAfter: 30 })).retryText).to.equal(
      'The request may be sent again after 30 seconds.',
    )
  })

  it('refers to a request id before a trace id before an instance, and to none that nobody would read out', () => {
    const problem = createProblem(404, { instance: '/orders/7' })
    const reference = (members: Readonly<Record<string, unknown>>): unknown => factsOf(problem, 'GET', members).reference
    expect(reference({ trace_id: 't', requestId: 'r' })).to.deep.equal({ name: 'requestId', value: 'r' })
    expect(reference({ traceId: 7 })).to.deep.equal({ name: 'traceId', value: '7' })
    for (const odd of ['', 'x'.repeat(201), {}, null])
      expect(reference({ traceId: odd })).to.deep.equal({ name: 'instance', value: '/orders/7' })
    expect(factsOf(createProblem(404)).reference).to.equal(undefined)
  })

  it('links to types that are addresses, and to nothing else', () => {
    const link = (type: string): unknown => factsOf(createProblem(404), 'GET', { type }).link
    expect(link('https://example.com/p')).to.equal('https://example.com/p')
    expect(link('HTTP://example.com/p')).to.equal('HTTP://example.com/p')
    for (const type of ['about:blank', 'urn:p', '/p', 'javascript:alert(1)', 'data:text/html,https://x', '//example.com'])
      expect(link(type), type).to.equal(undefined)
  })

  it('lists the members that are nothing else', () => {
    const { members } = factsOf(createProblem(404, { detail: 'd', extensions: { a: 1, requestId: 'r', traceId: 't' } }))
    expect(members).to.deep.equal([
      ['a', 1],
      ['traceId', 't'],
    ])
  })
})
