/** The judgement of the time to load. */
import { expect } from 'chai'
import { isMet, type Loaded, show, showVerdict } from '../../bench/load-time-report.js'

const launches = (...cpu: readonly number[]): Loaded => ({
  title: 'import an entry',
  costs: cpu.map((milliseconds) => ({ cpu: milliseconds, wall: milliseconds * 100 })),
})

describe('the judgement of the time to load', () => {
  for (const { title, cpu, met } of [
    { title: 'keeps the limit where each launch does', cpu: [7, 8, 9], met: true },
    { title: 'keeps it where others disturbed most of the launches', cpu: [30, 9, 40, 50], met: true },
    { title: 'misses it by being as long', cpu: [10, 10, 10], met: false },
    { title: 'misses it without a launch', cpu: [], met: false },
  ]) {
    it(title, () => {
      expect(isMet(launches(...cpu), 10)).to.equal(met)
      expect(showVerdict(launches(...cpu), 10)).to.match(met ? /^ {2}met / : /^ {2}MISSED /)
    })
  }

  it('says what is compared with the limit', () => {
    expect(showVerdict(launches(12, 11, 13), 10)).to.equal(
      '  MISSED  import an entry: CPU time of the best launch 11.0 ms, limit 10 ms',
    )
  })

  it('shows median and quartiles of both clocks', () => {
    const [head, , line] = show([launches(1, 2, 3)]).split('\n')
    expect(head).to.contain('3 launches')
    expect(line).to.equal('  import an entry     2.0  (1.5-2.5)        200.0  (150.0-250.0)')
  })
})
