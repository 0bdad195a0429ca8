/** What the compiler knows in the cases of matchProblem(). The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { matchProblem } from '../../lib/client/index.js'
import { Conflict, defineProblem, HttpProblem, NotFound } from '../../lib/index.js'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://example.com/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
}) {}

const Closed = defineProblem('Closed', { type: 'https://example.com/closed', status: 503, title: 'Closed' })
const types = [SeatTaken, Closed, NotFound]

describe('The cases of matchProblem()', () => {
  const error: unknown = new SeatTaken({ seat: '12A' })

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
          expectTypeOf(problem.status).toEqualTypeOf<409>()
          return undefined
        },
        default: (other) => {
          expectTypeOf(other).toBeUnknown()
          return null
        },
      },
      types,
    )
    expectTypeOf(told).toEqualTypeOf<string | 1 | undefined | null>()
    expect(told).to.equal('12A')
  })
})
void [Conflict, HttpProblem]
