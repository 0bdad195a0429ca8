import { expect } from 'chai'
import {
  MethodNotAllowed,
  ProxyAuthenticationRequired,
  RequestTimeout,
  Unauthorized,
  UpgradeRequired,
} from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { errorFacts } from '../../lib/status/codes.js'
import { answerTo, faultsIn, fieldOf, tampered } from './answer-to.js'

const http2 = { facts: { httpVersionMajor: 2 } }

describe('respond(): challenges', () => {
  for (const [Class, name] of [
    [Unauthorized, 'WWW-Authenticate'],
    [ProxyAuthenticationRequired, 'Proxy-Authenticate'],
  ] as const) {
    it(`sends the challenges of a ${Class.status} as ${name} [S3] [S8]`, () => {
      const answer = answerTo(new Class({ challenges: ['Basic realm="a"', { scheme: 'DPoP', algs: 'ES256' }] }))

      expect(fieldOf(answer, name)).to.deep.equal(['Basic realm="a"', 'DPoP algs="ES256"'])
      expect(answer.faults).to.deep.equal([])
    })

    it(`sends a ${Class.status} without any the challenge of the options, without a fault [S3] [S8]`, () => {
      const answer = answerTo(new Class(), { options: { challenges: { scheme: 'Basic', realm: 'shop' } } })

      expect(fieldOf(answer, name)).to.deep.equal(['Basic realm="shop"'])
      expect(answer.faults).to.deep.equal([])
    })

    it(`sends a ${Class.status} without any a default challenge and reports it [S3] [S8] [H3]`, () => {
      const answer = answerTo(new Class())

      expect(fieldOf(answer, name)).to.deep.equal(['Bearer realm="api"'])
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_CHALLENGE options.challenges'])
    })

    it(`keeps the ${name} that was set before a ${Class.status}`, () => {
      const answer = answerTo(new Class(), { response: { fields: { [name.toLowerCase()]: 'Negotiate' } } })

      expect(fieldOf(answer, name)).to.equal(undefined)
      expect(answer.fields.drop).to.deep.equal([])
      expect(answer.faults).to.deep.equal([])
    })

    it(`counts a ${name} in another case as the problem's own`, () => {
      const answer = answerTo(new Class({ headers: { [name.toLowerCase()]: 'Negotiate' } }))

      expect(answer.fields.set.filter(([key]) => key.toLowerCase() === name.toLowerCase())).to.have.length(1)
      expect(answer.faults).to.deep.equal([])
    })

    it(`sends the default where the only ${name} cannot be sent`, () => {
      const answer = answerTo(tampered(new Class(), { headers: { [name]: 'a\nb' } }))

      expect(fieldOf(answer, name)).to.deep.equal(['Bearer realm="api"'])
    })
  }

  it('adds a challenge to no other status', () => {
    for (const status of Object.keys(errorFacts).map(Number)) {
      const { fields } = answerTo(createProblem(status, { ...(status === 426 && { upgrade: 'TLS/1.2' }) }))
      const names = fields.set.map(([name]) => name)
      expect(names.includes('WWW-Authenticate')).to.equal(status === 401)
      expect(names.includes('Proxy-Authenticate')).to.equal(status === 407)
      expect(names.includes('Allow')).to.equal(status === 405)
    }
  })
})

describe('respond(): Allow of a 405', () => {
  it('sends what the problem says, an empty list too [S6]', () => {
    expect(fieldOf(answerTo(new MethodNotAllowed({ allow: ['GET', 'HEAD'] })), 'Allow')).to.equal('GET, HEAD')
    expect(fieldOf(answerTo(new MethodNotAllowed({ allow: [] })), 'Allow')).to.equal('')
    expect(answerTo(new MethodNotAllowed({ allow: [] })).faults).to.deep.equal([])
  })

  it('asks the router where the problem says nothing, without a fault [S6]', () => {
    const answer = answerTo(createProblem(405), { response: { allow: () => ['GET', 'PUT'] } })

    expect(fieldOf(answer, 'Allow')).to.equal('GET, PUT')
    expect(answer.faults).to.deep.equal([])
  })

  it('does not ask the router where the problem or the response says it', () => {
    const allow = (): never => {
      throw new Error('asked')
    }
    expect(fieldOf(answerTo(new MethodNotAllowed('x', { allow: 'GET' }), { response: { allow } }), 'Allow')).to.equal('GET')
    const kept = answerTo(createProblem(405, 'x'), { response: { allow, fields: { allow: 'PUT' } } })
    expect(kept.document.detail).to.equal('x')
    expect(kept.fields.drop).to.deep.equal([])
  })

  for (const allow of [undefined, () => undefined]) {
    it(`sends an empty Allow and a fault where ${allow ? 'the router does not know' : 'no router can be seen'} [S6]`, () => {
      const answer = answerTo(createProblem(405), { response: { allow } })

      expect(fieldOf(answer, 'Allow')).to.equal('')
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_HEADER allow'])
    })
  }
})

describe('respond(): fields of the connection', () => {
  it('closes the connection with a 408 on HTTP/1.1 [S9]', () => {
    const answer = answerTo(new RequestTimeout())

    expect(fieldOf(answer, 'connection')).to.equal('close')
    expect(answer.faults).to.deep.equal([])
  })

  it('sends Upgrade and Connection with a 426 on HTTP/1.1 [S22]', () => {
    const answer = answerTo(new UpgradeRequired({ upgrade: ['HTTP/2.0', 'websocket'] }))

    expect(fieldOf(answer, 'connection')).to.equal('Upgrade')
    expect(fieldOf(answer, 'upgrade')).to.equal('HTTP/2.0, websocket')
  })

  it('sends none of them on HTTP/2, and that is no fault [S9] [S22]', () => {
    for (const problem of [new RequestTimeout(), new UpgradeRequired({ upgrade: 'websocket' })]) {
      const answer = answerTo(problem, http2)
      expect(answer.fields.set).to.have.length(5)
      expect(answer.faults).to.deep.equal([])
    }
  })

  it('sends fields with the names of object methods on HTTP/2 as on HTTP/1.1', () => {
    const problem = createProblem(409, { headers: { constructor: 'a', valueOf: 'b' } })

    expect(answerTo(problem).fields.set.slice(4)).to.deep.equal([
      ['constructor', 'a'],
      ['valueOf', 'b'],
      ['Vary', 'Accept'],
    ])
    expect(answerTo(problem, http2).fields.set).to.deep.equal(answerTo(problem).fields.set)
  })

  it('refuses another Connection on a changed 408', () => {
    const answer = answerTo(tampered(new RequestTimeout(), { headers: { Connection: 'keep-alive', connection: 'close' } }))

    expect(fieldOf(answer, 'connection')).to.equal(undefined)
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_HEADER headers.Connection', 'ERR_PROBLEM_HEADER headers.connection'])
  })
})
