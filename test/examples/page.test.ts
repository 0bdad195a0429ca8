import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { curlLine } from '../../examples/bookshop/curl.js'
import { codeOn, demonstrations, type Framework } from '../../examples/bookshop/demonstrations.js'
import { html } from '../../examples/bookshop/page/html.js'
import { renderPage, setupOn } from '../../examples/bookshop/page/page.js'

const frameworks: readonly Framework[] = ['express', 'koa']
const origins = { express: 'http://127.0.0.1:3000', koa: 'http://127.0.0.1:3001' }

describe('the page of the bookshop', () => {
  for (const framework of frameworks) {
    const page = renderPage(framework, origins)

    it(`has a button for every demonstration on ${framework}`, () => {
      expect(page.match(/<button /g)).to.have.lengthOf(demonstrations.length)
      for (const { label, path } of demonstrations) expect(page).to.include(label).and.include(path)
    })

    it(`loads nothing on ${framework}`, () => {
      expect(page).to.include('content="default-src &#39;none&#39;')
      expect(page).not.to.match(/<(?:script|img|iframe)[^>]* src=|<link[^>]* href="(?!data:)|@import|url\(|sourceMappingURL/)
    })

    it(`leads to the OpenAPI document on ${framework}`, () => {
      expect(page).to.include('<a href="/openapi.json">')
    })

    it(`shows the set-up as it stands in the sources for ${framework}`, () => {
      for (const line of setupOn(framework)) {
        expect(read(`${framework}.ts`)).to.include(`${line}\n`)
        expect(page).to.include(line)
      }
    })

    for (const demonstration of demonstrations) {
      it(`shows code of the sources for ${framework} with "${demonstration.label}"`, () => {
        expect(sources(framework)).to.include(codeOn(framework, demonstration))
      })
    }
  }
})

describe('html``', () => {
  it('escapes text, keeps HTML, and joins lists', () => {
    expect(html`<p title="${`"'`}">${'<&>'}${[html`<b>${1}</b>`, html`<i>`]}</p>`.text).to.equal(
      '<p title="&#34;&#39;">&#60;&#38;&#62;<b>1</b><i></p>',
    )
  })
})

describe('curlLine()', () => {
  it('quotes what a shell would read otherwise', () => {
    const request = {
      label: '',
      shows: '',
      code: '',
      method: 'POST',
      path: '/a?b&c',
      body: `{"it's": 1}`,
      times: 2,
      status: 200,
    } as const
    expect(curlLine('http://h', request)).to.equal(
      `curl -i -X POST -H 'Content-Type: application/json' -d '{"it'\\''s": 1}' 'http://h/a?b&c' 'http://h/a?b&c'`,
    )
  })
})

function sources(framework: Framework): string {
  return ['shop.ts', 'order.ts', 'rate-limit.ts', `${framework}.ts`].map(read).join('\n')
}

function read(name: string): string {
  return readFileSync(`examples/bookshop/${name}`, 'utf8')
}
