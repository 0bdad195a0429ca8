import { expect } from 'chai'
import { type ErrorStatusFacts, errorFacts, otherCodes } from '../../lib/status/codes.js'
import { meanings } from '../../lib/status/meanings.js'
import { vendorCodes } from './vendor-codes.js'

const known = [errorFacts, vendorCodes, otherCodes].flatMap((table) => Object.keys(table).map(Number))

function namedFields(code: number): string[] {
  const facts: ErrorStatusFacts | undefined = errorFacts[code] ?? vendorCodes[code]
  return [...(facts?.requires ?? []), ...(facts?.recommends ?? [])]
}

describe('the meanings', () => {
  it('explain exactly the codes that the tables have', () => {
    expect(Object.keys(meanings).map(Number)).to.deep.equal(known.toSorted((a, b) => a - b))
  })

  for (const code of known) {
    const meaning = meanings[code]

    it(`explain ${code} in sentences, with a source`, () => {
      expect(meaning?.spec).to.be.a('string').and.not.equal('')
      expect(meaning?.meaning).to.match(/^\S.+\.$/)
    })

    it(`explain of ${code} exactly the fields that its row names`, () => {
      const explained = meaning?.fields?.map(({ name }) => name) ?? []
      expect(explained.toSorted()).to.deep.equal(namedFields(code).toSorted())
      for (const { level, when, source } of meaning?.fields ?? [])
        for (const text of [level, when, source]) expect(text).to.not.equal('')
    })

    it(`call a field of ${code} MUST exactly where its row requires it`, () => {
      const must = (meaning?.fields ?? []).filter(({ level }) => /^MUST\b/.test(level)).map(({ name }) => name)
      expect(must.toSorted()).to.deep.equal([...((errorFacts[code] ?? vendorCodes[code])?.requires ?? [])].toSorted())
    })
  }

  it('say for every 4xx and 5xx what causes it, what a client does and when it may repeat', () => {
    for (const code of known.filter((one) => one >= 400)) {
      const { causes, clientAction, retryCondition } = meanings[code] ?? {}
      expect(causes, String(code)).to.be.an('array').and.not.have.lengthOf(0)
      expect(clientAction, String(code)).to.be.an('array').and.not.have.lengthOf(0)
      expect(retryCondition, String(code)).to.match(/\.$/)
    }
  })
})
