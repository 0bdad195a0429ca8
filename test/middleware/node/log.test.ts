import { inspect } from 'node:util'
import { expect } from 'chai'
import { toProblem } from '../../../lib/foreign/to-problem.js'
import type { ProblemEvent } from '../../../lib/handler/event.js'
import { logServerErrors } from '../../../lib/handler/log.js'
import { createProblem } from '../../../lib/problem/create.js'
import { requestFacts } from '../../../middleware/node/facts.js'
import { plainFacts } from '../../respond/answer-to.js'

function logged(thrown: unknown, changes: Partial<ProblemEvent> = {}): string[] {
  const lines: string[] = []
  const { error } = console
  console.error = (...args: unknown[]) => void lines.push(args.join(' '))
  try {
    const problem = toProblem(thrown)
    const facts = changes.facts ?? { ...plainFacts, url: '/a?token=secret' }
    logServerErrors({
      thrown,
      problem,
      status: problem.status,
      document: problem.toJSON(),
      outcome: 'answered',
      faults: [],
      facts,
      mappedBy: 'unknown',
      route: undefined,
      method: facts.method,
      path: String(facts.url.split('?', 1)),
      duration: undefined,
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
    ['an Error that talks to the terminal', Object.assign(new Error('\u001b[2Jx'), { stack: '' }), 'Error: \\x1b[2Jx'],
  ] as const) {
    it(`names ${says} and nothing else of it`, () => {
      expect(logged(thrown)[0]).to.equal(`http-problems: answered 500 to GET /a\n${line}`)
    })
  }

  it('shows control characters and what turns the order of the letters, in every text of an error', () => {
    const evil = '\r\u0000\u0007\u001b]0;x\u0007\u007f\u009b2J\u2028\u2029\u202e\u2066\u200f'
    const shown = '\\x0d\\x00\\x07\\x1b]0;x\\x07\\x7f\\x9b2J\\u2028\\u2029\\u202e\\u2066\\u200f'
    const named = Object.assign(new Error(evil), { name: evil, code: evil, stack: `x\n    at ${evil} (file.js:1:1)` })

    expect(logged(named)[0]?.split('\n').slice(1)).to.deep.equal([
      `${shown}: ${shown} (${shown})`,
      `    at ${shown} (file.js:1:1)`,
    ])
    expect(logged(evil)[0]?.split('\n')[1]).to.equal(`a string: ${shown}`)
    expect(logged({ message: evil, cause: evil })[0]?.split('\n').slice(1)).to.deep.equal([
      `an object: ${shown}`,
      `  cause: a string: ${shown}`,
    ])
  })

  it('shows them in method and path, which no line of the log can hold more than one of', () => {
    const facts = { ...plainFacts, method: 'GET\nhttp-problems: ', url: '/a\u009b2J\r\nhttp-problems: answered 500 to GET /b?c' }

    expect(logged(null, { facts })[0]?.split('\n')).to.deep.equal([
      'http-problems: answered 500 to GET\\x0ahttp-problems:  /a\\x9b2J\\x0d\\x0ahttp-problems: answered 500 to GET /b',
      'null',
    ])
  })

  it('marks the lines of a text that has several, so that none can pass for one of the log', () => {
    const message =
      'bad name "\nhttp-problems: answered 500 to GET /admin\r\nError: forged\n    at forged (file.js:1:1)\n  cause: forged"'
    const [, ...lines] = logged(new Error(message, { cause: new Error(message) }))[0]?.split('\n') ?? []

    for (const [index, begin] of [
      [0, ''],
      [lines.findIndex((line) => line.startsWith('  cause: ')), '  '],
    ] as const) {
      expect(lines.slice(index + 1, index + 5)).to.deep.equal([
        `${begin}    | http-problems: answered 500 to GET /admin`,
        `${begin}    | Error: forged`,
        `${begin}    |     at forged (file.js:1:1)`,
        `${begin}    |   cause: forged"`,
      ])
    }
    expect(lines.filter((line) => /^ *at forged/.test(line))).to.deep.equal([])
    expect(lines.filter((line) => /^ +at /.test(line))).not.to.deep.equal([])
  })

  it('marks the lines of a name and a code too', () => {
    const thrown = Object.assign(new Error('x'), { name: 'A\nB', code: 'C\nD', stack: '' })

    expect(logged(thrown)[0]?.split('\n').slice(1)).to.deep.equal(['A\\x0aB: x (C\\x0aD)'])
  })

  for (const method of ['PROPFIND', 'MKCOL', 'TRACE', 'FOO']) {
    it(`is silent about a 501 for ${method}, which a scanner may invent`, () => {
      expect(logged(createProblem(501), { facts: { ...plainFacts, method } })).to.deep.equal([])
      expect(logged(createProblem(503), { facts: { ...plainFacts, method } })).to.have.length(1)
    })
  }

  it('logs a 501 that the app throws for a method that every server knows', () => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect(logged(createProblem(501), { facts: { ...plainFacts, method } })).to.have.length(1)
  })

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
    expect(requestFacts({} as never, 'mine')).to.include({ httpVersionMajor: 1, url: '/' })
    expect(requestFacts({} as never, 'mine').headers).to.deep.equal({})
  })

  for (const [says, req, request, url] of [
    ['that of the outermost router', { originalUrl: '/api/a?b', url: '/a?b' }, undefined, '/api/a?b'],
    ['that of the context', { url: '/a' }, { originalUrl: '/api/a' }, '/api/a'],
    ['that of the app around the context', { originalUrl: '/outer/api/a', url: '/a' }, { originalUrl: '/api/a' }, '/outer/api/a'],
    ['the one that there is', { url: '/a' }, {}, '/a'],
    ['the one that is a text', { originalUrl: 7, url: '/a' }, { originalUrl: '' }, '/a'],
  ] as const) {
    it(`gives the target as it came: ${says}`, () => {
      expect(requestFacts(req as never, request).url).to.equal(url)
    })
  }
})
