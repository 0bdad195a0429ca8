/** How long a server asks its clients to wait: what the grammars allow, and nothing else. */
import { expect } from 'chai'
import fc from 'fast-check'
import { parseRetryAfter } from '../../lib/client/index.js'

const NOW = Date.parse('2026-11-28T12:00:00Z')
const HOUR = 3_600_000

/** Fields, and what they mean in milliseconds. */
function means(rows: readonly (readonly [fields: Readonly<Record<string, string>>, wait: number | undefined])[]): void {
  for (const [fields, wait] of rows) expect(parseRetryAfter(fields, NOW), JSON.stringify(fields)).to.equal(wait)
}

function retryAfter(rows: Readonly<Record<string, number | undefined>>): void {
  means(Object.entries(rows).map(([value, wait]) => [{ 'retry-after': value }, wait] as const))
}

describe('parseRetryAfter()', () => {
  it('reads seconds, at most an hour [R2]', () => {
    retryAfter({
      '0': 0,
      '1': 1000,
      '007': 7000,
      ' 120 ': 120_000,
      '3600': HOUR,
      '3601': HOUR,
      '99999999999': HOUR,
      ['9'.repeat(10_000)]: HOUR,
    })
  })

  it('refuses what Date.parse() or Number() would take [R2]', () => {
    const texts = ['', '-3', '1.5', '+1', '1e3', '0x10', '1s', '1,5', '1_000', 'NaN', 'Infinity', 'soon', '１２', '1;1', 'null']
    for (const text of texts) expect(parseRetryAfter({ 'retry-after': text }, NOW), text).to.equal(undefined)
  })

  it('refuses two values, as the field has one', () => {
    retryAfter({ '1, 2': undefined, '1, 1': undefined, 'Sat, 28 Nov 2026 12:00:07 GMT, 1': undefined })
    expect(parseRetryAfter({ 'Retry-After': ['1', '2'] }, NOW)).to.equal(undefined)
    expect(parseRetryAfter({ 'Retry-After': ['1'] }, NOW)).to.equal(1000)
  })

  it('reads the three forms of a date [R2]', () => {
    retryAfter({
      'Sat, 28 Nov 2026 12:00:07 GMT': 7000,
      'Saturday, 28-Nov-26 12:00:07 GMT': 7000,
      'Sat Nov 28 12:00:07 2026': 7000,
      'Sat, 28 Nov 2026 12:00:60 GMT': 59_000,
      'Sun, 29 Nov 2026 12:00:00 GMT': HOUR,
      'Fri, 31 Dec 9999 23:59:59 GMT': HOUR,
      'Sat, 28 Nov 2026 11:59:59 GMT': 0,
      'Sun, 06 Nov 1994 08:49:37 GMT': 0,
      'Sunday, 06-Nov-94 08:49:37 GMT': 0,
      'Sun Nov  6 08:49:37 1994': 0,
      'Mon Nov 30 08:49:37 2026': HOUR,
    })
  })

  it('takes a year of two digits for the latest that is at most 50 years ahead', () => {
    const year = (text: string, now: string): number | undefined => parseRetryAfter({ 'retry-after': text }, Date.parse(now))
    expect(year('Sunday, 27-Nov-76 12:00:00 GMT', '2026-11-28T12:00:00Z')).to.equal(undefined)
    expect(year('Friday, 27-Nov-76 12:00:00 GMT', '2026-11-28T12:00:00Z')).to.equal(HOUR)
    expect(year('Monday, 29-Nov-76 12:00:00 GMT', '2026-11-28T12:00:00Z')).to.equal(0)
    expect(year('Saturday, 01-Jan-00 00:00:00 GMT', '1999-12-31T23:59:59Z')).to.equal(1000)
    expect(year('Friday, 31-Dec-99 23:59:59 GMT', '2000-01-01T00:00:00Z')).to.equal(0)
    expect(year('Sunday, 01-Jan-01 00:00:00 GMT', '2060-06-01T00:00:00Z')).to.equal(undefined)
    expect(year('Saturday, 01-Jan-01 00:00:00 GMT', '2060-06-01T00:00:00Z')).to.equal(HOUR)
  })

  it('refuses dates that are none, and other forms of dates', () => {
    const texts = [
      'Fri, 28 Nov 2026 12:00:07 GMT',
      'Mon, 30 Feb 2026 12:00:00 GMT',
      'Tue, 31 Nov 2026 12:00:00 GMT',
      'Sat, 28 Nov 2026 24:00:00 GMT',
      'Sat, 28 Nov 2026 12:60:00 GMT',
      'Sat, 28 Nov 2026 12:00:61 GMT',
      'Sat, 00 Nov 2026 12:00:00 GMT',
      'Sat, 28 Nov 2026 12:00:07 UTC',
      'Sat, 28 Nov 2026 12:00:07 +0000',
      'Sat, 28 Nov 2026 12:00:07',
      'sat, 28 nov 2026 12:00:07 gmt',
      'Sat, 28 Xyz 2026 12:00:07 GMT',
      'Sat, 8 Nov 2026 12:00:07 GMT',
      'Sat,  28 Nov 2026 12:00:07 GMT',
      'Saturnday, 28-Nov-26 12:00:07 GMT',
      'Thusday, 28-Nov-26 12:00:07 GMT',
      'Sat, 28-Nov-26 12:00:07 GMT',
      'Sat Nov 08 12:00:07 26',
      'Sat Nov 8 12:00:07 2026',
      'Sat Nov 28 12:00:07 2026 GMT',
      '28 Nov 2026',
      '2026-11-28T12:00:07Z',
      '2026-11-28',
      'November 28, 2026',
    ]
    for (const text of texts) expect(parseRetryAfter({ 'retry-after': text }, NOW), text).to.equal(undefined)
  })

  it('reads every date that a server writes, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 4000 }), (minutes, seconds) => {
        const now = minutes * 60_000
        const date = new Date(now + seconds * 1000).toUTCString()
        expect(parseRetryAfter({ 'retry-after': date }, now)).to.equal(Math.min(seconds * 1000, HOUR))
      }),
    )
  })

  it('reads RateLimit where a quota is used up: the last of them counts [R3, R6]', () => {
    means([
      [{ ratelimit: '"default";r=0;t=30' }, 30_000],
      [{ ratelimit: '"default"; r=0; t=30' }, 30_000],
      [{ ratelimit: '"default";t=30;r=0' }, 30_000],
      [{ ratelimit: '"a";r=0;t=30, "b";r=0;t=90,"c";r=5;t=500' }, 90_000],
      [{ ratelimit: '"a, \\"b\\"; r=1";r=0;t=2;pk=:dsc=:' }, 2000],
      [{ ratelimit: '"a";r=0;t=99999999' }, HOUR],
      [{ ratelimit: '"a";r=0;t=0' }, 0],
      [{ ratelimit: '"a";r=1;t=30' }, undefined],
      [{ ratelimit: '"a";r=0' }, undefined],
      [{ ratelimit: '"a";t=30' }, undefined],
      [{ ratelimit: '"a";r=00;t=5' }, 5000],
      [{ ratelimit: '"a";rr=0;t=5' }, undefined],
      [{ ratelimit: '"a";pk=";r=0;t=9";r=1' }, undefined],
      [{ ratelimit: '"a";pk=";r=0;t=9";r=0;t=5;x' }, 5000],
      [{ ratelimit: 'limit=10, remaining=0, reset=60' }, 60_000],
      [{ ratelimit: 'limit=10, remaining=3, reset=60' }, undefined],
    ])
  })

  it('ignores a RateLimit that is malformed, as a whole [R6]', () => {
    const texts = [
      '',
      'default;r=0;t=30',
      '"a;r=0;t=30',
      '"a";r=0;t=-30',
      '"a";r=0;t=1.5',
      '"a";r=0;t=30,',
      '"a";r=0;t=30,,"b";r=0;t=1',
      '"a";r=0;t=30 "b";r=0;t=1',
      '"a";r=0;t=30, b',
      '"a";r=0;t=',
      '"a";r=0;t="30"',
      '"a";R=0;T=30',
      'remaining=0',
    ]
    for (const text of texts) expect(parseRetryAfter({ ratelimit: text }, NOW), text).to.equal(undefined)
  })

  it('reads the families of reset fields: seconds to wait, a moment in seconds, one in milliseconds', () => {
    for (const family of ['RateLimit', 'X-RateLimit', 'X-Rate-Limit']) {
      const reset = (value: string, remaining?: string): Record<string, string> => ({
        [`${family}-Reset`]: value,
        ...(remaining !== undefined && { [`${family}-Remaining`]: remaining }),
      })
      means([
        [reset('30'), 30_000],
        [reset('30', '0'), 30_000],
        [reset('30', '1'), undefined],
        [reset('30', 'none'), undefined],
        [reset('0', '0'), 0],
        [reset(String(NOW / 1000 + 30), '0'), 30_000],
        [reset(String(NOW / 1000 - 30), '0'), 0],
        [reset(String(NOW + 30_000), '0'), 30_000],
        [reset('86400', '0'), HOUR],
        [reset('-30'), undefined],
        [reset('1.5'), undefined],
        [reset('9'.repeat(40)), undefined],
        [reset('2026-11-28T12:00:30Z'), undefined],
      ])
    }
  })

  it('believes Retry-After first, then RateLimit, then the families, and skips what is malformed [R4]', () => {
    const all = { 'retry-after': '1', ratelimit: '"a";r=0;t=2', 'ratelimit-reset': '3', 'x-ratelimit-reset': '4' }
    means([
      [all, 1000],
      [{ ...all, 'retry-after': '-3' }, 2000],
      [{ ...all, 'retry-after': '0' }, 0],
      [{ ...all, 'retry-after': '-3', ratelimit: 'junk' }, 3000],
      [{ 'x-ratelimit-reset': '4', 'x-ratelimit-remaining': '0', 'ratelimit-reset': '3', 'ratelimit-remaining': '7' }, 4000],
      [{ 'ratelimit-policy': '"a";q=10;w=60', age: '7' }, undefined],
    ])
  })

  it('reads fields in whatever form they come, and the time of now by itself', () => {
    const fields = { 'Retry-After': '7' }
    for (const headers of [fields, new Headers(fields), new Map(Object.entries(fields)), { 'RETRY-AFTER': 7 }])
      expect(parseRetryAfter(headers)).to.equal(7000)
    for (const headers of [undefined, null, 'Retry-After: 7', 7, [], {}, new Headers()])
      expect(parseRetryAfter(headers)).to.equal(undefined)
    const soon = parseRetryAfter({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() })
    expect(soon).to.be.within(55_000, 60_000)
  })

  it('refuses a time that is none', () => {
    // @ts-expect-error a time is a number
    for (const now of [Number.NaN, Number.POSITIVE_INFINITY, null, '0', new Date()]) expectRefused(() => parseRetryAfter({}, now))
  })

  it('reads any text in no time, and gives a wait within an hour or nothing', () => {
    const parts = fc.constantFrom(
      '"a"',
      ';',
      ' ',
      '\\',
      '"',
      ',',
      'r=0',
      't=',
      '9',
      '0',
      '-',
      '.',
      'GMT',
      'Sat',
      ':',
      '\u0000',
      'é',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 40 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('retry-after', 'ratelimit', 'ratelimit-reset', 'x-ratelimit-reset'), (value, name) => {
        const wait = parseRetryAfter({ [name]: value }, NOW)
        expect(wait === undefined || (wait >= 0 && wait <= HOUR)).to.equal(true)
      }),
    )
    for (const piece of ['"a";r=0;t=1,', '"', '\\"', ';', ' ', '"a"; ', '9', 'remaining=0, ', 'r=0;', '"a";a=";']) {
      const start = performance.now()
      for (const name of ['retry-after', 'ratelimit', 'ratelimit-reset']) parseRetryAfter({ [name]: piece.repeat(10_000) }, NOW)
      expect(performance.now() - start, piece).to.be.below(300)
    }
  })

  it('survives fields that are hostile', () => {
    const trap = (): never => {
      throw new Error('trapped')
    }
    const hostile = [
      new Proxy({}, { get: trap, ownKeys: trap }),
      {
        get 'retry-after'() {
          return trap()
        },
      },
      { 'retry-after': Symbol('7') },
      { 'retry-after': { toString: trap } },
      { forEach: trap },
      JSON.parse('{"__proto__":{"retry-after":"7"}}'),
      Object.create({ 'retry-after': '7' }),
    ]
    for (const headers of hostile) expect(parseRetryAfter(headers, NOW)).to.equal(undefined)
  })
})

function expectRefused(run: () => unknown): void {
  expect(run).to.throw(TypeError, 'now: expected milliseconds since 1970').with.property('code', 'ERR_PROBLEM_ARGUMENT')
}
