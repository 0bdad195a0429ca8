/** The plugin for chai. */
import { expect, use } from 'chai'
import { NotFound } from '../../lib/index.js'
import { chaiProblems } from '../../lib/testing/index.js'
import { answer, failureOf, problemJson, SeatTaken, seatTaken } from './problem-types.js'

use(chaiProblems)

const fetched = (): Response => Response.json(seatTaken, { status: 409, headers: problemJson })

describe('expect(response).to.be.problem()', () => {
  it('accepts any problem, one with a status, one of a class, one with members', () => {
    expect(answer(seatTaken)).to.be.problem()
    expect(answer(seatTaken)).to.be.problem(409)
    expect(answer(seatTaken)).to.be.a.problem(SeatTaken)
    expect(answer(seatTaken)).to.be.problem(SeatTaken, { seat: '12A' })
  })

  it('goes on with the response', () => {
    expect(answer(seatTaken)).to.be.problem(SeatTaken).and.have.property('status', 409)
  })

  it('fails with the message and the diff of the function', async () => {
    const error = await failureOf(() => expect(answer(seatTaken)).to.be.problem(SeatTaken, { seat: '12B' }))
    expect(error).to.include({ name: 'AssertionError', showDiff: true })
    expect(error.message).to.match(
      /^expected the problem SeatTaken \(409\) with seat "12B", got 409 Conflict[\s\S]+\/seat: expected "12B", got "12A"/,
    )
    expect(error.actual).to.have.nested.property('body.seat', '12A')
    expect(error.expected).to.have.nested.property('body.seat', '12B')
  })

  it('puts the text of the test in front', async () => {
    const error = await failureOf(() => expect(answer(seatTaken), 'the second buyer').to.be.problem(404))
    expect(error.message).to.match(/^the second buyer: expected a problem with 404 Not Found, got 409 Conflict/)
  })

  it('shows what chai would replace in a message', async () => {
    const error = await failureOf(() => expect(answer({ ...seatTaken, detail: '#{this} #{act} #{exp}' })).to.be.problem(404))
    expect(error.message).to.contain('"# {this} # {act} # {exp}"')
  })

  it('has a stack that starts in the test', async () => {
    const error = await failureOf(() => expect(answer(seatTaken)).to.be.problem(404))
    expect(error.stack?.split('\n    at ')[1]).to.contain('chai.test')
  })

  it('throws a TypeError for a class that is undefined, negated or not', async () => {
    const Missing = (SeatTaken as unknown as { Missing: typeof SeatTaken }).Missing
    expect(await failureOf(() => expect(answer(seatTaken)).to.be.problem(Missing))).to.be.instanceOf(TypeError)
    expect(await failureOf(() => expect(answer(seatTaken)).not.to.be.problem(Missing))).to.be.instanceOf(TypeError)
  })
})

describe('expect(response).not.to.be.problem()', () => {
  it('accepts whatever is not the problem', () => {
    expect(answer(seatTaken)).not.to.be.problem(NotFound)
    expect(answer(seatTaken)).not.to.be.problem(404)
    expect(answer(seatTaken)).not.to.be.problem(SeatTaken, { seat: '12B' })
    expect({ status: 200, headers: {}, text: 'Hello' }).not.to.be.problem()
  })

  it('fails for the problem, without a diff', async () => {
    const error = await failureOf(() => expect(answer(seatTaken)).not.to.be.problem(SeatTaken, { seat: '12A' }))
    expect(error.message).to.equal(
      'expected the response not to be the problem SeatTaken (409) with seat "12A", got 409 Conflict "https://api.example.com/problems/seat-taken": "Seat 12A was sold a moment ago."',
    )
    expect(error).to.include({ showDiff: false })
  })

  it('fails for what cannot be judged', async () => {
    const error = await failureOf(() => expect(Promise.resolve(answer(seatTaken))).not.to.be.problem(404))
    expect(error.message).to.equal('expected a response, got a promise; await it, and assert with what it gives')
  })
})

describe('await expect(response of fetch).to.be.problem()', () => {
  it('accepts and refuses as for other responses', async () => {
    await expect(fetched()).to.be.problem(SeatTaken, { seat: '12A' })
    await expect(fetched()).not.to.be.problem(SeatTaken, { seat: '12B' })
    const error = await failureOf(() => expect(fetched()).to.be.problem(404))
    expect(error).to.include({ name: 'AssertionError', showDiff: true })
    const negated = await failureOf(() => expect(fetched()).not.to.be.problem(409))
    expect(negated.message).to.match(/^expected the response not to be a problem with 409 Conflict/)
  })

  it('has a stack that leads to the test', async () => {
    const error = await failureOf(async () => {
      await expect(fetched()).to.be.problem(404)
    })
    expect(error.stack).to.contain('chai.test')
  })

  it('fails, negated or not, where the body was read before', async () => {
    const response = fetched()
    await response.text()
    for (const assertion of [expect(response).to, expect(response).not.to]) {
      const error = await failureOf(() => assertion.be.problem(409))
      expect(error.message).to.equal(
        'expected a response of fetch whose body was not read, got one that was; assert first and read then, or pass { status, headers, body }',
      )
    }
  })
})
