import { expect } from 'chai'
import { FieldError } from '../../../lib/problem/fields/field-value.js'
import { rateLimitPolicy, rateLimitState } from '../../../lib/problem/fields/rate-limit.js'
import { parseStrings } from './structured-field-parser.js'

describe('rateLimitPolicy()', () => {
  for (const [what, policies, written] of [
    ['quota and window', [{ name: 'burst', quota: 100, window: 60 }], '"burst";q=100;w=60'],
    ['the quota alone', [{ name: 'daily', quota: 1000 }], '"daily";q=1000'],
    [
      'several policies',
      [
        { name: 'a', quota: 1 },
        { name: 'b', quota: 2, window: 3 },
      ],
      '"a";q=1, "b";q=2;w=3',
    ],
    ['the unit', [{ name: 'a', quota: 1, unit: 'content-bytes' }], '"a";q=1;qu="content-bytes"'],
    ['a partition of text', [{ name: 'a', quota: 1, partition: 'user7' }], '"a";q=1;pk=:dXNlcjc=:'],
    ['a partition of bytes', [{ name: 'a', quota: 1, partition: new Uint8Array([0, 255]) }], '"a";q=1;pk=:AP8=:'],
    ['quotes in the name', [{ name: 'a"b\\c', quota: 1 }], '"a\\"b\\\\c";q=1'],
    ['a quota rounded down and a window rounded up', [{ name: 'a', quota: 1.9, window: 1.1 }], '"a";q=1;w=2'],
    ['no negative quota and no window below one', [{ name: 'a', quota: -1, window: -5 }], '"a";q=0;w=1'],
  ] as const) {
    it(`writes ${what} [R3]`, () => {
      expect(rateLimitPolicy({ policies })).to.equal(written)
    })
  }

  it('encodes a partition as UTF-8', () => {
    const [item] = parseStrings(rateLimitPolicy({ policies: [{ name: 'a', quota: 1, partition: 'Zoë €' }] }))
    expect(new TextDecoder().decode(item?.parameters['pk'] as Uint8Array)).to.equal('Zoë €')
  })

  it('writes nothing where there are no policies', () => {
    expect(rateLimitPolicy({})).to.equal(undefined)
    expect(rateLimitPolicy({ limits: [{ name: 'a', remaining: 0 }] })).to.equal(undefined)
  })
})

describe('rateLimitState()', () => {
  for (const [what, limits, written] of [
    ['remaining and reset', [{ name: 'burst', remaining: 0, reset: 30 }], '"burst";r=0;t=30'],
    ['remaining alone', [{ name: 'burst', remaining: 9 }], '"burst";r=9'],
    ['a partition', [{ name: 'burst', remaining: 9, partition: 'u' }], '"burst";r=9;pk=:dQ==:'],
    ['a reset that is over as now', [{ name: 'burst', remaining: -3, reset: -0.5 }], '"burst";r=0;t=0'],
    ['a reset rounded up', [{ name: 'burst', remaining: 2.9, reset: 0.1 }], '"burst";r=2;t=1'],
  ] as const) {
    it(`writes ${what} [R3]`, () => {
      expect(rateLimitState({ limits })).to.equal(written)
    })
  }

  it('writes nothing where there are no limits', () => {
    expect(rateLimitState({})).to.equal(undefined)
  })
})

const good = { name: 'a', quota: 1, remaining: 1 }

for (const [build, key] of [
  [rateLimitPolicy, 'policies'],
  [rateLimitState, 'limits'],
] as const) {
  describe(`${build.name}()`, () => {
    for (const [what, value] of [
      ['null', null],
      ['a text', 'burst'],
      ['a list', [good]],
      ['a number', 7],
      ['an empty list', { [key]: [] }],
      ['null for the list', { [key]: null }],
      ['an object for the list', { [key]: good }],
      ['null in the list', { [key]: [null] }],
      ['no name', { [key]: [{ ...good, name: undefined }] }],
      ['an empty name', { [key]: [{ ...good, name: '' }] }],
      ['a name with ä', { [key]: [{ ...good, name: 'täglich' }] }],
      ['a name with a line break', { [key]: [{ ...good, name: 'a\r\nX: y' }] }],
      ['a name with a line break at the end', { [key]: [{ ...good, name: 'a\n' }] }],
      ['a name that is a number', { [key]: [{ ...good, name: 7 }] }],
      ['no number', { [key]: [{ name: 'a' }] }],
      ['a number as text', { [key]: [{ name: 'a', quota: '1', remaining: '1' }] }],
      ['NaN', { [key]: [{ name: 'a', quota: Number.NaN, remaining: Number.NaN }] }],
      ['Infinity', { [key]: [{ name: 'a', quota: 1 / 0, remaining: 1 / 0 }] }],
      ['sixteen digits', { [key]: [{ name: 'a', quota: 1e15, remaining: 1e15 }] }],
      ['null for a time', { [key]: [{ ...good, window: null, reset: null }] }],
      ['a partition that is a number', { [key]: [{ ...good, partition: 7 }] }],
      ['a partition that is null', { [key]: [{ ...good, partition: null }] }],
      ['one wrong item among good ones', { [key]: [good, {}] }],
    ] as const) {
      it(`refuses ${what}`, () => {
        expect(() => build(value)).to.throw(FieldError)
      })
    }
  })
}

it('rateLimitPolicy() refuses a unit that is no printable ASCII', () => {
  for (const unit of ['', 'é', 'a\nb', 7, null])
    expect(() => rateLimitPolicy({ policies: [{ ...good, unit }] })).to.throw(FieldError)
})
