import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'

/** Members of a thrown object, and the status of its answer. */
const rows: readonly (readonly [members: Record<string, unknown>, status: number])[] = [
  [{ status: 400 }, 400],
  [{ statusCode: 404 }, 404],
  [{ status: 511 }, 511],
  [{ status: 560 }, 560],
  [{ status: 599 }, 504],
  [{ status: 404, statusCode: 409 }, 404],
  [{ status: 200, statusCode: 409 }, 409],
  [{ status: 'active', statusCode: 409 }, 409],
  [{ status: 499 }, 408],
  [{ status: 470 }, 470],
  [{ status: 520 }, 502],
  ...[0, 100, 200, 204, 302, 304, 399, 600, 700, -404, 404.5, '404', true, null, {}, [404], Number.NaN, Infinity, 404n].map(
    (status): [Record<string, unknown>, number] => [{ status }, 500],
  ),
]

describe('toProblem(): objects with a status', () => {
  for (const [members, status] of rows) {
    const shown = Object.entries(members).map(([name, value]) => `${name} ${typeof value} ${String(value)}`)
    it(`answers ${shown.join(' and ')} with ${status} [S34] [S35]`, () => {
      for (const thrown of [Object.assign(new Error('secret'), members), members, Object.freeze({ ...members })]) {
        const problem = toProblem(thrown)
        expect(problem).to.include({ status, cause: thrown })
        expect(problem.detail).to.equal(undefined)
      }
    })
  }

  it('reports codes that are not registered', () => {
    expect(faultsOf(toProblem({ status: 499 })).map(({ code, got }) => [code, got])).to.deep.equal([
      ['ERR_PROBLEM_STATUS', '499'],
    ])
    expect(faultsOf(toProblem({ status: 470 })).map(({ code }) => code)).to.deep.equal(['ERR_PROBLEM_STATUS'])
    expect(faultsOf(toProblem({ status: 404 }))).to.deep.equal([])
  })

  it('does not believe a function', () => {
    expect(toProblem(Object.assign(() => 1, { status: 404 })).status).to.equal(500)
  })

  for (const [expose, status, detail] of [
    [true, 404, 'The text.'],
    [true, 500, undefined],
    [true, 503, undefined],
    [false, 404, undefined],
    [undefined, 404, undefined],
    ['true', 404, undefined],
    [1, 404, undefined],
  ] as const) {
    it(`sends ${detail ? 'the' : 'no'} message of a ${status} with expose ${JSON.stringify(expose)} [P11]`, () => {
      expect(toProblem(Object.assign(new Error('The text.'), { status, expose })).detail).to.equal(detail)
    })
  }

  it('sends no message that is empty, the title, no text, or of a system error', () => {
    for (const members of [{ message: '' }, { message: 'Not Found' }, { message: 7 }, { syscall: 'open' }, { errno: -2 }]) {
      expect(toProblem(Object.assign(new Error('secret'), { status: 404, expose: true }, members)).detail).to.equal(undefined)
    }
  })

  it('passes the fields of the allow-list on, in any case, and no others', () => {
    const allowed = [
      'WWW-Authenticate',
      'allow',
      'RETRY-AFTER',
      'RateLimit',
      'RateLimit-Policy',
      'X-RateLimit-Reset',
      'Accept-Patch',
      'Link',
      'Vary',
    ]
    const refused = [
      'Set-Cookie',
      'Location',
      'Content-Type',
      'Content-Length',
      'Transfer-Encoding',
      'Connection',
      'X-Api-Key',
      'Authorization',
      'ETag',
      'Server',
    ]
    const headers = Object.fromEntries([...allowed, ...refused].map((name) => [name, 'x']))

    expect(Object.keys(toProblem({ status: 401, headers }).headers)).to.deep.equal(allowed)
  })

  it('reads no fields from what is no object', () => {
    for (const headers of ['x', 7, null, undefined, () => 1])
      expect(toProblem({ status: 401, headers }).headers).to.deep.equal({})
  })
})

describe('toProblem(): anything else', () => {
  for (const thrown of [
    undefined,
    null,
    '',
    'text',
    0,
    7,
    Number.NaN,
    true,
    1n,
    Symbol('x'),
    () => 1,
    [],
    {},
    new Date(0),
    /x/,
  ]) {
    it(`answers ${Object.prototype.toString.call(thrown)} ${String(thrown)} with 500, no detail and itself as the cause [B11]`, () => {
      const problem = toProblem(thrown)

      expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
      expect(Object.hasOwn(problem, 'cause')).to.equal(true)
      expect(Object.is(problem.cause, thrown)).to.equal(true)
      expect(problem.headers).to.deep.equal({})
    })
  }
})
