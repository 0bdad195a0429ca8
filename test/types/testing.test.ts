/** What the types of the test helpers allow. The assertions are judged when the tests are compiled. */
import { expect, type use } from 'chai'
import { expectTypeOf } from 'expect-type'
import request from 'supertest'
import { Conflict, defineProblem, HttpProblem, type ProblemDocument } from '../../lib/index.js'
import {
  assertExamples,
  assertProblemResponse,
  chaiProblems,
  type DocumentOf,
  type ExpectedMembers,
  type FetchResponse,
  type PlainResponse,
} from '../../lib/testing/index.js'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: {
    type: 'object',
    properties: { seat: { type: 'string' }, rows: { type: 'array', items: { type: 'integer' } } },
    required: ['seat'],
  },
}) {}

const plain = { status: 409, headers: { 'content-type': 'application/problem+json' }, body: {} }

/** Functions that are compiled and not called. */
const compiled = (...functions: readonly (() => unknown)[]): number => functions.length

describe('The types of the test helpers', () => {
  it('take the responses of supertest and fetch', () => {
    expectTypeOf<request.Response>().toExtend<PlainResponse>()
    expectTypeOf<request.Response>().not.toExtend<FetchResponse>()
    expectTypeOf<Response>().toExtend<FetchResponse>()
    expectTypeOf(plain).toExtend<PlainResponse>()
    expect(compiled(() => request)).to.equal(1)
  })

  it('give the document, later for a response of fetch', () => {
    const assertions = compiled(
      () => expectTypeOf(assertProblemResponse(plain, SeatTaken)).toEqualTypeOf<DocumentOf<typeof SeatTaken>>(),
      () => expectTypeOf(assertProblemResponse(plain, SeatTaken).seat).toBeString(),
      () => expectTypeOf(assertProblemResponse(plain, SeatTaken).detail).toEqualTypeOf<string | undefined>(),
      () => expectTypeOf(assertProblemResponse(new Response(), SeatTaken)).toEqualTypeOf<Promise<DocumentOf<typeof SeatTaken>>>(),
      () => expectTypeOf(assertProblemResponse(plain)).toEqualTypeOf<ProblemDocument>(),
      () => expectTypeOf(assertProblemResponse(new Response(), 409)).toEqualTypeOf<Promise<ProblemDocument>>(),
      // @ts-expect-error a promise has to be awaited
      () => assertProblemResponse(fetch('http://127.0.0.1/'), SeatTaken),
    )
    expect(assertions).to.equal(7)
  })

  it('know the members of the class', () => {
    const assertions = compiled(
      () => assertProblemResponse(plain, SeatTaken, { seat: '12A' }),
      () => assertProblemResponse(plain, SeatTaken, { rows: [1], detail: 'Sold.', instance: undefined }),
      () => assertProblemResponse(plain, SeatTaken, { seat: (seat) => seat.startsWith('12'), rows: (rows) => rows.includes(1) }),
      // @ts-expect-error a seat is a string
      () => assertProblemResponse(plain, SeatTaken, { seat: 12 }),
      // @ts-expect-error a row is a number
      () => assertProblemResponse(plain, SeatTaken, { rows: ['12'] }),
      // @ts-expect-error there is no member `seats`
      () => assertProblemResponse(plain, SeatTaken, { seats: '12A' }),
      // @ts-expect-error the class decides the type
      () => assertProblemResponse(plain, SeatTaken, { type: 'about:blank' }),
      // @ts-expect-error a check gives a boolean
      () => assertProblemResponse(plain, SeatTaken, { seat: (seat) => seat.length }),
      // @ts-expect-error of fetch too
      () => assertProblemResponse(new Response(), SeatTaken, { seat: 12 }),
    )
    expect(assertions).to.equal(9)
  })

  it('allow any member of a class that declares none, and of a status', () => {
    expectTypeOf({ order: 7, paid: true, lines: [{ a: 1 }] }).toExtend<ExpectedMembers<typeof Conflict>>()
    const assertions = compiled(
      () => assertProblemResponse(plain, Conflict, { order: 7, at: new Date(0), check: (value) => value === 1 }),
      () => assertProblemResponse(plain, 409, { order: (order) => typeof order === 'number' }),
      // @ts-expect-error a detail is a string
      () => assertProblemResponse(plain, Conflict, { detail: 7 }),
    )
    expect(assertions).to.equal(3)
  })

  it('refuse classes that say no status', () => {
    const assertions = compiled(
      // @ts-expect-error which status?
      () => assertProblemResponse(plain, HttpProblem),
      // @ts-expect-error no problem
      () => assertProblemResponse(plain, Error),
      // @ts-expect-error a name is no class
      () => assertProblemResponse(plain, 'SeatTaken'),
    )
    expect(assertions).to.equal(3)
  })

  it('hold for the assertion of chai, which can be awaited and goes on', () => {
    expectTypeOf(chaiProblems).toExtend<Parameters<typeof use>[0]>()
    const assertions = compiled(
      () => expect(plain).to.be.problem(),
      () => expect(plain).to.be.problem(409, { order: 7 }),
      () => expect(plain).to.be.problem(SeatTaken, { seat: '12A' }).and.have.property('status'),
      () => expectTypeOf<Awaited<ReturnType<Chai.Assertion['problem']>>>().toBeVoid(),
      // @ts-expect-error a seat is a string
      () => expect(plain).to.be.problem(SeatTaken, { seat: 12 }),
      // @ts-expect-error there is no member `seats`
      () => expect(plain).not.to.be.problem(SeatTaken, { seats: '12A' }),
    )
    expect(assertions).to.equal(6)
  })

  it('take declared classes for examples', () => {
    const assertions = compiled(
      () => assertExamples(SeatTaken),
      // @ts-expect-error Conflict declares nothing
      () => assertExamples(Conflict),
    )
    expect(assertions).to.equal(2)
  })
})
