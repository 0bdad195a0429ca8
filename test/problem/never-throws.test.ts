import { expect } from 'chai'
import fc from 'fast-check'
import { faultCodes, faultsOf } from '../../lib/guard/fault.js'
import { createProblem } from '../../lib/problem/create.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { headerValue, nonsense, options, recordOf, text } from './arbitraries.js'
import { expectSendable } from './sendable.js'
import { make, rows } from './table.js'

const anyRow = fc.constantFrom(...rows)

function expectWellMade(problem: HttpProblem, status: number, title: string): void {
  expect(problem).to.be.instanceOf(HttpProblem)
  expect(problem).to.include({ status, statusCode: status, type: 'about:blank', title })
  expect(problem.message).to.be.a('string').and.not.equal('')
  expect(problem.expose).to.be.a('boolean')
  expect([undefined, 'string']).to.include(problem.detail === undefined ? undefined : typeof problem.detail)
  expect([undefined, 'string']).to.include(problem.instance === undefined ? undefined : typeof problem.instance)
  expect(Object.getPrototypeOf(problem.extensions)).to.equal(Object.prototype)
  expect(problem.toJSON()).to.include({ status, title })
  expectSendable(problem.headers)
  for (const { code, place, expected, got } of faultsOf(problem)) {
    expect(faultCodes).to.have.property(code)
    for (const part of [place, expected, got]) expect(part).to.be.a('string').and.not.equal('')
  }
}

describe('every problem class, by property', () => {
  it('makes a problem of its status from any two arguments', () => {
    fc.assert(
      fc.property(anyRow, nonsense, nonsense, ({ status, facts, Class }, first, second) => {
        expectWellMade(make(Class, first(), second()), status, facts.phrase)
      }),
      { numRuns: 2000 },
    )
  })

  it('makes a problem of its status from a text and any options', () => {
    fc.assert(
      fc.property(anyRow, text, options, ({ status, facts, Class }, first, second) => {
        expectWellMade(make(Class, first, second()), status, facts.phrase)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives only header fields that Node sends, whatever stands in headers', () => {
    const names = fc.oneof(text, fc.constantFrom('X-A', 'Retry-After', '__proto__', 'constructor', 'Content-Length'))
    fc.assert(
      fc.property(anyRow, fc.dictionary(names, headerValue), ({ status, facts, Class }, headers) => {
        expectWellMade(make(Class, { headers: recordOf(headers) }), status, facts.phrase)
      }),
      { numRuns: 2000 },
    )
  })

  it('never sends the text of a 5xx', () => {
    const serverErrors = fc.constantFrom(...rows.filter(({ status }) => status >= 500))
    fc.assert(
      fc.property(serverErrors, fc.string({ minLength: 6 }), ({ Class }, secret) => {
        expect(make(Class, secret).toJSON()).to.not.have.property('detail')
      }),
    )
  })
})

describe('createProblem(), by property', () => {
  const statuses = fc.oneof(
    nonsense,
    fc.oneof(fc.integer({ min: 300, max: 700 }), fc.double()).map((status) => () => status),
  )

  it('makes a problem with a status of 400 to 599 from any three arguments', () => {
    fc.assert(
      fc.property(statuses, nonsense, options, (status, first, second) => {
        const problem = createProblem(status() as number, first() as string, second() as object)
        expect(problem.status).to.satisfy((code: number) => Number.isInteger(code) && code >= 400 && code <= 599)
        expect(problem.title).to.be.a('string').and.not.equal('')
        expect(problem.type).to.be.a('string').and.not.equal('')
        expectSendable(problem.headers)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps every registered status, whatever else it gets', () => {
    fc.assert(
      fc.property(anyRow, options, ({ status, Class }, anything) => {
        const problem = createProblem(status, anything() as object)
        expect(problem).to.be.instanceOf(Class)
        expect(problem.status).to.equal(status)
      }),
      { numRuns: 1000 },
    )
  })
})
