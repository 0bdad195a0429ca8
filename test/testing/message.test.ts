/** The form of a failure: a message for people, and a diff for test runners. */
import { expect } from 'chai'
import { Conflict } from '../../lib/index.js'
import { assertProblemResponse } from '../../lib/testing/index.js'
import { answer, failureOf, problemJson, SeatTaken, seatTaken } from './problem-types.js'

const crashed = { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'The database is down.' }

describe('The failure of an assertion about a response', () => {
  it('says at once what came instead, then lists all differences, then shows the body', async () => {
    const { message } = await failureOf(() =>
      assertProblemResponse(answer(crashed, 500), SeatTaken, { seat: '12A', detail: () => true }),
    )
    expect(message.split('\n')).to.deep.equal([
      'expected the problem SeatTaken (409) with seat "12A", a checked detail, got 500 Internal Server Error: "The database is down."',
      '',
      '  status: expected 409, got 500',
      '  /status: expected 409, got 500',
      '  /type: expected "https://api.example.com/problems/seat-taken", got "about:blank"',
      '  /title: expected "The seat is already taken", got "Internal Server Error"',
      '  /seat: expected "12A", got nothing',
      `  body: ${JSON.stringify(crashed)}`,
      '',
    ])
  })

  it('is an AssertionError as test runners know it', async () => {
    const error = await failureOf(() => assertProblemResponse(answer(crashed, 500), 409))
    expect(error).to.include({ name: 'AssertionError', code: 'ERR_ASSERTION', showDiff: true })
    expect(error.stack).to.match(/^AssertionError: expected a problem with 409 Conflict, got 500[\s\S]+message\.test/)
  })

  it('has a diff that shows the differences and nothing else', async () => {
    const body = { ...seatTaken, seat: '12B', rows: [{ number: 1 }, { number: 'x' }], instance: 'a b' }
    const headers = { 'Content-Type': 'application/problem+json; charset=utf-8' }
    const { actual, expected } = await failureOf(() =>
      assertProblemResponse(answer(body, 500, headers), SeatTaken, {
        seat: '12A',
        until: (until) => until === 'x',
        detail: undefined,
      }),
    )
    expect(actual).to.deep.equal({ status: 500, ...headers, body })
    expect(expected).to.deep.equal({
      status: 409,
      'Content-Type': 'application/problem+json',
      body: {
        type: seatTaken.type,
        title: seatTaken.title,
        status: 409,
        seat: '12A',
        until: '(a value that the check accepts)',
        rows: [{ number: 1 }, { number: '(an integer)' }],
        instance: '(a URI reference (RFC 3986))',
      },
    })
  })

  it('leaves what is missing below a missing member to the line of that member', async () => {
    const error = await failureOf(() =>
      assertProblemResponse(answer({ ...seatTaken, rows: 'none' }), SeatTaken, { rows: [{ number: 1 }] }),
    )
    expect(error.expected)
      .to.have.nested.property('body.rows')
      .that.deep.equals([{ number: 1 }])
  })

  it('shows the document that was expected where the body is none', async () => {
    const response = {
      status: 502,
      headers: { 'content-type': 'text/html' },
      text: `<h1>Bad Gateway</h1>${'<p></p>'.repeat(50)}`,
    }
    const { message, actual, expected } = await failureOf(() => assertProblemResponse(response, SeatTaken, { seat: () => true }))
    expect(message).to.match(/^expected the problem SeatTaken \(409\) with a checked seat, got 502 Bad Gateway with text\/html\n/)
    expect(message).to.contain('\n  body: "<h1>Bad Gateway</h1><p>')
    expect(actual).to.deep.equal({ status: 502, 'Content-Type': 'text/html', body: response.text })
    const { type, title, status } = seatTaken
    expect(expected).to.deep.equal({
      status: 409,
      'Content-Type': 'application/problem+json',
      body: { type, title, status, seat: '(a value that the check accepts)' },
    })
  })

  for (const [title, response, got] of [
    [
      'the type of another problem',
      answer(seatTaken),
      '409 Conflict "https://api.example.com/problems/seat-taken": "Seat 12A was sold a moment ago."',
    ],
    ['the code of a vendor', { status: 499, headers: {}, text: '' }, '499 Client Closed Request with an empty body'],
    ['a status without a name', { status: 577, headers: {}, text: 'x' }, '577 with no Content-Type'],
    ['a success', { status: 200, headers: { 'content-type': 'text/plain' }, text: 'x' }, '200 OK with text/plain'],
    ['an object that is no problem', answer({}, 404), '404 Not Found with application/problem+json'],
    ['a problem without detail', answer({ type: 'about:blank' }, 404), '404 Not Found'],
  ] as const) {
    it(`names ${title}`, async () => {
      const { message } = await failureOf(() => assertProblemResponse(response, 410))
      expect(message.split('\n')[0]).to.equal(`expected a problem with 410 Gone, got ${got}`)
    })
  }

  it('names a class without name by its type', async () => {
    const Anonymous = class extends Conflict {
      static override readonly type: string = 'urn:anonymous'
      static override readonly name: string = ''
    }
    const { message } = await failureOf(() => assertProblemResponse(answer(crashed, 500), Anonymous))
    expect(message).to.match(/^expected the problem urn:anonymous \(409\), got 500/)
  })

  it('stays short, whatever the response holds', async () => {
    const body = { ...crashed, detail: 'x'.repeat(1e6), list: Array.from({ length: 1e4 }, () => 'y') }
    const error = await failureOf(() => assertProblemResponse(answer(body, 500), SeatTaken, { seat: 'z'.repeat(1e5) }))
    expect(error.message.length).to.be.lessThan(3000)
    expect(JSON.stringify(error.actual).length).to.be.lessThan(3000)
  })

  it('counts what it does not list', async () => {
    const members = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`member${index}`, index]))
    const { message } = await failureOf(() =>
      assertProblemResponse({ status: 409, headers: problemJson, body: {} }, 409, members),
    )
    expect(message).to.contain('/member19: expected 19, got nothing\n  and 10 more\n')
  })
})
