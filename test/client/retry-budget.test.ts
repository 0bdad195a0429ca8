/** What all calls of one server may spend on retries together. */
import { expect } from 'chai'
import { type RetryBudget, retryAdvice, retryBudget } from '../../lib/client/index.js'
import { Conflict, ServiceUnavailable, TooManyRequests } from '../../lib/index.js'

/** Makes calls that all fail, each as often as the advice says; gives the number of retries. */
function retriesOf(calls: number, error: Error, budget?: RetryBudget): number {
  let retries = 0
  for (let call = 0; call < calls; call++)
    for (let attempt = 1; retryAdvice(error, { method: 'GET', attempt, budget }).retry; attempt++) retries++
  return retries
}

describe('retryBudget()', () => {
  it('allows 35 retries of 1,000 calls to a server that is down', () => {
    expect(retriesOf(1000, new ServiceUnavailable(), retryBudget())).to.equal(35)
    expect(retriesOf(1000, new ServiceUnavailable())).to.equal(2000)
  })

  it('allows 100 where the server throttles, since these cost less', () => {
    expect(retriesOf(1000, new TooManyRequests({ retryAfter: 1 }), retryBudget())).to.equal(100)
  })

  it('takes other numbers', () => {
    expect(retriesOf(9, new ServiceUnavailable(), retryBudget({ tokens: 10, cost: 5 }))).to.equal(2)
    expect(retriesOf(9, new ServiceUnavailable(), retryBudget({ tokens: 0 }))).to.equal(0)
    expect(retriesOf(9, new TooManyRequests(), retryBudget({ tokens: 4, throttlingCost: 1 }))).to.equal(4)
    expect(retriesOf(9, new TooManyRequests(), retryBudget({ cost: 0, throttlingCost: 0 }))).to.equal(18)
  })

  it('pays only for an advice to retry, and says why there is none', () => {
    const budget = retryBudget({ tokens: 14 })
    retryAdvice(new Conflict(), { method: 'GET', attempt: 1, budget })
    retryAdvice(new ServiceUnavailable(), { method: 'POST', attempt: 1, budget })
    retryAdvice(new ServiceUnavailable(), { method: 'GET', attempt: 3, budget })
    expect(budget.tokens).to.equal(14)
    expect(retryAdvice(new ServiceUnavailable(), { method: 'GET', attempt: 1, budget }).retry).to.equal(true)
    expect(budget.tokens).to.equal(0)
    const limited = new ServiceUnavailable({ retryAfter: 3 })
    expect(retryAdvice(limited, { method: 'GET', attempt: 1, budget })).to.deep.equal({
      retry: false,
      afterMs: 3000,
      reason: 'budget',
    })
  })

  it('gets back what a retry cost that succeeded, one token for a call without any, and never more than at first', () => {
    const budget = retryBudget()
    const failed = retryAdvice(new ServiceUnavailable(), { method: 'GET', attempt: 1, budget })
    const throttled = retryAdvice(new TooManyRequests(), { method: 'GET', attempt: 1, budget })
    expect(budget.tokens).to.equal(481)
    budget.refill()
    expect(budget.tokens).to.equal(482)
    budget.refill(throttled)
    expect(budget.tokens).to.equal(487)
    budget.refill(retryAdvice(new Conflict(), { method: 'GET', attempt: 1, budget }))
    expect(budget.tokens).to.equal(488)
    budget.refill(failed)
    expect(budget.tokens).to.equal(500)
    budget.refill()
    expect(budget.tokens).to.equal(500)
  })

  it('recovers when the server does', () => {
    const budget = retryBudget()
    retriesOf(1000, new ServiceUnavailable(), budget)
    expect(retriesOf(1, new ServiceUnavailable(), budget)).to.equal(0)
    for (let call = 0; call < 1000; call++) budget.refill()
    expect(retriesOf(1000, new ServiceUnavailable(), budget)).to.equal(35)
  })

  it('works without its object, as its methods need none', () => {
    const { spend, refill } = retryBudget({ tokens: 14 })
    expect([spend('transient'), spend('transient')]).to.deep.equal([true, false])
    refill()
  })

  it('refuses options that are wrong', () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ tokens: -1 }, 'options.tokens: expected tokens, cost or throttlingCost, a number from 0 on, got number'],
      [{ cost: Number.NaN }, 'options.cost: expected'],
      [{ throttlingCost: '5' }, 'options.throttlingCost: expected'],
      [{ tokens: undefined }, 'options.tokens: expected'],
      [{ token: 500 }, 'options.token: expected tokens, cost or throttlingCost'],
    ]
    for (const [options, message] of wrong)
      expect(() => retryBudget(options))
        .to.throw(TypeError, message)
        .with.property('code', 'ERR_PROBLEM_OPTION')
  })
})
