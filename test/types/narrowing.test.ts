/** What `instanceof` and the predicates tell the compiler. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { Conflict, HttpProblem, isHttpProblem, NotFound } from '../../lib/index.js'

class SeatTaken extends Conflict {
  readonly seat: string

  constructor(seat: string) {
    super(`Seat ${seat} is taken.`)
    this.seat = seat
  }
}

describe('instanceof', () => {
  it('narrows an unknown value to the class', () => {
    const name = (error: unknown): string => {
      if (error instanceof Conflict) {
        expectTypeOf(error).toEqualTypeOf<Conflict>()
        return `conflict ${error.status}`
      }
      expectTypeOf(error).toBeUnknown()
      return 'another'
    }
    expect([new Conflict(), new NotFound(), null].map(name)).to.deep.equal(['conflict 409', 'another', 'another'])
  })

  it('narrows a union in both branches', () => {
    const name = (error: Conflict | NotFound): string => {
      if (error instanceof Conflict) {
        expectTypeOf(error).toEqualTypeOf<Conflict>()
        return `conflict ${error.status}`
      }
      expectTypeOf(error).toEqualTypeOf<NotFound>()
      return `not found ${error.status}`
    }
    expect([new Conflict(), new NotFound()].map(name)).to.deep.equal(['conflict 409', 'not found 404'])
  })

  it("narrows to a user's subclass and away from it", () => {
    const name = (error: SeatTaken | NotFound): string => {
      if (error instanceof SeatTaken) {
        expectTypeOf(error).toEqualTypeOf<SeatTaken>()
        return error.seat
      }
      expectTypeOf(error).toEqualTypeOf<NotFound>()
      return error.name
    }
    const seat = (error: unknown): string | undefined => (error instanceof SeatTaken ? error.seat : undefined)
    expect([new SeatTaken('12A'), new NotFound()].map(name)).to.deep.equal(['12A', 'NotFound'])
    expect([new SeatTaken('12A'), new Conflict()].map(seat)).to.deep.equal(['12A', undefined])
  })

  it('keeps what a subclass is, apart from its parent', () => {
    expectTypeOf<SeatTaken>().toExtend<Conflict>()
    expectTypeOf<SeatTaken['status']>().toEqualTypeOf<409>()
    expectTypeOf<Conflict>().not.toExtend<SeatTaken>()
    expectTypeOf<Conflict>().not.toExtend<NotFound>()
    expect(new Conflict()).not.to.be.instanceOf(SeatTaken)
  })

  it('narrows with the base class in both branches', () => {
    const status = (error: HttpProblem | RangeError): number => {
      if (error instanceof HttpProblem) {
        expectTypeOf(error).toEqualTypeOf<HttpProblem>()
        return error.status
      }
      expectTypeOf(error).toEqualTypeOf<RangeError>()
      return 0
    }
    expect([new Conflict(), new RangeError()].map(status)).to.deep.equal([409, 0])
  })
})

describe('switch over the status', () => {
  it('narrows a union of problems', () => {
    const name = (error: SeatTaken | NotFound): string => {
      switch (error.status) {
        case 404:
          expectTypeOf(error).toEqualTypeOf<NotFound>()
          return error.name
        case 409:
          expectTypeOf(error).toEqualTypeOf<SeatTaken>()
          return error.seat
      }
    }
    expect([new SeatTaken('12A'), new NotFound()].map(name)).to.deep.equal(['12A', 'NotFound'])
  })
})

describe('isHttpProblem()', () => {
  it('narrows in both branches', () => {
    const status = (error: unknown): number => {
      if (!isHttpProblem(error)) {
        expectTypeOf(error).toBeUnknown()
        return 0
      }
      expectTypeOf(error).toEqualTypeOf<HttpProblem>()
      return error.status
    }
    const rest = (error: HttpProblem | string): string => {
      if (isHttpProblem(error)) return error.title
      expectTypeOf(error).toBeString()
      return error
    }
    expect([new Conflict(), 'x', undefined].map(status)).to.deep.equal([409, 0, 0])
    expect([new Conflict(), 'x'].map(rest)).to.deep.equal(['Conflict', 'x'])
  })
})
