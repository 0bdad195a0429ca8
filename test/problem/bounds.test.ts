import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import { createProblem } from '../../lib/problem/create.js'
import { cpuTime } from '../respond/cpu-time.js'
import { classOf, make } from './table.js'

const LONG = 'x'.repeat(1_000_000)
const NotFound = classOf(404)

// An array needs no memory for a length.
const holes = Object.assign([], { length: 200_000_000 })

function manyMembers(prefix: string, count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, '1']))
}

describe('the faults of one problem', () => {
  for (const [what, create] of [
    ['unknown options', () => make(NotFound, manyMembers('k', 1000))],
    ['bad names of fields', () => make(NotFound, { headers: manyMembers('bad name ', 1000) })],
    ['reserved and unknown names through createProblem()', () => createProblem(700, manyMembers('k', 1000) as object)],
  ] as const) {
    it(`are at most twenty: ${what}`, () => {
      expect(faultsOf(create())).to.have.lengthOf(20)
    })
  }

  for (const [what, create] of [
    ['a long text', () => make(NotFound, 'text', LONG)],
    ['a long detail in the wrong place', () => make(NotFound, { instance: [LONG] })],
    ['a long unknown option', () => make(NotFound, { [LONG]: 1 })],
    ['a long name of a field', () => make(NotFound, { headers: { [LONG]: '\n' } })],
    ['a long name that is no token', () => make(NotFound, { headers: { [`${LONG} `]: 'a' } })],
    ['a long value of a field', () => make(NotFound, { headers: { 'X-A': `${LONG}\n` } })],
    ['a long scheme', () => make(classOf(401), { challenges: { scheme: `${LONG} ` } })],
    ['a long name of a parameter', () => make(classOf(401), { challenges: { scheme: 'A', [LONG]: [] } })],
    ['a long retryAfter', () => make(classOf(503), { retryAfter: LONG })],
    ['a long method', () => make(classOf(405), { allow: [`${LONG} x`] })],
    ['a long class name', () => make(NotFound, { instance: new (class {})() })],
    [
      'a member with a long name that throws',
      () =>
        make(NotFound, {
          extensions: Object.defineProperty({}, LONG, {
            enumerable: true,
            get() {
              throw new Error('no')
            },
          }),
        }),
    ],
    ['a huge bigint', () => make(NotFound, 'text', 10n ** 5000n)],
  ] as const) {
    it(`are short sentences: ${what}`, () => {
      const faults = faultsOf(create())
      expect(faults).to.have.lengthOf(1)
      for (const { code, place, expected, got } of faults) expect((code + place + expected + got).length).to.be.below(400)
    })
  }
})

describe('making a problem from huge input', () => {
  for (const [what, create] of [
    ['a text of a million characters', () => make(NotFound, LONG)],
    ['thirty thousand extension members', () => make(NotFound, { extensions: manyMembers('k', 30_000) })],
    ['thirty thousand unknown options', () => make(NotFound, manyMembers('k', 30_000))],
    ['thirty thousand bad fields', () => make(NotFound, { headers: manyMembers('bad name ', 30_000) })],
    ['two megabytes of bytes as text', () => make(NotFound, new Uint8Array(2_000_000))],
    ['two megabytes of bytes as options', () => make(NotFound, 'text', new Uint8Array(2_000_000))],
    ['two megabytes of bytes as extensions', () => make(NotFound, { extensions: new Uint8Array(2_000_000) })],
    ['two megabytes of bytes as headers', () => make(NotFound, { headers: new Uint8Array(2_000_000) })],
    ['a field with two hundred million holes', () => make(NotFound, { headers: { 'X-A': holes } })],
    ['two hundred million missing methods', () => make(classOf(405), { allow: holes })],
    ['two hundred million missing challenges', () => make(classOf(401), { challenges: holes })],
    ['two hundred million missing policies', () => make(classOf(429), { rateLimit: { policies: holes } })],
    ['a hundred thousand methods', () => make(classOf(405), { allow: Array.from({ length: 100_000 }, (_, i) => `M${i}`) })],
    ['a realm of a million quotes', () => make(classOf(401), { challenges: { scheme: 'Basic', realm: '"'.repeat(1_000_000) } })],
    ['an accept item of a million spaces', () => make(classOf(415), { accept: [`a${' '.repeat(1_000_000)}b`] })],
  ] as const) {
    it(`takes less than half a second: ${what}`, () => {
      expect(cpuTime<unknown>(500, create).milliseconds).to.be.below(500)
    })
  }
})
