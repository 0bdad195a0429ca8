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

    expect(text?.length).to.be.within(20_000, 20_400)
  })

  it('names a value that cannot be shown', () => {
    const resisting = {
      [inspect.custom]: () => {
        throw new Error('x')
      },
    }

    expect(logged(resisting)[0]).to.equal('http-problems: answered 500 to GET /a\na thrown value that cannot be shown')
  })
})

describe('requestFacts()', () => {
  it('fills what a shim leaves out', () => {
    const req = { httpVersionMajor: 1, headers: {} }

    expect(requestFacts(req as never, 'mine')).to.deep.equal({
      method: 'GET',
      url: '/',
      httpVersionMajor: 1,
      headers: {},
      request: 'mine',
    })
  })
})
