import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import createError, { type HttpError } from 'http-errors'
import Koa from 'koa'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { errorFacts } from '../../lib/status/codes.js'

const thrownBy = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}
const context = new Koa().createContext({ headers: {} } as never, { getHeaders: () => ({}) } as never)
const fileError = thrownBy(() => readFileSync('/secret/place/of.file')) as Error

describe('toProblem(): errors of http-errors', () => {
  for (const key of Object.keys(errorFacts)) {
    const status = Number(key)
    it(`keeps the ${status} of createError(), ctx.throw() and its class, without a detail that repeats the title`, () => {
      const Class = createError[key as '404'] as unknown as new () => HttpError
      for (const error of [createError(status), thrownBy(() => context.throw(status)), new Class()]) {
        const problem = toProblem(error)
        expect(problem).to.include({ status, cause: error })
        expect(problem.detail).to.equal(undefined)
      }
    })
  }

  it('sends the message of a 4xx, and of a 5xx only where expose says so [P11]', () => {
    expect(toProblem(createError(404, 'No user 7')).detail).to.equal('No user 7')
    expect(toProblem(createError(404, 'secret', { expose: false })).detail).to.equal(undefined)
    expect(toProblem(createError(500, 'secret')).detail).to.equal(undefined)
    expect(toProblem(createError(503, 'Back at ten.', { expose: true })).detail).to.equal('Back at ten.')
    expect(toProblem(thrownBy(() => context.assert(false, 409, 'Paid.')))).to.include({ status: 409, detail: 'Paid.' })
  })

  it('cuts a message of 10 MB', () => {
    expect(toProblem(createError(400, 'x'.repeat(10_000_000))).detail).to.have.length(1000)
  })

  it('sends no message of a system error that createError() only decorated [P29]', () => {
    const error = createError(404, fileError)
    const problem = toProblem(error)

    expect(error).to.include({ expose: true, code: 'ENOENT' })
    expect(problem).to.include({ status: 404, cause: error })
    expect(problem.detail).to.equal(undefined)
    expect(JSON.stringify(problem)).not.to.contain('secret')
  })

  it('takes members of the error for nothing that is sent', () => {
    const problem = toProblem(thrownBy(() => context.throw(402, 'Pay.', { user: 'secret', extensions: { a: 'secret' } })))

    expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Payment Required', status: 402, detail: 'Pay.' })
  })

  it('keeps the fields that the app gave, but none that frames or describes a body, and no cookie', () => {
    const headers = {
      'X-Request-Id': '7',
      'Retry-After': '5',
      'WWW-Authenticate': ['Basic', 'DPoP'],
      'Set-Cookie': 'sid=secret',
      'SET-COOKIE': 'sid=secret',
      'Content-Length': '1',
      'content-type': 'text/html',
      'Content-Encoding': 'gzip',
      'Transfer-Encoding': 'chunked',
      Connection: 'close',
      'Keep-Alive': 'x',
      Trailer: 'x',
      TE: 'x',
    }
    expect(toProblem(createError(401, { headers })).headers).to.deep.equal({
      'X-Request-Id': '7',
      'Retry-After': '5',
      'WWW-Authenticate': ['Basic', 'DPoP'],
    })
  })

  it('drops a field value that cannot be sent and keeps the others [B10]', () => {
    const { headers } = toProblem(createError(401, { headers: { A: '€', B: 'a\r\nb', C: {}, D: 'kept', 'e f': 'x' } }))

    expect(headers).to.deep.equal({ D: 'kept' })
  })

  it('believes a subclass of HttpError, and no class that only has its members', () => {
    class OutOfStock extends (createError.NotFound as unknown as new (message: string) => HttpError) {}
    class Look extends Error {
      status = 404
      statusCode = 404
      expose = true
      headers = { 'X-Own': 'x', 'Retry-After': '1' }
    }
    expect(toProblem(Object.assign(new OutOfStock('None left.'), { headers: { 'X-Own': 'x' } }))).to.deep.include({
      status: 404,
      detail: 'None left.',
      headers: { 'X-Own': 'x' },
    })
    expect(toProblem(new Look()).headers).to.deep.equal({ 'Retry-After': '1' })
  })

  it('takes a message that was not text, or a status that changed, for no HttpError that it trusts', () => {
    expect(toProblem(Object.assign(createError(404), { message: { a: 1 } })).toJSON()).to.not.have.property('detail')
    expect(toProblem(Object.assign(createError(404, 'x'), { status: 200, statusCode: 200 })).status).to.equal(500)
  })
})
