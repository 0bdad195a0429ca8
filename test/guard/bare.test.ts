import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { pickGiven, setOwn } from '../../lib/guard/bare.js'
import { describeError, errorLines } from '../../lib/guard/describe.js'
import { entriesOf, primitiveIn, timeOf, valuesOf } from '../../lib/guard/kind.js'
import { has, read, readOrTell } from '../../lib/guard/read.js'
import { isGiven } from '../../schemas/json.js'
import { jsonText } from '../../schemas/json-text.js'
import { isAbsoluteUri, resolveUri } from '../../schemas/uri.js'
import { revoked } from '../problem/hostile.js'

/** Does something while a name stands on Object.prototype. */
function polluted<Made>(name: string, descriptor: PropertyDescriptor, make: () => Made): Made {
  Object.defineProperty(Object.prototype, name, { ...descriptor, configurable: true })
  try {
    return make()
  } finally {
    Reflect.deleteProperty(Object.prototype, name)
  }
}

/** Does something while a global is missing. */
function without<Made>(name: string, make: () => Made): Made {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name) as PropertyDescriptor
  Reflect.deleteProperty(globalThis, name)
  try {
    return make()
  } finally {
    Object.defineProperty(globalThis, name, descriptor)
  }
}

const refuse = (): never => {
  throw new Error('no')
}

describe('A property that stands on Object.prototype', () => {
  const value = { value: 'polluted' }

  it('is not read, and that of a class is', () => {
    class Own {
      get detail(): string {
        return 'own'
      }
    }
    const found = polluted('detail', value, () =>
      [{}, new Own(), { detail: 'mine' }, Object.create({ detail: 'above' }), 5].map((one) => read(one, 'detail')),
    )
    expect(found).to.deep.equal([undefined, 'own', 'mine', 'above', undefined])
    expect(polluted('detail', value, () => [has({}, 'detail'), has(new Own(), 'detail')])).to.deep.equal([false, true])
  })

  it('is not read from an object of another realm either', () => {
    const other = runInNewContext(
      "Object.prototype.detail = 'polluted'; [{}, new Error(), { detail: 'own' }]",
    ) as readonly unknown[]
    expect(other.map((one) => read(one, 'detail'))).to.deep.equal([undefined, undefined, 'own'])
    expect(read(Object.create(Object.create(null, { detail: value })), 'detail')).to.equal('polluted')
  })

  it('is not told of, though it throws when it is read', () => {
    let told = 0
    const tell = (): number => ++told
    expect(polluted('detail', { get: refuse }, () => readOrTell({}, 'detail', tell))).to.equal(undefined)
    expect(told).to.equal(0)
    for (const thorny of [Object.defineProperty({}, 'detail', { get: refuse }), revoked()]) readOrTell(thorny, 'detail', tell)
    expect(told).to.equal(2)
  })

  it('is not picked', () => {
    const options = { a: 1 } as { a: number; b?: number }
    expect(polluted('b', { value: 2 }, () => Object.entries(pickGiven(options, { a: true, b: true })))).to.deep.equal([['a', 1]])
  })

  it('does not keep a value from being set', () => {
    for (const descriptor of [{ value: 1 }, { get: refuse }, { get: () => 1, set: () => undefined }]) {
      const target = {}
      polluted('name', descriptor, () => setOwn(target, 'name', 'own'))
      expect(Object.getOwnPropertyDescriptor(target, 'name')).to.deep.equal({
        value: 'own',
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
  })

  it('does not change JSON, though it is a toJSON()', () => {
    class Money {
      toJSON(): object {
        return { cents: 7 }
      }
    }
    const document = { a: [1, { b: null }], money: new Money(), date: new Date(0), text: 'ü', nothing: undefined }
    const wanted = JSON.stringify(document)
    expect(polluted('toJSON', { value: refuse }, () => jsonText(document))).to.equal(wanted)
    expect(jsonText(document)).to.equal(wanted)
  })
})

describe('The lines of an error', () => {
  it('have no cause and no errors that every object has', () => {
    for (const name of ['cause', 'errors', 'code'])
      expect(polluted(name, { value: [{}] }, () => errorLines(describeError('x')))).to.deep.equal(['a string: x'])
  })
})

describe('isGiven()', () => {
  it('takes what a Proxy gives, however long the chain of its prototypes is', () => {
    expect(isGiven(new Proxy({}, { get: () => 1 }), 'detail')).to.equal(true)
    expect(isGiven(new Proxy(Object.create(null), { get: () => 1 }), 'detail')).to.equal(true)
    const endless: object = new Proxy({}, { get: () => 1, getPrototypeOf: () => endless })
    expect(read(endless, 'detail')).to.equal(1)
  })
})

describe('Built-in objects', () => {
  it('are known by what they can do', () => {
    expect(entriesOf(new Map([[1, 2]]))).to.deep.equal([[1, 2]])
    expect(valuesOf(new Set([1]))).to.deep.equal([1])
    expect(timeOf(new Date(7))).to.equal(7)
    expect([Object('a'), Object(1), Object(false), Object(7n)].map(primitiveIn)).to.deep.equal(['a', 1, false, 7n])
  })

  it('are not what only claims to be one, or cannot be read', () => {
    const claims = (tag: string): object => ({ [Symbol.toStringTag]: tag })
    expect([
      entriesOf(claims('Map')),
      valuesOf(claims('Set')),
      timeOf(claims('Date')),
      primitiveIn(claims('String')),
    ]).to.deep.equal(Array(4).fill(undefined))
    expect([entriesOf(revoked()), valuesOf([]), timeOf('1970-01-01'), primitiveIn({})]).to.deep.equal(Array(4).fill(undefined))
  })
})

describe('resolveUri()', () => {
  it('resolves a reference where that gives a URI', () => {
    expect(resolveUri('b?c', 'https://a.example/x/')).to.equal('https://a.example/x/b?c')
    expect([resolveUri('b', 'c'), resolveUri('b')]).to.deep.equal([undefined, undefined])
    expect([isAbsoluteUri('https://a.example'), isAbsoluteUri('a')]).to.deep.equal([true, false])
  })

  it('gives nothing where the host has no URL', () => {
    expect(without('URL', () => resolveUri('b', 'https://a.example/'))).to.equal(undefined)
    expect(without('URL', () => [isAbsoluteUri('https://a.example'), isAbsoluteUri('a')])).to.deep.equal([true, false])
  })
})
