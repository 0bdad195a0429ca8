import { expect } from 'chai'
import { Conflict } from '../../lib/problem/classes.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { answerTo, faultsIn, tampered } from './answer-to.js'
import { cpuTime } from './cpu-time.js'

class EndlessSet extends Set<number> {
  override *[Symbol.iterator](): SetIterator<number> {
    for (;;) yield 1
  }
}
class EndlessMap extends Map<string, number> {
  override *[Symbol.iterator](): MapIterator<[string, number]> {
    for (;;) yield ['a', 1]
  }
  override entries(): MapIterator<[string, number]> {
    return this[Symbol.iterator]()
  }
}
// Yields more bytes than the limit and stops, so that a test of it ends.
class LongBytes extends Uint8Array {
  override *[Symbol.iterator](): ArrayIterator<number> {
    for (let count = 0; count < 3_000_000; count++) yield 65
  }
}
const deepOf = (levels: number): unknown => {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level++) value = { next: value }
  return value
}
const infinitelyDeep: object = new Proxy(
  {},
  {
    ownKeys: () => ['a'],
    getOwnPropertyDescriptor: () => descriptor,
    get: (_, key) => (key === 'toJSON' ? undefined : new Proxy({}, depth)),
  },
)
const descriptor = { enumerable: true, configurable: true, value: 1 }
const depth: ProxyHandler<object> = {
  ownKeys: () => ['a', 'b'],
  getOwnPropertyDescriptor: () => descriptor,
  get: (_, key) => (key === 'toJSON' ? undefined : new Proxy({}, depth)),
}
const infinitelyWide: object = new Proxy([], { get: (_, key) => (key === 'length' ? Number.POSITIVE_INFINITY : 1) })
const revoked = ((): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
})()
const manySmall = (count: number, value: unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]))

/** A member that tries to keep the server busy, and the milliseconds that an answer may take. */
const rows: readonly (readonly [name: string, limit: number, make: () => unknown])[] = [
  ['an object of 1,000 levels', 50, () => deepOf(1000)],
  ['an object of 20,000 levels', 50, () => deepOf(20_000)],
  ['a Set whose iterator never ends', 50, () => new EndlessSet([1])],
  ['a Map whose iterator never ends', 50, () => new EndlessMap([['a', 1]])],
  ['bytes whose iterator is long', 50, () => new LongBytes(1)],
  ['a Proxy of infinite depth and width', 1000, () => infinitelyDeep],
  ['a Proxy of infinite length', 1000, () => infinitelyWide],
  ['a revoked Proxy', 50, () => revoked],
  [
    'a Proxy that is its own prototype',
    50,
    () => {
      const self: object = new Proxy({}, { getPrototypeOf: () => self })
      return self
    },
  ],
  ['an object that pretends to be a Map', 50, () => Object.create(Map.prototype)],
  ['an object that pretends to be bytes', 50, () => Object.create(Uint8Array.prototype)],
  ['an array of a billion holes', 1000, () => new Array(1_000_000_000)],
  ['a string of 10 MB', 1000, () => 'x'.repeat(10_000_000)],
  ['a string of 10 MB in two-byte characters', 1000, () => '€'.repeat(5_000_000)],
  ['one string of 1 MB, a thousand times', 1000, () => Array(1000).fill('x'.repeat(1_000_000))],
  ['one string of a million two-byte characters, 200 times', 1000, () => Array(200).fill('€'.repeat(1_000_000))],
  ['one key of 1 MB, a hundred times', 1000, () => Array(100).fill({ ['k'.repeat(1_000_000)]: 1 })],
  ['10 MB of bytes', 1000, () => new Uint8Array(10_000_000)],
  ['100,000 values that JSON has not', 1000, () => Array(100_000).fill(Number.NaN)],
]

const check = (problem: HttpProblem, limit: number): void => {
  const { made, milliseconds } = cpuTime(limit, () => answerTo(problem))
  const { body } = made
  expect(JSON.parse(body)).to.deep.include({ status: 409, title: 'Conflict', detail: 'Kept.', kept: 1 })
  expect(Buffer.byteLength(body)).to.be.at.most(256 * 1024)
  expect(milliseconds).to.be.below(limit)
}

describe('respond(): members that are too much [B12]', () => {
  for (const [name, limit, make] of rows) {
    it(`keeps status, detail and the other member beside ${name}, within ${limit} ms`, () => {
      check(new Conflict('Kept.', { extensions: { kept: 1, m: make() } }), limit)
    })
  }

  for (const [name, count, value] of [
    ['10 MB of small members', 500_000, 'ten bytes.'],
    ['600 KB of small members in two-byte characters', 6000, '€'.repeat(30)],
  ] as const) {
    it(`keeps status and detail beside ${name}, within 1000 ms`, () => {
      const problem = tampered(new Conflict('Kept.'), { extensions: manySmall(count, value) })
      const { made, milliseconds } = cpuTime(1000, () => answerTo(problem))

      expect(JSON.parse(made.body)).to.deep.include({ status: 409, detail: 'Kept.' })
      expect(milliseconds).to.be.below(1000)
    })
  }

  it('reports a bounded number of faults', () => {
    const answer = answerTo(new Conflict({ extensions: { m: Array(10_000).fill(Number.NaN) } }))

    expect(answer.faults.length).to.be.within(1, 1000)
  })

  it('sends 64 levels and nothing below', () => {
    expect(answerTo(new Conflict({ extensions: { m: deepOf(64) } })).body).to.contain('bottom')
    const deeper = answerTo(new Conflict({ extensions: { m: deepOf(65) } }))
    expect(deeper.body).not.to.contain('bottom')
    expect(deeper.body.match(/"next"/g)).to.have.length(63)
    expect(faultsIn(deeper)).to.deep.equal(['ERR_PROBLEM_MEMBER extensions.m.next.next.next.next.next'])
  })

  it('answers half a million top-level members within a second, making the problem included', () => {
    const extensions = Object.fromEntries(Array.from({ length: 500_000 }, (_, index) => [`k${index}`, 0]))
    const { made: answer, milliseconds } = cpuTime(1000, () => answerTo(new Conflict('Kept.', { extensions })))

    expect(milliseconds).to.be.below(1000)
    expect(answer.document).to.include({ status: 409, detail: 'Kept.' })
    expect(answer.faults.map(({ code }) => code)).to.include('ERR_PROBLEM_BODY')
  })

  it('looks at no more values than four bodies can hold, however many members there are', () => {
    const extensions = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, new Array(5000).fill(null)]))
    const answer = answerTo(new Conflict('Kept.', { extensions }), { options: { maxBytes: 1024 } })

    expect(answer.document).to.have.all.keys('type', 'title', 'status', 'detail')
    expect(faultsIn(answer)).to.include('ERR_PROBLEM_BODY extensions')
  })
})
