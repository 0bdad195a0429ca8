/** The types of the functions around the classes. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import {
  assertProblem,
  Conflict,
  createProblem,
  describeStatus,
  type ErrorStatus,
  type HttpProblem,
  MethodNotAllowed,
  map,
  NotFound,
  type StatusDescription,
  type ToProblemOptions,
  toProblem,
} from '../../lib/index.js'

interface User {
  readonly name: string
}

describe('assertProblem()', () => {
  it('asserts that the value is there', () => {
    const nameOf = (user: User | undefined): string => {
      assertProblem(user, NotFound, 'No user 7')
      expectTypeOf(user).toEqualTypeOf<User>()
      return user.name
    }
    expect(nameOf({ name: 'Ada' })).to.equal('Ada')
    expect(() => nameOf(undefined)).to.throw(NotFound, 'No user 7')
  })

  it('asserts a condition', () => {
    const double = (value: string | number): number => {
      assertProblem(typeof value === 'number', Conflict)
      expectTypeOf(value).toEqualTypeOf<number>()
      return value * 2
    }
    expect(double(2)).to.equal(4)
    expect(() => double('2')).to.throw(Conflict)
  })

  it('checks the arguments against the class', () => {
    const wrong: readonly (() => void)[] = [
      // @ts-expect-error a 405 must carry Allow
      () => assertProblem(false, MethodNotAllowed),
      // @ts-expect-error a 405 with a text must carry Allow
      () => assertProblem(false, MethodNotAllowed, 'Not here.'),
      // @ts-expect-error `allow` belongs to a 405
      () => assertProblem(false, NotFound, 'No user 7', { allow: 'GET' }),
      // @ts-expect-error a text is a string
      () => assertProblem(false, NotFound, 7),
      // @ts-expect-error a class makes problems
      () => assertProblem(false, RangeError, 'Too far.'),
    ]
    for (const assert of wrong) expect(assert).to.throw(Error)
    expect(() => assertProblem(false, MethodNotAllowed, { allow: 'GET' })).to.throw(MethodNotAllowed)
    expect(() => assertProblem(false, NotFound, 'No user 7', { instance: '/users/7' })).to.throw(NotFound)
  })
})

describe('createProblem()', () => {
  it('gives the class of a status that is a literal', () => {
    const problem = createProblem(404)
    expectTypeOf(problem).toEqualTypeOf<NotFound>()
    expectTypeOf(createProblem(409, 'Paid.', { type: 'https://example.com/paid' })).toEqualTypeOf<Conflict>()
    expect(problem).to.be.instanceOf(NotFound)
  })

  it('gives any problem for a number that is known only at run time', () => {
    expectTypeOf(createProblem(Number('404'))).toEqualTypeOf<HttpProblem>()
    expectTypeOf(createProblem(418 as ErrorStatus)).toExtend<HttpProblem>()
    expectTypeOf(createProblem(499)).toEqualTypeOf<HttpProblem>()
    expect(createProblem(Number('404')).status).to.equal(404)
  })

  it('takes the options of every class, type and title, and no others', () => {
    expectTypeOf(createProblem).toBeCallableWith(405, { allow: ['GET'], type: 'https://example.com/no', title: 'No' })
    expectTypeOf(createProblem).toBeCallableWith(503, new Error('db'), { retryAfter: new Date(0) })
    // @ts-expect-error there is no option `details`
    const unknownOption = createProblem(404, { details: 'No user 7' })
    // @ts-expect-error a status is a number
    const text = createProblem('404')
    expect([unknownOption.status, text.status]).to.deep.equal([404, 500])
  })
})

describe('toProblem()', () => {
  it('takes anything and gives a problem', () => {
    expectTypeOf(toProblem).parameter(0).toBeUnknown()
    expectTypeOf(toProblem).parameter(1).toEqualTypeOf<ToProblemOptions | undefined>()
    expectTypeOf(toProblem).returns.toEqualTypeOf<HttpProblem>()
    // @ts-expect-error there is no option `request`
    expect(toProblem(null, { request: {} }).status).to.equal(500)
  })
})

describe('map()', () => {
  it('takes a class or a predicate, and a class or a function', () => {
    const entries = [
      map(RangeError, NotFound),
      map(RangeError, (error) => {
        expectTypeOf(error).toEqualTypeOf<RangeError>()
        return new NotFound(error.message)
      }),
      map(
        (error): error is User => error !== null,
        (user) => new Conflict(user.name),
      ),
      map((error) => error === null, NotFound),
    ]
    expect(entries).to.have.lengthOf(4)
    const wrong: readonly (() => unknown)[] = [
      // @ts-expect-error a status is no outcome
      () => map(Error, 404),
      // @ts-expect-error a problem is no outcome, a function that makes it is
      () => map(Error, new NotFound()),
      // @ts-expect-error a name is no class
      () => map('RangeError', NotFound),
      // @ts-expect-error that is no class of problems
      () => map(Error, RangeError),
    ]
    for (const make of wrong) expect(make).to.throw(TypeError).with.property('code', 'ERR_PROBLEM_ARGUMENT')
  })
})

describe('describeStatus()', () => {
  it('gives a description, or nothing for a code that nobody uses', () => {
    expectTypeOf(describeStatus).returns.toEqualTypeOf<StatusDescription | undefined>()
    expectTypeOf<StatusDescription['equivalent']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<StatusDescription['meaning']>().toBeString()
    expect(describeStatus(299)).to.equal(undefined)
  })
})
