import { expect } from 'chai'
import fc from 'fast-check'
import { plainPattern } from '../../lib/define/libraries/plain-pattern.js'

/** Expressions, and what they are written as. */
const written: readonly (readonly [RegExp, string])[] = [
  [/^abc$/, '^abc$'],
  [/^abc$/i, '^[aA][bB][cC]$'],
  [/^a-1$/i, '^[aA]-1$'],
  [/^[a-f\d]+$/i, '^[a-f\\dA-F]+$'],
  [/^[^a]$/i, '^[^aA]$'],
  [/(?:ß|é)+?/i, '(?:ß|[éÉ])+?'],
  [/[à-ÿ]{2,}/i, '[à-ÿÀ-ÖØ-ÞŸ]{2,}'],
  [/k/iu, '[kK\u212a]'],
  [/^\w$/iu, '^[\\wſ\u212a]$'],
  [/^[a-c.-]$/i, '^[a-c.\\-A-C]$'],
  [/^[a_-]$/i, '^[a_\\-A]$'],
  [/^[-a][^-]$/i, '^[\\-aA][^\\-]$'],
  [/^[a-c-]$/s, '^[a-c\\-]$'],
  [/\p{L}/iu, '[\\p{L}\u0345]'],
  [/\P{L}\p{L}/u, '\\P{L}\\p{L}'],
  [/a.b/s, 'a[\\s\\S]b'],
  [/(?<a>\p{L})[^\p{L}]\1\k<a>./su, '(?<a>\\p{L})[^\\p{L}]\\1\\k<a>[\\s\\S]'],
  [/[-\w][\w-]./s, '[\\-\\w][\\w\\-][\\s\\S]'],
  [/^a$/m, '(?<![^\\n\\r\\u2028\\u2029])a(?![^\\n\\r\\u2028\\u2029])'],
  [/\x41\u0042\cJ\t\0/i, '[\\x41a][\\u0042b]\\cJ\\t\\0'],
  [/\u{61}/iu, '[\\u{61}A]'],
  [/[\w-.]-_@/, '[\\w\\-.]-_@'],
  [/[a-\d]/, '[a\\-\\d]'],
  [/a{b}]/, 'a\\{b\\}\\]'],
  [/\$\{\/\}\b\B/i, '\\$\\{\\/\\}\\b\\B'],
  [/(a)(?<b>b)\1\k<b>-/, '(a)(?<b>b)\\1\\k<b>-'],
  [/(?=a)(?!b)(?<=c)(?<!d)/i, '(?=[aA])(?![bB])(?<=[cC])(?<![dD])'],
  [/[\s\S]/i, '[\\s\\S]'],
  [/[\b\-\]/]/i, '[\\b\\-\\]/]'],
]

/** Those that JSON Schema has nothing for. */
const refused: readonly (readonly [source: string, flags: string])[] = [
  ['(a)\\1', 'i'],
  ['(?<a>a)\\k<a>', 'i'],
  ['\\k<a>', 'i'],
  ['\\12', ''],
  ['\\u{61}', ''],
  ['\\p{L}', ''],
  ['\\p{L}', 'i'],
  ['\\cß', ''],
  ['[\\ud83d\\ude00]\\-', ''],
  ['[z-a]\\-', 'i'],
  ['(?=a)*', ''],
  ['[[a-z]--b]', 'v'],
  ['[\\q{ab}]', 'v'],
  ['(?i:a)', ''],
  ['(?i:a)\\-', ''],
  ['(', ''],
]

describe('plainPattern()', () => {
  for (const [expression, pattern] of written) {
    it(`writes ${String(expression)}`, () => {
      expect(plainPattern(expression.source, expression.flags)).to.equal(pattern)
      new RegExp(pattern, 'u')
    })
  }

  for (const [source, flags] of refused) {
    it(`has nothing for /${source}/${flags}`, () => {
      expect(plainPattern(source, flags)).to.equal(undefined)
    })
  }

  it('reads a pattern of unknown flags as JSON Schema does, or else as JavaScript does without flags', () => {
    expect(plainPattern('\\p{L}\\u{61}')).to.equal('\\p{L}\\u{61}')
    expect(plainPattern('\\-')).to.equal('-')
    expect(plainPattern('(')).to.equal(undefined)
  })

  it('writes what matches nothing, and what matches everything', () => {
    expect(plainPattern('', 'i')).to.equal('')
    expect(plainPattern('[]|[^]', 'i')).to.equal('[]|[^]')
  })

  it('takes the flag v where the expression has no sets, and flags that change nothing', () => {
    expect(plainPattern('^[a-z]$', 'v')).to.equal('^[a-z]$')
    expect(plainPattern('^[a-z]$', 'dgy')).to.equal('^[a-z]$')
  })

  it('takes the long s and the sign of the kelvin for letters of words where both flags i and u do', () => {
    const matching = (flags: string, letter: string): readonly string[] =>
      ['^\\w$', '^.\\b', '^\\W$', '^[\\W_]$', '^.\\B'].filter((one) =>
        new RegExp(plainPattern(one, flags) ?? '', 'u').test(letter),
      )
    for (const letter of ['ſ', '\u212a']) {
      expect(matching('iu', letter)).to.deep.equal(['^\\w$', '^.\\b'])
      expect(matching('i', letter)).to.deep.equal(['^\\W$', '^[\\W_]$', '^.\\B'])
    }
  })

  const atom = fc.constantFrom(
    'a',
    'K',
    's',
    'é',
    'ß',
    'ſ',
    '1',
    '.',
    '[a-c]',
    '[^a]',
    '[à-þ]',
    '\\w',
    '\\d',
    '\\S',
    '[\\w-]',
    '[\\w.-]',
    '[a-c.-]',
    '[s_-]',
    '[-a]',
    '[a-c-s]',
    '[^\\W]',
    '[\\W\\d]',
    '\\W',
    '\\x4b',
    '\\u00e9',
    '\\/',
    '\\^',
  )
  const quantified = fc.tuple(atom, fc.constantFrom('', '?', '+', '{2}', '*')).map((both) => both.join(''))
  const part = fc.oneof({ weight: 4, arbitrary: quantified }, fc.constantFrom('\\b', '\\B'))
  const source = fc
    .tuple(fc.constantFrom('', '^'), fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '$'))
    .map(([start, parts, end]) => `${start}${parts.join('')}${end}`)
  const text = fc.string({ unit: fc.constantFrom(...'aAbBkK\u212asSſéÉßẞàÀ19-_\n\r/^ÿŸ'), maxLength: 6 })

  it('says the same of every text', () => {
    fc.assert(
      fc.property(
        source,
        fc.constantFrom('i', 's', 'm', 'im', 'is', 'iu', 'su', 'mu', 'imsu'),
        fc.array(text),
        (given, flags, texts) => {
          const pattern = new RegExp(plainPattern(given, flags) ?? 'none', 'u')
          const expression = new RegExp(given, flags)
          for (const one of texts) expect(pattern.test(one), JSON.stringify(one)).to.equal(expression.test(one))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
