import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import { createProblem } from '../../lib/problem/create.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { throwingGetters } from './hostile.js'
import { rows } from './table.js'

const TYPE = 'https://example.com/probs/out-of-credit'
const TITLE = 'You do not have enough credit.'

function create(...args: unknown[]): HttpProblem {
  return Reflect.apply(createProblem, undefined, args)
}

describe('createProblem() with a type', () => {
  it('sets type and title', () => {
    for (const { status, Class } of rows) {
      for (const problem of [
        create(status, 'text', { type: TYPE, title: TITLE }),
        create(status, { type: TYPE, title: TITLE }),
      ]) {
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
    [
      'a title with about:blank',
      { type: 'about:blank', title: TITLE },
      'about:blank',
      'Forbidden',
      'title',
      'a title without one',
    ],
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
