import { inspect } from 'node:util'
import { expect } from 'chai'
import { toProblem } from '../../../lib/foreign/to-problem.js'
import type { ProblemEvent } from '../../../lib/respond/events.js'
import { requestFacts } from '../../../middleware/server/facts.js'
import { logServerErrors } from '../../../middleware/server/log.js'
import { plainFacts } from '../../respond/answer-to.js'

function logged(thrown: unknown, changes: Partial<ProblemEvent> = {}): string[] {
  const lines: string[] = []
  const { error } = console
  console.error = (...args: unknown[]) => void lines.push(args.join(' '))
  try {
    const problem = toProblem(thrown)
    logServerErrors({
      thrown,
      problem,
      status: problem.status,
      document: problem.toJSON(),
      outcome: 'answered',
      faults: [],
      facts: { ...plainFacts, url: '/a?token=secret' },
      ...changes,
    })
  } finally {
    console.error = error
  }
  return lines
}

describe('logServerErrors()', () => {
  it('writes one line for people, then stack and causes, without the query', () => {
    const [text, ...more] = logged(new Error('down', { cause: new TypeError('inner') }))

    expect(more).to.deep.equal([])
    expect(text)
      .to.match(/^http-problems: answered 500 to GET \/a\nError: down\n +at /)
      .and.contain('TypeError: inner')
      .and.not.contain('secret')
  })

  for (const [outcome, begin] of [
    ['aborted', 'http-problems: broke off the response to GET /a\n'],
    ['too-late', 'http-problems: had already answered GET /a\n'],
  ] as const) {
    it(`says what became of the response: ${outcome}`, () => {
      expect(logged(new Error('x'), { outcome })[0]?.startsWith(begin)).to.equal(true)
    })
  }

  it('is silent about a 4xx and a client that has gone', () => {
    expect(logged({ status: 404 })).to.deep.equal([])
    expect(logged(new Error('x'), { outcome: 'client-gone' })).to.deep.equal([])
  })

  it('bounds the path and the text', () => {
    const [text] = logged(new Error('x'.repeat(1_000_000)), { facts: { ...plainFacts, url: `/${'p'.repeat(10_000)}` } })

    expect(text?.length).to.be.within(10_000, 15_000)
  })

  for (const [says, thrown, line] of [
    ['a string', 'boom', 'a string: boom'],
    ['null', null, 'null'],
    ['an object with a message', { message: 'boom', password: 'secret' }, 'an object: boom'],
    ['an object that resists to be shown', { [inspect.custom]: () => Promise.reject(new Error('x')) }, 'an object'],
    ['an Error with a code', Object.assign(new Error('x'), { code: 'EACCES', stack: '' }), 'Error: x (EACCES)'],
    ['an Error that talks to the terminal', Object.assign(new Error('\u001b[2Jx'), { stack: '' }), 'Error: \ufffd[2Jx'],
  ] as const) {
    it(`names ${says} and nothing else of it`, () => {
      expect(logged(thrown)[0]).to.equal(`http-problems: answered 500 to GET /a\n${line}`)
    })
  }

  it('shows what an AggregateError holds and what caused it, indented', () => {
    const inner = Object.assign(new Error('inner'), { stack: '' })
    const error = Object.assign(new AggregateError([inner], 'several', { cause: inner }), { stack: '' })

    expect(logged(error)[0]?.split('\n').slice(1)).to.deep.equal([
      'AggregateError: several',
      '  one of: Error: inner',
      '  cause: Error: inner',
    ])
  })

  it('names the instance, so that what a caller reports can be found', () => {
    const document = { type: 'about:blank', status: 500, instance: 'urn:uuid:1' }
    expect(logged(null, { document })[0]).to.equal('http-problems: answered 500 to GET /a, urn:uuid:1\nnull')
  })

  it('reads no property of an error but those that it tells, however many there are', () => {
    let reads = 0
    const get = (): number => reads++
    const names = Array.from({ length: 1000 }, (_, index) => `k${index}`)
    const error = Object.defineProperties(
      new Error('x'),
      Object.fromEntries(names.map((name) => [name, { get, enumerable: true }])),
    )

    expect(logged(error)[0]).to.include('Error: x')
    expect(reads).to.equal(0)
  })
})

describe('requestFacts()', () => {
  it('fills what a shim leaves out', () => {
    const req = { httpVersionMajor: 1, headers: {} }

    const facts = requestFacts(req as never, 'mine')
    expect(facts).to.include({ method: 'GET', url: '/', httpVersionMajor: 1, request: 'mine' })
    expect(facts.headers).to.deep.equal({})
  })
})
