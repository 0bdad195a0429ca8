import { expect } from 'chai'
import createError from 'http-errors'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { Conflict, NotFound, RequestTimeout, ServiceUnavailable } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'

const aggregate = (...errors: unknown[]): AggregateError => new AggregateError(errors, 'secret')
const statusOf = (...statuses: number[]): number =>
  toProblem(aggregate(...statuses.map((status) => createProblem(status)))).status

describe('toProblem(): AggregateError [P23]', () => {
  const order = [500, 501, 511, 502, 504, 503, 401, 407, 403, 429, 413, 408, 415, 400, 422, 409, 404, 418]
  for (const [index, status] of order.entries()) {
    it(`puts ${status} before ${order.slice(index + 1).join(', ') || 'nothing else'}`, () => {
      for (const other of order.slice(index + 1)) {
        expect(statusOf(status, other)).to.equal(status)
        expect(statusOf(other, status)).to.equal(status)
      }
    })
  }

  it('keeps the first of several that are as urgent', () => {
    expect(toProblem(aggregate(new Conflict('first'), new Conflict('second'))).detail).to.equal('first')
  })

  it('takes type, title, detail, members and fields of the most urgent and lists the others', () => {
    const first = createProblem(503, {
      type: 'urn:busy',
      title: 'Busy',
      detail: 'Later.',
      retryAfter: 5,
      extensions: { queue: 7 },
    })
    const error = aggregate(new NotFound('No user 7'), first, createError(409), new Error('secret'), createProblem(502, 'secret'))
    error.errors.splice(3, 1)
    const problem = toProblem(error)

    expect(problem.status).to.equal(502)
    expect(problem.cause).to.equal(error)
    expect(problem.toJSON()['errors']).to.deep.equal([
      { type: 'urn:busy', title: 'Busy', status: 503, detail: 'Later.' },
      { type: 'about:blank', title: 'Conflict', status: 409 },
      { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No user 7' },
    ])
    expect(toProblem(aggregate(first, new NotFound())).toJSON()).to.deep.include({ type: 'urn:busy', title: 'Busy', queue: 7 })
    expect(toProblem(aggregate(first, new NotFound())).headers).to.deep.equal({ 'Retry-After': '5' })
    expect(JSON.stringify(problem)).not.to.contain('secret')
  })

  it('lists no plain 500 and has no errors where nothing else is left', () => {
    expect(toProblem(aggregate(new Error('secret'), new Error('secret'))).toJSON()).to.deep.equal({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    })
  })

  it('leaves the connection fields of the most urgent to its class', () => {
    expect(toProblem(aggregate(new RequestTimeout())).headers).to.deep.equal({ Connection: 'close' })
  })

  it('takes an AggregateError without members for any other error', () => {
    expect(toProblem(aggregate()).status).to.equal(500)
    expect(toProblem(Object.assign(aggregate(), { errors: 'x' })).status).to.equal(500)
  })

  it('goes two levels down, and takes what is deeper for an unknown error', () => {
    const nested = (levels: number): unknown => (levels === 0 ? new Conflict() : aggregate(nested(levels - 1)))
    expect(toProblem(nested(2)).status).to.equal(409)
    expect(toProblem(nested(3)).status).to.equal(500)
  })

  it('keeps the status of a member that was damaged', () => {
    for (const headers of [undefined, null, 7]) {
      expect(toProblem(aggregate(Object.assign(new NotFound('a'), { headers }))).status).to.equal(404)
    }
  })

  it('keeps the faults of members that are only listed', () => {
    const cookie = createError(404, 'gone', { headers: { 'Set-Cookie': 'sid=1' } })

    expect(faultsOf(toProblem(aggregate(new Conflict(), cookie))).map(({ place }) => place)).to.deep.equal(['headers.Set-Cookie'])
  })

  it('answers an AggregateError that contains itself', () => {
    const error = aggregate(new NotFound())
    error.errors.push(error)

    expect(toProblem(error).toJSON()).to.include({ status: 500 }).and.have.property('errors').with.length(1)
  })

  it('looks two levels into one that contains itself fifty times', () => {
    const error = aggregate()
    const members = Array.from({ length: 50 }, () => error)
    let looked = 0
    const errors = { get: () => [members, looked++][0] }

    expect(toProblem(Object.defineProperty(error, 'errors', errors)).status).to.equal(500)
    // A third level would be 125,000 looks.
    expect(looked).to.be.within(50, 25_000)
  })

  it('looks at 50 members of a million', () => {
    const error = new AggregateError([...Array.from({ length: 50 }, () => new NotFound()), new ServiceUnavailable()])

    expect(toProblem(error).status).to.equal(404)
    expect(
      (toProblem(new AggregateError(Array(1_000_000).fill(new NotFound()))).extensions['errors'] as unknown[]).length,
    ).to.equal(49)
  })
})
