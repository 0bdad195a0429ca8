/** How matchProblem() finds the case of an error. */
import { expect } from 'chai'
import { fromResponse, matchProblem } from '../../lib/client/index.js'
import { Conflict, createProblem, defineProblem, HttpProblem, NotFound } from '../../lib/index.js'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://example.com/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
}) {}

class FrontSeatTaken extends SeatTaken {}
class OutOfStock extends Conflict {}

const cases = {
  HttpProblem: () => 'any problem',
  Conflict: () => 'a conflict',
  SeatTaken: () => 'a seat',
  default: () => 'left',
}

function received(status: number, members: object = {}, types = [SeatTaken]): Promise<unknown> {
  return fromResponse(Response.json(members, { status, headers: { 'Content-Type': 'application/problem+json' } }), { types })
}

describe('matchProblem()', () => {
  it('takes the case of the class, else of the nearest class above it, in whatever order they stand', () => {
    expect(matchProblem(new SeatTaken({ seat: '12A' }), cases)).to.equal('a seat')
    expect(matchProblem(new FrontSeatTaken({ seat: '1A' }), cases)).to.equal('a seat')
    expect(matchProblem(new OutOfStock(), cases)).to.equal('a conflict')
    expect(matchProblem(new OutOfStock(), { ...cases, OutOfStock: () => 'no stock' })).to.equal('no stock')
    expect(matchProblem(createProblem(409, 'Taken.', { type: 'https://example.com/x', title: 'X' }), cases)).to.equal(
      'a conflict',
    )
    expect(matchProblem(new NotFound(), cases)).to.equal('any problem')
    expect(matchProblem(new HttpProblem(409), cases)).to.equal('any problem')
  })

  it('takes the case of the parent for a class that a module exports without a name', () => {
    const Unnamed = { default: class extends NotFound {} }.default
    expect(Unnamed.name).to.equal('default')
    expect(matchProblem(new Unnamed(), { NotFound: () => 'not found', default: () => 'any' })).to.equal('not found')
  })

  it('takes it of what was received, whether the class is known or not', async () => {
    const type = SeatTaken.type
    expect(matchProblem(await received(409, { type, seat: '12A' }), cases)).to.equal('a seat')
    expect(matchProblem(await received(409, { type: 'https://example.com/other' }), cases)).to.equal('a conflict')
    expect(matchProblem(await received(409, { type, seat: '12A' }, []), cases)).to.equal('a conflict')
    expect(matchProblem(await received(404), cases)).to.equal('any problem')
    expect(matchProblem(await received(471), { BadRequest: () => 'the x00 of its class', ...cases })).to.equal(
      'the x00 of its class',
    )
  })

  it('takes it of a class of the app of which the client never made an instance', async () => {
    class Untouched extends Conflict {
      static override readonly type = 'https://example.com/untouched'
    }
    const error = await received(409, { type: Untouched.type }, [Untouched as unknown as typeof SeatTaken])
    expect(error).to.be.instanceOf(Untouched)
    expect(matchProblem(error, { ...cases, Untouched: () => 'untouched' })).to.equal('untouched')
  })

  it('gives the problem to the case, and gives what the case gives or throws', async () => {
    const error = new SeatTaken({ seat: '12A' })
    expect(matchProblem(error, { Conflict: (problem) => problem })).to.equal(error)
    expect(await matchProblem(error, { Conflict: async ({ status }) => status })).to.equal(409)
    const thrown = new RangeError('of the app')
    const fail = (): never => {
      throw thrown
    }
    expect(() => matchProblem(error, { Conflict: fail })).to.throw(thrown)
  })

  it('gives to the default what is no problem', () => {
    const like = Object.assign(new Error('like one'), { name: 'SeatTaken', status: 409 })
    for (const error of [like, new TypeError('of the app'), undefined, null, 'SeatTaken', 409, { name: 'Conflict' }]) {
      expect(matchProblem(error, cases)).to.equal('left')
      expect(matchProblem(error, { default: (other) => other })).to.equal(error)
    }
  })

  it('throws the error where no case takes it', () => {
    for (const error of [new NotFound(), new TypeError('of the app'), undefined]) {
      let thrown: unknown = 'nothing'
      try {
        matchProblem(error, { Conflict: () => 'a conflict' })
      } catch (caught) {
        thrown = caught
      }
      expect(thrown).to.equal(error)
    }
  })

  it('takes no case that was not given', () => {
    const named = (name: string): Error => Object.defineProperty(new NotFound(), 'name', { value: name })
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
      expect(matchProblem(named(name), { NotFound: () => 'found', default: () => 'left' }), name).to.equal('found')
    const inherited = Object.create({ NotFound: () => 'inherited' }) as { default: () => string }
    inherited.default = () => 'left'
    expect(matchProblem(new NotFound(), inherited)).to.equal('left')
  })

  it('refuses a case that is no function, and none at all throws the error', () => {
    // @ts-expect-error a case is a function
    expect(() => matchProblem(new NotFound(), { NotFound: 'text', default: () => 'left' }))
      .to.throw(TypeError, 'cases.NotFound: expected a function, got string')
      .with.property('code', 'ERR_PROBLEM_ARGUMENT')
    const error = new NotFound()
    // @ts-expect-error cases are an object
    for (const none of [undefined, null, 7]) expect(() => matchProblem(error, none)).to.throw(error)
  })

  it('survives an error that is hostile', () => {
    const trap = (): never => {
      throw new Error('trapped')
    }
    const handler = { get: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap, has: trap, ownKeys: trap }
    expect(matchProblem(new Proxy({}, handler), cases)).to.equal('left')
    const { getPrototypeOf } = handler
    expect(matchProblem(new Proxy(new NotFound(), { getPrototypeOf }), cases)).to.be.oneOf(['left', 'any problem'])
    const endless: object = new Proxy(new NotFound(), { getPrototypeOf: () => endless })
    expect(matchProblem(endless, cases)).to.equal('any problem')
  })
})
