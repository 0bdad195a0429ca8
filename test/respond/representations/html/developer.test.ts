import { expect } from 'chai'
import { toProblem } from '../../../../lib/foreign/to-problem.js'
import { createProblem } from '../../../../lib/problem/create.js'
import type { HttpProblem } from '../../../../lib/problem/problem.js'
import type { RequestFacts } from '../../../../lib/respond/facts.js'
import { plainFacts } from '../../answer-to.js'
import { embeddedIn, encodedPage, tagsOf } from './encoded.js'

const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(1)>`

/** A text that does not stand in this file, whose lines the page shows. */
function secret(name: string): string {
  return Array.from(name).reverse().join('')
}

interface Page {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

async function developerPage(problem: HttpProblem, facts: Partial<RequestFacts> = {}): Promise<Page> {
  const page = await encodedPage(problem, { context: { debug: true, facts: { ...plainFacts, ...facts } } })
  if (typeof page === 'string' || page instanceof Uint8Array) throw new TypeError('It is not the page of youch.')
  return page as Page
}

describe("The developer's page", () => {
  it('shows the error that was thrown, its source, its causes and the document', async () => {
    const inner = new RangeError('out of range', { cause: new Error('at the bottom') })
    const problem = toProblem(new TypeError('cannot read it', { cause: inner }))
    const { body } = await developerPage(problem)
    for (const fact of ['TypeError', 'cannot read it', 'RangeError', 'out of range', 'at the bottom', 'developer.test.'])
      expect(body).to.include(fact)
    expect(body.replace(/<[^>]*>/g, '')).to.include("'cannot read it'")
    expect(embeddedIn(body)).to.deep.equal(problem.toJSON())
  })

  it('lets only its own scripts and styles run', async () => {
    const { body, headers } = await developerPage(createProblem(500))
    const policy = headers['Content-Security-Policy'] ?? ''
    const [, nonce] = /script-src 'nonce-([\w-]+)'/.exec(policy) ?? []
    expect(policy).to.match(/^default-src 'none'; /)
    const run = tagsOf(body).filter((tag) => /^<(?:script|style)\b/.test(tag) && !tag.includes('application/problem+json'))
    expect(run.length).to.be.greaterThan(5)
    for (const tag of run) expect(tag).to.include(`nonce="${nonce}"`)
    const again = await developerPage(createProblem(500))
    expect(again.headers['Content-Security-Policy']).not.to.equal(policy)
  })

  it('shows the request without its secrets', async () => {
    const { body } = await developerPage(createProblem(500), {
      url: [
        `/orders?page=2&api_key=${secret('k3y')}&token=${secret('t0k')}&Passwo%72d=${secret('p4ss')}&next=https%3A%2F%2Fx.example%2Fa`,
        `back=https://u:${secret('hunt3r')}@h.example/&again=https%3A%2F%2Fu%3A${secret('hunt3d')}%40h.example&bad=%E0%A4%A`,
      ].join('&'),
      headers: {
        authorization: `Bearer ${secret('abcdefgh1234')}`,
        cookie: `sid=${secret('c00kie')}`,
        accept: 'text/html',
        'x-list': ['a', 'b'],
        'x-none': undefined,
      },
    })
    for (const fact of [
      'page=2',
      'x.example%2Fa',
      'bad=%E0%A4%A',
      'api_key=[redacted]',
      'Passwo%72d=[redacted]',
      'Accept',
      'text/html',
      'a, b',
    ])
      expect(body).to.include(fact)
    for (const name of ['k3y', 't0k', 'p4ss', 'hunt3r', 'hunt3d', 'abcdefgh1234', 'c00kie'])
      expect(body).not.to.include(secret(name))
  })

  it('reads no file that a message or a hint names, and makes no markup of them [B9]', async () => {
    const frames = '\n    at read (/etc/passwd:1:1)'
    const hostile = Object.assign(new Error(`${MARKUP}${frames}`), { hint: MARKUP, help: MARKUP, name: MARKUP, code: MARKUP })
    const aggregate = new AggregateError([hostile], MARKUP, { cause: hostile })
    for (const error of [hostile, aggregate]) {
      const { body } = await developerPage(toProblem(error), { url: `/${MARKUP}`, headers: { 'user-agent': MARKUP } })
      expect(body).not.to.include(secret('0:x:toor'))
      expect(body).not.to.include('<img')
      expect(body).not.to.include('<script>alert')
    }
    const forged = Object.assign(new Error('forged'), { stack: `Error: forged\n    at a (/x/${MARKUP}<!-- SCRIPTS -->.js:1:1)` })
    const { body } = await developerPage(toProblem(forged))
    expect(body).not.to.include('<img')
    expect(body.match(/<!-- SCRIPTS -->/g)).to.equal(null)
  })

  it('is the page for everybody, with the lines of the error, where there is no frame to show', async () => {
    const circular: { cause?: unknown } = new Error('circle')
    circular.cause = circular
    expect((await developerPage(toProblem(circular))).body).to.include('circle')
    for (const thrown of [null, undefined, MARKUP, 7, Object.freeze({})]) {
      const problem = toProblem(thrown)
      const document = { ...problem.toJSON(), debug: { name: 'InternalServerError' }, more: 1 }
      const page = await encodedPage(problem, { document, context: { debug: true } })
      expect(page).to.be.a('string')
      expect(page).to.include('<pre tabindex="0" lang="en">InternalServerError')
      expect(page).to.include('<dt>more</dt>')
      expect(page).not.to.include('<dt>debug</dt>')
      expect(page).not.to.include('<img')
    }
  })
})
