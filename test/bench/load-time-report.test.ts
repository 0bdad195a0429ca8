/** The judgement of the time to load. */
import { expect } from 'chai'
import { addedTo, type Loaded, show, showVerdict } from '../../bench/load-time/report.js'

const launches = (...wall: readonly number[]): Loaded => ({
  title: 'import an entry',
  costs: wall.map((milliseconds) => ({ cpu: milliseconds * 100, wall: milliseconds })),
})

describe('the judgement of the time to load', () => {
  it('compares the best launch with the best one of an empty package', () => {
    expect(addedTo(launches(2, 1, 30), launches(40, 9, 50))).to.equal(8)
  })

  for (const { added, verdict } of [
    { added: 9.94, verdict: 'met     import an entry: adds 9.9 ms to an empty package, best launches, limit 10 ms' },
    { added: 10, verdict: 'MISSED  import an entry: adds 10.0 ms to an empty package, best launches, limit 10 ms' },
    {
      added: Number.NaN,
      verdict: 'MISSED  import an entry: adds NaN ms to an empty package, best launches, limit 10 ms',
    },
  ]) {
    it(`says what is compared with the limit, and ${verdict.slice(0, 6).trim()} for ${added}`, () => {
      expect(showVerdict(launches(), added, 10)).to.equal(`  ${verdict}`)
    })
  }

  it('shows median and quartiles of both clocks', () => {
    const [head, , line] = show([launches(1, 2, 3)]).split('\n')
    expect(head).to.contain('3 launches')
    expect(line).to.equal('  import an entry   200.0  (150.0-250.0)      2.0  (1.5-2.5)')
  })
})
