/** What the page of a customer makes of problems. The browser run presses its buttons. */

import { expect } from 'chai'
import { NotFound } from 'http-problems'
import { fromResponse } from 'http-problems/client'
import { customerPage } from '../../examples/bookshop/customer/page.js'
import { reactionTo } from '../../examples/bookshop/customer/reactions.js'
import { OutOfCredit, QuotaExceeded, SoldOut, ValidationError } from '../../examples/bookshop/problems.js'

describe('the page of a customer', () => {
  it('loads nothing but its own script', () => {
    expect([...customerPage.matchAll(/ src="([^"]*)"/g)].map(([, source]) => source)).to.deep.equal(['/customer/script.js'])
    expect(customerPage)
      .to.include('default-src &#39;none&#39;')
      .and.not.match(/@import|url\(|href="(?!\/|data:)/)
  })

  it('reacts to each problem of the shop by its members', () => {
    expect(reactionTo(new SoldOut({ isbn: '9780140449136', available: 2 }))).to.include({ available: 2 })
    expect(reactionTo(new OutOfCredit({ balance: 30, price: 50, accounts: ['/accounts/bob'] })).link?.href).to.equal(
      '/accounts/bob',
    )
    const errors = [{ detail: 'Send a name.', pointer: '#/customer' }]
    expect(reactionTo(new ValidationError({ errors }))).to.deep.equal({ text: 'Send a name.', wrong: ['customer'] })
    const limited = new QuotaExceeded({ 'violated-policies': ['search'] }, { retryAfter: 7 })
    expect(reactionTo(limited)).to.include({ againInMs: 7000 })
  })

  it('shows the trace of a mistake of the shop, and the text of any other problem', async () => {
    const body = JSON.stringify({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736' })
    const crash = await fromResponse({ status: 500, headers: { 'Content-Type': 'application/problem+json' }, body })
    expect(reactionTo(crash)).to.include({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736' })
    expect(reactionTo(new NotFound('There is no such book.'))).to.deep.equal({ text: 'There is no such book.' })
  })

  it('hides no mistake of its own', () => {
    expect(() => reactionTo(new TypeError('a bug of the page'))).to.throw('a bug of the page')
  })
})
