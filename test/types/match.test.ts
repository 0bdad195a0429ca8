/** What the compiler knows in the cases of matchProblem(). The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { matchProblem } from '../../lib/client/index.js'
import { Conflict, defineProblem, type HttpProblem, NotFound } from '../../lib/index.js'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://example.com/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
}) {}

const Closed = defineProblem('Closed', { type: 'https://example.com/closed', status: 503, title: 'Closed' })

class OutOfStock extends Conflict {}

const types = [SeatTaken, Closed, NotFound]
const error: unknown = new SeatTaken({ seat: '12A' })

describe('The cases of matchProblem()', () => {
  it('are given problems of the classes after which they are named', () => {
    const told = matchProblem(
      error,
      {
        SeatTaken: (problem) => {
          expectTypeOf(problem).toEqualTypeOf<SeatTaken>()
          return problem.seat
        },
        Closed: (problem) => {
          expectTypeOf(problem.type).toEqualTypeOf<'https://example.com/closed'>()
          return 1 as const
        },
        Conflict: (problem) => {
          expectTypeOf(problem).toEqualTypeOf<HttpProblem<409>>()
          return undefined
        },
        HttpProblem: (problem) => {
          expectTypeOf(problem).toEqualTypeOf<HttpProblem>()
          return true as const
        },
        default: (other) => {
          expectTypeOf(other).toBeUnknown()
          return null
        },
      },
      types,
    )
    expectTypeOf(told).toEqualTypeOf<string | 1 | undefined | true | null>()
    expect(told).to.equal('12A')
  })

  it('need no default where there is one for each of the given types', () => {
    const told = matchProblem(error, { SeatTaken: ({ seat }) => seat, Closed: () => 'closed', NotFound: () => 404 }, types)
    expectTypeOf(told).toEqualTypeOf<string | number>()
    expect(told).to.equal('12A')
    expect(matchProblem(error, { SeatTaken: ({ seat }) => seat }, [SeatTaken])).to.equal('12A')
  })

  it('have to be complete without a default', () => {
    // @ts-expect-error there is no case for Closed
    expect(matchProblem(error, { SeatTaken: ({ seat }) => seat, NotFound: () => 404 }, types)).to.equal('12A')
    // @ts-expect-error a case for all conflicts is none for this one
    expect(matchProblem(error, { Conflict: () => 'a conflict' }, [SeatTaken])).to.equal('a conflict')
    // @ts-expect-error NotFound counts as well, though its name is no literal
    expect(matchProblem(error, { SeatTaken: ({ seat }) => seat, Closed: () => 'closed' }, types)).to.equal('12A')
  })

  it('have the names and members of the given types', () => {
    // @ts-expect-error no class of this name
    expect(matchProblem(error, { SeatTakn: () => 'slip', default: () => 'left' }, types)).to.equal('left')
    // @ts-expect-error the member is called `seat`
    expect(matchProblem(error, { SeatTaken: ({ seatt }) => seatt, default: () => 'left' }, types)).to.equal(undefined)
    // @ts-expect-error a case is a function
    expect(() => matchProblem(error, { SeatTaken: 'text', default: () => 'left' }, types)).to.throw(TypeError)
  })

  it('count a class that was not declared by the name of its status', () => {
    const told = matchProblem(new OutOfStock(), { Conflict: ({ status }) => status }, [OutOfStock])
    expectTypeOf(told).toEqualTypeOf<409>()
    expect(told).to.equal(409)
    // @ts-expect-error the compiler does not know the name, which a bundler may change
    expect(matchProblem(new OutOfStock(), { OutOfStock: () => 1, default: () => 2 }, [OutOfStock])).to.equal(1)
  })

  it('may have any name where no types are given, and are given any problem', () => {
    const told = matchProblem(error, {
      SeatTaken: (problem) => {
        expectTypeOf(problem).toEqualTypeOf<HttpProblem>()
        return problem.extensions.seat
      },
      NotFound: (problem) => {
        expectTypeOf(problem.status).toEqualTypeOf<404>()
        return problem.detail
      },
      default: () => 1,
    })
    expectTypeOf(told).toBeUnknown()
    expect(told).to.equal('12A')
  })
})
