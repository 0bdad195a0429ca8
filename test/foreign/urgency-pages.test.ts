/** The order of urgency stands on two pages; both are read here and compared with what happens. */
import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { NotFound } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { errorCodes } from '../../lib/status/codes.js'
import { readSource } from '../docs/root.js'

/** Reads the lists of codes on a page: 5xx first, then 4xx, in the order of the page. */
function orderOn(page: string): number[] {
  const text = readSource(page)
  return [...text.matchAll(/[45]\d\d(?:, [45]\d\d){3,}/g)].flatMap(([list]) => list.split(', ').map(Number))
}

const several = (...statuses: number[]): number =>
  toProblem(new AggregateError(statuses.map((status) => createProblem(status, { allow: [], upgrade: 'h2c' })))).status

for (const page of ['docs/decisions/0010-urgency-of-several-errors.md', 'docs/guides/what-leaks-and-what-does-not.md']) {
  describe(`The order of urgency in ${page} [P23]`, () => {
    const order = orderOn(page)

    it('names five 5xx, then eleven 4xx, each once', () => {
      expect(order.filter((status) => status >= 500)).to.deep.equal(order.slice(0, 5))
      expect([order.length, new Set(order).size]).to.deep.equal([16, 16])
    })

    it('is the order in which errors are answered, whatever happened first', () => {
      for (const [index, first] of order.entries()) {
        for (const second of order.slice(index + 1)) {
          expect([several(first, second), several(second, first)]).to.deep.equal([first, first])
        }
      }
    })

    it('says where the codes stand that it does not name', () => {
      const others = Object.keys(errorCodes)
        .map(Number)
        .filter((status) => !order.includes(status))
      expect(others).to.include.members([402, 418, 511])
      for (const status of others) {
        const [before, after] = status >= 500 ? [501, 502] : [404, undefined]
        expect(several(status, before)).to.equal(before)
        if (after !== undefined) expect(several(after, status)).to.equal(status)
      }
    })
  })
}

describe('The cause of an error', () => {
  it('does not decide the status, however deep it is', () => {
    const wrapped = new Error('outer', { cause: new Error('middle', { cause: new NotFound() }) })
    expect(toProblem(wrapped).status).to.equal(500)
    expect(toProblem(new AggregateError([wrapped, new NotFound()])).status).to.equal(500)
    expect(toProblem(wrapped).cause).to.equal(wrapped)
  })

  it('that leads back to the error itself is no loop', () => {
    const error = new Error('round')
    error.cause = error
    expect(toProblem(error).status).to.equal(500)
  })
})
