import { expect } from 'chai'
import { Conflict, ContentTooLarge, RangeNotSatisfiable, Unauthorized } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { jsonRepresentation } from '../../lib/respond/representations/json.js'
import { answerTo, faultsIn, fieldOf, tampered } from './answer-to.js'

const describing = [
  'accept-ranges',
  'age',
  'cache-control',
  'content-digest',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-location',
  'content-md5',
  'content-range',
  'content-type',
  'digest',
  'etag',
  'expires',
  'last-modified',
  'location',
  'pragma',
  'repr-digest',
  'trailer',
  'transfer-encoding',
]
const surviving = [
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'alt-svc',
  'connection',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'keep-alive',
  'link',
  'nel',
  'permissions-policy',
  'ratelimit',
  'ratelimit-policy',
  'referrer-policy',
  'report-to',
  'retry-after',
  'server',
  'server-timing',
  'set-cookie',
  'strict-transport-security',
  'traceparent',
  'vary',
  'via',
  'x-frame-options',
  'x-powered-by',
  'x-request-id',
]
// Written by the answer itself from the body that it sends.
const ours = ['cache-control', 'content-encoding', 'content-length', 'content-type']

describe('respond(): fields that were set before', () => {
  for (const name of describing) {
    it(`drops ${name}, which describes the abandoned body [B3]`, () => {
      const { fields } = answerTo(new Conflict(), { response: { fields: { [name]: 'x' } } })

      expect(fields.drop).to.deep.equal([name])
    })

    it(`${ours.includes(name) ? 'drops' : 'keeps'} ${name} where keepHeaders names it`, () => {
      const { fields } = answerTo(new Conflict(), {
        options: { keepHeaders: [name.toUpperCase()] },
        response: { fields: { [name]: 'x' } },
      })

      expect(fields.drop).to.deep.equal(ours.includes(name) ? [name] : [])
    })
  }

  for (const name of surviving) {
    it(`keeps ${name} [B4]`, () => {
      const { fields } = answerTo(new Conflict(), { response: { fields: { [name]: 'x' } } })

      expect(fields.drop).to.deep.equal([])
      // The answer depends on a field of its own, too.
      if (name === 'vary') expect(fields.set).to.deep.include(['Vary', 'x, Accept'])
      else expect(fields.set.map(([key]) => key.toLowerCase())).not.to.include(name)
    })
  }

  it('drops nothing that was not set', () => {
    expect(answerTo(new Conflict()).fields.drop).to.deep.equal([])
  })
})

describe('respond(): fields of the answer', () => {
  it('always sets type, length, caching and nosniff [P2] [B8]', () => {
    expect(answerTo(new Conflict('é')).fields.set).to.deep.equal([
      ['Content-Type', 'application/problem+json'],
      ['Content-Length', '68'],
      ['Cache-Control', 'no-store'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Vary', 'Accept'],
    ])
  })

  for (const name of ['Content-Type', 'content-length', 'CONTENT-ENCODING', 'X-Content-Type-Options']) {
    it(`lets no problem set ${name}`, () => {
      const answer = answerTo(tampered(new Conflict('x'), { headers: { [name]: 'mine' } }))

      expect(answer.fields.set.map(([, value]) => value)).not.to.include('mine')
    })
  }

  for (const name of ['Connection', 'transfer-encoding', 'Keep-Alive', 'TE', 'Trailer']) {
    it(`refuses and reports ${name} on a changed problem`, () => {
      const answer = answerTo(tampered(new Conflict(), { headers: { [name]: 'x' } }))

      expect(fieldOf(answer, name)).to.equal(undefined)
      expect(faultsIn(answer)).to.deep.equal([`ERR_PROBLEM_HEADER headers.${name}`])
    })
  }

  for (const [name, value] of [
    ['a b', 'x'],
    ['', 'x'],
    [':status', 'x'],
    ['X\r\nY', 'x'],
    ['é', 'x'],
    ['X', 'a\r\nSet-Cookie: x=1'],
    ['X', 'a\0b'],
    ['X', '€'],
    ['X', {}],
    ['X', null],
    ['X', undefined],
    ['X', Symbol('x')],
    ['X', []],
    ['X', ['a', 'b\n']],
    ['X', [['a']]],
    ['X', true],
  ] as const) {
    it(`leaves out and reports the field ${JSON.stringify(name)}: ${String(JSON.stringify(value))} [B10]`, () => {
      const answer = answerTo(tampered(new Conflict('x'), { headers: { [name]: value, Kept: 'y' } }))

      expect(answer.fields.set.slice(4)).to.deep.equal([
        ['Kept', 'y'],
        ['Vary', 'Accept'],
      ])
      expect(answer.document.detail).to.equal('x')
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_HEADER headers'])
    })
  }

  it('sends numbers as digits and lists as they are', () => {
    const answer = answerTo(new Conflict({ headers: { 'X-Count': 7, 'X-List': ['a', 'b'] } }))

    expect(fieldOf(answer, 'x-count')).to.equal('7')
    expect(fieldOf(answer, 'x-list')).to.deep.equal(['a', 'b'])
  })

  for (const headers of ['text', 7, ['a'], () => 'x', null, undefined]) {
    it(`sends no field of headers that are ${JSON.stringify(headers) ?? typeof headers}`, () => {
      expect(answerTo(tampered(new Conflict(), { headers })).fields.set).to.have.length(5)
    })
  }

  it('sends Content-Range with a 416 only [S17]', () => {
    const changed = tampered(new Conflict(), { headers: { 'Content-Range': 'bytes */7' } })

    expect(fieldOf(answerTo(new RangeNotSatisfiable({ size: 7 })), 'content-range')).to.equal('bytes */7')
    expect(fieldOf(answerTo(changed), 'content-range')).to.equal(undefined)
    expect(faultsIn(answerTo(changed))).to.deep.equal(['ERR_PROBLEM_HEADER headers.Content-Range'])
    // What the response says about the whole stays, as of a static file; a part of it was not sent.
    const dropped = (status: number, range: string): readonly string[] =>
      answerTo(createProblem(status) as Conflict, { response: { fields: { 'content-range': range } } }).fields.drop
    expect([dropped(416, 'bytes */10'), dropped(416, 'bytes 0-1/10'), dropped(409, 'bytes */10')]).to.deep.equal([
      [],
      ['content-range'],
      ['content-range'],
    ])
  })

  it('replaces a field that was set before, unless it is Vary or Link', () => {
    const problem = new ContentTooLarge({ retryAfter: 5 })
    const answer = answerTo(problem, { response: { fields: { 'retry-after': '99' } } })

    expect(fieldOf(answer, 'retry-after')).to.equal('5')
  })

  it('says nothing twice in Vary, where @koa/cors adds Origin to the response and to the error', () => {
    const problem = new Unauthorized({ challenges: 'Basic', headers: { Vary: 'Origin' } })
    const answer = answerTo(problem, { response: { fields: { vary: 'Accept-Encoding , Origin' } } })

    expect(fieldOf(answer, 'vary')).to.equal('Accept-Encoding, Origin, Accept')
  })

  for (const [before, own, sent] of [
    ['Origin', 'accept', 'Origin, Accept'],
    ['*', 'Origin', '*'],
    ['Accept-Language, ACCEPT', undefined, 'Accept-Language, Accept'],
  ] as const) {
    it(`adds Accept to Vary: ${JSON.stringify(before)} and ${JSON.stringify(own)} give ${sent} [P28]`, () => {
      const headers = own === undefined ? {} : { vary: own }
      expect(fieldOf(answerTo(new Conflict({ headers }), { response: { fields: { vary: before } } }), 'vary')).to.equal(sent)
    })
  }

  for (const [before, own, sent] of [
    ['Origin', 'Accept', 'Origin, Accept'],
    ['Origin', 'Origin', 'Origin'],
    [['Origin', 'Cookie'], ['Accept', 'Cookie'], 'Origin, Cookie, Accept'],
    [7, 'Accept', '7, Accept'],
    [undefined, 'Accept', 'Accept'],
  ] as const) {
    it(`merges Vary and Link: ${JSON.stringify(before)} and ${JSON.stringify(own)} give ${sent} [P28] [K4]`, () => {
      const options = { representations: [jsonRepresentation] }
      for (const name of ['Vary', 'link']) {
        const problem = new Unauthorized({ challenges: 'Basic', headers: { [name]: own } })
        const answer = answerTo(problem, { options, response: { fields: { [name.toLowerCase()]: before } } })
        expect(fieldOf(answer, name)).to.equal(sent)
      }
    })
  }
})
