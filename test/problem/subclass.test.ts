import { inspect } from 'node:util'
import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import { Conflict, Forbidden } from '../../lib/problem/classes.js'
import { HttpProblem } from '../../lib/problem/problem.js'
import { make, rows } from './table.js'

class OutOfCredit extends Forbidden {
  static override readonly type = 'https://example.com/probs/out-of-credit'
  static override readonly title = 'You do not have enough credit.'
}

describe('a subclass with its own type and title', () => {
  const problem = new OutOfCredit('Your balance is 30.', { extensions: { balance: 30 } })

  it('gives both to its instances [P9]', () => {
    expect(problem.toJSON()).to.deep.equal({
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      status: 403,
      detail: 'Your balance is 30.',
      balance: 30,
    })
    expect(faultsOf(problem)).to.deep.equal([])
  })

  it('gives its name to its instances, from the first one on, in every form', () => {
    class Fresh extends Forbidden {}
    const first = new Fresh('text')
    expect(first.name).to.equal('Fresh')
    expect(String(first)).to.equal('Fresh: text')
    expect(first.stack?.split('\n')[0]).to.equal('Fresh: text')
    expect(inspect(first)).to.match(/^Fresh: text\n/)
    expect(new Forbidden().name).to.equal('Forbidden')
    expect(Object.keys(first)).to.not.include('name')
  })

  it('is a Forbidden and an HttpProblem, and a Forbidden is no OutOfCredit', () => {
    expect(problem).to.be.instanceOf(OutOfCredit).and.instanceOf(Forbidden).and.instanceOf(HttpProblem).and.instanceOf(Error)
    expect(problem).to.not.be.instanceOf(Conflict)
    for (const other of [new Forbidden(), new HttpProblem(403), new Error('x')]) expect(other).to.not.be.instanceOf(OutOfCredit)
  })

  it('passes its name on to a subclass without one', () => {
    const Anonymous = (() => class extends OutOfCredit {})()
    expect(new Anonymous().name).to.equal('OutOfCredit')
    expect(new (class Deep extends OutOfCredit {})()).to.include({
      name: 'Deep',
      type: OutOfCredit.type,
      title: OutOfCredit.title,
    })
  })
})

describe('a subclass of every class', () => {
  for (const { status, facts, Class } of rows) {
    it(`keeps status and phrase of ${facts.className} and follows the ordinary rule of instanceof`, () => {
      class Mine extends Class {}
      class Other extends Class {}
      const problem = make(Mine, 'text')
      expect(problem).to.include({ status, title: facts.phrase, name: 'Mine' })
      expect(problem).to.be.instanceOf(Mine).and.instanceOf(Class)
      expect(problem).to.not.be.instanceOf(Other)
      expect(new Class()).to.not.be.instanceOf(Mine)
      expect(new Class().name).to.equal(facts.className)
    })
  }
})
