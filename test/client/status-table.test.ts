/** The small table of clients, beside that of servers. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { statusFacts } from '../../lib/client/status-facts.js'
import { errorFacts } from '../../lib/status/codes.js'
import { vendorFacts } from '../../lib/status/vendor-codes.js'
import { generateStatusTables } from './generate-status-tables.js'

describe('The status codes of clients', () => {
  it('are generated from the table: npm run generate', () => {
    for (const { file, source } of generateStatusTables()) expect(readFileSync(file, 'utf8')).to.equal(source)
  })

  it('have the phrases, the names of the classes, and the vendors', () => {
    for (let status = 400; status < 600; status++) {
      const { phrase, className, classStatus, vendor } = statusFacts(status)
      const own = errorFacts[status]
      const facts = vendorFacts(status)
      const ofClass = errorFacts[status < 500 ? 400 : 500]
      expect(phrase).to.equal((own ?? facts ?? ofClass)?.phrase)
      expect(className).to.equal((own ?? ofClass)?.className)
      expect(classStatus).to.equal(own === undefined ? Math.floor(status / 100) * 100 : status)
      expect(vendor?.phrase).to.equal(facts?.phrase)
      if (vendor) expect(facts?.vendor.startsWith(vendor.name.split(/[,;]/)[0] ?? '-')).to.equal(true)
    }
  })

  it('say of each vendor no more than its name', () => {
    expect([420, 499, 524, 529, 530].map((status) => statusFacts(status).vendor?.name)).to.deep.equal([
      'Twitter API v1',
      'nginx, Cloudflare logs',
      'Cloudflare',
      'Qualys SSL Labs; Anthropic API',
      'Pantheon; Cloudflare and Shopify',
    ])
  })
})
