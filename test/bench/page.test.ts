/** The page about performance, made from recorded numbers. */
import { expect } from 'chai'
import { judge } from '../../bench/page/judge.js'
import { limitsText } from '../../bench/page/limits.js'
import { comparedWithByHand, microsOf, type Numbers } from '../../bench/page/numbers.js'
import { makePage } from '../../bench/page/page.js'
import { drawPicture } from '../../bench/page/picture.js'
import type { AllContenders } from '../../bench/page/ranking.js'
import type { Row } from '../../bench/page/row.js'
import { rows } from '../../bench/page/rows.js'
import { contendersOf } from '../../bench/requests/contenders/index.js'
import { node20, recorded } from './recorded.js'

describe('the verdict on a number', () => {
  const row = (value: number, more: Partial<Row> = {}): Row => ({
    what: 'something',
    digits: 2,
    limits: { 20: { must: 1.02, goal: 0.96 } },
    read: () => ({ median: value }),
    ...more,
  })

  for (const { value, verdict } of [
    { value: 0.9649, verdict: 'goal met' },
    { value: 0.97, verdict: 'must met' },
    { value: 1.0249, verdict: 'must met' },
    { value: 1.03, verdict: 'MISSED' },
    { value: Number.NaN, verdict: 'MISSED' },
  ]) {
    it(`is ${verdict} for ${value}, as a reader sees it`, () => {
      expect(judge(row(value), [node20]).map((judged) => judged.verdict)).to.deep.equal([verdict])
    })
  }

  for (const { value, verdict } of [
    { value: 0.97, verdict: 'goal met' },
    { value: 1.0349, verdict: 'goal met' },
    { value: 0.96, verdict: 'MISSED' },
    { value: Number.NaN, verdict: 'MISSED' },
  ]) {
    it(`is ${verdict} for ${value} where the number must be near to 1`, () => {
      const near = row(value, { limits: {}, tolerance: 0.03 })
      expect(judge(near, [node20]).map((judged) => judged.verdict)).to.deep.equal([verdict])
    })
  }

  it('is missing where there is no limit, or nothing was measured', () => {
    expect(judge(row(1, { limits: {} }), [node20])).to.have.nested.property('[0].verdict', undefined)
    expect(judge(row(1, { read: () => undefined }), [node20])).to.deep.equal([])
  })
})

describe('what is read from recorded numbers', () => {
  it('compares a contender with an answer by hand by way of ours, which took turns with both', () => {
    expect(comparedWithByHand(node20, 'express', 'http-errors')).to.be.closeTo(1.6, 1e-9)
    expect(comparedWithByHand(node20, 'express', 'floor-empty')).to.equal(0.9)
    expect(comparedWithByHand(node20, 'express', 'by-hand')).to.equal(1)
    expect(comparedWithByHand(node20, 'koa', 'http-errors')).to.equal(undefined)
  })

  it('gives the median of the launches for the time of a contender', () => {
    expect(microsOf(node20, 'express', 'http-errors')).to.equal(320)
    expect(microsOf(node20, 'express', 'ours')).to.equal(208)
    expect(microsOf(node20, 'express', 'api-problem')).to.equal(undefined)
  })
})

describe('the page about performance', () => {
  let contenders: AllContenders
  let page: string

  before(async () => {
    contenders = { express: await contendersOf('express'), koa: await contendersOf('koa') }
    page = makePage(recorded, contenders)
  })

  const rowOf = (start: string): string[] => {
    const line = page.split('\n').find((text) => text.startsWith(`| ${start}`)) ?? ''
    return line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''))
  }

  it('has a row for each limit', () => {
    for (const { what } of rows) expect(rowOf(what)[0], what).to.equal(what)
  })

  it('shows a number that missed its limit with the floor, and one that met it', () => {
    expect(rowOf('Express 5, `app.use(problemHandler())` / `res.status(409)')).to.deep.equal([
      rows[0]?.what,
      '1.04<br>(1.04-1.04)',
      '0.80<br>(0.80-0.80)',
      '1.02 / 0.92',
      '0.96 / 0.85',
      'Node 20: MISSED; the floor: an empty answer 0.90, the same answer, nothing checked 0.98<br>Node 24: goal met',
    ])
  })

  it('shows what nobody can be quicker than for what is no error', () => {
    expect(rowOf('Koa 3, a request that succeeds').at(-1)).to.equal(
      'Node 20: MISSED; the floor: a middleware that only waits for the next 1.02',
    )
  })

  it('says in one word when no limit was missed', () => {
    expect(rowOf('Express 5, `handler.route()`').at(-1)).to.equal('must met')
  })

  it('names the faster of two others', () => {
    expect(rowOf('Express 5, `app.use(problemHandler())` / the faster')[1]).to.equal(
      '0.80<br>(0.80-0.80)<br>express-http-problem-details',
    )
  })

  it('shows bytes and milliseconds with their units', () => {
    expect(rowOf('Memory kept for a 4xx').slice(1, 3)).to.deep.equal(['208 bytes<br>(208-208)', ''])
    expect(rowOf('Import of `http-problems/express`').slice(1)).to.deep.equal(['7.5 ms', '', '8.0', '5.0', 'must met'])
  })

  it('shows contenders beside an answer by hand', () => {
    expect(rowOf('http-errors and a 4-line handler').slice(1)).to.deep.equal(['1.60 (320.0 us)', ''])
  })

  it('shows functions of the profile, and nothing where none was taken', () => {
    expect(page).to.include('| `respond server.js:10` | ours | 4.00 | 10.0 % |')
    expect(page).to.include('- Node v20.19.0: ours 4.0 us')
    expect(page).not.to.include('- Node v24.1.0:')
  })

  it('describes the machine and the versions', () => {
    expect(page)
      .to.include('| Processor | Abacus, 2 cores |')
      .and.include('20.19.0, 24.1.0')
      .and.include('express 5.0.0, koa 3.0.0')
  })

  it('has the same verdicts as the text that a run prints', () => {
    const text = limitsText(recorded.nodes)
    expect(text).to.match(
      /^ {2}MISSED {4}Node 20 {2}Express 5, app.use.*1\.04 \(1\.04-1\.04\), must 1\.02, goal 0\.96; the floor: an empty answer 0\.90, the same answer, nothing checked 0\.98$/m,
    )
    expect(text).to.match(/^ {2}goal met {2}Node 24 {2}Express 5, app.use.*0\.80/m)
  })

  it('has a picture with a bar for each number, and none for what was not measured', () => {
    const picture = drawPicture(recorded.nodes, contenders)
    expect(picture).to.match(/>1\.60<\/text>/)
    expect(picture).to.not.include('NaN')
    const empty: Numbers['nodes'] = []
    expect(drawPicture(empty, contenders)).to.not.match(/NaN|Infinity/)
  })
})
