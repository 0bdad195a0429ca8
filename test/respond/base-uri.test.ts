import { expect } from 'chai'
import { Conflict, MethodNotAllowed, NotFound } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { schemaFindings } from '../../schemas/validate.js'
import { answerTo, faultsIn, fieldOf } from './answer-to.js'

// [baseUri, reference, what is sent]
const references: readonly (readonly [base: string | undefined, reference: string, sent: string])[] = [
  [undefined, 'seat-taken', 'seat-taken'],
  [undefined, '/problems/seat-taken', '/problems/seat-taken'],
  ['https://api.example.com/problems/', 'seat-taken', 'https://api.example.com/problems/seat-taken'],
  ['https://api.example.com/problems/', '/other', 'https://api.example.com/other'],
  ['https://api.example.com/problems/', '#seat', 'https://api.example.com/problems/#seat'],
  ['https://api.example.com/problems/', '//other.example/x', 'https://other.example/x'],
  ['https://api.example.com/problems/', 'https://other.example/x', 'https://other.example/x'],
  ['https://api.example.com/problems/', 'tag:example.com,2024:x', 'tag:example.com,2024:x'],
  ['https://api.example.com/problems/', 'urn:example:x', 'urn:example:x'],
  ['/problems/', 'seat-taken', '/problems/seat-taken'],
  ['/problems/', 'seat-taken?a=1#b', '/problems/seat-taken?a=1#b'],
  ['/problems/', '/other', '/other'],
  ['/problems/', '../up', '/up'],
  ['/problems/', 'urn:example:x', 'urn:example:x'],
  ['/problems/', '//other.example/x', '//other.example/x'],
  ['urn:example:', 'seat-taken', 'seat-taken'],
]

describe('respond(): baseUri', () => {
  for (const [baseUri, reference, sent] of references) {
    it(`sends the type ${reference} with the base ${baseUri} as ${sent} [P13] [P15]`, () => {
      const options = baseUri === undefined ? {} : { baseUri }

      expect(answerTo(createProblem(409, { type: reference }), { options }).document.type).to.equal(sent)
    })
  }

  it('completes an instance too', () => {
    const { document } = answerTo(new Conflict({ instance: 'orders/7' }), { options: { baseUri: '/api/' } })

    expect(document.instance).to.equal('/api/orders/7')
  })

  it('leaves about:blank alone', () => {
    expect(answerTo(new NotFound(), { options: { baseUri: '/api/' } }).document.type).to.equal('about:blank')
  })

  for (const baseUri of ['/problems/', 'https://api.example.com/problems/']) {
    for (const reference of ['//', '//[', 'http://[', '//a:b:c']) {
      it(`keeps detail, members and fields beside the type ${reference} that the base ${baseUri} cannot complete`, () => {
        const problem = createProblem(405, 'Kept.', { type: reference, allow: 'GET', extensions: { kept: 1 } })
        const answer = answerTo(problem, { options: { baseUri } })

        expect(answer.document).to.deep.include({ title: 'Method Not Allowed', status: 405, detail: 'Kept.', kept: 1 })
        expect(schemaFindings(answer.document)).to.deep.equal([])
        expect(fieldOf(answer, 'allow')).to.equal('GET')
      })

      it(`keeps detail and fields beside the instance ${reference} that the base ${baseUri} cannot complete`, () => {
        const answer = answerTo(new MethodNotAllowed('Kept.', { instance: reference, allow: 'GET' }), { options: { baseUri } })

        expect(answer.document.detail).to.equal('Kept.')
        expect(schemaFindings(answer.document)).to.deep.equal([])
        expect(fieldOf(answer, 'allow')).to.equal('GET')
      })
    }

    it(`drops and reports a reference that no URI has, with the base ${baseUri} [P6]`, () => {
      const answer = answerTo(createProblem(409, { type: '//[', instance: '//[' }), { options: { baseUri } })

      expect(answer.document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409 })
      expect(faultsIn(answer)).to.have.members(['ERR_PROBLEM_TYPE type', 'ERR_PROBLEM_TYPE instance'])
    })
  }

  it('leaves a reference as it is on a host that has no URL', () => {
    const { URL: kept } = globalThis
    Reflect.deleteProperty(globalThis, 'URL')
    try {
      for (const baseUri of ['/problems/', 'https://api.example.com/'])
        expect(answerTo(createProblem(409, { type: 'seat-taken' }), { options: { baseUri } }).document.type).to.equal(
          'seat-taken',
        )
    } finally {
      globalThis.URL = kept
    }
  })
})
