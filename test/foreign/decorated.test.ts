/** A status that the app wrote on the error of a library: docs/decisions/0016-foreign-status-and-cause.md. */
import { expect } from 'chai'
import createError from 'http-errors'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { answers, coded, named, type Row, SECRET } from './shaped.js'

/** Errors of libraries, none of which has a status that http-errors would read. */
const libraries: readonly (readonly [library: string, make: () => Error])[] = [
  ['axios', () => named('AxiosError', { isAxiosError: true, response: { status: 503, headers: { 'retry-after': '7' } } })],
  ['got', () => coded('ERR_NON_2XX_3XX_RESPONSE', { response: { statusCode: 500 }, options: { method: 'GET' } })],
  ['fetch', () => new TypeError('fetch failed', { cause: coded('ECONNREFUSED') })],
  ['gRPC', () => coded(14, { details: SECRET, metadata: { getMap: () => ({}) } })],
  ['AWS', () => named('NoSuchKey', { $fault: 'client', headers: { 'www-authenticate': SECRET } })],
  ['PostgreSQL', () => coded('23505', { severity: 'ERROR', detail: SECRET })],
  ['Prisma', () => named('PrismaClientKnownRequestError', { code: 'P2002' })],
  ['zod', () => named('ZodError', { issues: [{ message: SECRET, path: ['a'] }] })],
  ['jsonwebtoken', () => named('JsonWebTokenError')],
  ['ioredis', () => named('MaxRetriesPerRequestError')],
  ['opossum', () => coded('EOPENBREAKER')],
]

// As boomify(error, { statusCode: 404 }) of Boom does.
const boomify = (error: Error, statusCode: number): Error =>
  Object.assign(error, { isBoom: true, output: { statusCode, headers: {}, payload: { message: SECRET } } })

describe('toProblem(): a status that the app wrote on an error of a library', () => {
  for (const [library, make] of libraries) {
    for (const status of [404, 410, 503]) {
      const row: Row = [`createError(${status}, an error of ${library})`, createError(status, make()), status]
      answers([row, [`boomify(an error of ${library}, ${status})`, boomify(make(), status), status]])
    }
  }

  it('sends nothing of the error although it is exposed', () => {
    const error = createError(404, coded('23505', { severity: 'ERROR' }))

    expect(error).to.include({ expose: true, message: SECRET })
    expect(toProblem(error).toJSON()).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
  })

  const zod = (): Error => named('ZodError', { issues: [{ message: SECRET, path: ['a'], code: 'custom' }] })
  const faults = {
    detail: 'The request could be read, but some of its values are not allowed.',
    errors: [{ pointer: '#/a', code: 'invalid', detail: 'The value is not allowed here.' }],
  }
  answers([
    ['createError(400, an error of zod)', createError(400, zod()), { status: 400, ...faults }],
    ['createError(422, an error of zod)', createError(422, zod()), { status: 422, ...faults }],
    ['boomify(an error of zod, 400)', boomify(zod(), 400), { status: 400, ...faults }],
    ['createError(400, a unique constraint)', createError(400, coded('23505', { severity: 'ERROR' })), 400],
    ['createError(400, a failed circuit)', createError(400, coded('EOPENBREAKER')), 400],
    [
      'an error without expose',
      coded('23505', { severity: 'ERROR', status: 404, statusCode: 404 }),
      { status: 409, detail: 'A value is already in use.' },
    ],
    [
      'one whose two statuses differ',
      named('JsonWebTokenError', { status: 404, statusCode: 500, expose: true, code: 'EOPENBREAKER' }),
      {
        status: 401,
        detail: 'The access token is not valid.',
        headers: { 'WWW-Authenticate': ['Bearer error="invalid_token", error_description="The access token is not valid."'] },
      },
    ],
    [
      'one with a status that is none',
      coded('EOPENBREAKER', { status: 200, statusCode: 200, expose: false }),
      { status: 503, headers: { 'Retry-After': '5' } },
    ],
    [
      'what is no Error',
      { msBeforeNext: 1000, remainingPoints: 0, consumedPoints: 5, status: 404, statusCode: 404, expose: true },
      {
        status: 429,
        detail: 'There were too many requests. Please wait.',
        headers: toProblem({ msBeforeNext: 1000, remainingPoints: 0, consumedPoints: 5 }).headers,
      },
    ],
  ])

  it('leaves body parsers alone, which make their errors with http-errors themselves', () => {
    const error = createError(400, new SyntaxError(SECRET), { type: 'entity.parse.failed', body: SECRET })

    expect(toProblem(error)).to.include({ status: 400, detail: 'The request body is not valid JSON.' })
  })
})

describe('toProblem(): http-errors in a bundle that renames its classes', () => {
  it('keeps its message and its fields', () => {
    function e(): void {}
    e.prototype = Object.create(Error.prototype, { constructor: { value: e } })
    const prototype = Object.create(e.prototype, {
      status: { value: 409, writable: true },
      statusCode: { value: 409, writable: true },
      expose: { value: true, writable: true },
    })
    const error = Object.assign(Object.setPrototypeOf(new Error('Paid.'), prototype), { headers: { 'X-Own': '1' } })

    expect(toProblem(error)).to.deep.include({ status: 409, detail: 'Paid.', headers: { 'X-Own': '1' } })
  })
})
