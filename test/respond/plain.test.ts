import { expect } from 'chai'
import { Conflict } from '../../lib/problem/classes.js'
import { answerTo, faultsIn, tampered } from './answer-to.js'

const throwing = (): never => {
  throw new Error('secret')
}
const getter = (key: string): object => Object.defineProperty({ kept: 1 }, key, { enumerable: true, get: throwing })
const ownCycle: Record<string, unknown> = { kept: 1 }
ownCycle['self'] = ownCycle
const arrayCycle: unknown[] = [1]
arrayCycle.push(arrayCycle)
const shared = { a: 1 }

/** A value, what is sent for it (`undefined`: the member is left out), and where a fault is reported. */
type Row = readonly [name: string, value: unknown, sent: unknown, faultAt?: string]

const rows: readonly Row[] = [
  ['a string', 'x', 'x'],
  ['a number', 1.5, 1.5],
  ['minus zero', -0, 0],
  ['a boolean', false, false],
  ['null', null, null],
  ['undefined', undefined, undefined],
  ['NaN', Number.NaN, null, 'extensions.m'],
  ['Infinity', Number.POSITIVE_INFINITY, null, 'extensions.m'],
  ['a BigInt', 12345678901234567890n, '12345678901234567890', 'extensions.m'],
  ['a function', () => 1, undefined, 'extensions.m'],
  ['a symbol', Symbol('x'), undefined, 'extensions.m'],
  ['an Error', new Error('secret'), undefined, 'extensions.m'],
  ['a Map with string keys', new Map<string, unknown>([['a', 1n]]), { a: '1' }, 'extensions.m.a'],
  ['a Map with other keys', new Map<unknown, unknown>([[{ k: 1 }, 2]]), [[{ k: 1 }, 2]]],
  ['an empty Map', new Map(), {}],
  [
    'a Map with a key __proto__',
    new Map([
      ['__proto__', 1],
      ['a', 2],
    ]),
    { a: 2 },
    'extensions.m',
  ],
  ['a Set', new Set([1, 'a', new Set([2])]), [1, 'a', [2]]],
  ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['an invalid Date', new Date(Number.NaN), null],
  ['a URL', new URL('https://example.com/a b'), 'https://example.com/a%20b'],
  ['a Buffer', Buffer.from([0, 255, 16]), 'AP8Q'],
  ['an empty Uint8Array', new Uint8Array(), ''],
  ['a Uint8Array', Uint8Array.of(104, 105), 'aGk='],
  ['a DataView', new DataView(Uint8Array.of(104, 105).buffer), 'aGk='],
  ['an ArrayBuffer', Uint8Array.of(104, 105).buffer, 'aGk='],
  ['a Float64Array', Float64Array.of(1.5, Number.NaN), [1.5, null], 'extensions.m.1'],
  ['a BigInt64Array', BigInt64Array.of(7n), ['7'], 'extensions.m.0'],
  ['a boxed string', Object('x'), 'x'],
  ['a boxed number', Object(7), 7],
  ['a boxed boolean', Object(false), false],
  ['a boxed BigInt', Object(7n), '7', 'extensions.m'],
  ['a problem', new Conflict('Paid.'), { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Paid.' }],
  ['a cycle through an object', ownCycle, { kept: 1 }, 'extensions.m.self'],
  ['a cycle through an array', arrayCycle, [1, null], 'extensions.m.1'],
  ['the same object twice, without a cycle', [shared, shared], [{ a: 1 }, { a: 1 }]],
  ['a getter that throws', getter('bad'), { kept: 1 }, 'extensions.m.bad'],
  ['a toJSON', { toJSON: () => ({ a: 1n }) }, { a: '1' }, 'extensions.m.a'],
  ['a toJSON that throws', { toJSON: throwing }, undefined, 'extensions.m'],
  [
    'a toJSON that gives its own object',
    {
      a: 1,
      toJSON(): unknown {
        return this
      },
    },
    { a: 1 },
    'extensions.m.toJSON',
  ],
  ['a toJSON that gives undefined', { toJSON: () => undefined }, undefined],
  ['a toJSON that is no function', { toJSON: 'x' }, { toJSON: 'x' }],
  ['a getter named toJSON that throws', getter('toJSON'), { kept: 1 }, 'extensions.m.toJSON'],
  [
    'keys of prototypes',
    JSON.parse('{"__proto__":{"x":1},"constructor":1,"prototype":2}'),
    { constructor: 1, prototype: 2 },
    'extensions.m',
  ],
  ['lone surrogates', { 'k\ud800': 'v\udc00' }, { 'k\ufffd': 'v\ufffd' }],
  // biome-ignore lint/suspicious/noSparseArray: the hole is the point.
  ['a sparse array', [1, , 3], [1, null, 3]],
  ['an array with values that JSON has not', [() => 1, Symbol('x'), undefined], [null, null, null], 'extensions.m.0'],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ['a key that is not enumerable', Object.defineProperty({ a: 1 }, 'hidden', { value: 2 }), { a: 1 }],
  ['an inherited member', Object.create({ inherited: 1 }), {}],
  ['a key that is a symbol', { [Symbol('x')]: 1, a: 2 }, { a: 2 }],
  ['a regular expression', /x/, {}],
]

describe('respond(): values that JSON may not have [B12]', () => {
  for (const [name, value, sent, faultAt] of rows) {
    it(`sends ${name} as ${sent === undefined ? 'nothing' : JSON.stringify(sent)}${faultAt ? ` and reports ${faultAt}` : ''}`, () => {
      const answer = answerTo(new Conflict('Kept.', { extensions: { before: 1, m: value, after: 2 } }))

      expect(JSON.parse(answer.body)).to.deep.equal({
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'Kept.',
        before: 1,
        ...(sent !== undefined && { m: sent }),
        after: 2,
      })
      if (faultAt === undefined) expect(answer.faults).to.deep.equal([])
      else expect(faultsIn(answer)).to.include(`ERR_PROBLEM_MEMBER ${faultAt}`)
      expect(JSON.stringify([answer.body, answer.faults])).not.to.contain('secret')
    })
  }

  it('names the place of a fault by at most six short parts', () => {
    const deep = { ['k'.repeat(100)]: { b: { c: { d: { e: { f: Number.NaN } } } } } }
    const answer = answerTo(new Conflict({ extensions: { m: deep } }))

    expect(faultsIn(answer)).to.deep.equal([`ERR_PROBLEM_MEMBER extensions.m.${'k'.repeat(40)}.b.c.d.e`])
  })

  it('leaves extensions out that are no object, and reports them', () => {
    for (const extensions of ['text', 7, [1], () => 1]) {
      const answer = answerTo(tampered(new Conflict('Kept.'), { extensions }))

      expect(answer.document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'Kept.' })
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_OPTION extensions'])
    }
  })
})
