import { expect } from 'chai'
import fc from 'fast-check'
import { defineProblem } from '../../lib/define/define.js'
import { definitionOf } from '../../lib/define/definition.js'
import { faultCodes, faultsOf } from '../../lib/guard/fault.js'
import { Conflict } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { nonsense, options, recordOf } from '../problem/arbitraries.js'
import { revoked, thorny } from '../problem/hostile.js'
import { expectSendable } from '../problem/sendable.js'
import { make } from '../problem/table.js'

const members = {
  type: 'object',
  properties: { seat: { type: 'string' }, cause: {}, constructor: {} },
  required: ['seat'],
} as const
const base = { title: 'Declared', headers: { 'X-A': 'b' }, retry: { when: 'always', afterSeconds: 5 } } as const

const declared = [
  defineProblem('Plain', { ...base, type: '/plain', status: 409 }),
  defineProblem('Seat', { ...base, type: '/seat', status: 409, members }),
  defineProblem('Explained', { ...base, type: '/explained', status: 503, members, detail: ({ seat }) => seat.toUpperCase() }),
  defineProblem('Limited', { ...base, type: '/limited', status: 405, members, detail: 'Not here.', stack: false }),
]

function expectWellMade(problem: HttpProblem, Class: (typeof declared)[number]): void {
  const { type, status, title, name } = Class
  expect(problem).to.be.instanceOf(Class).and.instanceOf(HttpProblem)
  expect(problem).to.include({ type, status, title, name })
  expect(problem.toJSON()).to.include({ type, status, title })
  expect(definitionOf(problem)).to.equal(Class.definition)
  expect(Object.getPrototypeOf(problem.extensions)).to.equal(Object.prototype)
  expectSendable(problem.headers)
  for (const { code, ...rest } of faultsOf(problem)) {
    expect(faultCodes).to.have.property(code)
    for (const part of Object.values(rest)) expect(part).to.be.a('string').and.not.equal('')
  }
}

const classes = fc.constantFrom(...declared)

describe('every declared class, by property', () => {
  it('makes a problem of its type from any three arguments', () => {
    fc.assert(
      fc.property(classes, nonsense, nonsense, nonsense, (Class, first, second, third) => {
        expectWellMade(make(Class, first(), second(), third()), Class)
      }),
      { numRuns: 2000 },
    )
  })

  it('makes a problem of its type from any members and options', () => {
    const names = fc.oneof(fc.constantFrom('seat', 'type', 'status', '__proto__', 'constructor', 'toJSON', 'stack'), fc.string())
    fc.assert(
      fc.property(classes, fc.dictionary(names, nonsense), options, (Class, given, anything) => {
        expectWellMade(make(Class, recordOf(given), anything()), Class)
      }),
      { numRuns: 2000 },
    )
  })

  it('is not disturbed by a detail that takes its members apart', () => {
    const Greedy = defineProblem('Greedy', {
      type: '/greedy',
      status: 409,
      title: 'Greedy',
      members,
      detail: (given) => Object.values(given).join(),
    })
    fc.assert(
      fc.property(nonsense, (value) => {
        expect(make(Greedy, { seat: value() })).to.include({ type: '/greedy', status: 409 })
      }),
    )
  })
})

it('A third argument that refuses to be looked at is no reason to fail', () => {
  for (const third of [revoked(), thorny(), null, 'x', {}]) expect(make(Conflict, 'Paid.', {}, third).detail).to.equal('Paid.')
})
