import { expect } from 'chai'
import { NotFound } from '../../lib/problem/classes.js'
import { make } from './table.js'

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
    expect(new Mine('text')).to.include({
      status: 404,
      type: 'about:blank',
      title: 'Not Found',
      name: 'NotFound',
      detail: 'text',
    })
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
      expect(make(Mine, 'text', { instance: '/i' }))
        .to.be.instanceOf(NotFound)
        .and.to.have.property('message', 'text')
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
    const made: object = Reflect.construct(NotFound, ['text'], Map)
    const after = Object.getOwnPropertyDescriptor(Map.prototype, 'name')
    Reflect.deleteProperty(Map.prototype, 'name')
    expect(after).to.equal(mapName)
    expect(Object.getOwnPropertyDescriptor(made, 'message')).to.include({ value: 'text' })
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
