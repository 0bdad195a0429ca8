/** Texts in the language of the client. */
import { expect } from 'chai'
import { Conflict, NotFound } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { jsonRepresentation as json } from '../../lib/respond/representations/json.js'
import type { Translate } from '../../lib/respond/translate.js'
import { type Answered, answerTo, faultsIn, fieldOf } from './answer-to.js'

const GERMAN: Readonly<Record<number, string>> = { 404: 'Nicht gefunden', 409: 'Konflikt' }

const toGerman: Translate = (problem, { languages, document }) => {
  const title = GERMAN[problem.status]
  if (!languages.includes('de') || title === undefined) return undefined
  return { language: 'de', title, ...(document.detail !== undefined && { detail: `${document.detail} auf Deutsch` }) }
}

const ask = (problem: Conflict | NotFound, language: string | undefined, translate: unknown = toGerman): Answered =>
  answerTo(problem as Conflict, {
    options: { translate: translate as Translate },
    facts: { headers: language === undefined ? {} : { 'accept-language': language } },
  })

describe('The option translate', () => {
  it('gets a copy of the document: type, status and members are not for it to change', () => {
    const spoil = (_problem: unknown, { document }: { document: object }): void => {
      Object.assign(document, { status: 200, type: 'evil', title: 'evil' })
    }
    const answer = ask(new Conflict('x'), 'de', spoil)
    expect([answer.status, answer.document]).to.deep.equal([
      409,
      { type: 'about:blank', title: 'Conflict', status: 409, detail: 'x' },
    ])
  })

  it('gives title and detail in a language of the client, and says which [P27] [P28]', () => {
    const problem = createProblem(409, 'x', { instance: '/7', extensions: { seat: '12A' } }) as Conflict
    const answer = ask(problem, 'de-CH, en;q=0.5')
    expect(JSON.parse(answer.body)).to.deep.equal({
      type: 'about:blank',
      title: 'Konflikt',
      status: 409,
      detail: 'x auf Deutsch',
      instance: '/7',
      seat: '12A',
    })
    expect(answer.document).to.deep.equal(JSON.parse(answer.body))
    expect(fieldOf(answer, 'content-language')).to.equal('de')
    expect(fieldOf(answer, 'vary')).to.equal('Accept, Accept-Language')
    expect(fieldOf(answer, 'content-length')).to.equal(String(Buffer.byteLength(answer.body)))
    expect(answer.faults).to.deep.equal([])
  })

  it('does not take the place of texts that the client likes better [P27]', () => {
    for (const language of ['en, de;q=0.9', 'en-US,en;q=0.9,de;q=0.8', 'en-GB, de']) {
      const answer = ask(new Conflict('x'), language)
      expect([answer.document.title, fieldOf(answer, 'content-language')]).to.deep.equal(['Conflict', 'en'])
      expect(fieldOf(answer, 'vary')).to.equal('Accept, Accept-Language')
    }
    const french = new Conflict('déjà payé', { headers: { 'Content-Language': 'fr' } })
    expect(fieldOf(ask(french, 'fr-CA, de;q=0.5'), 'content-language')).to.equal('fr')
    expect(fieldOf(ask(french, 'en, de;q=0.5'), 'content-language')).to.equal('de')
  })

  it('varies by the language alone where there is one form', () => {
    const answer = answerTo(new Conflict(), { options: { translate: toGerman, representations: [json] } })
    expect(fieldOf(answer, 'vary')).to.equal('Accept-Language')
  })

  for (const language of ['fr', '*', undefined, '', '\u0000;;']) {
    it(`leaves the texts as they are where it has none: ${JSON.stringify(language)} [P27]`, () => {
      const answer = ask(new Conflict('x'), language)
      expect(answer.document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'x' })
      expect(fieldOf(answer, 'content-language')).to.equal('en')
      expect(answer.faults).to.deep.equal([])
    })
  }

  it('leaves a problem its own language where it has no texts for it', () => {
    const problem = new Conflict('déjà payé', { headers: { 'Content-Language': 'fr' } })
    expect(fieldOf(ask(problem, 'it'), 'content-language')).to.equal('fr')
    expect(fieldOf(ask(problem, 'de'), 'content-language')).to.equal('de')
    for (const language of ['it', 'de']) {
      const names = ask(problem, language).fields.set.map(([name]) => name)
      expect(names.filter((name) => name === 'Content-Language')).to.have.length(1)
    }
  })

  it('tells no language where nobody translates', () => {
    expect(fieldOf(answerTo(new Conflict()), 'content-language')).to.equal(undefined)
  })

  it('may give a detail to a problem without one, and changes neither type nor status', () => {
    const answer = ask(new NotFound(), 'de', () => ({ language: 'de', detail: 'Nichts da.', type: '/x', status: 200 }))
    expect(answer.document).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404, detail: 'Nichts da.' })
    expect(answer.status).to.equal(404)
  })

  for (const [name, translate, place] of [
    [
      'throws',
      () => {
        throw new Error('x')
      },
      'options.translate',
    ],
    ['is asynchronous', async () => ({ language: 'de', title: 'x' }), 'options.translate'],
    ['rejects', async () => Promise.reject(new Error('x')), 'options.translate'],
    ['gives a text', () => 'Konflikt', 'options.translate'],
    ['gives no language', () => ({ title: 'Konflikt' }), 'options.translate'],
    ['gives a language that is none', () => ({ language: 'de\r\nX: y', title: 'Konflikt' }), 'options.translate'],
    ['gives an array', () => Object.assign([], { language: 'de' }), 'options.translate'],
  ] as const) {
    it(`leaves the texts as they are where it ${name}, and is reported`, () => {
      const answer = ask(new Conflict('x'), 'de', translate)
      expect(answer.document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'x' })
      expect(fieldOf(answer, 'content-language')).to.equal('en')
      expect(faultsIn(answer)).to.deep.equal([`ERR_PROBLEM_HOOK ${place}`])
    })
  }

  it('leaves one text as it is where that is none', () => {
    for (const wrong of [7, '', ' ', '\ud800']) {
      const answer = ask(new Conflict('x'), 'de', () => ({ language: 'de', title: wrong, detail: 'y' }))
      expect([answer.document.title, answer.document.detail]).to.deep.equal(['Conflict', 'y'])
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_HOOK options.translate (title)'])
    }
  })

  it('keeps the limit of a body', () => {
    const answer = answerTo(new Conflict('x'), {
      options: { maxBytes: 1024, translate: () => ({ language: 'de', detail: 'ä'.repeat(5000) }) },
    })
    expect(Buffer.byteLength(answer.body)).to.be.at.most(1024)
    expect(answer.document.title).to.equal('Conflict')
  })
})
