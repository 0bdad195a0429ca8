/** The message that the guide shows, which its programs do not print. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { assertProblemResponse } from '../../lib/testing/index.js'
import { answer, failureOf, SeatTaken } from './problem-types.js'

describe('docs/guides/test-your-problems.md', () => {
  it('shows the message of a failure', async () => {
    const page = readFileSync(new URL('../../../docs/guides/test-your-problems.md', import.meta.url), 'utf8')
    const [, shown] = /^```log\n([\s\S]*?)^```$/m.exec(page) ?? []
    const body = { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'The database is down.' }
    const { message } = await failureOf(() => assertProblemResponse(answer(body, 500), SeatTaken, { seat: '12A' }))
    expect(message).to.equal(shown)
  })
})
