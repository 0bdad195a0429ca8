import { createHash } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import { createProblem } from '../../../../lib/problem/create.js'
import { html } from '../../../../lib/respond/representations/html/html.js'
import { STYLE, STYLE_HASH } from '../../../../lib/respond/representations/html/style.js'
import { embeddedIn, pageOf, tagsOf, textOf } from './encoded.js'

const MARKUP = `</script></title><script>alert(1)</script><img src=x onerror="alert(1)">'"<!--`

// Every tag that the page can have.
const TAG =
  /^(?:<!doctype html>|<html lang="[\w-]*">|<meta (?:charset="utf-8"|name="(?:viewport|robots)" content="[\w ,=-]*")>|<script type="application\/problem\+json">|<p class="(?:status|detail)"(?: dir="auto")?>|<(?:h1|dd) dir="auto">|<span lang="en">|<a href="[^"<>]*">|<\/?(?:html|head|title|style|script|body|main|section|footer|h1|h2|p|ul|li|dl|dt|dd|code|a|span)>)$/

// What HTML can carry of them are the tab, and what breaks a line.
const CONTROL = /[^\P{Cc}\t\n\r]/gu

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(MARKUP, '&lt;', '\0\r\n', "' onclick='x", ']]>'))

describe('html', () => {
  it('shows title, status, detail, advice, reference, documentation and members', () => {
    const problem = createProblem(409, 'The seat is taken.', {
      type: 'https://example.com/seat-taken',
      title: 'Seat taken',
      extensions: { seat: '12A', requestId: 'req-7' },
    })
    const page = pageOf(problem)
    for (const fact of ['409', 'Seat taken', 'The seat is taken.', 'Fetch, merge, resend.', '12A', 'Reference: ', 'req-7'])
      expect(textOf(page), fact).to.include(fact)
    expect(page).to.include('<a href="https://example.com/seat-taken">About this kind of problem</a>')
    expect(page).to.include('<title>409 Seat taken</title>')
    expect(embeddedIn(page)).to.deep.equal(problem.toJSON())
  })

  it('explains the status where the problem has no detail, and leaves out what there is not', () => {
    const page = pageOf(createProblem(404))
    expect(textOf(page)).to.match(/Not Found\s+\S.*\.\s/)
    expect(page).not.to.include('<footer>')
    expect(page).not.to.include('Details')
  })

  it('shows a type that is no address, and an instance that is not the reference', () => {
    const page = pageOf(createProblem(404, { type: 'urn:book', instance: '/books/7', extensions: { traceId: 't' } }))
    expect(page).to.include('<dt>type</dt><dd dir="auto">urn:book</dd><dt>instance</dt><dd dir="auto">/books/7</dd>')
    expect(pageOf(createProblem(404, { instance: '/books/7' }))).to.include('Reference: <code>/books/7</code>')
  })

  it('survives a document without a title', () => {
    const page = pageOf(createProblem(404), { document: { type: 'about:blank', status: 418 } })
    expect(page).to.include('<title>418 I&#39;m a Teapot</title>')
    expect(pageOf(createProblem(404), { document: { type: 'about:blank', status: 499_999 } })).to.include(
      '<p class="detail" dir="auto"></p>',
    )
  })

  it('holds the facts of every document, and no markup of a member [B9] [X7]', () => {
    const members = fc.dictionary(text, fc.oneof(text, fc.jsonValue() as fc.Arbitrary<unknown>), { maxKeys: 5 })
    fc.assert(
      fc.property(text, text, members, (title, detail, extensions) => {
        const problem = createProblem(400, { type: 'https://example.com/p', title, detail, extensions })
        const document = JSON.parse(JSON.stringify(problem)) as ReturnType<typeof problem.toJSON>
        const page = pageOf(problem, { document })
        expect(embeddedIn(page)).to.deep.equal(document)
        const style = page.indexOf('</style>')
        for (const tag of tagsOf(page.slice(0, page.indexOf('<style>')) + page.slice(style))) expect(tag).to.match(TAG)
        const shown = detail.replace(CONTROL, '\ufffd')
        expect(textOf(page)).to.include(detail === '' ? '' : shown.toWellFormed())
      }),
    )
  })

  it('has fields that let nothing run and load but its style, whose hash they name', () => {
    expect(STYLE_HASH).to.equal(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`)
    expect(html.headers).to.deep.equal({
      'Content-Security-Policy': `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
    })
    expect(pageOf(createProblem(404))).to.include(`<style>${STYLE}</style>`)
  })

  it('is small', () => {
    expect(pageOf(createProblem(404, 'There is no order 7.')).length).to.be.lessThan(4096)
  })
})

describe('Members on the page', () => {
  const shown = (value: unknown): string => pageOf(createProblem(400, { extensions: { value } }))

  it('are lists, names with values, and faults', () => {
    expect(shown([1, 'a', null])).to.include('<ul><li><code>1</code></li><li>a</li><li><code>null</code></li></ul>')
    expect(shown({ a: { b: true } })).to.include(
      '<dl><dt>a</dt><dd dir="auto"><dl><dt>b</dt><dd dir="auto"><code>true</code></dd></dl></dd></dl>',
    )
    expect(shown([{ detail: 'Too long.', pointer: '#/name', code: 'length' }])).to.include(
      '<li>Too long. <code>#/name</code> <code>length</code></li>',
    )
    expect(shown([{ detail: 'Nested.', more: [] }])).to.include('<dt>detail</dt>')
  })

  it('are JSON where they are too deep', () => {
    expect(shown([[[[['<b>']]]]])).to.include('<code>[&quot;&lt;b&gt;&quot;]</code>')
  })

  it('end where nobody reads on, and the document has them all', () => {
    const page = shown(Array.from({ length: 500 }, (_, index) => `item ${index}`))
    expect(page).to.include('<li>item 98</li></ul>')
    expect(page).to.include('There is more in the source of this page.')
    expect(JSON.stringify(embeddedIn(page))).to.include('item 499')
    const long = shown('x'.repeat(3000))
    expect(long).to.include(`${'x'.repeat(2000)}…`)
    expect(textOf(long)).not.to.include('x'.repeat(2001))
  })
})
