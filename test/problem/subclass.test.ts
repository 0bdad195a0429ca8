import { inspect } from 'node:util'
import { expect } from 'chai'
import { Conflict, Forbidden, NotFound } from '../../lib/problem/classes.js'
import { faultsOf } from '../../lib/problem/fault.js'
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
    expect(new (class Deep extends OutOfCredit {})()).to.include({ name: 'Deep', type: OutOfCredit.type, title: OutOfCredit.title })
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

describe('a subclass that is written carelessly', () => {
  for (const [what, statics, type, title] of [
    ['a type that is no string', { type: 7 }, 'about:blank', 'Not Found'],
    ['an empty type', { type: '' }, 'about:blank', 'Not Found'],
    ['a title without a type', { title: 'Mine' }, 'about:blank', 'Not Found'],
    ['a title that is no string', { type: 'urn:x', title: 7 }, 'urn:x', 'Not Found'],
    ['an empty title', { type: 'urn:x', title: '' }, 'urn:x', 'Not Found'],
    ['a type without a title', { type: 'urn:x', title: undefined }, 'urn:x', 'Not Found'],
  ] as const) {
    it(`still makes problems: ${what}`, () => {
      class Mine extends NotFound {}
      for (const [name, value] of Object.entries(statics)) Object.defineProperty(Mine, name, { value })
      expect(new Mine()).to.include({ status: 404, type, title })
    })
  }

  it('still makes problems when its statics throw', () => {
    class Mine extends NotFound {}
    const get = (): never => {
      throw new Error('no')
    }
    for (const name of ['type', 'title', 'status', 'name']) Object.defineProperty(Mine, name, { get })
    expect(new Mine('text')).to.include({ status: 404, type: 'about:blank', title: 'Not Found', name: 'NotFound', detail: 'text' })
  })

  for (const name of ['', 7, Symbol('s'), null]) {
    it(`keeps the name of its parent when its own is ${String(name)}`, () => {
      class Mine extends NotFound {}
      Object.defineProperty(Mine, 'name', { value: name })
      expect(new Mine().name).to.equal('NotFound')
    })
  }

  it('still makes problems when its prototype is frozen, sealed or closed, under the name of its parent', () => {
    for (const close of [Object.freeze, Object.seal, Object.preventExtensions]) {
      class Mine extends NotFound {}
      close(Mine.prototype)
      expect(new Mine('text')).to.include({ status: 404, name: 'NotFound', message: 'text' })
    }
  })

  it('keeps a name that its prototype has', () => {
    class Mine extends NotFound {}
    Object.defineProperty(Mine.prototype, 'name', { value: 'Chosen' })
    expect(new Mine().name).to.equal('Chosen')
  })

  for (const name of ['type', 'title', 'status', 'detail', 'instance', 'extensions', 'headers', 'expose']) {
    it(`still makes problems when its prototype has a getter for ${name}`, () => {
      class Mine extends NotFound {}
      Object.defineProperty(Mine.prototype, name, { get: () => 'from the getter', configurable: true })
      expect(make(Mine, 'text', { instance: '/i' })).to.be.instanceOf(NotFound).and.to.have.property('message', 'text')
    })
  }

  it('may set its fields itself', () => {
    class Mine extends NotFound {
      override readonly name = 'Field'
      override readonly detail = 'mine'
    }
    expect(new Mine('text')).to.include({ name: 'Field', detail: 'mine', message: 'text' })
  })
})

describe('a constructor that is called with a foreign new.target', () => {
  it('changes no prototype that is not ours', () => {
    const mapName = Object.getOwnPropertyDescriptor(Map.prototype, 'name')
    const made: unknown = Reflect.construct(NotFound, ['text'], Map)
    const after = Object.getOwnPropertyDescriptor(Map.prototype, 'name')
    Reflect.deleteProperty(Map.prototype, 'name')
    expect(after).to.equal(mapName)
    expect(made).to.include({ message: 'text' })
  })

  it('still makes a problem when the target has no prototype', () => {
    const bare = Object.defineProperty(function bare() {}, 'prototype', { value: null })
    expect(Reflect.construct(NotFound, ['text'], bare)).to.include({ status: 404, message: 'text' })
  })

  it('makes a problem through a Proxy of the class', () => {
    const Wrapped = new Proxy(NotFound, {})
    expect(new Wrapped('text')).to.be.instanceOf(NotFound).and.to.include({ name: 'NotFound', status: 404 })
  })
})
