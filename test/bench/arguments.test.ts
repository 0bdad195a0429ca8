/** The command line of the benchmark. */
import { expect } from 'chai'
import { readArguments } from '../../bench/arguments.js'

describe('the command line of the benchmark', () => {
  it('measures both frameworks with this Node.js over real HTTP by default', () => {
    expect(readArguments([])).to.deep.include({
      frameworks: ['express', 'koa'],
      node: process.execPath,
      json: undefined,
      inProcess: false,
    })
  })

  it('does less work with --quick', () => {
    const { plan } = readArguments(['--quick'])
    const full = readArguments([]).plan
    expect(plan.launches * (plan.warmup + plan.rounds * plan.requests)).to.be.below(
      (full.launches * (full.warmup + full.rounds * full.requests)) / 4,
    )
  })

  it('takes the Node.js, the file and the framework that it is given', () => {
    const given = readArguments(['--node', './bin/node', '--json', 'numbers.json', '--only', 'koa', '--in-process'])
    expect(given).to.deep.include({ node: './bin/node', json: 'numbers.json', frameworks: ['koa'], inProcess: true })
  })

  it('changes the launches and nothing else of the plan with --launches', () => {
    expect(readArguments(['--launches', '3']).plan).to.deep.equal({ ...readArguments([]).plan, launches: 3 })
  })

  for (const args of [['--only', 'hapi'], ['--launches', '0'], ['--launches', 'many'], ['--fast'], ['surplus']]) {
    it(`refuses ${args.join(' ')}`, () => {
      expect(() => readArguments(args)).to.throw(TypeError)
    })
  }
})
