import { STATUS_CODES } from 'node:http'
import { expect } from 'chai'
import { type ErrorStatusFacts, errorCodes, errorFacts, otherCodes } from '../../lib/status/codes.js'
import { vendorCodes } from './vendor-codes.js'

const registered: readonly (readonly [code: string, facts: ErrorStatusFacts])[] = Object.entries<ErrorStatusFacts>(errorCodes)
const vendors = Object.entries(vendorCodes).flatMap(([code, facts]) =>
  facts === undefined ? [] : [[Number(code), facts] as const],
)
const others = Object.entries(otherCodes).flatMap(([code, facts]) =>
  facts === undefined ? [] : [[Number(code), facts] as const],
)

function codesWhere(condition: (facts: ErrorStatusFacts) => boolean): number[] {
  return registered.filter(([, facts]) => condition(facts)).map(([code]) => Number(code))
}

// Node has no phrase for these.
const UNKNOWN_TO_NODE = [122, 306]

describe('the table of registered codes', () => {
  it('has the forty codes of the IANA registry', () => {
    const ranges = [
      [400, 418],
      [421, 426],
      [428, 429],
      [431, 431],
      [451, 451],
      [500, 508],
      [510, 511],
    ] as const
    const codes = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    expect(registered.map(([code]) => Number(code))).to.deep.equal(codes)
    expect(codes).to.have.lengthOf(40)
  })

  for (const [code, facts] of registered) {
    it(`has the phrase that Node knows for ${code}, unless RFC 9110 renamed it [P8]`, () => {
      expect(STATUS_CODES[code]).to.equal(facts.formerPhrase ?? facts.phrase)
      expect(facts.phrase).to.not.equal(facts.formerPhrase)
    })

    it(`has a class name for ${code} that its phrase explains`, () => {
      const words = facts.phrase.replace("I'm", 'Im').split(/[ -]/)
      const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
      expect(facts.className).to.equal(name)
      for (const alias of facts.aliases ?? []) expect(alias).to.match(/^[A-Z][A-Za-z]+$/)
    })

    it(`names each field of ${code} once, as the RFCs write it`, () => {
      const names = [...(facts.requires ?? []), ...(facts.recommends ?? [])]
      expect(new Set(names)).to.have.lengthOf(names.length)
      for (const name of names) expect(name).to.match(/^([A-Z][A-Za-z]*)(-[A-Z][a-z]*)*$/)
      expect(names).to.include.members(Object.keys(facts.always ?? {}))
    })
  }

  it('has no name twice, aliases and vendors included', () => {
    const all = [...registered.map(([, facts]) => facts), ...vendors.map(([, facts]) => facts)]
    const names = all.flatMap(({ className, aliases = [] }) => [className, ...aliases])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([])
  })

  for (const [what, codes, condition] of [
    [
      'must not be stored by caches: 428, 429, 431, 511 [S23]',
      [428, 429, 431, 511],
      (facts) => facts.cacheable === 'must-not-store',
    ],
    [
      'are heuristically cacheable: 404, 405, 410, 414, 451, 501 [K1]',
      [404, 405, 410, 414, 451, 501],
      (facts) => facts.cacheable === 'heuristic',
    ],
    ['are not in normal use: 418 and 510 [S19]', [418, 510], (facts) => facts.registration !== undefined],
    ['are never to be generated: 418 and 510 [S19]', [418, 510], (facts) => facts.generate === 'never'],
    ['are for proxies alone: 407 and 511 [S8, S32]', [407, 511], (facts) => facts.generate === 'by-proxies'],
    ['are not for proxies: 421 [S20]', [421], (facts) => facts.generate === 'not-by-proxies'],
    ['are for early data alone: 425 [S21]', [425], (facts) => facts.generate === 'early-data'],
    ['require fields: 401, 405, 407, 426', [401, 405, 407, 426], (facts) => facts.requires !== undefined],
    [
      'may be repeated as they are: 408, 421, 425, 429, 502, 503',
      [408, 421, 425, 429, 502, 503],
      (facts) => facts.retry === 'yes',
    ],
    ['have older names: 413 and 422', [413, 422], (facts) => facts.aliases !== undefined],
    ['carry a fixed field: 408 and 426', [408, 426], (facts) => facts.always !== undefined],
  ] as readonly (readonly [string, readonly number[], (facts: ErrorStatusFacts) => boolean])[]) {
    it(`says which codes ${what}`, () => {
      expect(codesWhere(condition)).to.deep.equal(codes)
    })
  }

  for (const [code, fields] of [
    [401, ['WWW-Authenticate']],
    [405, ['Allow']],
    [407, ['Proxy-Authenticate']],
    [426, ['Upgrade', 'Connection']],
  ] as const) {
    it(`requires ${fields.join(' and ')} of ${code} [S3, S6, S8, S22]`, () => {
      expect(errorFacts[code]?.requires).to.deep.equal(fields)
    })
  }
})

describe("the table of vendors' codes", () => {
  for (const [code, facts] of vendors) {
    it(`has a registered equivalent of the same right to exist for ${code} [S34]`, () => {
      expect(code).to.be.within(400, 599)
      expect(errorFacts[code]).to.equal(undefined)
      expect(errorFacts[facts.equivalent]?.generate).to.not.equal('never')
      expect(errorFacts).to.have.property(String(facts.equivalent))
      expect(facts.vendor).to.not.equal('')
      expect(facts.phrase).to.not.equal('')
      expect(facts.className).to.match(/^[A-Z][A-Za-z]+$/)
    })
  }
})

describe('the table of codes below 400', () => {
  for (const [code, { phrase, vendor }] of others) {
    it(`has the phrase that Node knows for ${code}`, () => {
      expect(code).to.be.within(100, 399)
      expect(STATUS_CODES[code]).to.equal(UNKNOWN_TO_NODE.includes(code) ? undefined : phrase)
      expect(phrase).to.not.equal('')
      expect(vendor).to.equal(code === 122 ? 'unknown' : undefined)
    })
  }
})

describe('the tables together', () => {
  it('know every code that Node knows', () => {
    for (const code of Object.keys(STATUS_CODES).map(Number))
      expect(errorFacts[code] ?? vendorCodes[code] ?? otherCodes[code], String(code)).to.not.equal(undefined)
  })

  it('have no code twice', () => {
    const codes = [errorCodes, vendorCodes, otherCodes].flatMap(Object.keys)
    expect(new Set(codes)).to.have.lengthOf(codes.length)
  })
})
