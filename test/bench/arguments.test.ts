/** The command line of the benchmark. */
import { expect } from 'chai'
import { readArguments } from '../../bench/arguments.js'

describe('the command line of the benchmark', () => {
  it('measures everything on both versions of Node.js over real HTTP by default, for the page', () => {
    expect(readArguments([])).to.deep.include({
      parts: ['express', 'koa', 'errors', 'load'],
      nodes: ['20', '24'],
      json: undefined,
      from: undefined,
      profile: undefined,
      inProcess: false,
      whole: true,
    })
  })

  it('does less work with --quick, with this Node.js alone', () => {
    const { plan, nodes } = readArguments(['--quick'])
    const full = readArguments([]).plan
    expect(plan.launches * (plan.warmup + plan.rounds * plan.requests)).to.be.below(
      (full.launches * (full.warmup + full.rounds * full.requests)) / 4,
    )
    expect(nodes).to.deep.equal([process.execPath])
  })

  it('takes the Node.js, the files and the part that it is given', () => {
    const given = readArguments([
      '--node',
      './bin/node',
      '--json',
      'numbers.json',
      '--only',
      'koa',
      '--in-process',
      '--from',
      'a.json',
    ])
    expect(given).to.deep.include({
      nodes: ['./bin/node'],
      json: 'numbers.json',
      from: 'a.json',
      parts: ['koa'],
      inProcess: true,
    })
  })

  it('takes the contender whose profile is wanted', () => {
    expect(readArguments(['--profile', 'express:ours-route'])).to.deep.include({
      profile: { framework: 'express', name: 'ours-route' },
      nodes: [process.execPath],
    })
  })

  it('changes the launches and nothing else of the plan with --launches', () => {
    expect(readArguments(['--launches', '3']).plan).to.deep.equal({ ...readArguments([]).plan, launches: 3 })
  })

  for (const args of [
    ['--json', 'numbers.json'],
    ['--launches', '5'],
  ]) {
    it(`writes the page of a run with ${args.join(' ')}`, () => {
      expect(readArguments(args).whole).to.equal(true)
    })
  }

  for (const args of [
    ['--quick'],
    ['--quick', '--launches', '9'],
    ['--only', 'koa'],
    ['--node', '24'],
    ['--in-process'],
    ['--launches', '4'],
    ['--profile', 'koa:ours'],
  ]) {
    it(`writes no page of a run with ${args.join(' ')}`, () => {
      expect(readArguments(args).whole).to.equal(false)
    })
  }

  for (const args of [
    ['--only', 'hapi'],
    ['--launches', '0'],
    ['--launches', 'many'],
    ['--profile', 'ours'],
    ['--profile', 'hapi:ours'],
    ['--profile', 'koa:'],
    ['--fast'],
    ['surplus'],
  ]) {
    it(`refuses ${args.join(' ')}`, () => {
      expect(() => readArguments(args)).to.throw(TypeError)
    })
  }
})
