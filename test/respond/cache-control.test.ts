import { expect } from 'chai'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { Conflict } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { errorFacts } from '../../lib/status/codes.js'
import { answerTo, faultsIn, fieldOf, tampered } from './answer-to.js'

const cacheControl = 'Cache-Control'
const statuses = Object.keys(errorFacts).map(Number)
const never = statuses.filter((status) => errorFacts[status]?.cacheable === 'must-not-store')

describe('respond(): Cache-Control', () => {
  it('knows the codes that caches must not store [S23]', () => {
    expect(never).to.deep.equal([428, 429, 431, 511])
  })

  for (const status of statuses) {
    it(`sends no-store with a ${status} by default [K1] [K2] [K3]`, () => {
      expect(fieldOf(answerTo(createProblem(status)), cacheControl)).to.equal('no-store')
    })

    it(`${never.includes(status) ? 'keeps no-store' : 'obeys the option'} with a ${status} [S23] [K1]`, () => {
      const expected = never.includes(status) ? 'no-store' : 'max-age=60'
      const surroundings = { options: { cacheControl: 'max-age=60' } }

      expect(fieldOf(answerTo(createProblem(status), surroundings), cacheControl)).to.equal(expected)
      expect(fieldOf(answerTo(createProblem(status, { headers: { 'cache-control': 'max-age=60' } })), cacheControl)).to.equal(
        expected,
      )
      const kept = { options: { keepHeaders: ['Cache-Control'] }, response: { fields: { 'cache-control': 'max-age=60' } } }
      expect(fieldOf(answerTo(createProblem(status), kept), cacheControl)).to.equal(expected)
    })
  }

  it('asks the problem first, then the kept field, then the option', () => {
    const options: HandlerOptions = { cacheControl: 'max-age=3', keepHeaders: ['cache-control'] }
    const response = { fields: { 'cache-control': 'max-age=2' } }
    const own = createProblem(404, { headers: { 'CACHE-CONTROL': 'max-age=1' } })

    expect(fieldOf(answerTo(own, { options, response }), cacheControl)).to.equal('max-age=1')
    expect(fieldOf(answerTo(createProblem(404), { options, response }), cacheControl)).to.equal('max-age=2')
    expect(fieldOf(answerTo(createProblem(404), { options }), cacheControl)).to.equal('max-age=3')
  })

  it('is one field, even where the problem has its own in another case', () => {
    const { fields } = answerTo(createProblem(404, { headers: { 'cache-control': 'max-age=1' } }))

    expect(fields.set.filter(([name]) => name.toLowerCase() === 'cache-control')).to.deep.equal([[cacheControl, 'max-age=1']])
  })

  it('takes nothing over from the abandoned response [K2] [B3]', () => {
    const { fields } = answerTo(createProblem(404), { response: { fields: { 'cache-control': 'public, max-age=31536000' } } })

    expect(fields.drop).to.deep.equal(['cache-control'])
    expect(fields.set).to.deep.include([cacheControl, 'no-store'])
  })

  it('gives a function the problem', () => {
    const seen: unknown[][] = []
    const problem = new Conflict()
    const answer = answerTo(problem, { options: { cacheControl: (...args) => `max-age=${seen.push(args)}` } })

    expect(seen).to.deep.equal([[problem]])
    expect(fieldOf(answer, cacheControl)).to.equal('max-age=1')
  })

  for (const [made, reported] of [
    [undefined, false],
    ['', false],
    [null, true],
    [7, true],
    [{}, true],
    ['a\r\nSet-Cookie: x=1', true],
    ['€', true],
    [['private'], true],
  ] as const) {
    it(`sends no-store where the function gives ${JSON.stringify(made)}${reported ? ', and reports it' : ''}`, () => {
      const answer = answerTo(new Conflict(), { options: { cacheControl: (() => made) as () => undefined } })

      expect(fieldOf(answer, cacheControl)).to.equal('no-store')
      expect(faultsIn(answer)).to.deep.equal(reported ? ['ERR_PROBLEM_HOOK options.cacheControl'] : [])
    })
  }

  it('sends no-store where the problem has a value that cannot be sent', () => {
    for (const headers of [{ 'Cache-Control': 'a\nb' }, { 'Cache-Control': {} }, 'text', null, 7]) {
      expect(fieldOf(answerTo(tampered(new Conflict(), { headers })), cacheControl)).to.equal('no-store')
    }
  })
})
