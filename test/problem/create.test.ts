import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { problemClasses } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { faultsOf, type ProblemFault } from '../../lib/problem/fault.js'
import { fieldMakers } from '../../lib/problem/options.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { vendorCodes } from '../../lib/status/codes.js'
import { revoked, throwingGetters } from './hostile.js'
import { classOf, make, rows } from './table.js'

const TYPE = 'https://example.com/probs/out-of-credit'
const TITLE = 'You do not have enough credit.'

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
      for (const args of [[], ['text'], ['text', { detail: 'd' }], [{ instance: '/i' }], [new Error('root')], [{ [option]: 'x' }]]) {
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

describe('createProblem() with a type', () => {
  it('sets type and title', () => {
    for (const { status, Class } of rows) {
      for (const problem of [create(status, 'text', { type: TYPE, title: TITLE }), create(status, { type: TYPE, title: TITLE })]) {
        expect(problem).to.be.instanceOf(Class)
        expect(problem.toJSON()).to.include({ type: TYPE, title: TITLE, status })
        expect(faultsOf(problem)).to.deep.equal([])
      }
    }
  })

  for (const [what, options, type, title, place, got] of [
    ['a type without a title', { type: TYPE }, TYPE, 'Forbidden', undefined, undefined],
    ['an empty title', { type: TYPE, title: '' }, TYPE, 'Forbidden', undefined, undefined],
    ['about:blank', { type: 'about:blank' }, 'about:blank', 'Forbidden', undefined, undefined],
    ['an undefined type', { type: undefined, title: undefined }, 'about:blank', 'Forbidden', undefined, undefined],
    ['a title without a type', { title: TITLE }, 'about:blank', 'Forbidden', 'title', 'a title without one'],
    ['a title with about:blank', { type: 'about:blank', title: TITLE }, 'about:blank', 'Forbidden', 'title', 'a title without one'],
    ['an empty type', { type: '' }, 'about:blank', 'Forbidden', 'type', '""'],
    ['a type that is null', { type: null }, 'about:blank', 'Forbidden', 'type', 'null'],
    ['a type that is a URL object', { type: new URL(TYPE) }, 'about:blank', 'Forbidden', 'type', 'an instance of URL'],
    ['a type that is a number', { type: 7 }, 'about:blank', 'Forbidden', 'type', '7'],
    ['a title that is a number', { type: TYPE, title: 7 }, TYPE, 'Forbidden', 'title', '7'],
    ['a title that is null', { type: TYPE, title: null }, TYPE, 'Forbidden', 'title', 'null'],
  ] as const) {
    it(`sends a right pair for ${what} [P8, P9]`, () => {
      const problem = create(403, 'text', options)
      expect(problem).to.include({ type, title, status: 403, detail: 'text' })
      expect(faultsOf(problem).map((fault) => [fault.code, fault.place, fault.got])).to.deep.equal(
        place === undefined ? [] : [['ERR_PROBLEM_TYPE', place, got]],
      )
    })
  }

  it('reports a type or title that throws when it is read', () => {
    for (const name of ['type', 'title']) {
      const problem = create(403, throwingGetters(name))
      expect(problem).to.include({ status: 403, type: 'about:blank', title: 'Forbidden' })
      expect(faultsOf(problem).map(({ place }) => place)).to.deep.equal([name])
    }
  })
})
