/** The order of turns and the comparison of bytes. */
import { expect } from 'chai'
import { isComplete, splitAnswer } from '../../bench/requests/check.js'
import { contendersOf, frameworks } from '../../bench/requests/contenders/index.js'
import { pairsOf, turns } from '../../bench/requests/measure.js'

describe('the turns of a round', () => {
  it('hold everyone once, whatever the round', () => {
    for (let round = 0; round < 10; round++) expect(turns(['a', 'b', 'c'], round)).to.have.members(['a', 'b', 'c'])
  })

  it('begin with everyone in some round', () => {
    const first = Array.from({ length: 12 }, (_, round) => turns(['a', 'b', 'c'], round)[0])
    expect(new Set(first)).to.have.keys('a', 'b', 'c')
  })

  it('let two change their order from round to round', () => {
    expect(turns(['a', 'b'], 2)).to.deep.equal(['a', 'b'])
    expect(turns(['a', 'b'], 3)).to.deep.equal(['b', 'a'])
  })
})

describe('the pairs that are compared', () => {
  for (const framework of frameworks) {
    it(`hold every contender of ${framework}`, async () => {
      const contenders = await contendersOf(framework)
      const pairs = pairsOf(contenders)
      expect(new Set(pairs.flatMap(({ subject, base }) => [subject, base]))).to.have.keys(Object.keys(contenders))
    })
  }

  it('hold ours against every other way to fail, what is left by hand, and successes against one without a handler', async () => {
    const pairs = pairsOf(await contendersOf('koa')).map(({ subject, base }) => `${subject} / ${base}`)
    expect(pairs).to.have.members([
      'ours / bare',
      'ours / by-hand',
      'ours / http-errors',
      'ours / ctx-throw',
      'ours / error-iq',
      'floor-empty / by-hand',
      'floor-bytes / by-hand',
      'floor-unchecked / by-hand',
      'success-again / success',
      'success-pass / success',
      'success-ours / success',
    ])
  })

  it('hold the other way of ours against an answer by hand', async () => {
    expect(pairsOf(await contendersOf('express'))).to.deep.include({ subject: 'ours-route', base: 'by-hand' })
  })
})

describe('the check of an answer', () => {
  const answer = 'HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\n{}'
  const chunked = 'HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n'

  it('splits an answer at the first empty line', () => {
    expect(splitAnswer('a: b\r\n\r\n{}\r\n\r\n')).to.deep.equal(['a: b', '{}\r\n\r\n'])
  })

  it('puts the chunks of a body together', () => {
    expect(splitAnswer(`${chunked}6\r\n{"a":1\r\n1\r\n}\r\n0\r\n\r\n`)[1]).to.equal('{"a":1}')
  })

  it('takes an answer with its last chunk for complete', () => {
    expect(isComplete(`${chunked}2\r\n{}\r\n0\r\n\r\n`)).to.equal(true)
  })

  it('takes an answer with all bytes of its Content-Length for complete', () => {
    expect(isComplete(answer)).to.equal(true)
  })

  for (const { title, text } of [
    { title: 'a byte is missing', text: answer.slice(0, -1) },
    { title: 'the header section has not ended', text: answer.slice(0, 30) },
    { title: 'the last chunk is missing', text: `${chunked}2\r\n{}\r\n` },
    { title: 'there is no Content-Length', text: 'HTTP/1.1 409 Conflict\r\n\r\n{}' },
  ]) {
    it(`waits while ${title}`, () => {
      expect(isComplete(text)).to.equal(false)
    })
  }
})
