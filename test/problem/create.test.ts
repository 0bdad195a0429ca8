import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { faultsOf, type ProblemFault } from '../../lib/guard/fault.js'
import { problemClasses } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { fieldMakers } from '../../lib/problem/field-makers.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { vendorCodes } from '../status/vendor-codes.js'
import { revoked } from './hostile.js'
import { classOf, make, rows } from './table.js'

const TYPE = 'https://example.com/probs/out-of-credit'

function create(...args: unknown[]): HttpProblem {
  return Reflect.apply(createProblem, undefined, args)
}

function statusFault(expected: string, got: string): ProblemFault {
  return { code: 'ERR_PROBLEM_STATUS', place: 'status', expected, got }
}

describe('createProblem() with a registered status', () => {
  for (const { status, facts, Class } of rows) {
    it(`makes a ${facts.className}, the same as its class`, () => {
      const option = fieldMakers(status)[0]?.option ?? 'detail'
      for (const args of [
        [],
        ['text'],
        ['text', { detail: 'd' }],
        [{ instance: '/i' }],
        [new Error('root')],
        [{ [option]: 'x' }],
      ]) {
        const problem = create(status, ...args)
        expect(problem).to.be.instanceOf(Class)
        expect(Object.getPrototypeOf(problem)).to.equal(Class.prototype)
        expect(problem.toJSON()).to.deep.equal(make(Class, ...args).toJSON())
        expect(problem.headers).to.deep.equal(make(Class, ...args).headers)
        expect(faultsOf(problem)).to.deep.equal(faultsOf(make(Class, ...args)))
      }
    })
  }

  it('has the type of the class for a literal status', () => {
    expectTypeOf(createProblem(404)).toEqualTypeOf<InstanceType<(typeof problemClasses)[404]>>()
    expectTypeOf(createProblem(404 as number)).toEqualTypeOf<HttpProblem>()
    expectTypeOf(createProblem(470)).toEqualTypeOf<HttpProblem>()
    expect(createProblem(404)).to.be.instanceOf(problemClasses[404])
  })

  it('reads options as the class does, inherited ones too', () => {
    const options = Object.create({ detail: 'inherited', type: TYPE })
    expect(create(404, options).detail).to.equal(make(classOf(404), options).detail)
    expect(create(404, options).type).to.equal(TYPE)
  })

  it('keeps the cause', () => {
    const cause = new Error('root')
    expect(create(404, cause).cause).to.equal(cause)
    expect(create(404, 'text', { cause }).cause).to.equal(cause)
    expect(create(404, cause, { type: TYPE }).cause).to.equal(cause)
    expect('cause' in create(404, 'text', { type: TYPE })).to.equal(false)
  })
})

describe('createProblem() with a status that cannot be sent', () => {
  for (const [status, got] of [
    [200, '200'],
    [302, '302'],
    [0, '0'],
    [-404, '-404'],
    [399, '399'],
    [600, '600'],
    [700, '700'],
    [404.5, '404.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    ['404', '"404"'],
    [404n, '404'],
    [[404], 'an array of 1 items'],
    [new Number(404), 'an instance of Number'],
    [{ valueOf: () => 404 }, 'an object'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [Symbol('s'), 'a symbol'],
    [revoked(), 'a revoked Proxy'],
    ['__proto__', '"__proto__"'],
    ['constructor', '"constructor"'],
  ] as const) {
    it(`makes a 500 and reports the fault: ${got} [S35]`, () => {
      const expected = [statusFault('a registered 4xx or 5xx code, such as 500', got)]
      for (const problem of [create(status, 'inside'), make(HttpProblem, status, 'inside')]) {
        expect(problem).to.include({ status: 500, title: 'Internal Server Error', message: 'inside', expose: false })
        expect(problem.detail).to.equal(undefined)
        expect(faultsOf(problem)).to.deep.equal(expected)
      }
      expect(create(status)).to.be.instanceOf(problemClasses[500])
    })
  }

  for (const [code, facts] of Object.entries(vendorCodes)) {
    it(`makes a ${facts?.equivalent} of ${code}, which a vendor uses [S34]`, () => {
      const problem = create(Number(code))
      expect(problem).to.be.instanceOf(classOf(facts?.equivalent ?? 0))
      expect(faultsOf(problem)).to.deep.equal([statusFault(`a registered 4xx or 5xx code, such as ${facts?.equivalent}`, code)])
      expect(make(HttpProblem, Number(code)).status).to.equal(facts?.equivalent)
    })
  }

  for (const [status, title] of [
    [470, 'Bad Request'],
    [427, 'Bad Request'],
    [512, 'Internal Server Error'],
    [597, 'Internal Server Error'],
  ] as const) {
    it(`keeps the unassigned ${status} with the title of its x00, and reports it once`, () => {
      for (const problem of [create(status, 'text'), make(HttpProblem, status, 'text')]) {
        expect(problem).to.be.instanceOf(HttpProblem)
        expect(problem).to.include({ status, title, type: 'about:blank', name: 'HttpProblem' })
        expect(faultsOf(problem)).to.deep.equal([statusFault('a registered 4xx or 5xx code', String(status))])
      }
    })
  }
})
