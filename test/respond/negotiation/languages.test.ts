/** The languages that a client wants, with those that are looked up in their place (RFC 9110 12.5.4, RFC 4647 3.4). */
import { expect } from 'chai'
import fc from 'fast-check'
import Negotiator from 'negotiator'
import { isLanguageTag, preferredTo, wantedLanguages } from '../../../lib/respond/negotiation/languages.js'
import { cpuTime } from '../cpu-time.js'

describe('wantedLanguages()', () => {
  for (const [field, languages] of [
    [undefined, []],
    ['', []],
    ['*', []],
    [7, []],
    ['de', ['de']],
    ['de;q=.9,en;q=.1', ['de', 'en']],
    ['en;q=0.1, de-CH', ['de-CH', 'de', 'en']],
    ['de-CH, de-AT;q=0.9, de;q=0.8, *;q=0.5', ['de-CH', 'de', 'de-AT']],
    ['zh-hant-tw', ['zh-Hant-TW', 'zh-Hant', 'zh']],
    ['DE-ch-1996', ['de-CH-1996', 'de-CH', 'de']],
    [
      'zh-Hant-CN-x-private1-private2',
      ['zh-Hant-CN-x-private1-private2', 'zh-Hant-CN-x-private1', 'zh-Hant-CN', 'zh-Hant', 'zh'],
    ],
    ['x-klingon', ['x-klingon']],
    ['en-GB, en;q=0', ['en-GB']],
    ['de_CH, 7up!, -, de-, en', ['en']],
    ['de;q=x, en', ['en']],
    [
      ['de', 'en;q=0.5', 7],
      ['de', 'en'],
    ],
    [`${'aa-b,'.repeat(1000)}de`, ['aa-b', 'aa']],
    [`de-${'x'.repeat(3000)}`, []],
  ] as const) {
    it(`gives ${languages.join(', ') || 'none'} for ${JSON.stringify(field)?.slice(0, 60)} [P27]`, () =>
      expect(wantedLanguages(field)).to.deep.equal(languages))
  }

  it('agrees with negotiator about the order of what was sent', () => {
    const sent = fc.uniqueArray(
      fc.record({ tag: fc.constantFrom('de', 'en', 'fr', 'it', 'pt', 'ja'), weight: fc.integer({ min: 0, max: 10 }) }),
      { selector: ({ tag }) => tag },
    )
    fc.assert(
      fc.property(sent, (wishes) => {
        const field = wishes.map(({ tag, weight }) => `${tag};q=${weight / 10}`).join(', ')
        const expected = field === '' ? [] : new Negotiator({ headers: { 'accept-language': field } }).languages()
        expect(wantedLanguages(field)).to.deep.equal(expected)
      }),
    )
  })

  it('gives language tags, at most fifty, whatever is sent', () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => `a${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`,
    )
    expect(wantedLanguages(many.join(','))).to.have.length(50)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z\-,;q=.0-9 *]{0,60}$/)), (field) => {
        const languages = wantedLanguages(field)
        expect(languages.every(isLanguageTag)).to.equal(true)
        expect(new Set(languages).size).to.equal(languages.length)
      }),
    )
  })

  for (const [name, field] of Object.entries({
    '100 kB of commas': ','.repeat(100_000),
    '100 kB of one tag': `de${'-x'.repeat(50_000)}`,
    '10,000 ranges': Array.from({ length: 10_000 }, (_, index) => `de-a${index};q=0.${index % 1000}`).join(','),
    'the longest tags': `${'aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg-hhhhhhhh-iiiiiiii,'.repeat(13)}`,
  })) {
    it(`costs at most a millisecond: ${name}`, () => {
      // As in a server that has run for a moment.
      for (let index = 0; index < 200; index++) wantedLanguages(`de-CH, en;q=0.5, x-${index}`)
      const { milliseconds } = cpuTime(1, () => wantedLanguages(field))
      expect(milliseconds).to.be.below(1)
    })
  }
})

describe('preferredTo()', () => {
  for (const [own, field, languages] of [
    ['en', 'en-US,en;q=0.9,de;q=0.8', ['en-US', 'en']],
    ['en', 'de-CH,en;q=0.5,fr;q=0.1', ['de-CH', 'de', 'en']],
    ['en', 'de,fr;q=0.5', ['de', 'fr']],
    ['en-GB', 'en-US,de', ['en-US', 'en']],
    ['en-GB', 'en-gb,en,de', ['en-GB']],
    ['EN', 'fr,en,de', ['fr', 'en']],
    ['en', 'eng,de', ['eng', 'de']],
    ['zh-Hant', 'zh,de', ['zh']],
    ['de', '', []],
  ] as const) {
    it(`ends with ${own}, where ${field || 'nothing'} has it: ${languages.join(', ')} [P27]`, () =>
      expect(preferredTo(own, wantedLanguages(field))).to.deep.equal(languages))
  }
})
