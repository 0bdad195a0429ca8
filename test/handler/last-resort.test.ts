import { expect } from 'chai'
import { MethodNotAllowed, Unauthorized } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import { errorCodes } from '../../lib/status/codes.js'
import type { Answered } from '../respond/answer-to.js'
import { answerTo, fieldOf, tampered } from '../respond/answer-to.js'

function inBrokenRealm(problem: HttpProblem, fields: Record<string, unknown> = {}): Answered {
  const { stringify } = JSON
  JSON.stringify = () => {
    throw new Error('broken')
  }
  try {
    return answerTo(problem, { response: { fields } })
  } finally {
    JSON.stringify = stringify
  }
}

const breaking = { extensions: { seat: 1 } }

describe('respond(): in a realm whose JSON.stringify() throws', () => {
  for (const [key, { phrase }] of Object.entries(errorCodes)) {
    it(`answers a ${key} with its status, its phrase and a body that is valid`, () => {
      const answer = inBrokenRealm(createProblem(Number(key), 'x', breaking))

      expect(answer.status).to.equal(Number(key))
      expect(JSON.parse(answer.body)).to.deep.equal({ type: 'about:blank', title: phrase, status: Number(key) })
      expect(answer.document).to.deep.equal(JSON.parse(answer.body))
      expect(fieldOf(answer, 'content-type')).to.equal('application/problem+json')
      expect(fieldOf(answer, 'content-length')).to.equal(String(Buffer.byteLength(answer.body)))
      expect(fieldOf(answer, 'cache-control')).to.equal('no-store')
    })
  }

  it('drops what describes the abandoned body [B3]', () => {
    expect(inBrokenRealm(createProblem(409, breaking), { etag: '"1"', vary: 'Origin' }).fields.drop).to.deep.equal(['etag'])
  })

  for (const status of [200, 700, '404', null, Number.NaN, {}]) {
    it(`answers a problem whose status became ${JSON.stringify(status)} with 500 [S35]`, () => {
      expect(inBrokenRealm(tampered(createProblem(409, breaking), { status })).status).to.equal(500)
    })
  }

  it('still sends the fields that a 401 and a 405 must have [S3] [S6]', () => {
    expect(fieldOf(inBrokenRealm(new Unauthorized('x', breaking)), 'www-authenticate')).not.to.equal(undefined)
    expect(fieldOf(inBrokenRealm(new MethodNotAllowed('x', { ...breaking, allow: 'GET' })), 'allow')).to.be.a('string')
  })
})

describe('respond(): faults of a problem from elsewhere', () => {
  const FAULTS = Symbol.for('http-problems/1/faults')
  const refusing = new Proxy([], {
    get() {
      throw new Error('trap')
    },
  })

  for (const [name, faults] of [
    ['a list that refuses to be read', refusing],
    ['a list of nothing', [null, undefined, 7]],
    ['no list', 'text'],
  ] as const) {
    it(`answers a problem whose faults are ${name}, and passes only faults on`, () => {
      const answer = answerTo(Object.defineProperty(createProblem(409, 'Kept.'), FAULTS, { value: faults }))

      expect(answer.document.detail).to.equal('Kept.')
      expect(answer.faults).to.deep.equal([])
    })
  }
})
