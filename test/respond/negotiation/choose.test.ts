/** Which form a client gets, by the field Accept (RFC 9110 12.5.1). */
import { expect } from 'chai'
import fc from 'fast-check'
import Negotiator from 'negotiator'
import { acceptOf } from '../../../lib/respond/negotiation/accept.js'
import { createChooser, type Offer } from '../../../lib/respond/negotiation/choose.js'
import { cpuTime } from '../cpu-time.js'

const JSON_FORM = 'application/problem+json'
const HTML = 'text/html'
const MARKDOWN = 'text/markdown'
const XML = 'application/problem+xml'

const offer = (essence: string, ...alsoFor: readonly string[]): Offer => ({ essence, alsoFor })
const forms = [
  offer(JSON_FORM, 'application/json'),
  offer(HTML, 'application/xhtml+xml'),
  offer(MARKDOWN),
  offer(XML, 'application/xml', 'text/xml'),
] as const

const chosen = (accept: string | undefined): string => createChooser(forms)(accept).essence

describe('The form that a client gets', () => {
  for (const [client, accept, form] of [
    ['no field', undefined, JSON_FORM],
    ['an empty field', '', JSON_FORM],
    ['fetch', '*/*', JSON_FORM],
    ['axios', 'application/json, text/plain, */*', JSON_FORM],
    ['jQuery', 'application/json, text/javascript, */*; q=0.01', JSON_FORM],
    ['Firefox', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', HTML],
    [
      'Chromium',
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
      HTML,
    ],
    ['an image of a page', 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', JSON_FORM],
    ['old Java', 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', HTML],
    ['an assistant', 'text/markdown, text/html, */*', MARKDOWN],
    ['an assistant with weights', 'text/markdown;q=1.0, text/x-markdown;q=0.9, text/plain;q=0.8, text/html;q=0.7', MARKDOWN],
    ['a client of problems', 'application/problem+json', JSON_FORM],
    ['a client of JSON', 'application/json', JSON_FORM],
    ['a client of XML', 'application/xml', XML],
    ['an older client of XML', 'text/xml, */*;q=0.1', XML],
    ['a client of problems in XML', 'application/problem+xml, application/problem+json;q=0.9', XML],
  ] as const) {
    it(`is ${form} for ${client}`, () => expect(chosen(accept)).to.equal(form))
  }

  for (const [accept, form, why] of [
    ['text/*', HTML, 'the first of a kind'],
    ['text/*;q=0.5, text/markdown;q=0.4', HTML, 'by the closest range of each form'],
    ['text/html;q=0, text/*', MARKDOWN, 'as q=0 excludes'],
    ['text/html;q=0.0, application/xhtml+xml', JSON_FORM, 'as its own media type is excluded'],
    ['application/problem+json;q=0', JSON_FORM, 'as an error in an unwanted form is better than none'],
    ['*/*;q=0', JSON_FORM, 'as an error in an unwanted form is better than none'],
    ['*/*;q=0, application/json', JSON_FORM, 'for a type that it also is for'],
    ['application/xml;q=0.2, text/xml;q=0.7, text/html;q=0.5', XML, 'by the best of the types that it also is for'],
    ['text/xml;q=0.2, application/xml;q=0.7, text/html;q=0.5', XML, 'by the best of them, wherever it stands'],
    ['application/json;q=0, */*', JSON_FORM, 'as it is accepted by its own name'],
    ['TEXT/HTML;Q=1', HTML, 'whatever the case'],
    [' text/html ;q=0.1 , text/markdown ; q=0.2', MARKDOWN, 'with blanks'],
    ['text/html;level=1;q=0.3;charset=x, text/markdown;q=0.2', HTML, 'whatever the parameters'],
    ['text/html;a="x, text/markdown;q=1";q=0.5, application/xml;q=0.6', XML, 'with commas in quotes'],
    ['text/html;a="x\\", text/markdown";q=0.5', HTML, 'with escapes in quotes'],
    ['text/html;a="x, text/markdown', HTML, 'with quotes that do not end'],
    ['text/html;q=.5, text/markdown;q=0.4', HTML, 'with a weight without its zero'],
    ['text/html;q=7, text/markdown;q=1', HTML, 'with a weight above 1, which counts as 1'],
    ['text/html;q=high, text/markdown;q=0.1', MARKDOWN, 'without a range whose weight is no number'],
    ['text/html;q=-1, text/markdown;q=0.1', MARKDOWN, 'without a range whose weight is below 0'],
    ['text/html;q=0.1, text/markdown;q=0.5, text/html', HTML, 'by the greater of two weights'],
    ['*/html, text/', JSON_FORM, 'as these are no ranges'],
    [';;,garbage/,\u0000,é/*', JSON_FORM, 'as these are no ranges'],
    [`${'a/b,'.repeat(1000)}text/html`, JSON_FORM, 'as nothing is read that stands so far behind'],
    [`text/html,${'a/b,'.repeat(1000)}`, HTML, 'as the beginning is read'],
    [`text/${'x'.repeat(3000)}`, JSON_FORM, 'as no range is so long'],
  ] as const) {
    it(`is ${form}, ${why}: ${JSON.stringify(accept.slice(0, 80))}`, () => expect(chosen(accept)).to.equal(form))
  }

  it('is what negotiator says, which reads without bounds', () => {
    const types = [...forms.map(({ essence }) => essence), 'text/plain', 'image/png']
    const ranges = [...types, 'text/*', 'application/*', 'image/*', '*/*']
    const weighted = fc.record({ range: fc.constantFrom(...ranges), weight: fc.integer({ min: 0, max: 10 }) })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...types), { minLength: 1 }),
        fc.uniqueArray(weighted, { selector: ({ range }) => range, maxLength: 8 }),
        (offered, wishes) => {
          const accept = wishes.map(({ range, weight }) => `${range};q=${weight / 10}`).join(', ')
          const choose = createChooser(offered.map((type) => offer(type)) as [Offer, ...Offer[]])
          const [expected = offered[0]] = new Negotiator({ headers: { accept } }).mediaTypes(offered)
          expect(choose(accept).essence, accept).to.equal(expected)
          // From the table of those that are known.
          expect(choose(accept).essence, accept).to.equal(expected)
        },
      ),
    )
  })

  it('is one of those that there are, whatever is sent', () => {
    const piece = fc.constantFrom(...'text/html application/* */* ;q= ; , " \\ = 0.5 1 * / \u0000 é'.split(' '), ' ')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (accept) => {
          expect(forms).to.include(createChooser(forms)(accept))
        },
      ),
    )
  })
})

describe('A hostile Accept', () => {
  for (const [name, field] of Object.entries({
    '100 kB of one range': `text/${'h'.repeat(100_000)}`,
    '100 kB of commas': ','.repeat(100_000),
    '100 kB of quotes': '"'.repeat(100_000),
    '100 kB of escapes in quotes': `a/b;c="${'\\"'.repeat(50_000)}`,
    '100 kB of blanks': `text/html${' '.repeat(100_000)};q=1`,
    '100 kB of parameters': `text/html${';a=b'.repeat(25_000)}`,
    '100 kB of weights': `text/html${';q=0.5'.repeat(16_000)}`,
    '100 kB of a weight': `text/html;q=${'0'.repeat(100_000)}`,
    '10,000 ranges': Array.from({ length: 10_000 }, (_, index) => `a/b${index};q=0.${index % 1000}`).join(','),
    '10,000 times one range': 'text/html,'.repeat(10_000),
    '10,000 quotes that begin': 'a/b;c=",'.repeat(10_000),
    '2 kB of one digit': `text/html;q=${'9'.repeat(2000)}`,
    '2 kB of blanks': `text/html;q=${' '.repeat(2000)}x`,
  })) {
    it(`costs at most a millisecond: ${name}`, () => {
      const choose = createChooser(forms)
      // As in a server that has run for a moment.
      for (let index = 0; index < 200; index++) choose(`text/html;q=0.3;a="${index}", a/b, ${'*/*;q=0.1,'.repeat(30)}`)
      const { made, milliseconds } = cpuTime(1, () => choose(field))
      expect(forms).to.include(made)
      expect(milliseconds).to.be.below(1)
    })
  }

  it('keeps no long field, and no more than a hundred', () => {
    const asked: string[] = []
    const essence = new Proxy(offer(HTML), {
      get: (target, name) => {
        if (name === 'essence') asked.push('')
        return Reflect.get(target, name)
      },
    })
    const choose = createChooser([essence])
    const count = (accept: string): number => {
      asked.length = 0
      choose(accept)
      return asked.length
    }
    const long = `text/${'x'.repeat(300)}`
    count(long)
    expect(count(long)).to.be.above(0)
    count('a/0')
    expect(count('a/0')).to.equal(0)
    for (let index = 1; index <= 100; index++) count(`a/${index}`)
    expect(count('a/100')).to.equal(0)
    expect(count('a/0')).to.be.above(0)
  })
})

describe('acceptOf()', () => {
  const facts = { method: 'GET', url: '/', httpVersionMajor: 1, request: {} }

  for (const [accept, read] of [
    [undefined, undefined],
    ['text/html', 'text/html'],
    [['text/html', 'a/b'], 'text/html, a/b'],
    [['text/html', 7], 'text/html'],
    [7, undefined],
  ] as const) {
    it(`reads ${JSON.stringify(accept)}`, () => expect(acceptOf({ ...facts, headers: { accept } as never })).to.equal(read))
  }
})
