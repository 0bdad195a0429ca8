import { expect } from 'chai'
import { defineProblem } from '../../../lib/define/define.js'
import { documentProblems, type ProblemClass } from '../../../lib/openapi/index.js'
import { InternalServerError, NotFound, ServiceUnavailable, TooManyRequests } from '../../../lib/problem/classes.js'
import { HttpProblem } from '../../../lib/problem/problem.js'
import { api, OK, route } from './documents.js'

const declare = (
  name: string,
  status: 409 | 429 | 503,
  when: 'never' | 'idempotent' | 'always' | 'after-change',
  afterSeconds?: number,
) =>
  defineProblem(name, {
    type: `/${name}`,
    status,
    title: name,
    retry: { when, ...(afterSeconds !== undefined && { afterSeconds }) },
  })

const Never = declare('Never', 503, 'never')
const Changed = declare('Changed', 429, 'after-change')
const Idempotent = declare('Idempotent', 503, 'idempotent')
const Always = declare('Always', 409, 'always', 120)

function operationFor(method: string, ...classes: readonly ProblemClass[]) {
  const given = api({ [`${method} /a`]: OK })
  const extensions = { speakeasy: true, fern: true }
  const { document } = documentProblems(given, [route(`${method} /a`, ...classes)], { extensions })
  expect(documentProblems(document, [route(`${method} /a`, ...classes)], { extensions }).document).to.deep.equal(document)
  return document.paths['/a'][method.toLowerCase()]
}

describe('documentProblems(): extensions about repeated requests', () => {
  it('are written on request only', () => {
    const { document } = documentProblems(api({ 'GET /a': OK }), [route('GET /a', ServiceUnavailable, Changed)])
    expect(document.paths['/a'].get).to.have.all.keys('responses')
  })

  it('tell Speakeasy the statuses after which the same request may be sent again', () => {
    expect(operationFor('POST', Always, TooManyRequests, NotFound, InternalServerError)['x-speakeasy-retries']).to.deep.equal({
      strategy: 'backoff',
      backoff: { initialInterval: 120_000, maxInterval: 120_000, maxElapsedTime: 3_600_000, exponent: 1.5 },
      statusCodes: ['409', '429'],
      retryConnectionErrors: false,
    })
    expect(operationFor('GET', ServiceUnavailable)['x-speakeasy-retries']).to.deep.equal({
      strategy: 'backoff',
      backoff: { initialInterval: 500, maxInterval: 60_000, maxElapsedTime: 3_600_000, exponent: 1.5 },
      statusCodes: ['503'],
      retryConnectionErrors: true,
    })
  })

  it('tell Speakeasy nothing of a status that one of its problems forbids', () => {
    expect(operationFor('GET', ServiceUnavailable, Never)).not.to.have.property('x-speakeasy-retries')
    expect(operationFor('GET', NotFound, HttpProblem)).not.to.have.property('x-speakeasy-retries')
  })

  it('tell by the method whether an idempotent request is meant', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']) {
      expect(operationFor(method, Idempotent), method).to.have.property('x-speakeasy-retries')
      expect(operationFor(method, Idempotent), method).not.to.have.property('x-fern-retries')
    }
    for (const method of ['POST', 'PATCH']) {
      expect(operationFor(method, Idempotent), method).not.to.have.property('x-speakeasy-retries')
      expect(operationFor(method, Idempotent)['x-fern-retries'], method).to.deep.equal({ disabled: true })
    }
  })

  it('forbid Fern what its clients do by themselves, and nothing else', () => {
    expect(operationFor('GET', Changed)['x-fern-retries']).to.deep.equal({ disabled: true })
    expect(operationFor('GET', Never)['x-fern-retries']).to.deep.equal({ disabled: true })
    expect(operationFor('GET', TooManyRequests, InternalServerError, HttpProblem)).not.to.have.property('x-fern-retries')
    expect(operationFor('GET', declare('Later', 409, 'never'))).not.to.have.property('x-fern-retries')
  })

  it('stay as a person wrote them', () => {
    const given = api({ 'GET /a': OK })
    given.paths['/a'].get['x-fern-retries'] = false
    const { document } = documentProblems(given, [route('GET /a', Never)], { extensions: { fern: true, speakeasy: false } })
    expect(document.paths['/a'].get).to.include({ 'x-fern-retries': false }).and.not.to.have.property('x-speakeasy-retries')
  })
})
