/** Every field that the table requires is there, or its absence is reported. */
import { expect } from 'chai'
import { createProblem } from '../../lib/index.js'
import { errorFacts } from '../../lib/status/codes.js'
import { answerTo } from './answer-to.js'

const demanding = Object.entries(errorFacts).filter(([, facts]) => facts?.requires !== undefined)

describe('respond(): required fields', () => {
  for (const [status, facts] of demanding) {
    it(`sends what a ${status} must have, or reports that it is missing [S3] [S6] [S8] [S22]`, () => {
      const answer = answerTo(createProblem(Number(status)))
      const sent = answer.fields.set.map(([name]) => name)
      for (const name of facts?.requires ?? []) {
        const isMissing = answer.faults.some(({ code, place }) => code === 'ERR_PROBLEM_HEADER' && place === name)
        expect(sent.includes(name) || isMissing || name === 'Connection', name).to.equal(true)
      }
    })
  }

  it('names no Upgrade in Connection where there is none [S22]', () => {
    expect(answerTo(createProblem(426)).fields.set.map(([name]) => name)).not.to.include.members(['Connection'])
    const sent = answerTo(createProblem(426, { upgrade: 'HTTP/2.0' })).fields.set
    expect(sent).to.deep.include.members([
      ['Connection', 'Upgrade'],
      ['Upgrade', 'HTTP/2.0'],
    ])
  })

  it('reports a field that describes the body or frames the message, and a status once', () => {
    const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'X-Content-Type-Options': 'x' }
    const faults = answerTo(createProblem(409, { headers })).faults.map(({ place }) => place)
    expect(faults).to.have.members(Object.keys(headers).map((name) => `headers.${name}`))
    expect(answerTo(createProblem(456)).faults).to.have.length(1)
  })
})
