import { expect } from 'chai'
import { createProblem } from '../../../../lib/problem/create.js'
import { html } from '../../../../lib/respond/representations/html/html.js'
import type { PageTexts } from '../../../../lib/respond/representations/html/options.js'
import { unhandledRejections } from '../../unhandled-rejections.js'
import { pageOf, textOf } from './encoded.js'

const problem = createProblem(409, 'Taken.', {
  type: 'https://example.com/p',
  extensions: { list: Array.from({ length: 200 }).fill(1), requestId: 'r' },
})

describe('html()', () => {
  it('makes a form with the same media types', () => {
    const { mediaType, alsoFor } = html()
    expect({ mediaType, alsoFor }).to.deep.equal({ mediaType: html.mediaType, alsoFor: html.alsoFor })
    expect(mediaType).to.equal('text/html; charset=utf-8')
    expect(alsoFor).to.deep.equal(['application/xhtml+xml'])
    expect(pageOf(problem, { form: html() })).to.equal(pageOf(problem))
  })

  it('names the service and says where help is', () => {
    const page = pageOf(problem, { form: html({ name: 'Book & Shop', help: 'mailto:help@example.com' }) })
    expect(page).to.include('<title>409 Conflict · Book &amp; Shop</title>')
    expect(page).to.include('<a href="mailto:help@example.com">Get help</a>')
  })

  it('links a style sheet, which the policy allows', () => {
    const own = html({ stylesheet: '/errors.css' })
    expect(pageOf(problem, { form: own })).to.include('</style>\n<link rel="stylesheet" href="/errors.css">')
    expect(own.headers?.['Content-Security-Policy']).to.match(/style-src 'sha256-[^']+' 'self';/)
    const other = html({ stylesheet: 'https://cdn.example.com/a.css?v=1&w=2' })
    expect(pageOf(problem, { form: other })).to.include('href="https://cdn.example.com/a.css?v=1&amp;w=2"')
    expect(other.headers?.['Content-Security-Policy']).to.match(
      /style-src 'sha256-[^']+' https:\/\/cdn\.example\.com\/a\.css\?v=1&w=2;/,
    )
  })

  it('says everything in words that were given, which are no markup', () => {
    const texts: PageTexts = {
      adviceHeading: 'Was Sie tun <können>',
      advice: ['Wählen Sie einen anderen Platz.'],
      retry: 'Später noch einmal.',
      detailsHeading: 'Einzelheiten',
      reference: 'Kennung',
      documentation: 'Mehr dazu',
      help: 'Hilfe',
      more: 'Mehr im Quelltext.',
    }
    const form = html({
      help: '/help',
      texts: (document, { language }) => (language === 'de' && document.status === 409 ? texts : undefined),
    })
    const page = pageOf(problem, { form, context: { language: 'de' } })
    for (const words of Object.values(texts).flat()) expect(textOf(page)).to.include(words)
    expect(page).to.include('<html lang="de">')
    expect(page).not.to.include('lang="en"')
    expect(pageOf(problem, { form })).to.include('What you can do')
  })

  it('marks words as English on a page in another language', () => {
    const page = pageOf(createProblem(404), { context: { language: 'de-CH' } })
    expect(page).to.include('<h2><span lang="en">What you can do</span></h2>')
    expect(page).to.match(/<p class="detail" dir="auto"><span lang="en">[^<]+<\/span>/)
    expect(pageOf(createProblem(404), { context: { language: 'en-GB' } })).not.to.include('<span')
  })

  it('leaves out advice where an empty list was given, and ignores what is no text', () => {
    const nonsense = { advice: [], retry: 7, help: null } as unknown as PageTexts
    const page = pageOf(problem, { form: html({ help: '/help', texts: () => nonsense }) })
    expect(page).to.include('<h2>What you can do</h2>\n<p>Sent again')
    expect(page).to.include('>Get help<')
    expect(pageOf(problem, { form: html({ texts: () => 'text' as unknown as PageTexts }) })).to.equal(pageOf(problem))
  })

  it('throws where the texts are not to be had, so that the handler answers with JSON and tells why', async () => {
    const fails = html({
      texts: () => {
        throw new Error('secret')
      },
    })
    expect(() => pageOf(problem, { form: fails })).to.throw(TypeError, 'The option texts of html() is one that throws.')
    const late = html({ texts: (async () => Promise.reject(new Error('late'))) as unknown as () => PageTexts })
    const rejections = await unhandledRejections(() => {
      expect(() => pageOf(problem, { form: late })).to.throw(TypeError, 'one that is asynchronous')
    })
    expect(rejections).to.deep.equal([])
  })

  for (const [what, options] of Object.entries({
    'html()': 7,
    'html().name': { name: '' },
    'html().help': { help: 'javascript:alert(1)' },
    'html().stylesheet': { stylesheet: "/a.css'; script-src *" },
    'html().texts': { texts: {} },
  }))
    it(`refuses a wrong ${what}`, () => {
      expect(() => html(options as object))
        .to.throw(TypeError, what)
        .with.property('code', 'ERR_PROBLEM_OPTION')
    })

  it('refuses addresses of another site that look like paths, and options that it does not know', () => {
    for (const help of ['//evil.example', '/\\evil.example', 'https://', 'help', 7])
      expect(() => html({ help } as object)).to.throw('html().help')
    expect(() => html({ colour: 'red' } as object))
      .to.throw(TypeError, 'html()')
      .with.property('code', 'ERR_PROBLEM_OPTION')
    expect(() => html(null as unknown as object)).to.throw(TypeError, 'html()')
  })
})
