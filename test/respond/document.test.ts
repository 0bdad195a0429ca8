import { expect } from 'chai'
import * as classes from '../../lib/problem/classes.js'
import { Conflict, InternalServerError, NotFound, problemClasses } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { errorCodes } from '../../lib/status/codes.js'
import { answerTo, faultsIn, fieldOf, tampered } from './answer-to.js'

describe('respond(): the document', () => {
  for (const [key, { phrase }] of Object.entries(errorCodes)) {
    const status = Number(key)

    it(`gives a plain ${status} about:blank, the phrase of the code and the status [P3] [P4] [P7] [P8]`, () => {
      const answer = answerTo(createProblem(status))

      expect(answer.status).to.equal(status)
      expect(answer.document).to.deep.equal({ type: 'about:blank', title: phrase, status })
      expect(answer.body).to.equal(JSON.stringify({ type: 'about:blank', title: phrase, status }))
      expect(fieldOf(answer, 'content-type')).to.equal('application/problem+json')
      expect(fieldOf(answer, 'content-length')).to.equal(String(Buffer.byteLength(answer.body)))
    })
  }

  it('has one class for each code of the table', () => {
    expect(Object.keys(problemClasses)).to.deep.equal(Object.keys(errorCodes))
    expect(Object.values(classes)).to.include(problemClasses[409])
  })

  it('sends the text of a 4xx as detail and keeps the title of the code [P9]', () => {
    expect(answerTo(new NotFound('No user 7')).document).to.deep.equal({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'No user 7',
    })
  })

  it('keeps the text of a 5xx inside and sends its named detail [P11]', () => {
    expect(answerTo(new InternalServerError('db-17 is down')).body).not.to.contain('db-17')
    expect(answerTo(new InternalServerError({ detail: 'Try again.' })).document.detail).to.equal('Try again.')
  })

  it('sends a type and title of its own, the same for each occurrence [P10] [P15]', () => {
    for (const type of ['https://example.com/probs/a', 'tag:example.com,2024:a', 'urn:example:a']) {
      const [first, second] = ['one', 'two'].map((text) => answerTo(createProblem(403, text, { type, title: 'No credit' })))
      expect(first?.document).to.deep.include({ type, title: 'No credit', status: 403, detail: 'one' })
      expect(second?.document).to.deep.include({ type, title: 'No credit', status: 403, detail: 'two' })
    }
  })

  it('refuses a title without a type and tells so [P9]', () => {
    const answer = answerTo(createProblem(404, 'No user 7', { title: 'User missing' }))

    expect(answer.document.title).to.equal('Not Found')
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_TYPE title'])
  })

  it('puts extension members beside the five members [P16]', () => {
    const { body } = answerTo(new Conflict('Paid.', { instance: '/orders/7', extensions: { balance: 30, 'expected-offset': 1 } }))

    expect(body).to.equal(
      '{"type":"about:blank","title":"Conflict","status":409,"detail":"Paid.","instance":"/orders/7","balance":30,"expected-offset":1}',
    )
  })

  it('lets no extension member replace one of the five or a prototype [P18]', () => {
    const extensions = JSON.parse(
      '{"type":"x","title":"x","status":200,"detail":"x","instance":"x","__proto__":{"polluted":1},"constructor":{"a":1},"kept":2}',
    )
    const answer = answerTo(tampered(new Conflict(), { extensions }))

    expect(JSON.parse(answer.body)).to.deep.equal({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      constructor: { a: 1 },
      kept: 2,
    })
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined)
    expect(faultsIn(answer)).to.have.members(
      ['type', 'title', 'status', 'detail', 'instance', '__proto__'].map((name) => `ERR_PROBLEM_MEMBER extensions.${name}`),
    )
  })

  for (const value of [null, undefined, '']) {
    it(`omits detail and instance that are ${JSON.stringify(value)}, without a fault [P5]`, () => {
      const answer = answerTo(tampered(new Conflict('x'), { detail: value, instance: value }))

      expect(answer.document).to.have.all.keys('type', 'title', 'status')
      expect(answer.faults).to.deep.equal([])
    })
  }

  for (const value of [7, true, {}, [], () => 'x', Symbol('x'), 1n]) {
    it(`omits detail and instance of the kind ${typeof value} and reports them [P5]`, () => {
      const answer = answerTo(tampered(new Conflict('x'), { detail: value, instance: value }))

      expect(answer.document).to.have.all.keys('type', 'title', 'status')
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_MEMBER detail', 'ERR_PROBLEM_MEMBER instance'])
    })

    it(`sends about:blank and the phrase for a type and title of the kind ${typeof value} [P5] [P7]`, () => {
      const { document } = answerTo(tampered(new Conflict('x'), { type: value, title: value }))

      expect(document).to.deep.include({ type: 'about:blank', title: 'Conflict' })
    })
  }

  it('takes the phrase where a type comes without a usable title', () => {
    for (const title of ['', undefined, null, 7]) {
      expect(answerTo(tampered(new Conflict(), { type: 'urn:x', title })).document.title).to.equal('Conflict')
    }
  })

  for (const reference of ['has space', 'é', 'http://[', '<x>', 'a\nb', '%zz', '"', '\\', 'x'.repeat(8193), '\ud800']) {
    it(`drops the invalid reference ${JSON.stringify(reference.slice(0, 12))} as type and as instance, and reports both [P6] [P12]`, () => {
      const answer = answerTo(createProblem(409, 'Kept.', { type: reference, title: 'Gone', instance: reference }))

      expect(answer.document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'Kept.' })
      expect(faultsIn(answer)).to.have.members(['ERR_PROBLEM_TYPE type', 'ERR_PROBLEM_TYPE instance'])
    })
  }

  it('sends a reference of 8192 characters', () => {
    expect(answerTo(createProblem(409, { type: 'x'.repeat(8192) })).document.type).to.have.length(8192)
  })

  it('replaces lone surrogates in texts, so that every body is UTF-8 [P1]', () => {
    const { document, body } = answerTo(
      createProblem(409, 'a\ud800b', { type: 'urn:x', title: 'c\udc00', extensions: { 'd\ud800': '\udfff' } }),
    )

    expect(document).to.deep.include({ detail: 'a\ufffdb', title: 'c\ufffd', 'd\ufffd': '\ufffd' })
    expect(body).not.to.match(/\\ud[89a-f]/i)
  })
})
