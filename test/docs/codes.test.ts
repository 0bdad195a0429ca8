/** The guide has the words of `code`, and what they mean. */
import { expect } from 'chai'
import { validationCodes } from '../../lib/validate/fault-codes.js'
import { readSource } from './root.js'

describe('the table of codes in the guide', () => {
  it('has each word with its meaning, and no other', () => {
    const [, section = ''] = readSource('docs/guides/validate-requests.md').split('### The codes')
    const rows = [...section.matchAll(/^\| `([\w-]+)` +\| (\S.*?) +\|$/gm)].map(([, code, meaning]) => [code, meaning])
    expect(rows.filter(([code]) => code !== 'code')).to.deep.equal(Object.entries(validationCodes))
  })

  it('explains each word in a sentence', () => {
    for (const [code, meaning] of Object.entries(validationCodes)) {
      expect(code).to.match(/^[a-z][A-Za-z-]+$/)
      expect(meaning).to.match(/^[A-Z].*\.$/)
    }
  })
})
